"""/check: what would happen to a post, were it sent now, and how to say it better; nothing of it is kept."""

from dataclasses import replace

from bot.check import decision_on
from bot.command import Known
from bot.desk import Desk
from bot.reading import Command
from bot.words import say, texts
from moderation.category import Category
from moderation.decision import Action, Decision
from moderation.post import STAFF_ROLES, Author, Post
from moderation.roster import with_names


def look(command: Command, desk: Desk) -> str:
    if not command.private:
        return say("draft.not_here")
    if command.draft is None:
        return say("draft.how")
    return answer(judged(command.draft, command, desk), desk)


def judged(draft: Post, command: Command, desk: Desk) -> Decision:
    """The live judgement of the draft, as a post of whoever asks."""
    post = replace(draft, author=Author(command.user_id, desk.roles_of(command.user_id)))
    facts = with_names(command.facts, command.user_id, desk.store.roster)
    return decision_on(post, facts, desk.policy)


def answer(decision: Decision, desk: Desk) -> str:
    """What would be done, why, and for each kind of thing found how it can be said instead."""
    parts = [say(f"draft.{decision.action.value}")]
    for category in troubles(decision):
        reason = texts()["reason"][category.value].format(setting=desk.setting)
        parts.append(say("draft.because", reason=reason, hint=say(f"hint.{category}", setting=desk.setting)))
    return "\n\n".join([*parts, say("draft.kept")])


def troubles(decision: Decision) -> list[Category]:
    """What explains the decision, then whatever else its writer would hear about or a person would see."""
    first = [decision.because.category] if decision.because and decision.action != Action.INFO else []
    others = [one.finding.category for one in decision.rulings if one.action.level >= Action.NUDGE.level]
    return list(dict.fromkeys([*first, *others]))


COMMAND = Known("check", "command.check", look, roles=STAFF_ROLES, hushed=True, opened_by="drafts.parents")
