"""How people ask again, and how they say that they need no answer any more."""

from moderation.phrases import says, ways
from moderation.post import Post

SORTED = ways(
    "sorted|solved now|thanks|thank_you|ta|cheers?",
    "never_mind|nevermind|no_worries|ignore_me|scrap_that|as_you_were",
    "found_it|got_it|worked_it_out|found_out",
    "they|she|he|staff|office ~2 answered|told|replied|rang me|us",
    groups={},
)
AGAIN = ways(
    "still_waiting|still_no_answer|still_not_heard|not_heard_back|any_answer|any_update|heard_nothing",
    "no_answer|no_reply|no_response|chasing|chase",
    "i asked|asking|messaged|wrote ~6 again|before|last_week|already|yesterday|monday|tuesday|wednesday|"
    "thursday|friday|weekend",
    "asking again",
    "that|it doesnt|doesn't|didnt|didn't|does_not|did_not answer|help",
    groups={},
)


def is_sorted(post: Post) -> bool:
    """Its asker needs no answer any more."""
    return says(post.folded, SORTED) is not None and "?" not in post.text


def asks_again(post: Post) -> bool:
    """Somebody says that their question is still open."""
    return says(post.folded, AGAIN) is not None


def wants_more(post: Post) -> bool:
    """Whether somebody who was answered asks on."""
    return "?" in post.text or asks_again(post)
