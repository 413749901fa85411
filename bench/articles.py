"""Makes up news articles: `python bench/articles.py FOLDER [NUMBER]` (default 200), the same ones each time.

Of their sentences about a quarter hold a figure, and of their paragraphs four in ten, as in newspapers.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

GIVEN = ("Ada", "Ben", "Clara", "Dev", "Esther", "Femi", "Grace", "Hugo", "Ines", "Jonah", "Leila", "Marcus", "Ruth")
FAMILY = ("Pell", "Okafor", "Marsh", "Sole", "Iyer", "Lindqvist", "Hargreaves", "Doyle", "Abara", "Quill", "Renshaw")
BODIES = ("Harbour Trust", "County Council", "Institute for Local Studies", "Teachers’ Union", "Water Commission")
ROLES = ("chair", "chief executive", "spokeswoman", "director", "head of research")
PLACES = ("Leeds", "Bristol", "Norwich", "Dundee", "Swansea", "Derby", "Exeter")
THINGS = ("bridge", "library", "hospital", "harbour wall", "bus station", "swimming pool", "market hall", "school")

FIGURES = (
    "The {thing} will cost £{n}.{d}m, up from £{d}m in the plan that was drawn up in {year}.",
    "Nearly {n},000 children in {place} were waiting for a place, {d}% more than a year earlier.",
    "Spending on the {thing} rose by {n}% over the last decade, according to the {body}.",
    "Between {d} and {n} per cent of patients wait more than two hours, {name} said.",
    "The {body} employs some {n}00 people at {d} sites in and around {place}.",
    "One in {d} families told researchers that they had gone without heating for at least three weeks.",
)
SAID = (
    "“Nobody should have to choose between paying the rent and feeding a family,” said {name}, {role} of the {body}.",
    "{name} said that the decision had been taken by others, and that the {body} had learned of it from the papers.",
    "“We were told to wait, and so we waited,” {family} added. “In the end the {thing} was closed all the same.”",
    "According to the {body}, the {thing} in {place} is safe, though it has been neglected for far too long.",
    "{family} argued that people in {place} deserved better, and called on ministers to think again.",
)
PLAIN = (
    "Campaigners gathered outside the {thing}, where they handed a letter to the committee.",
    "The {thing} has stood empty since the spring, and the neighbours do not know what comes next.",
    "It was raining in {place} when the doors were opened, and most of those who had come went home again.",
    "Teachers, nurses and bus drivers were among those who spoke, and most of them asked for more time.",
    "A plan to sell the land behind the {thing} was dropped after a long argument among the members.",
    "Behind the {thing} a path leads down to the river, where people from all over {place} walk their dogs.",
    "The {body} was set up to look after the {thing}, and has done so in its own way ever since.",
    "What happens now depends on whether the owners and the {body} can agree on who is to mend the roof.",
)


def article(number: int) -> str:
    """One article: a headline, a byline and some twenty paragraphs."""
    chance = random.Random(number)
    name, family = chance.choice(GIVEN), chance.choice(FAMILY)
    told = {"name": f"{name} {family}", "family": family, "body": chance.choice(BODIES), "role": chance.choice(ROLES)}

    def sentence(kinds: tuple[str, ...]) -> str:
        drawn = {"thing": chance.choice(THINGS), "place": chance.choice(PLACES), "year": chance.randint(1990, 2020)}
        return chance.choice(kinds).format(**told, **drawn, n=chance.randint(11, 99), d=chance.randint(2, 9))

    paragraphs = [
        f"{sentence(('{place} fears for its {thing}',))}\n\nBy {chance.choice(GIVEN)} {chance.choice(FAMILY)}"
    ]
    for _ in range(chance.randint(14, 26)):
        kinds = chance.choices((FIGURES, SAID, PLAIN), weights=(3, 3, 5), k=chance.randint(1, 2))
        paragraphs.append(" ".join(sentence(kind) for kind in kinds))
    return "\n\n".join(paragraphs) + "\n"


def articles(folder: Path, number: int) -> Iterator[Path]:
    """Writes the articles into the folder, a file each."""
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(number):
        path = folder / f"{index:06}.txt"
        path.write_text(article(index), encoding="utf-8")
        yield path


if __name__ == "__main__":
    made = sum(1 for _ in articles(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 200))
    print(f"{made} articles in {sys.argv[1]}")
