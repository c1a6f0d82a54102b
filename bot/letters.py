"""Puts what is to be done into the outbox: deletes, cards, private words; never a member's own words."""

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot import baits
from bot.desk import NOBODY_REACHED, Desk
from bot.helplines import for_the_worried
from bot.reading import Posting, Press
from bot.store.cases import Case
from bot.store.effects import ONCE_OUT, Delivery, EffectRow, NewEffect, Priority
from bot.words import poster_word, say, say_to_poster
from moderation.case import View
from moderation.category import NEUTRAL_REASON, Category
from moderation.decision import must_not_be_explained, next_owners, owners
from moderation.post import STAFF_ROLES, Role

log = logging.getLogger(__name__)

BETWEEN_NOTICES = timedelta(minutes=10)  # decision 11
SHOWN_FOR = timedelta(minutes=15)  # decision 10


def case_owners(case: Case, desk: Desk, tier: int = 0) -> list[int]:
    """Who hears of a case: its owners in the profile; in tier 1 those next in line; in tier 2 the group's
    human administrators (decision 13). Empty when nobody holds such a role."""
    match tier:
        case 0:
            roles: Sequence[Role] = owners(category_of(case), case.subtype, desk.policy, urgent=case.urgent)
        case 1:
            roles = next_owners(desk.policy)
        case _:
            return [person for person in desk.group_admins if person not in kept_away(case, desk)]
    return [person for person in desk.acting(roles) if person not in kept_away(case, desk)]


def kept_away(case: Case, desk: Desk) -> frozenset[int | None]:
    """Whom the case is about, and the post's author: they neither see nor decide it (I-11)."""
    return frozenset({case.author_id}) | desk.store.subjects.of(case.number)


LAST_TIER = 2


def send_cards(case: Case, desk: Desk, tier: int = 0) -> bool:
    """Cards to the first tier that has anybody not yet written to; False when there is nobody at all."""
    for step in range(tier, LAST_TIER + 1):
        fresh = [person for person in case_owners(case, desk, step) if queue_card(case, person, step, desk)]
        if fresh:
            return True
    return False


def queue_card(case: Case, person: int, tier: int, desk: Desk, *, again: str = "") -> bool:
    priority = Priority.ALERT if case.urgent else Priority.CARD
    key = f"card:{case.number}:{person}{again}"
    due = None if case.urgent else desk.quiet_until
    return queue(desk, key, "card", person, priority, case, due=due, tier=tier)


def take_out(case: Case, desk: Desk) -> None:
    """Deletes every part of what the group sees of the post: itself, or the copy that was put back. What
    waits to delete some parts, or to put it back, is not needed any more."""
    copies = copies_of(case, desk) if case.view == View.RESTORED else []
    for waiting in (*acts_of(case, "delete", desk), *acts_of(case, "restore", desk)):
        desk.store.effects.cancel(waiting.key)
    if case.view == View.RESTORED and not copies:
        return
    baits.lay(case, desk)
    queue(
        desk,
        f"delete:{case.number}:{len(case.message_ids)}:{desk.now.isoformat()}",
        "delete",
        chat_of(case),
        Priority.DELETE,
        case,
        delivery=Delivery.IDEMPOTENT,
        messages=copies or list(case.message_ids),
        seen_as=(View.RESTORED if copies else View.VISIBLE).value,
    )


def copies_of(case: Case, desk: Desk) -> list[int]:
    """The messages by which the post was put back, as far as they are still there."""
    sent = desk.store.sent.of_case(case.number, kind="restore")
    return [one.message_id for one in sent if one.removed is None]


def tell_again_out(case: Case, desk: Desk) -> None:
    """A post that was put back is out once more: its author hears that, and that it was our doing."""
    if case.author_id is not None and not must_not_be_explained(category_of(case), case.subtype):
        text = say("own.again_out", setting=desk.setting, number=case.number)
        key = f"again:{case.number}:{desk.now.isoformat()}"
        queue(desk, key, "say", case.author_id, Priority.PRIVATE, case, text=text, buttons=["appeal"])


def put_back(case: Case, desk: Desk) -> None:
    """At most once: if the answer is lost, a person is asked instead of posting twice."""
    baits.take_up(case, desk)
    queue(
        desk,
        f"restore:{case.number}:{desk.now.isoformat()}",
        "restore",
        chat_of(case),
        Priority.ANSWER,
        case,
        delivery=Delivery.AT_MOST_ONCE,
    )


