"""/rules: the setting's policy for the group, in short."""

from bot.command import Known
from bot.desk import Desk
from bot.reading import Command
from bot.words import say, texts

# The knobs whose answers a parent can see in the group; the sentences are under [rules] in texts.toml.
KNOBS = (
    "children.named_by_parents",
    "images.parents",
    "contacts.own_numbers_parents",
    "promo.member_ads",
    "links.unknown",
)
# The setting's other policies that concern families, in the order in which they are named.
REFS = (
    "policy_refs.confidentiality",
    "policy_refs.safeguarding",
    "policy_refs.complaints",
    "policy_refs.images",
)


def show(command: Command, desk: Desk) -> str:
    lines = [head(desk), say("rules.kind")]
    for knob in KNOBS:
        key = f"{knob.replace('.', '_')}_{desk.policy[knob]}"
        if sentence := texts()["rules"].get(key):
            lines.append(f"• {sentence}")
    if names := [str(desk.policy[knob]) for knob in REFS if desk.policy[knob]]:
        lines.append(say("rules.refs", names=", ".join(names)))
    route = str(desk.policy["complaints.parent_route"])
    return "\n".join([*lines, say("rules.worry", setting=desk.setting, route=route)])


def head(desk: Desk) -> str:
    """What the policy is called, since when it holds, and when it is looked at again, where that is known."""
    title = str(desk.policy["policy.title"]) or say("rules.untitled", setting=desk.setting)
    version, adopted = str(desk.policy["policy.version"]), str(desk.policy["policy.adopted"])
    parts = [title]
    parts += [say("rules.version", version=version)] if version else []
    parts += [say("rules.adopted", adopted=adopted)] if adopted else []
    return ", ".join(parts) + "."


COMMAND = Known("rules", "command.rules", show)
