"""Names are masked before a model reads a post, and nothing else is."""

from moderation.models.encoder import load_encoder
from moderation.roster import Carer, Child, Roster, StaffMember
from moderation.stand_in import without_names

ROSTER = Roster(
    children=(Child(1, "Fanny", "Butt", known_as="Fan"),),
    carers=(Carer(1, 1, "Dick Butt"),),
    staff=(StaffMember(1, "Miss Cockburn"),),
)


def test_every_name_of_the_roster_gives_way_to_an_ordinary_one() -> None:
    text = "Fanny's dad Dick says thanks to Miss Cockburn"
    assert without_names(text, ROSTER.said_names) == "Sam's dad Sam says thanks to Miss Sam"


def test_a_word_that_is_no_name_stays_what_it_is() -> None:
    assert (
        without_names("you dick, my fantastic Dickens", ROSTER.said_names) == "you dick, my fantastic Dickens"
    )


def test_without_a_roster_nothing_changes() -> None:
    assert without_names("Dick is here", Roster().said_names) == "Dick is here"


def test_a_roster_name_changes_no_score() -> None:
    texts = ["Dick is poorly today", "Fanny is poorly today", "Sam is poorly today"]
    scores = load_encoder().score([without_names(text, ROSTER.said_names) for text in texts])
    assert scores[0] == scores[1] == scores[2]
