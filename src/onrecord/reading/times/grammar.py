"""The grammar's engine: rules over token classes, written in a small language, compiled once.

A pattern is a sequence of classes: `m:MONTH d:$DAYN (COMMA? y:YEAR)?`. `name:` names what follows, `$NAME` is a macro,
`( | )`, `?`, `*`, `+` are as in regular expressions, `!X` and `&X` look ahead, `<!X` and `<&X` look at the token before.
A pattern becomes a regular expression over strings with one character a token, so matching runs at the speed of `re`
while rules speak of types. Each rule is tried only where its first class stands; the longest match wins, then the first rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.reading.times.meaning import Found, Meaning, Several
from onrecord.reading.times.tokens import Token

_PART = re.compile(r"\s*(?:([a-z]\w*):|(\$?[A-Z_0-9]+)|(<[!&]|[()|?*+!&]))")


_SIDES: dict[str, Literal["before", "after"]] = {"EARLIER": "before", "LATER": "after"}


class Parts:
    """The named parts of a match: `parts["m"]` is the first token of the part named m."""

    __slots__ = ("_match", "_tokens")

    def __init__(self, match: re.Match[str], tokens: Sequence[Token]) -> None:
        self._match, self._tokens = match, tokens

    def __getitem__(self, name: str) -> Token:
        """The first token of a part that the rule always has."""
        return self._tokens[self._match.start(name)]

    def get(self, name: str) -> Token | None:
        """The first token of a part, or None where the rule or the match has no such part."""
        if name not in self._match.re.groupindex:
            return None
        start, end = self._match.span(name)
        return self._tokens[start] if 0 <= start < end else None

    def all(self, name: str) -> Sequence[Token]:
        """All tokens of a part; none where the rule or the match has no such part."""
        start, end = self._match.span(name) if name in self._match.re.groupindex else (-1, -1)
        return self._tokens[start:end] if start >= 0 else ()

    def whole(self) -> Sequence[Token]:
        return self._tokens[self._match.start() : self._match.end()]

    def before(self, back: int = 1) -> Token | None:
        """The token before the match."""
        i = self._match.start() - back
        return self._tokens[i] if i >= 0 else None

    def after(self, on: int = 0) -> Token | None:
        """The token after the match."""
        i = self._match.end() + on
        return self._tokens[i] if i < len(self._tokens) else None

    def number(self, name: str) -> int | None:
        token = self.get(name)
        return None if token is None or isinstance(token.value, str) else int(token.value)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what its match means; a build that gives None rejects the match."""

    pattern: str
    build: Callable[[Parts], Meaning | Several | None]


@dataclass(frozen=True, slots=True)
class _Compiled:
    regex: re.Pattern[str]
    build: Callable[[Parts], Meaning | Several | None]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Compiled rules by the class they may begin with."""

    letters: dict[str, str]
    by_first: dict[str, tuple[_Compiled, ...]]

    def read(self, tokens: Sequence[Token]) -> list[Found]:
        """All time phrases of a sentence, left to right, none overlapping."""
        letters = self.letters
        line = "".join([letters.get(token.kind, "\x00") for token in tokens])
        out: list[Found] = []
        i, n = 0, len(line)
        while i < n:
            rules = self.by_first.get(line[i])
            found = None if rules is None else self._longest(line, i, rules, tokens)
            if found is None:
                i += 1
            else:
                out.extend(found)
                i = found[-1].last
        return out

    def _longest(self, line: str, i: int, rules: tuple[_Compiled, ...], tokens: Sequence[Token]) -> list[Found] | None:
        matches = [(-match.end(), k, match) for k, rule in enumerate(rules) if (match := rule.regex.match(line, i)) and match.end() > i]
        matches.sort(key=lambda row: row[:2])
        for _, k, match in matches:
            meaning = rules[k].build(Parts(match, tokens))
            if isinstance(meaning, Several):
                return [Found(*match.span(name), piece) for name, piece in meaning.pieces]
            if meaning is not None:
                return [Found(*match.span(), meaning, side=_SIDES.get(tokens[i].kind, ""))]
        return None


def compile_grammar(rules: Iterable[Rule], macros: dict[str, str]) -> Grammar:
    """Raises ValueError when a pattern is malformed."""
    letters: dict[str, str] = {}
    by_first: dict[str, list[_Compiled]] = {}
    for rule in rules:
        source, first = _Compiler(rule.pattern, macros, letters).compile()
        compiled = _Compiled(re.compile(source), rule.build)
        for letter in sorted(first):
            by_first.setdefault(letter, []).append(compiled)
    return Grammar(letters, {letter: tuple(found) for letter, found in by_first.items()})


Node = tuple[str, frozenset[str], bool]
"""Source of the regular expression, the letters it may begin with, whether it may be empty."""


class _Compiler:
    def __init__(self, pattern: str, macros: dict[str, str], letters: dict[str, str]) -> None:
        self._pattern, self._macros, self._letters = pattern, macros, letters
        self._parts: list[str] = []
        at = 0
        while at < len(pattern.rstrip()):
            match = _PART.match(pattern, at)
            if match is None:
                raise ValueError(f"a rule of time cannot be read at {pattern[at:]!r}")
            self._parts.append(f"{match[1]}:" if match[1] else match[2] or match[3])
            at = match.end()
        self._at = 0

    def compile(self) -> tuple[str, frozenset[str]]:
        source, first, _ = self._choice()
        if self._at != len(self._parts):
            raise ValueError(f"a rule of time has a bracket too many: {self._pattern!r}")
        return source, first

    def _peek(self) -> str:
        return self._parts[self._at] if self._at < len(self._parts) else ""

    def _choice(self) -> Node:
        source, first, empty = self._sequence()
        while self._peek() == "|":
            self._at += 1
            more, more_first, more_empty = self._sequence()
            source, first, empty = f"{source}|{more}", first | more_first, empty or more_empty
        return source, first, empty

    def _sequence(self) -> Node:
        source, first, empty = "", frozenset[str](), True
        while self._peek() not in ("", "|", ")"):
            more, more_first, more_empty = self._item()
            if empty:
                first |= more_first
            source, empty = source + more, empty and more_empty
        return source, first, empty

    def _item(self) -> Node:
        part = self._peek()
        if part.endswith(":"):
            self._at += 1
            source, first, empty = self._item()
            return f"(?P<{part[:-1]}>{source})", first, empty
        source, first, empty = self._atom()
        if self._peek() in ("?", "*", "+"):
            sign = self._peek()
            self._at += 1
            source, empty = f"{source}{sign}", empty or sign != "+"
        return source, first, empty

    def _atom(self) -> Node:
        part = self._peek()
        self._at += 1
        if part in ("!", "&", "<!", "<&"):
            source, _, _ = self._atom()
            mark = {"!": "?!", "&": "?=", "<!": "?<!", "<&": "?<="}[part]
            return f"({mark}{source})", frozenset(), True
        if part == "(":
            source, first, empty = self._choice()
            if self._peek() != ")":
                raise ValueError(f"a rule of time lacks a closing bracket: {self._pattern!r}")
            self._at += 1
            return f"(?:{source})", first, empty
        if part.startswith("$"):
            source, first, empty = _Compiler(self._macros[part[1:]], self._macros, self._letters)._choice()
            return f"(?:{source})", first, empty
        if not part or not part[0].isupper():
            raise ValueError(f"a rule of time cannot be read at {part!r}: {self._pattern!r}")
        letter = self._letters.setdefault(part, chr(0x4E00 + len(self._letters)))
        return letter, frozenset((letter,)), False
