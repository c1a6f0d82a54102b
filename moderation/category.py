"""The 24 kinds of thing a post can break, the gravest first, and the limits no setting may cross."""

from enum import StrEnum


class Category(StrEnum):
    """In order of precedence (policy.md 3.1): the first one found explains the decision."""

    SAFEGUARD = "SAFEGUARD"
    ILLEGAL = "ILLEGAL"
    GROOM = "GROOM"
    THREAT = "THREAT"
    CHILD_ID = "CHILD_ID"
    SENSITIVE = "SENSITIVE"
    IMAGE = "IMAGE"
    PDATA = "PDATA"
    CONFID = "CONFID"
    DISCRIM = "DISCRIM"
    ABUSE = "ABUSE"
    BULLY = "BULLY"
    ALLEGE = "ALLEGE"
    CODED = "CODED"
    COMPLAINT = "COMPLAINT"
    CHILDQ = "CHILDQ"
    PRESS = "PRESS"
    SPEAKER = "SPEAKER"
    CONTACT = "CONTACT"
    LINK = "LINK"
    PROMO = "PROMO"
    CONTROV = "CONTROV"
    COPYRIGHT = "COPYRIGHT"
    QUERY = "QUERY"

    @property
    def rank(self) -> int:
        """0 for the gravest; smaller wins."""
        return PRECEDENCE.index(self)


PRECEDENCE = tuple(Category)

# No profile may make these less than urgent (policy.md 0.2).
ALWAYS_URGENT = frozenset({Category.SAFEGUARD, Category.ILLEGAL, Category.GROOM, Category.THREAT})

# The group is never told a reason for these (decision 11, invariant I-14).
NEVER_NOTICED = frozenset({Category.SAFEGUARD, Category.ILLEGAL, Category.GROOM})

# Nobody is tipped off before a person has decided (I-14).
NEVER_EXPLAINED = frozenset({Category.GROOM})

# A notice about these gives a neutral reason only, even where the profile says "exact" (I-3).
NEUTRAL_REASON = frozenset({Category.SAFEGUARD, Category.GROOM, Category.SENSITIVE, Category.CHILD_ID})
