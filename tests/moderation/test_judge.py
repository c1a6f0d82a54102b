"""Every detector is heard, one that breaks stops nobody, and a guess gives way to a rule."""

from collections.abc import Iterable

from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.judge import judge
from moderation.policy import Policy, load_policy
from moderation.post import Post

POLICY = load_policy("default")
OWN_NUMBER = Finding(Category.PDATA, 0.9, Severity.FLAG, "the poster's own number", "own_contact")
GUESS = Finding(Category.PDATA, 0.99, Severity.HIDE, "somebody's details", score_alone=True)
FAINT = Finding(Category.ABUSE, 0.6, Severity.FLAG, "perhaps an insult", "borderline")
SURE = Finding(Category.ABUSE, 0.95, Severity.HIDE, "it reads like an insult", score_alone=True)
WORRY = Finding(Category.SAFEGUARD, 0.9, Severity.URGENT, "marks on a child", "about_family")
ABOUT_STAFF = Finding(Category.SAFEGUARD, 0.9, Severity.URGENT, "a worry", "about_staff", score_alone=True)


def found(*findings: Finding) -> tuple[Finding, ...]:
    def detect(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
        return findings

    return judge(Post("x"), Facts({}), POLICY, [detect]).findings


def test_a_guess_gives_way_to_a_rule_that_can_say_what_it_is() -> None:
    assert found(GUESS, OWN_NUMBER) == (OWN_NUMBER,)
    assert found(GUESS) == (GUESS,)


def test_a_faint_rule_and_a_sure_score_both_count() -> None:
    assert set(found(FAINT, SURE)) == {FAINT, SURE}


def test_nothing_urgent_is_dropped() -> None:
    assert set(found(WORRY, ABOUT_STAFF)) == {WORRY, ABOUT_STAFF}


def test_a_detector_that_breaks_is_named_and_the_others_go_on() -> None:
    def broken(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
        raise ValueError("words of the post")

    def sound(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
        return [WORRY]

    judgement = judge(Post("x"), Facts({}), POLICY, [broken, sound])

    assert judgement.findings == (WORRY,)
    assert [(one.detector, one.error) for one in judgement.failures] == [("test_judge", "ValueError")]


def test_without_a_model_the_judgement_says_so() -> None:
    assert judge(Post("x"), Facts(), POLICY, []).degraded
    assert not judge(Post("x"), Facts({}), POLICY, []).degraded
