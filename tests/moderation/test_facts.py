"""The roster's names, as the judgement compares them."""

from moderation.facts import RosterNames, named
from moderation.text import fold


def test_a_name_is_folded_like_the_post_it_is_looked_for_in() -> None:
    child = named("Zoë", "Zo-Zo", surname="O'Brien")

    assert child.full & {fold("ZOË O'Brien").text} == {"zoe o'brien"}
    assert "zo-zo" in child.called


def test_a_child_without_a_surname_has_no_whole_name() -> None:
    assert named("Mia", "").full == frozenset()
    assert named("Mia", "").called == {"mia"}


def test_a_first_name_that_an_own_child_has_too_is_nobody_elses() -> None:
    names = RosterNames(
        own_children=frozenset({named("Isla", surname="Reed")}),
        other_children=frozenset({named("Isla", surname="Wood"), named("Tom", surname="Wood")}),
    )

    assert names.own_first == {"isla"}
    assert names.other_first == {"tom"}
    assert names.full_names == {"isla reed", "isla wood", "tom wood"}
