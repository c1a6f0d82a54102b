"""Weighs what rules found against the model's reading: words are taken back where the meaning is not there.

A rule sees "nobody tell her" and cannot tell a party from a plot; the model has read the whole post. It may
only take back what rests on words alone: never numbers, links, pictures or names. Where no model ran, every
finding stands (I-13).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from moderation.category import ALWAYS_URGENT, Category
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.phrases import Rule, evidence, sign
from moderation.text import Folded

# Of posts by people neither had seen, four in five false alarms of the rules lay below the first and nine in
# ten below the second; of what they rightly found, one in eleven and one in five.
SURE_IT_IS_NOT = 0.05
UNSURE = 0.3  # not hidden for words alone: a person looks
# To leave somebody asleep takes far more.
SURE_NOBODY_IS_IN_DANGER = 0.0015

# These rest on what stands there in figures, in a picture or on the roster, which the model does not see.
PLAIN_TO_SEE = frozenset({Category.PDATA, Category.LINK, Category.IMAGE, Category.QUERY})
NEVER_TAKEN_BACK = frozenset(
    {
        *("indecent_image", "no_publish"),
        *("security", "session_time", "off_topic", "self_identifies", "no_disclaimer"),
        *("own_first_name", "consented", "protected", "grievance"),
    }
)


def agreed(findings: Iterable[Finding], facts: Facts) -> list[Finding]:
    """The findings that the model, if it ran, does not rule out."""
    if facts.meaning is None:
        return list(findings)
    return [_unsure(one, facts.meaning) for one in findings if not _ruled_out(one, facts.meaning)]


def _on_words_alone(finding: Finding) -> bool:
    if finding.score_alone or finding.repeats or finding.category in PLAIN_TO_SEE:
        return False
    return finding.subtype not in NEVER_TAKEN_BACK and bool(finding.evidence)


def _unsure(finding: Finding, meaning: Mapping[str, float]) -> Finding:
    hides = finding.severity is Severity.HIDE and _on_words_alone(finding)
    doubtful = hides and meaning[finding.category] < UNSURE
    return replace(finding, severity=Severity.FLAG) if doubtful else finding


def _ruled_out(finding: Finding, meaning: Mapping[str, float]) -> bool:
    if not _on_words_alone(finding):
        return False
    if finding.category in ALWAYS_URGENT:
        return max(meaning["URGENT"], meaning[finding.category]) < SURE_NOBODY_IS_IN_DANGER
    return meaning[finding.category] < SURE_IT_IS_NOT


def seconded(
    category: Category, signs: Iterable[Rule], folded: Folded, facts: Facts, least: float
) -> Iterator[Finding]:
    """What neither a sign in the words nor the model would be sure of alone, but both together point to.

    On 220 harmless posts by people neither had seen this showed one more to a person, and a third more of the
    complaints were noticed.
    """
    sure = (facts.meaning or {}).get(category, 0.0)
    if sure < least:
        return
    span = next((found for one in signs if (found := sign(one, folded))), None)
    if span is not None:
        why = "the words and the sense of it together point that way"
        yield Finding(category, sure, Severity.FLAG, why, "borderline", (evidence(folded, *span),))
