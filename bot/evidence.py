"""The sealed copy of a post: everything that a restore, a card or an explanation needs, and nothing more."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.desk import Desk
from bot.reading import Place, Posting
from bot.store.cases import Case
from moderation.decision import Decision, Ruling
from moderation.finding import Evidence
from moderation.judge import Judgement

Words = dict[str, Any]
Part = dict[str, Any]  # one message of the post: an album has several, anything else one


def evidence(posting: Posting, judgement: Judgement, decision: Decision, desk: Desk) -> Words:
    """The copy of a post of one message; with_parts() adds what else an album holds."""
    kept = without_copy(posting) if decision.keeps_no_copy else posting
    words: Words = {
        "author": posting.author_name,
        "speaker": posting.speaker.value,
        "answered": kept.post.reply_to,
        "edited": posting.edited,
        "degraded": judgement.degraded,
        "softened": decision.softened,
        "keeps_no_copy": decision.keeps_no_copy,
        "findings": [finding_page(ruling, decision, posting) for ruling in decision.rulings],
    }
    return with_parts(words, [part_of(posting, desk)])


def with_parts(words: Words, more: Sequence[Part]) -> Words:
    """The same copy with these messages added, or in place of what they said before, in their order."""
    parts = {part["message"]: part for part in [*words.get("parts", ()), *more]}
    ordered = [parts[number] for number in sorted(parts)]
    if words["keeps_no_copy"]:  # I-4: what stood there is known by its digest, and nothing of it is kept
        ordered = [{**part, "words": "", "all_words": "", "files": [], "marked": []} for part in ordered]
    return {
        **words,
        "parts": ordered,
        "words": joined(part["words"] for part in ordered),
        "all_words": joined(part["all_words"] for part in ordered),
        "files": [file for part in ordered for file in part["files"]],
    }


def with_findings(words: Words, page: Words) -> Words:
    """The reasons of another message of the same post, each once."""
    new = [one for one in page["findings"] if one not in words["findings"]]
    return {
        **words,
        "findings": [*words["findings"], *new],
        "degraded": words["degraded"] or page["degraded"],
        "softened": words["softened"] or page["softened"],
        "keeps_no_copy": words["keeps_no_copy"] or page["keeps_no_copy"],
    }


def emptied(words: Words) -> Words:
    """Nothing is kept but where and when it was, and what cannot be used to fetch it (I-4)."""
    findings = [{**one, "words": []} for one in words["findings"]]
    return with_parts({**words, "answered": None, "findings": findings, "keeps_no_copy": True}, [])


def part_of(posting: Posting, desk: Desk) -> Part:
    return {
        "message": posting.message_id,
        "words": posting.words,
        "marked": list(posting.marked),
        "all_words": posting.post.text,
        "files": [{"media": one.media.value, "file_id": one.file_id} for one in posting.files],
        "unique": [one.unique_id for one in posting.files],  # tells equal files, and can fetch none
        "digest": digest_of(posting, desk),
    }


def digest_of(posting: Posting, desk: Desk) -> str:
    """Tells whether a reader would see a difference: words, the addresses behind them, and which files."""
    files = [file.unique_id for file in posting.files]
    return desk.store.keys.digest(json.dumps([posting.post.text, list(posting.post.links), files]))


def is_same(posting: Posting, case: Case, desk: Desk) -> bool:
    """Whether the case is about just these words and files of this message."""
    digest = digest_of(posting, desk)
    words = desk.store.sealed.open(case.number) or {}
    known = {part["message"]: part["digest"] for part in words.get("parts", ())}
    return digest == known.get(posting.message_id, case.content_hash)


def without_copy(posting: Posting) -> Posting:
    """I-4: a person is told that it was there, and nothing of it is kept."""
    return replace(posting, words="", files=(), post=replace(posting.post, text="", reply_to=None))


def finding_page(ruling: Ruling, decision: Decision, posting: Posting) -> Words:
    finding = ruling.finding
    where = [place.where for place in posting.places for found in finding.evidence if overlap(place, found)]
    return {
        "category": finding.category.value,
        "subtype": finding.subtype,
        "score": round(finding.score, 3),
        "severity": ruling.severity.value,
        "action": ruling.action.value,
        "why": finding.why,
        "where": list(dict.fromkeys(where)),
        "words": [] if decision.keeps_no_copy else [piece.words for piece in finding.evidence],
    }


def overlap(place: Place, found: Evidence) -> bool:
    return place.start < found.end and found.start < place.end


def joined(texts: Any) -> str:
    return "\n".join(text for text in texts if text)
