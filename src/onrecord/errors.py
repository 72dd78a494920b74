"""What can go wrong, in two families: the user's mistakes (exit status 2) and ours (exit status 1).

Every message is one line that says what is wrong, where, and what to do about it. The command line prints
the message alone; a traceback never reaches a user.
"""


class OnrecordError(Exception):
    """Our fault: something that should not happen on any input. Exit status 1."""

    exit_status = 1


class InputError(OnrecordError):
    """The user's fault: a file, an argument or a store that cannot be used as given. Exit status 2."""

    exit_status = 2


class ModelError(OnrecordError):
    """The language model is missing, damaged or of another version than this reader was measured with."""

    exit_status = 2


class StoreError(InputError):
    """A store that is locked, missing, damaged, or of a newer schema than this program knows."""
