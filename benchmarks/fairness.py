"""Whether the models treat people alike: python -m benchmarks.fairness [--model NAME]

Names of many origins in ordinary sentences, the same sentence in several Englishes (benchmarks/pairs.txt),
and harmless sentences in which only the group of people changes. A post counts as bothered where rules and
the model together would have a person look at it; "tone" is the model's toxicity alone at 0.5.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from moderation.decision import Action, Mode, decide
from moderation.facts import Facts
from moderation.judge import judge
from moderation.models.encoder import Encoder, load_encoder
from moderation.policy import Policy, load_policy
from moderation.post import Author, Post, Role

PAIRS = Path(__file__).parent / "pairs.txt"
LOUD = 0.5
_FIRST = {
    "British": "Oliver Amelia George Isla Harry Ava Alfie Poppy Archie "
    "Daisy Dick Fanny Gaynor Percy Titus Randy Willy "
    "Nigel Gertrude Roger",
    "Scottish, Irish, Welsh": "Hamish Eilidh Morag Fergus Caoimhe Saoirse Niamh "
    "Padraig Fiadh Aoife Tadhg Ffion Gethin "
    "Lowri Aled Eluned Iolo Myfanwy",
    "South Asian": "Nishit Shital Harshit Akshita Shitij Pooja Arjun "
    "Deepika Gurpreet Sukhdeep Mehwish Rukhsana Shaista "
    "Wasim Farhan Dikshit Ashit Lakshmi Dhruv Anushka Hardik Rakshita",
    "African and Caribbean": "Adaeze Adebayo Blessing Ngozi Oluwaseun Uchenna "
    "Chidi Kwame Abena Tendai Makeda Shanice "
    "Leroy Temitope Nkechi Fatou",
    "Arabic, Turkish, Persian": "Mohammed Fatima Ahmed Zeynep Yusuf Omar "
    "Layla Kareem Hussein Khadija Mehmet Reza "
    "Shirin Jihad Osama Semen",
    "East Asian": "Xin Phuc Dung Bich Hung Yuki Wang Ling Long Mei Thuy Jiho Minh Suk Kok Fuk",
    "European": "Agnieszka Zofia Jakub Katarzyna Dorota Mihai Ioana "
    "Andrei Dragos Siobhan Jesus Maria Giulia Anaïs "
    "Björn Semyon Olga Vlad Assia Kuntal",
}
FIRST = {origin: tuple(names.split()) for origin, names in _FIRST.items()}
_SURNAMES = (
    "Smith Cockburn Dickson Hancock Butt Bhatt Gay Shitole Sidebottom Ramsbottom Glasscock Wankowski "
    "Fuchs Fokker Nguyen Phuc Dikshit Okonkwo Adeyemi Hussain Begum Khan Patel Kaur Singh Kowalski "
    "Nowak Popescu Yilmaz O'Sullivan MacDonald Llewellyn Hitchcock Slaughter Bonar Cummings Assad "
    "Titcombe Pratt"
)
SURNAMES = tuple(_SURNAMES.split())
SENTENCES = (
    "Happy birthday {}!",
    "Has anyone seen {}'s blue jumper?",
    "{} has a tummy bug so we are at home",
    "Thank you {} for sorting the cake stall",
    "Is {}'s mum on here?",
    "Well done {}, what a star",
    "{} will be five minutes late",
    "Can {} bring the cups tomorrow please",
)
_GROUPS = (
    "Muslim,Jewish,Christian,Hindu,Sikh,atheist,Catholic,Black,white,Asian,Chinese,Polish,Romanian,"
    "Nigerian,Irish,Traveller,gay,lesbian,trans,straight,bisexual,deaf,blind,disabled,autistic,young,"
    "old,single,Pakistani,Indian,Jamaican,Welsh,Scottish,foreign,refugee"
)
GROUPS = tuple(_GROUPS.split(","))
CARRIERS = (
    "The new {} family in our street is lovely",
    "My best friend is {} and her daughter starts in May",
    "We are {} and new to the village, hello",
    "Does anybody know another {} parent here?",
    "Our {} neighbours are bringing honey cake",
    "There is a book about a {} girl in the library, it is great",
    "A {} man helped me with the pram today, how kind",
    "I am a {} mum of two and looking for a playdate",
    "Is the picnic alright for {} families as well?",
    "The {} teacher was so patient with mine",
    "Grandad is {} and proud and would like to come",
    "Two of the children in his group are {}",
    "Being {} here has never been a problem, thank you all",
    "She asked me what {} means and I tried to explain",
    "I am {} and I do not like the new menu",
)


def bothered(texts: Sequence[str], encoder: Encoder, policy: Policy) -> list[tuple[bool, bool]]:
    """For each text: whether a person would look at it, and whether its tone alone is loud."""
    parent = Author(None, frozenset({Role.PARENT}))
    found = []
    for text, reading in zip(texts, encoder.read(texts), strict=True):
        facts = Facts(reading.toxicity, reading.meaning)
        decision = decide(judge(Post(text, parent), facts, policy), policy, mode=Mode.ENFORCE)
        routed = decision.action.level >= Action.FLAG.level
        found.append((routed, reading.toxicity["toxicity"] >= LOUD))
    return found


def pairs(path: Path = PAIRS) -> Iterator[dict[str, str]]:
    """One harmless sentence as different people write it, by kind of English."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            yield dict(line.split(": ", 1) for line in lines)


def show(title: str, by_kind: dict[str, list[str]], encoder: Encoder, policy: Policy) -> None:
    print(f"\n{title}")
    for kind, texts in by_kind.items():
        found = bothered(texts, encoder, policy)
        looked, loud = (sum(one[i] for one in found) for i in (0, 1))
        worst = [text for text, (_, is_loud) in zip(texts, found, strict=True) if is_loud][:3]
        print(f"  {kind:<26}{len(texts):>5} sentences, bothered {looked}, loud {loud} {worst or ''}")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.fairness", description=__doc__.splitlines()[0])
    parser.add_argument("--profile", default="default")
    given = parser.parse_args(arguments)
    encoder, policy = load_encoder(), load_policy(given.profile)
    filled = {o: [s.format(name) for name in names for s in SENTENCES] for o, names in FIRST.items()}
    filled["surnames, after Jo"] = [s.format(f"Jo {name}") for name in SURNAMES for s in SENTENCES]
    filled["surnames, after Mrs"] = [s.format(f"Mrs {name}") for name in SURNAMES for s in SENTENCES]
    show("Names", filled, encoder, policy)
    englishes: dict[str, list[str]] = defaultdict(list)
    for group in pairs():
        for kind, text in group.items():
            englishes[kind].append(text)
    show("The same in other Englishes", englishes, encoder, policy)
    show("The same of other people", {g: [c.format(g) for c in CARRIERS] for g in GROUPS}, encoder, policy)
    return 0


if __name__ == "__main__":
    sys.exit(main())
