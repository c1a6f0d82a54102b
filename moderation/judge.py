"""Runs every detector over a post; one that breaks is noted and never stops the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from moderation.agreement import agreed
from moderation.category import ALWAYS_URGENT
from moderation.detectors import DETECTORS, Detector
from moderation.facts import Facts
from moderation.finding import Finding
from moderation.policy import Policy
from moderation.post import Post
from moderation.subjects import about_named_staff


@dataclass(frozen=True)
class Failure:
    """A detector that raised: its name and the kind of error, never its message, which may hold words."""

    detector: str
    error: str


@dataclass(frozen=True)
class Judgement:
    """Everything found in a post. `degraded` means that something could not look."""

    post: Post
    findings: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()

    @property
    def degraded(self) -> bool:
        return bool(self.failures)


def without_guesses(findings: Sequence[Finding]) -> list[Finding]:
    """A score adds nothing where a rule has found the same and can say what it is: a poster's own telephone
    number stays their own, however sure the model is that it is somebody's. Nothing urgent is dropped."""
    known = {one.category for one in findings if not one.score_alone and one.subtype != "borderline"}
    known -= ALWAYS_URGENT
    return [one for one in findings if not (one.score_alone and one.category in known)]


def judge(post: Post, facts: Facts, policy: Policy, detectors: Sequence[Detector] = DETECTORS) -> Judgement:
    """What the post breaks, the gravest category first. Pure: same inputs, same judgement."""
    findings: list[Finding] = []
    failures: list[Failure] = []
    if facts.toxicity is None:
        failures.append(Failure("toxicity model", "not running"))
    for detect in detectors:
        try:
            findings.extend(detect(post, facts, policy))
        except Exception as error:  # a broken detector must not let a post through unread by the others
            failures.append(Failure(detect.__module__.rpartition(".")[2], type(error).__name__))
    findings = list(about_named_staff(without_guesses(agreed(findings, facts)), facts))
    findings.sort(key=lambda finding: (finding.category.rank, -finding.score))
    return Judgement(post, tuple(findings), tuple(failures))
