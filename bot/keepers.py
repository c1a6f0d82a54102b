"""Who looks after the roster: whom joiners and leavers are shown to, and who may decide (decision 25)."""

from bot.desk import Desk
from moderation.post import Role

DECIDERS = (Role.MANAGER, Role.DEPUTY, Role.ADMIN)


def may_keep(user_id: int, desk: Desk) -> bool:
    """The manager, the deputy, an administrator, and whoever the profile names to run the group."""
    return bool(desk.roles_of(user_id) & {*DECIDERS, *desk.policy.roles("accounts.admin_roles")})


def keepers(desk: Desk, tier: int = 0) -> list[int]:
    """Who is asked: the manager; then the others who may decide; then the chair and the group's human
    administrators (decision 13). The first of these from `tier` on who are there at all."""
    tiers = (
        desk.acting([Role.MANAGER]),
        desk.acting([*DECIDERS[1:], *desk.policy.roles("accounts.admin_roles")]),
        desk.acting([Role.CHAIR]),
        desk.group_admins,
    )
    asked = {person for people in tiers[:tier] for person in people}
    fresh = ([person for person in people if person not in asked] for people in tiers[tier:])
    return next((people for people in fresh if people), [])


TIERS = 4