def tell_poster(
    case: Case,
    reply: str,
    priority: Priority,
    desk: Desk,
    *,
    once_out: bool = False,
    more: str = "",
    buttons: Sequence[str] = (),
    again: bool = False,
) -> None:
    """The private word: why, what next, and the poster's own text; `once_out` waits until the post is out."""
    if case.author_id is not None:
        is_staff = bool(desk.roles_of(case.author_id) & STAFF_ROLES)
        told = poster_word(reply, desk.policy, number=case.number, is_staff=is_staff)
        text = f"{told} {more}".rstrip()
        if reply.startswith(("told.", "held.")):
            buttons = (*buttons, "appeal")
        own = not reply.startswith("help.")
        text += "" if own else f"\n\n{for_the_worried(desk)}".rstrip()
        key = f"tell:{case.number}:{reply}" + (f":{desk.now.isoformat()}" if again else "")
        due = ONCE_OUT if once_out else None
        queue(
            desk,
            key,
            "say",
            case.author_id,
            priority,
            case,
            due=due,
            text=text,
            own_words=own,
            buttons=list(buttons),
        )


def tell_second_look(case: Case, desk: Desk) -> None:
    """Somebody else has looked, and the post stays out of view."""
    if case.author_id is not None:
        reason = say(f"reason.{case.category}", setting=desk.setting)
        text = say("own.looked_again", setting=desk.setting, number=case.number, reason=reason)
        key = f"second:{case.number}:{desk.now.isoformat()}"
        queue(desk, key, "say", case.author_id, Priority.PRIVATE, case, text=text)


def nudge_poster(posting: Posting, reply: str, desk: Desk) -> None:
    if posting.post.author.id is not None:
        text = say_to_poster(reply, setting=desk.setting)
        key = f"nudge:{posting.chat_id}:{posting.message_id}"
        queue(desk, key, "say", posting.post.author.id, Priority.PRIVATE, text=text)


def answer_press(press: Press, text: str, desk: Desk) -> None:
    """A press is answered even when it changes nothing, or the button keeps spinning."""
    key = f"answer:{press.press_id}"
    delivery = Delivery.AT_LEAST_ONCE
    queue(
        desk,
        key,
        "answer",
        press.user_id,
        Priority.ANSWER,
        delivery=delivery,
        press=press.press_id,
        text=text,
    )


def write_to(person: int, text: str, key: str, desk: Desk, priority: Priority = Priority.ANSWER) -> bool:
    """A private message without anybody's words in it."""
    return queue(desk, key, "say", person, priority, text=text)


def tell_keepers(text: str, key: str, desk: Desk) -> None:
    """To whoever keeps the bot running well: the manager, the deputy, or failing them the administrators."""
    people = desk.acting([Role.MANAGER]) or desk.acting([Role.DEPUTY, Role.CHAIR, Role.ADMIN, Role.LEAD])
    for person in people or desk.group_admins:
        write_to(person, text, f"{key}:{person}", desk, Priority.ALERT)


def tell_owners(case: Case, text: str, key: str, desk: Desk) -> None:
    """About trouble with a case: to everybody who has its card, or its owners."""
    asked = [card.chat_id for card in acts_of(case, "card", desk)]
    for person in dict.fromkeys(asked or case_owners(case, desk)):
        queue(desk, f"{key}:{person}", "say", person, Priority.ALERT, case, text=text)


def ask_with_card(number: int, people: Iterable[int], desk: Desk, *, again: str = "") -> None:
    """A card with buttons about a query, a joiner or a pending act; drawn when it is sent."""
    for person in people:
        queue(desk, f"card:{number}:{person}{again}", "card", person, Priority.CARD, number)


def refresh_cards(case: Case, desk: Desk) -> None:
    """Every card of the case is edited in place, so that all owners see how it stands."""
    refresh(case.number, f"{case.state}:{case.view}:{case.decision}", desk)
    if bundle := desk.store.bundles.of(case.number):
        refresh_bundle(bundle, desk)


def refresh(number: int, standing: str, desk: Desk) -> None:
    """Every card about this number is drawn anew; `standing` names what it has come to."""
    for sent in desk.store.sent.of_case(number, kind="card"):
        if sent.removed is not None:  # the case is somebody else's by now
            continue
        key = f"edit:{number}:{sent.chat_id}:{sent.message_id}:{standing}:{desk.now.timestamp()}"
        queue(
            desk,
            key,
            "edit",
            sent.chat_id,
            Priority.CARD,
            number,
            delivery=Delivery.IDEMPOTENT,
            message=sent.message_id,
        )


def refresh_bundle(bundle: int, desk: Desk, *, only: int | None = None) -> None:
    """The cards that tell several cases together are drawn anew, each once for all that waits to be shown."""
    acts = desk.store.effects.of_case(bundle)
    waiting = {one.chat_id for one in acts if one.state == "waiting" and one.body.get("bundle")}
    for sent in desk.store.sent.of_case(bundle, kind="bundle"):
        if sent.removed is None and only in (None, sent.chat_id) and sent.chat_id not in waiting:
            key = f"edit bundle:{bundle}:{sent.chat_id}:{len(acts)}:{desk.now.timestamp()}"
            queue(desk, key, "edit", sent.chat_id, Priority.CARD, bundle,
                  delivery=Delivery.IDEMPOTENT, message=sent.message_id, bundle=True)  # fmt: skip


