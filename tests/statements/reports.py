"""Ten short reports of our own, with who said what in them: what the typography suite sets in other marks and spacing.

A statement is (speaker's words, content); "…" parts the pieces of a content. Everything in them is made up.
"""

from __future__ import annotations

REPORTS: list[tuple[str, list[tuple[str | None, str]]]] = [
    (
        "“We have agreed to stop firing at noon,” General Tomas Arriaga said on Tuesday. “The roads will open tomorrow.”\n\n"
        "The rebels’ spokeswoman, Lena Voss, said that her side would wait. She added: “Promises are cheap.”\n\n"
        "According to the border police, nine lorries crossed before dawn.",
        [
            ("General Tomas Arriaga", "We have agreed to stop firing at noon … The roads will open tomorrow"),
            ("The rebels’ spokeswoman", "her side would wait"),
            ("She", "Promises are cheap"),
            ("the border police", "nine lorries crossed before dawn"),
        ],
    ),
    (
        "The foreign minister warned that the talks in Bern were “close to collapse”. “Nobody trusts anybody,” he told reporters.\n\n"
        "His deputy, who spoke by phone, said the delegation would stay until Friday.\n\n"
        "“It’s the children’s future,” the mayor of Port Asel, Ines Okoro, said. “We can’t leave.”",
        [
            ("The foreign minister", "the talks in Bern were close to collapse"),
            ("he", "Nobody trusts anybody"),
            ("His deputy", "the delegation would stay until Friday"),
            ("the mayor of Port Asel", "It’s the children’s future … We can’t leave"),
        ],
    ),
    (
        "Aid workers said the bridge at Kel had been destroyed overnight. “It was our last way in,” said Marta Lind of the relief agency. "
        "“Now we walk.”\n\n"
        "The army denied that its planes had flown over the valley. "
        "A statement from the ministry said “no such operation” had taken place.",
        [
            ("Aid workers", "the bridge at Kel had been destroyed overnight"),
            ("Marta Lind", "It was our last way in … Now we walk"),
            ("The army", "its planes had flown over the valley"),
            ("A statement from the ministry", "no such operation had taken place"),
        ],
    ),
    (
        "“The election will be held,” President Yara Demir insisted, “whatever the generals decide.”\n\n"
        "Opposition leaders say that the date was chosen without them. Their lawyer argued that the decree was illegal.\n\n"
        "“We will go to court,” she said.",
        [
            ("President Yara Demir", "The election will be held … whatever the generals decide"),
            ("Opposition leaders", "the date was chosen without them"),
            ("Their lawyer", "the decree was illegal"),
            ("she", "We will go to court"),
        ],
    ),
    (
        "Three fishermen were missing, the coast guard said on Sunday. “The sea was very rough,” a survivor told state radio.\n\n"
        "Officials in Tarn believe the boat struck a mine. The navy’s commander said he had “no information” about mines in the strait.",
        [
            ("the coast guard", "Three fishermen were missing"),
            ("a survivor", "The sea was very rough"),
            ("Officials in Tarn", "the boat struck a mine"),
            ("The navy’s commander", "he had no information about mines in the strait"),
        ],
    ),
    (
        "“This is a red line,” the prime minister wrote on Wednesday. “Anyone who crosses it will pay.”\n\n"
        "Her office later said the message was not a threat. "
        "The ambassador, however, told a newspaper that his government felt “insulted”.",
        [
            ("the prime minister", "This is a red line … Anyone who crosses it will pay"),
            ("Her office", "the message was not a threat"),
            ("The ambassador", "his government felt insulted"),
        ],
    ),
    (
        "Witnesses said soldiers had opened fire near the market. “I saw two men fall,” said Hamid, a baker. “Then everybody ran.”\n\n"
        "The governor announced that a curfew would begin at six. The interior ministry said that 14 people had been arrested.",
        [
            ("Witnesses", "soldiers had opened fire near the market"),
            ("Hamid", "I saw two men fall … Then everybody ran"),
            ("The governor", "a curfew would begin at six"),
            ("The interior ministry", "14 people had been arrested"),
        ],
    ),
    (
        "“Our soldiers are home,” the defence minister said, “and they will stay home.” "
        "He said the treaty had been “a mistake from the first day”.\n\n"
        "The treaty, critics said, was never put to a vote.",
        [
            ("the defence minister", "Our soldiers are home … and they will stay home"),
            ("He", "the treaty had been a mistake from the first day"),
            ("critics", "The treaty … was never put to a vote"),
        ],
    ),
    (
        "The envoy said: “I have met both presidents. They want an end to this war.”\n\n"
        "He added that a second round would begin in Oslo on 4 May. “Nothing is agreed until everything is agreed,” a diplomat said.",
        [
            ("The envoy", "I have met both presidents. They want an end to this war"),
            ("He", "a second round would begin in Oslo on 4 May"),
            ("a diplomat", "Nothing is agreed until everything is agreed"),
        ],
    ),
    (
        "Farmers’ leaders said the dam would flood eleven villages. “Where shall we go?” asked Rosa Quispe, a teacher.\n\n"
        "The company said it had offered every family a new house. “We keep our word,” its director, Paul Enge, said in a statement.",
        [
            ("Farmers’ leaders", "the dam would flood eleven villages"),
            ("Rosa Quispe", "Where shall we go"),
            ("The company", "it had offered every family a new house"),
            ("its director", "We keep our word"),
        ],
    ),
]
