"""Looks at where links lead: to the unknown, the unsuitable, a look-alike or another chat."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from linkify_it import LinkifyIt

from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Evidence, Finding, Severity
from moderation.policy import Policy
from moderation.post import Post
from moderation.text import Folded, listed


@dataclass(frozen=True)
class Link:
    """An address somebody can follow; `host` without www, in lower case, `path` with everything after it."""

    host: str
    path: str
    evidence: Evidence | None = None
    disguised: bool = False

    def within(self, domains: Iterable[str]) -> bool:
        return any(self.host == domain or self.host.endswith("." + domain) for domain in domains)


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """One finding for each link that is not on the allow-list."""
    seen: set[tuple[str, str]] = set()
    for link in links_in(post):
        if (link.host, link.path) not in seen:
            seen.add((link.host, link.path))
            yield from _judge(link, post, policy)


def _judge(link: Link, post: Post, policy: Policy) -> Iterator[Finding]:
    if link.within(policy["links.setting_domains"]):
        if policy["links.setting_website"] == "forbid" or not (
            policy["links.setting_website"] == "allow" or post.author.is_staff
        ):
            yield _finding(link, Severity.HIDE, "a link to the setting's own site", "setting_website")
    elif link.within(blocked := policy["links.blocklist"]) or _unsuitable(link, blocked):
        yield _finding(link, Severity.HIDE, "a link to an unsuitable site", "unsuitable")
    elif link.within(policy["links.allowlist"]) and not link.disguised:
        return
    elif _pretends(link):
        yield _finding(link, Severity.HIDE, "a link that passes for an official or a well-known one", "scam")
    elif link.within(SHORTENERS):
        yield _finding(link, Severity.HIDE, "a shortened link that hides where it leads", "shortener")
    elif INVITES.search(f"{link.host}{link.path}"):
        yield _finding(link, Severity.FLAG, "an invitation to another chat", "invite")
    else:
        yield _finding(link, Severity.FLAG, "a link to a site that is not on the list", "unknown")


def _finding(link: Link, severity: Severity, why: str, subtype: str) -> Finding:
    return Finding(
        Category.LINK, 0.9, severity, why, subtype, (link.evidence,) if link.evidence is not None else ()
    )


SHORTENERS = frozenset(
    {
        *("bit.ly", "tinyurl.com", "goo.gl", "t.co", "ow.ly", "is.gd", "buff.ly", "rebrand.ly", "cutt.ly"),
        *("shorturl.at", "tiny.cc", "rb.gy", "lnkd.in", "s.id", "t.ly", "v.gd", "bl.ink", "soo.gd", "adf.ly"),
        *("shorte.st", "tiny.one", "dub.sh", "short.gy", "qrco.de", "bitly.com", "u.to", "x.gd", "clck.ru"),
        *("amzn.to", "surl.li", "linktr.ee", "tr.ee", "shorturl.com", "2no.co", "grabify.link", "bit.do"),
    }
)
INVITES = re.compile(
    r"^(?:t\.me|telegram\.me|telegram\.dog)/(?:\+|joinchat/)|^chat\.whatsapp\.com|^discord\.(?:gg|com/invite)"
    r"|^signal\.group|^join\?invite|^m\.me/j/|^join\.skype\.com|^groups\.google\.com"
)
UNSUITABLE = {
    "adult": re.compile(
        r"porn|xxx|nsfw|\bsex|sexy|escort|onlyfans|xvideos|xhamster|hook-?ups?\b|singles|camgirl|webcams?-|fetish|"
        r"nudes?\b|milf|redtube|brazzers|swingers|kink"
    ),
    "gambling": re.compile(
        r"casino|betting|\bbets?\b|bet365|-?slots?\b|free-?spins?|reels|poker|roulette|jackpot|spins?\b|paddypower|"
        r"ladbrokes|sky-?bet|bingo-?(?:win|cash|spin)|scratch-?cards?|gamble|gambling"
    ),
    "gore": re.compile(r"\bgore|gorecam|liveleak|beheading|bestgore|crash-?cams?|death-?vid|killcam|snuff"),
}


def _unsuitable(link: Link, blocked: Iterable[str]) -> bool:
    address = f"{link.host}{link.path.lower()}"
    return any(UNSUITABLE[kind].search(address) for kind in blocked if kind in UNSUITABLE)


BRANDS = re.compile(
    r"gov-?uk|hmrc|dvla|\bnhs|paypa[l1i]|royal-?mail|\bdpd|\bevri|hermes|amaz[o0]n|netfl[i1]x|barclays|hsbc|lloyds|"
    r"santander|natwest|halifax|monzo|facebook|faceb00k|apple-?id|icloud|micr[o0]soft|whatsapp|telegram|tv-?licen|"
    r"child-?(?:care|benefit)|ofsted|universal-?credit|post-?office|ebay|vinted|tesco|smyths|argos|council"
)
HOOKS = re.compile(
    r"claim|refund|redeliver|rebate|verif|secure|login|log-in|sign-?in|account|update|confirm|/pay|-pay|payment|"
    r"voucher|gift|prize|winner|reward|support|unlock|suspend|delivery|parcel|password"
)
GENUINE = frozenset(
    {
        *(
            "royalmail.com",
            "paypal.com",
            "amazon.co.uk",
            "amazon.com",
            "dpd.co.uk",
            "evri.com",
            "netflix.com",
        ),
        *(
            "facebook.com",
            "whatsapp.com",
            "telegram.org",
            "apple.com",
            "icloud.com",
            "microsoft.com",
            "ebay.co.uk",
        ),
        *(
            "vinted.co.uk",
            "tesco.com",
            "smythstoys.com",
            "argos.co.uk",
            "postoffice.co.uk",
            "tvlicensing.co.uk",
        ),
        *(
            "barclays.co.uk",
            "hsbc.co.uk",
            "lloydsbank.com",
            "santander.co.uk",
            "natwest.com",
            "halifax.co.uk",
        ),
        *("monzo.com", "gov.uk", "nhs.uk", "hmrc.gov.uk"),
    }
)
ADDRESS_OF_FIGURES = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}$|.*\.?xn--")


def _pretends(link: Link) -> bool:
    if link.disguised or ADDRESS_OF_FIGURES.match(link.host):
        return True
    if link.within(GENUINE):
        return False
    address = f"{link.host}{link.path.lower()}"
    return bool(BRANDS.search(link.host) and HOOKS.search(address))


# --- finding them ----------------------------------------------------------------------------------

LINKIFY = LinkifyIt(options={"fuzzy_link": True, "fuzzy_email": True, "fuzzy_ip": False})

# Bare names end in these; "etc.no" and "done.it" end a sentence and begin the next.
SURE_ENDINGS = listed(
    """
    com org net uk info biz eu tv app link xyz shop site online club io ly gl gg page scot wales cymru london
    ie dev website store live news blog edu gov example co cc gd ru top vip
    """
)
DOTTED = r" ?(?:\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|<dot>| dot ) ?"
SPOKEN = re.compile(
    r"(?<![a-z0-9@])(?<!\(at\) )(?<!\[at\] )(?<! at )"
    rf"[a-z0-9-]{{1,40}}(?:{DOTTED}[a-z0-9-]{{2,24}}){{1,4}}(?: ?(?:/| slash |\[/\]) ?[^\s]{{1,200}})*"
)
DOT = re.compile(DOTTED)
SLASH = re.compile(r" ?(?:\[/\]| slash |/) ?")
MAY_BE_WRITTEN = re.compile(r"[a-z0-9]\.[a-z0-9]|//")
MAY_BE_SPOKEN = re.compile(r"dot|[\[({]\.")
NOT_THE_WEB = ("mailto:", "tel:")


def links_in(post: Post) -> Iterator[Link]:
    """Every address in the words, spelt out or not, and every one hidden behind words or buttons."""
    text = post.unmasked
    if MAY_BE_WRITTEN.search(text.text):
        yield from _written(text)
    for match in SPOKEN.finditer(text.text) if MAY_BE_SPOKEN.search(text.text) else ():
        address = SLASH.sub("/", DOT.sub(".", match.group()))
        if address.partition("/")[0].rpartition(".")[2] in SURE_ENDINGS:
            yield from _link(address, _evidence(text, *match.span()))
    for address in post.links:
        yield from _link(address, None)


def _written(text: Folded) -> Iterator[Link]:
    for match in LINKIFY.match(text.text) or ():
        evidence = _evidence(text, match.index, match.last_index)
        for link in _link(match.url, evidence):
            ending = link.host.rpartition(".")[2]
            if match.schema or ending in SURE_ENDINGS or len(link.path) > 1:
                yield link


def _link(address: str, evidence: Evidence | None) -> Iterator[Link]:
    if address.startswith(NOT_THE_WEB):
        return
    try:
        parts = urlsplit(address if "//" in address else f"http://{address}")
        host = (parts.hostname or "").lower().removeprefix("www.").rstrip(".")
    except ValueError:
        host, path = "unreadable", ""
    else:
        path = parts.path + (f"?{parts.query}" if parts.query else "")
    if host:
        shown = evidence.words if evidence else address
        odd = not shown.rpartition("//")[2].partition("/")[0].isascii()
        yield Link(host, path, evidence, disguised=odd)


def _evidence(text: Folded, start: int, end: int) -> Evidence:
    first, last = text.span(start, end)
    return Evidence(first, last, text.original[first:last])
