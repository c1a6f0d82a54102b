"""Links: which pass, which are flagged and which are hidden."""

from dataclasses import replace
from typing import Any

import pytest

from moderation.detectors import links
from moderation.facts import Facts
from moderation.finding import Severity
from moderation.policy import load_policy
from moderation.post import Post

POLICY = load_policy("default")


def found(text: str, hidden: tuple[str, ...] = (), **knobs: Any) -> list[tuple[str | None, Severity]]:
    policy = replace(
        POLICY, knobs={**POLICY.knobs, **{key.replace("__", "."): value for key, value in knobs.items()}}
    )
    return [
        (one.subtype, one.severity)
        for one in links.find(Post(text, links=hidden), Facts(toxicity={}), policy)
    ]


@pytest.mark.parametrize(
    ("text", "subtype", "severity"),
    [
        ("quick bit.ly/3xFrEe", "shortener", Severity.HIDE),
        ("tinyurl [dot] com / example-gift", "shortener", Severity.HIDE),
        ("join t.me/+AbCdEf123", "invite", Severity.FLAG),
        ("chat dot whatsapp dot com slash EXAMPLE", "invite", Severity.FLAG),
        ("https://luckyreels-spin.example", "unsuitable", Severity.HIDE),
        ("https://royalmai1-redelivery.example/pay", "unknown", Severity.FLAG),
        ("https://gov-uk-refund.example.org/claim", "scam", Severity.HIDE),
        ("https://www.gоv.uk/claim", "scam", Severity.HIDE),
        ("https://muddyboots.example.com", "unknown", Severity.FLAG),
    ],
)
def test_a_link_is_judged_by_where_it_leads(text: str, subtype: str, severity: Severity) -> None:
    assert found(text) == [(subtype, severity)]


@pytest.mark.parametrize(
    "text",
    [
        "https://www.gov.uk/30-hours",
        "see nhs.uk or https://www.nhs.uk/conditions/chickenpox/",
        "crisps, nuts etc.no nuts please",
        "it's done.it was fun",
        "on the website under newsletters",
        "write to office@preschool.example.org",
    ],
)
def test_listed_sites_and_plain_words_pass(text: str) -> None:
    assert found(text) == []


def test_a_link_behind_words_is_found() -> None:
    assert found("tap here", hidden=("https://bit.ly/x",)) == [("shortener", Severity.HIDE)]


def test_the_settings_own_site_is_hidden_only_where_it_is_forbidden() -> None:
    site = {"links__setting_domains": ("ourpreschool.example",)}

    assert found("https://www.ourpreschool.example/dates", **site) == []
    assert found("https://ourpreschool.example", **site, links__setting_website="forbid") == [
        ("setting_website", Severity.HIDE)
    ]


@pytest.mark.parametrize("broken", ["http://[", "https://a..b", "//", "http://%%%", "tg://join?invite=x"])
def test_a_broken_address_breaks_nothing(broken: str) -> None:
    found(broken, hidden=(broken,))
