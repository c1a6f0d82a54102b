"""What members tell the bot reaches a person, hides nothing by itself, and names nobody who told it."""

from dataclasses import replace

import pytest

from bot import by_hand, verbs
from bot.attached import File
from bot.cards import draw
from bot.commands.report import complain, report
from bot.commands.rules import show
from bot.desk import Desk
from bot.dispatch import handle
from bot.drafts import said
from bot.evidence import part_of
from bot.reading import Command, Posting
from bot.store.effects import EffectRow
from bot.words import say, utf16_length
from moderation.case import View
from moderation.facts import Facts
from moderation.policy import SHIPPED, load_policy
from moderation.post import Media
from tests.bot.conftest import DEPUTY, GROUP, LEAD, MANAGER, PARENT, later, opened, posting
from tests.bot.test_aside import act, to

OTHER = 22
PLAN = File(Media.DOCUMENT, "f", "u")
SEAL = say("button.seal")
FINE = "Does anyone know whether the gate is open at nine tomorrow?"
RUDE = "whoever parked across the gate this morning is a selfish cow"
WORRY = "Not sure who to tell but L had marks on his arms again today that looked like fingers"
ALLEGATION = "I saw a member of staff hit a toddler"
SLY = "Some mums should look in the mirror before they speak about others"


def in_group(about: Posting | None, words: str = "", person: int = OTHER) -> Command:
    return Command(
        "report", words, person, GROUP, 50, private=False, answered=about, posting=posting("/report")
    )


def in_private(name: str, words: str, person: int = OTHER, about: Posting | None = None) -> Command:
    return Command(name, words, person, person, 51, private=True, answered=about, author_name="Lisa Wood")


def card(desk: Desk, number: int = 1) -> tuple[str, list[str]]:
    case = desk.store.cases.get(number)
    assert case is not None
    drawn = draw(case, desk.store.sealed.open(number), desk)
    return drawn.text, [button.label for row in drawn.buttons for button in row]


def told(acts: list[EffectRow], person: int, desk: Desk) -> str:
    """All that somebody was told, as they read it."""
    texts = [said(one, desk) for one in acts if one.kind == "say" and one.chat_id == person]
    return "\n".join(text[0] for text in texts if text)


def test_a_reported_post_stays_up_and_a_person_is_shown_it(desk: Desk) -> None:
    answer = report(in_group(posting(SLY), "it is about me"), desk)
    acts = act(desk)

    assert answer.startswith("Thank you. Somebody at our pre-school will look at it.")
    assert (to(acts, "card"), to(acts, "delete")) == ([MANAGER], [])
    text, labels = card(desk)
    assert "a member of the group asked for somebody to look at it" in text
    assert "Whoever asked for a look says: it is about me" in text
    assert {"Take it out", "Leave up", "I am involved"} <= set(labels)
    assert PARENT not in to(acts, "say"), "its author hears nothing"


def test_nobody_can_tell_who_reported_it(desk: Desk) -> None:
    report(in_group(posting(SLY)), desk)
    verbs.do("remove", 1, MANAGER, desk)
    acts = act(desk)

    assert str(OTHER) not in card(desk)[0]
    assert "reported" not in told(acts, PARENT, desk)
    assert all(entry.actor != OTHER for entry in desk.store.log.of_case(1))


def test_an_urgent_post_that_somebody_reports_is_handled_as_urgent(desk: Desk) -> None:
    report(in_group(posting(WORRY)), desk)
    acts = act(desk)

    assert (to(acts, "card"), to(acts, "delete")) == ([LEAD, DEPUTY], [GROUP])


def test_many_reports_of_one_post_are_one_case_and_hide_nothing(desk: Desk) -> None:
    for person in range(30, 60):
        report(in_group(posting(SLY), person=person), desk)
    acts = act(desk)

    (case,) = desk.store.cases.waiting()
    assert case.view == View.VISIBLE
    assert to(acts, "card") == [MANAGER]


def test_one_person_opens_only_so_many_cases_a_day_unless_it_is_urgent(desk: Desk) -> None:
    for place in range(7):
        answer = report(in_group(posting(f"{SLY} {'abcdefg'[place] * 9}", message=100 + place)), desk)
    assert answer.startswith("You have shown me a lot today")
    assert len(desk.store.cases.waiting()) == 5

    assert report(in_group(posting(WORRY, message=120)), desk).startswith("Thank you")
    tomorrow = later(desk, hours=25)
    assert report(in_group(posting(SLY, message=130)), tomorrow).startswith("Thank you")


def test_a_post_that_was_looked_at_already_opens_no_second_case(desk: Desk) -> None:
    opened(desk, RUDE)
    verbs.do("keep", 1, MANAGER, desk)

    assert "looks at this post already" in report(in_group(posting(RUDE)), desk)
    assert desk.store.cases.waiting() == []


def test_nobody_reports_their_own_post(desk: Desk) -> None:
    assert report(in_group(posting(SLY), person=PARENT), desk).startswith("That is your own post.")
    assert desk.store.cases.waiting() == []


