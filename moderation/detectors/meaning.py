"""Notices what no single word gives away: the model has read the whole post and says what it is about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.phrases import says, ways
from moderation.policy import Policy
from moderation.post import Post
from moderation.rulings import CRITICISM, SEVERITY

ANY_URGENT = "URGENT"


@dataclass(frozen=True)
class Reads:
    """How to say it, and what the model's probabilities are worth on the scale of score.thresholds.

    `worth` holds (probability, score) in rising order, with straight lines between them and to (0, 0) and
    (1, 1). At the shipped thresholds the probabilities are those chosen on posts by people the model had not
    learnt from: docs/model-card.md says how, and what they cost.
    """

    why: str
    worth: tuple[tuple[float, float], ...]
    own: float = 0.0  # of an urgent category: its own probability must reach this as well
    tone: float = 0.0  # of an urgent category: so must the model's score for a threatening tone

    def score(self, probability: float) -> float:
        """0 to 1."""
        below = (0.0, 0.0)
        for above in (*self.worth, (1.0, 1.0)):
            if probability <= above[0] and above[0] > below[0]:
                share = (probability - below[0]) / (above[0] - below[0])
                return below[1] + share * (above[1] - below[1])
            below = above
        return 1.0


URGENT: dict[Category, Reads] = {
    Category.SAFEGUARD: Reads("it sounds like a worry about a child's safety", ((0.95, 0.50),), own=0.5),
    Category.ILLEGAL: Reads("it sounds like something against the law", ((0.95, 0.60),), own=0.6),
    Category.GROOM: Reads("it sounds like an adult seeking contact with a child", ((0.95, 0.60),), own=0.6),
    Category.THREAT: Reads("it sounds like a threat", ((0.95, 0.60),), own=0.5, tone=0.1),
}

# Not sure enough to wake anybody, too serious to pass: what a person is asked to look at instead.
DOUBTFUL = 0.93
INSTEAD: dict[Category, tuple[Category, str, str | None]] = {
    Category.SAFEGUARD: (Category.CHILDQ, "it may be a worry about a child", None),
    Category.THREAT: (Category.ABUSE, "it may be meant as a threat", "borderline"),
    Category.ILLEGAL: (Category.ABUSE, "it may be about something against the law", "borderline"),
}

# Talk for the setting, pictures and links are not here: the model takes too much else for them.
OTHERS: dict[Category, Reads] = {
    Category.CHILD_ID: Reads("it seems to tell who or where a child is", ((0.92, 0.50), (0.97, 0.80))),
    Category.SENSITIVE: Reads("it seems to tell a family's private matters", ((0.85, 0.50), (0.96, 0.80))),
    Category.PDATA: Reads("it seems to pass on somebody's personal details", ((0.75, 0.50), (0.97, 0.80))),
    Category.CONFID: Reads("it seems to pass on something confidential", ((0.75, 0.50), (0.95, 0.80))),
    Category.DISCRIM: Reads("it seems to look down on a group of people", ((0.90, 0.70), (0.97, 0.95))),
    Category.ABUSE: Reads("it reads like an insult", ((0.94, 0.40), (0.98, 0.85))),
    Category.BULLY: Reads("it seems to mock or shut out somebody", ((0.80, 0.60), (0.95, 0.90))),
    Category.ALLEGE: Reads("it seems to accuse somebody", ((0.86, 0.60), (0.95, 0.90))),
    Category.CODED: Reads("it seems to hint at somebody without a name", ((0.60, 0.60),)),
    Category.COMPLAINT: Reads("it reads like a complaint", ((0.88, 0.60),)),
    Category.CHILDQ: Reads("it seems to be about how one child is doing", ((0.95, 0.60),)),
    Category.PRESS: Reads("it seems to come from or go to the press", ((0.80, 0.60),)),
    Category.CONTACT: Reads("it seems to ask staff for private contact", ((0.60, 0.60),)),
    Category.PROMO: Reads("it reads like an advert", ((0.60, 0.60),)),
    Category.CONTROV: Reads("it takes sides in a public quarrel", ((0.70, 0.60),)),
    Category.COPYRIGHT: Reads("it seems to share copied work", ((0.75, 0.60),)),
    Category.QUERY: Reads("it asks the setting something", ((0.95, 0.60),)),
}

# Who says so, or goes to these, is protected: such a post is never hidden for being critical.
PROTECTED = ways(
    "ofsted|lado|council|police|ico|ombudsman|solicitor|whistleblowing|whistleblower|union|cqc|"
    "estyn|care_inspectorate|social_services|childrens_services|children's_services",
    groups={},
)
STAFF = ways(
    "staff|teacher|teachers|keyworker|key_worker|key_person|practitioner|assistant|manager|deputy|"
    "helper|miss|one_of_the_ladies|the_ladies|lady_in_the|girls_in_the|committee",
    groups={},
)


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """The likeliest urgent category if the model is sure of one, then every other it is sure enough of."""
    if facts.meaning is None:
        return
    yield from _urgent(post, facts, facts.meaning, policy)
    for category, reads in OTHERS.items():
        score = reads.score(facts.meaning[category])
        if severity := _severity(category, score, policy):
            protected = category in CRITICISM and says(post.folded, PROTECTED)
            subtype = "protected" if protected else None
            yield Finding(category, score, severity, reads.why, subtype, score_alone=True)


def _urgent(post: Post, facts: Facts, meaning: Mapping[str, float], policy: Policy) -> Iterable[Finding]:
    """That it is urgent is surer than which of the four it is, so the model is asked both."""
    category = max(URGENT, key=lambda one: meaning[one])
    probability = meaning[ANY_URGENT]
    reads, threatening = URGENT[category], (facts.toxicity or {}).get("threat", 0.0)
    score = reads.score(probability)
    agreed = meaning[category] >= reads.own and threatening >= reads.tone
    if agreed and score >= policy.threshold(category, Severity.URGENT):
        # Who may see it depends on it: rather once too often without the staff (I-11).
        about_staff = category is Category.SAFEGUARD and says(post.folded, STAFF)
        subtype = "about_staff" if about_staff else None
        yield Finding(category, score, Severity.URGENT, reads.why, subtype, score_alone=True)
    elif probability >= DOUBTFUL and category in INSTEAD:
        instead, why, subtype = INSTEAD[category]
        yield Finding(instead, probability, Severity.FLAG, why, subtype, score_alone=True)


def _severity(category: Category, score: float, policy: Policy) -> Severity | None:
    """No graver than the category is by itself; None below the profile's threshold."""
    if score < policy.threshold(category, Severity.FLAG):
        return None
    if score < policy.threshold(category, Severity.HIDE):
        return min(Severity.FLAG, SEVERITY[category], key=lambda one: one.level)
    return SEVERITY[category]
