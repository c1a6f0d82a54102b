"""The people of the demo: a pre-school's group with its staff, three parents and the bot."""

from sandbox.people import ADMIN, Membership, Person
from sandbox.world import World

GROUP = -1001000000001
PATEL, GREEN, COLE, AMY = 1001, 1002, 1003, 1004
JO, SAM, LISA = 2001, 2002, 2003
STAFF = (PATEL, GREEN, COLE, AMY)
CAST = (
    Person(PATEL, "Mrs", "Patel", "mrs_patel", started=True),
    Person(GREEN, "Mr", "Green", "mr_green", started=True),
    Person(COLE, "Ms", "Cole", "ms_cole", started=True),
    Person(AMY, "Amy", "Bell", "amy_bell"),
    Person(JO, "Jo", "Marsh", "jo_marsh", started=True),
    Person(SAM, "Sam", "Reed", "sam_reed"),
    Person(LISA, "Lisa", "Wood"),
)
BOT_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_restrict_members",
    "can_invite_users",
    "can_pin_messages",
)


def set_the_scene(world: World) -> None:
    """Put the group and its people in place; the manager owns it and the bot administers it."""
    for person in CAST:
        world.add_person(Person(**vars(person)))
    group = world.add_group(GROUP, "Pre-school parents", [person.id for person in CAST])
    world.own(PATEL, GROUP)
    group.members[world.bot_id] = Membership(ADMIN, frozenset(BOT_RIGHTS))
    world.changed()
