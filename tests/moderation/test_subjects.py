"""A text that names somebody of the staff, in any of the ways parents do, is known to be about them."""

import pytest

from moderation.facts import Facts
from moderation.judge import judge
from moderation.policy import load_policy
from moderation.post import Author, Post
from moderation.roster import Roster, StaffMember
from moderation.subjects import staff_named

STAFF = (
    StaffMember(1, "Mrs Anita Patel", user_id=11),
    StaffMember(2, "Jo Green", user_id=12),
    StaffMember(3, "Jo Smith", user_id=13),
    StaffMember(4, "Miss Cole", user_id=14),
    StaffMember(5, "Amy Bell"),  # nobody has pinned her id yet
)


@pytest.mark.parametrize(
    "text, named",
    [
        ("Mrs Patel dragged him by the arm", {11}),
        ("mrs. patel's shouting again", {11}),
        ("Anita hit a toddler", {11}),
        ("ANITA PATEL hit a toddler", {11}),
        ("Miss Anita and Mr Green were both there", {11, 12}),
        ("Jo Green hit a toddler", {12}),
        ("Jo hit a toddler", set()),  # two are called Jo
        ("Miss Cole", {14}),
        ("a lump of coal, cole slaw", set()),
        ("Amy Bell hit a toddler", set()),
        ("a member of staff hit a toddler", set()),
        ("Patels shop is open", set()),
    ],
)
def test_who_is_named(text: str, named: set[int]) -> None:
    assert staff_named(text, STAFF) == named


ROSTER = Roster(staff=STAFF).names_for(None)


@pytest.mark.parametrize(
    "text, subtype",
    [
        ("I saw Miss Cole hit a toddler", "about_staff"),
        ("I saw Anita Patel hit a toddler", "about_staff"),
        ("I saw Ms Brown hit a toddler", "about_family"),
        ("I told Ms Cole that his dad hits him", "about_family"),
        ("I saw Amy hit a toddler", "about_family"),  # a first name alone may be a child's
    ],
)
def test_a_worry_whose_words_name_staff_is_about_staff(text: str, subtype: str) -> None:
    judgement = judge(Post(text, Author(1)), Facts(roster=ROSTER), load_policy("default"))

    assert judgement.findings[0].subtype == subtype