def unshow(
    messages: list[int], person: int, case: Case, desk: Desk, *, after: timedelta = timedelta()
) -> bool:
    """A picture that somebody looked at goes from their private chat again."""
    key = f"unshow:{case.number}:{person}:{messages[0]}:{after}"
    return queue(desk, key, "unshow", person, Priority.DELETE, case,
                 delivery=Delivery.IDEMPOTENT, due=desk.now + after, messages=messages)  # fmt: skip


def notice(case: Case, category: Category, desk: Desk) -> None:
    """One calm line in the group, as the profile says; at most one in ten minutes (decision 11)."""
    style = str(desk.policy["transparency.public_reason"])
    if style == "none" or not desk.is_due("noticed", BETWEEN_NOTICES):
        return
    text = notice_words(style, category, desk)
    queue(desk, f"notice:{case.number}", "say", chat_of(case), Priority.NOTICE, case, due=ONCE_OUT, text=text)


def notice_words(style: str, category: Category, desk: Desk) -> str:
    """The reason in plain words, only the rule, or neither; neutral about a child or a family (I-3)."""
    match style:
        case "generic":
            return say("notice.generic")
        case _ if category in NEUTRAL_REASON:
            return say("notice.neutral")
        case "exact":
            return say("notice.any", reason=say(f"reason.{category}", setting=desk.setting))
    return say("notice.rule", rule=say(f"rule.{category}", setting=desk.setting))


def take_back_words(case: Case, desk: Desk) -> None:
    """What was to be said to the poster about the case is not said: something graver is."""
    for waiting in acts_of(case, "say", desk):
        if waiting.chat_id == case.author_id:
            desk.store.effects.cancel(waiting.key)


def take_back_cards(case: Case, desk: Desk) -> None:
    """The case is another's now: who has not had its card yet need not see it."""
    for waiting in acts_of(case, "card", desk):
        desk.store.effects.cancel(waiting.key)


def pass_on(case: Case, words: str, desk: Desk) -> None:
    """The words of whoever decided, to the post's author; sealed with the post's, and kept as long."""
    page = desk.store.sealed.open(case.number)
    if case.author_id is not None and page is not None:
        said = [*page.get("said", []), words]
        desk.store.sealed.seal(case.number, {**page, "said": said})
        key = f"said:{case.number}:{len(said)}"
        says = "own.from_setting" if case.chat_id is not None else "own.from_setting_private"
        queue(desk, key, "say", case.author_id, Priority.ANSWER, case, said=len(said) - 1, says=says)


def went_back(case: Case, desk: Desk) -> None:
    """The post is in the group again: its author hears it, and the notice that it was out goes (U-02)."""
    if case.author_id is not None:
        key = f"back:{case.number}:{desk.now.isoformat()}"
        queue(
            desk,
            key,
            "say",
            case.author_id,
            Priority.PRIVATE,
            case,
            text=say("own.back", setting=desk.setting),
            buttons=["withdraw"],
        )
    for sent in desk.store.sent.of_case(case.number, kind="say"):
        if sent.chat_id == case.chat_id:
            key = f"withdraw:{case.number}:{sent.message_id}"
            queue(desk, key, "withdraw", sent.chat_id, Priority.NOTICE, case,
                  delivery=Delivery.IDEMPOTENT, messages=[sent.message_id])  # fmt: skip


def nobody_reached(case: Case, desk: Desk) -> None:
    """Nobody who may decide the case can be written to: whoever keeps the bot hears that much, and doctor."""
    log.error("nobody could be reached about case %s", case.number)
    desk.store.settings.set(NOBODY_REACHED, str(case.number))
    text = say("trouble.nobody_reached", number=case.number, setting=desk.setting)
    tell_keepers(text, f"nobody:{case.number}", desk)


def queue(
    desk: Desk,
    key: str,
    kind: str,
    chat_id: int,
    priority: Priority,
    about: Case | int | None = None,
    *,
    delivery: Delivery = Delivery.AT_LEAST_ONCE,
    due: datetime | None = None,
    **body: object,
) -> bool:
    """Adds one act to the outbox; False when the same key is there already, so that nothing is done twice.
    `about` is a case, or the number of a query, a joiner or a pending act."""
    number = about.number if isinstance(about, Case) else about
    effect = NewEffect(key, kind, chat_id, priority, delivery, body, number, due)
    return desk.store.effects.add(effect, desk.now) is not None


def category_of(case: Case) -> Category:
    assert case.category is not None, "a post's case has a category"
    return Category(case.category)


def chat_of(case: Case) -> int:
    """The group the post stands in."""
    assert case.chat_id is not None, "a post's case has a chat"
    return case.chat_id


def unsent_cards(case: Case, desk: Desk) -> set[int]:
    """Who has a card of the case still to come."""
    return {
        card.chat_id for card in acts_of(case, "card", desk) if card.state in ("waiting", "sending", "held")
    }


def acts_of(case: Case, kind: str, desk: Desk) -> list[EffectRow]:
    """All acts of this kind that were ever queued for the case, oldest first."""
    return [effect for effect in desk.store.effects.of_case(case.number) if effect.kind == kind]
