"""A member tells the bot about a post, or about something outside the group; whoever did stays unnamed."""

from dataclasses import replace
from datetime import timedelta

from bot import albums, aside, bundles, evidence, letters, private
from bot.desk import Desk
from bot.helplines import for_the_worried
from bot.reading import Posting
from bot.review import decide_now, know_author, opening_of, review
from bot.store.cases import Case
from bot.words import say, say_to_poster
from moderation.case import State, View
from moderation.category import Category
from moderation.decision import Action, Decision
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.judge import Judgement, judge
from moderation.post import STAFF_ROLES, Author, Post
from moderation.rulings import Ruling

A_DAY = timedelta(days=1)
ENOUGH = 5  # reports of one person in a day that open a case; more are answered with a telephone number
UNCLEAR = Category.BULLY  # nothing was found in it, and somebody felt that it should be looked at


def report_post(about: Posting, words: str, reporter: int, desk: Desk) -> str:
    """A post in the group: it is shown to a person and stays up, unless it is urgent (U-55)."""
    known = desk.store.cases.by_message(about.chat_id, about.message_id)
    if known is not None:
        return report_again(known, words, reporter, desk)
    if about.post.author.id == reporter:
        return say("report.own")
    judgement, decision = look_at(about, desk)
    if decision.action == Action.URGENT:
        review(about, Facts(), desk)
        known = desk.store.cases.by_message(about.chat_id, about.message_id)
    elif too_many(reporter, desk):
        return say("report.too_many", setting=desk.setting)
    else:
        known = open_reported(about, judgement, decision, desk)
    if known is None:
        return say("report.how")
    desk.store.reports.add(known.number, reporter, desk.now)
    add_words(known, words, desk)
    return say("report.thanks", setting=desk.setting, number=known.number)


def report_again(known: Case, words: str, reporter: int, desk: Desk) -> str:
    """Somebody is looking at it already, or has: one more report changes nothing but is written down."""
    if desk.store.reports.add(known.number, reporter, desk.now) and known.state != State.CLOSED:
        add_words(known, words, desk)
        letters.refresh_cards(known, desk)
    return say("report.known", setting=desk.setting)


def look_at(about: Posting, desk: Desk) -> tuple[Judgement, Decision]:
    judgement = judge(know_author(about, desk), Facts(), desk.policy)
    return judgement, decide_now(judgement, desk)


def open_reported(about: Posting, judgement: Judgement, decision: Decision, desk: Desk) -> Case:
    """A case like any other post's, except that nothing is done to the post."""
    first = decision.because or Finding(UNCLEAR, 1.0, Severity.FLAG, say("report.why"))
    reported = replace(first, subtype="reported", severity=Severity.FLAG, why=say("report.why"), evidence=())
    ruling = Ruling(finding=reported, action=Action.FLAG, severity=Severity.FLAG)
    shown = Decision(Action.FLAG, because=reported, rulings=(ruling, *decision.rulings))
    others, parts = albums.earlier_parts(about, desk)
    opening = replace(opening_of(about, shown, desk), view=View.VISIBLE.value)
    case = desk.store.cases.open(replace(opening, message_ids=(*others, *opening.message_ids)), desk.now)
    page = evidence.evidence(about, judgement, shown, desk)
    desk.store.sealed.seal(case.number, evidence.with_parts(page, [*parts, *page["parts"]]))
    detail = {"action": case.action, "category": case.category, "subtype": "reported"}
    desk.store.log.append(
        "case opened", case=case.number, actor=None, detail=detail, words=about.post.text, now=desk.now
    )
    aside.keep_subjects_away(case, about.post.text, desk)
    if not letters.send_cards(case, desk):
        letters.nobody_reached(case, desk)
    bundles.gather(case, desk)
    return case


def report_private(words: str, about: Posting | None, reporter: int, desk: Desk) -> str:
    """Something outside the group, in words, or forwarded to the bot: a person looks at it."""
    told = "\n\n".join(part for part in (words, about.post.text if about else "") if part.strip())
    files = [{"media": one.media.value, "file_id": one.file_id} for one in about.files] if about else []
    decision = look_at_words(told, desk)
    urgent = decision.action == Action.URGENT
    if not urgent and too_many(reporter, desk):
        return say("report.too_many", setting=desk.setting)
    first = decision.because
    case = private.open_case(
        first.category if first else UNCLEAR,
        subtype_of(decision, "reported_private"),
        desk,
        words=told,
        author=reporter,
        author_name=say("report.author"),
        urgent=urgent,
        files=[] if decision.keeps_no_copy else files,
    )
    desk.store.reports.add(case.number, reporter, desk.now)
    return kind_answer(decision, say("report.thanks", setting=desk.setting, number=case.number), desk)


def complain(words: str, person: int, name: str, desk: Desk) -> str:
    """Numbered, and on its way to a person; a worry about a child goes to those who keep children safe."""
    decision = look_at_words(words, desk)
    urgent = decision.action == Action.URGENT and decision.because is not None
    case = private.open_case(
        decision.because.category if urgent and decision.because else Category.COMPLAINT,
        subtype_of(decision, "complaint") if urgent else "complaint",
        desk,
        words=words,
        author=person,
        author_name=name,
        urgent=urgent,
    )
    route = "complaints.staff_route" if desk.roles_of(person) & STAFF_ROLES else "complaints.parent_route"
    answer = say(
        "complaint.thanks", setting=desk.setting, number=case.number, route=str(desk.policy[route]).strip()
    )
    return kind_answer(decision, answer, desk)


def look_at_words(words: str, desk: Desk) -> Decision:
    """What words told in private would be; nobody is named as their author."""
    judgement = judge(Post(words, Author(None)), Facts(), desk.policy)
    return decide_now(judgement, desk)


def subtype_of(decision: Decision, usual: str) -> str:
    """What decides who may see it is kept: an allegation about staff, a possibly indecent image."""
    if decision.action == Action.URGENT and decision.because is not None and decision.because.subtype:
        return decision.because.subtype
    return usual


def kind_answer(decision: Decision, answer: str, desk: Desk) -> str:
    """Whoever is worried about a child hears who helps, before anything else."""
    if decision.reply is None or not decision.reply.startswith("help."):
        return answer
    help_ = say_to_poster(decision.reply, setting=desk.setting)
    return "\n\n".join(part for part in (help_, for_the_worried(desk), answer) if part)


def too_many(reporter: int, desk: Desk) -> bool:
    return desk.store.reports.since(reporter, desk.now - A_DAY) >= ENOUGH


def add_words(case: Case, words: str, desk: Desk) -> None:
    """What somebody said about the post when they reported it; who it was is not kept with it."""
    page = desk.store.sealed.open(case.number)
    if words.strip() and page is not None:
        told = [*page.get("reported", []), words.strip()]
        desk.store.sealed.seal(case.number, {**page, "reported": told[-5:]})