def test_a_report_in_private_is_shown_without_the_name(desk: Desk) -> None:
    about = replace(posting("You fat pig", author=OTHER), chat_id=OTHER, files=(File(Media.PHOTO, "f", "u"),))
    answer = report(in_private("report", "somebody sent me this", about=about), desk)
    act(desk)

    assert "Nobody hears that it was you." in answer
    text, labels = card(desk)
    assert text.startswith("Case 1: somebody has told me about this in private.")
    assert "somebody sent me this\n\nYou fat pig" in text
    assert "Lisa" not in text and str(OTHER) not in text
    assert labels == ["I have this", "Show", SEAL, "It is dealt with", "I am involved"]
    assert verbs.do("show", 1, MANAGER, desk).startswith("It comes to you here")
    assert "show" in [one.kind for one in act(desk)]
    verbs.do("seal", 1, MANAGER, desk)
    assert to(act(desk), "card")[0] == LEAD, "possibly indecent: those who keep children safe see to it"


def test_an_answer_to_whoever_told_it_in_private_reaches_them(desk: Desk) -> None:
    report(in_private("report", "something happened outside"), desk)
    act(desk)
    verbs.do("done", 1, MANAGER, desk, "We have talked to them. Thank you.")

    assert "We have talked to them." in told(act(desk), OTHER, desk)


def test_a_worry_told_in_private_is_urgent_and_its_answer_begins_with_help(desk: Desk) -> None:
    for place, name in enumerate(("report", "complain")):
        run = report if name == "report" else complain
        answer = run(in_private(name, WORRY), desk)
        assert "call 999" in answer.split("\n")[0]
        case = desk.store.cases.get(place + 1)
        assert case is not None and case.urgent
    assert to(act(desk), "card") == [LEAD, DEPUTY, LEAD, DEPUTY]


def test_an_allegation_about_staff_told_in_private_goes_to_no_deputy(desk: Desk) -> None:
    complain(in_private("complain", ALLEGATION), desk)

    assert to(act(desk), "card") == [LEAD]
    assert "I am involved" in card(desk)[1]


def test_a_complaint_is_numbered_named_and_safe_to_make(desk: Desk) -> None:
    answer = complain(in_private("complain", "The gate was open all morning again"), desk)

    assert to(act(desk), "card") == [MANAGER]
    assert "number 1" in answer and "Your child's place is not affected." in answer
    text, labels = card(desk)
    assert text.startswith("Case 1: somebody has made a complaint.")
    assert "From Lisa Wood, 7 Sep, 12:00:\nThe gate was open all morning again" in text
    assert labels == ["I have this", "It is dealt with", "I am involved"]


@pytest.mark.parametrize("run, how", [(report, "In the group, answer"), (complain, "Please write /complain")])
def test_without_words_it_says_how(desk: Desk, run: object, how: str) -> None:
    assert callable(run)
    assert run(in_private("x", ""), desk).startswith(how)
    assert desk.store.cases.waiting() == []


def test_typed_in_the_group_it_is_deleted_answered_in_private_and_judged_once(desk: Desk) -> None:
    command = Command(
        "complain", WORRY, OTHER, GROUP, 60, private=False, posting=posting(f"/complain {WORRY}")
    )
    handle(command, Facts({"toxicity": 0.0}), desk)
    acts = act(desk)

    assert [one.body["messages"] for one in acts if one.kind == "delete"] == [[60]]
    assert "call 999" in told(acts, OTHER, desk)
    assert [case.number for case in desk.store.cases.waiting()] == [1]


@pytest.mark.parametrize("name", SHIPPED)
def test_every_profiles_rules_fit_on_a_page_and_speak_of_pictures(desk: Desk, name: str) -> None:
    page = show(in_private("rules", ""), replace(desk, policy=load_policy(name)))

    assert utf16_length(page) < 2000
    assert "picture" in page and "phone number" in page and "advert" in page.lower()
    assert "{" not in page


def test_a_report_about_one_picture_of_an_album_is_about_them_all(desk: Desk) -> None:
    album = [posting("", message=one, album="a", files=(PLAN,)) for one in (70, 71, 72)]
    for part in album:
        desk.store.albums.note(GROUP, "a", part_of(part, desk), desk.now)

    report(in_group(album[1], "not for everybody"), desk)

    case = desk.store.cases.get(1)
    assert case is not None and sorted(case.message_ids) == [70, 71, 72]


def test_one_picture_of_an_album_taken_out_by_hand_takes_the_others_with_it(desk: Desk) -> None:
    album = [posting("", message=one, album="a", files=(PLAN,)) for one in (70, 71, 72)]
    for part in album:
        desk.store.albums.note(GROUP, "a", part_of(part, desk), desk.now)

    by_hand.remove(album[2], MANAGER, desk, "")

    (out,) = (one for one in desk.store.effects.of_case(1) if one.kind == "delete")
    assert sorted(out.body["messages"]) == [70, 71, 72]
    assert [part["message"] for part in (desk.store.sealed.open(1) or {})["parts"]] == [70, 71, 72]
