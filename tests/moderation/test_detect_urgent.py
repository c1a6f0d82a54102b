"""The urgent rules: what kind of worry it is, through disguises, and how the language of the rules works."""

import pytest

from moderation.category import Category
from moderation.detectors import DETECTORS, grooming, illegal, images, safeguarding, threat
from moderation.facts import Facts
from moderation.finding import Severity
from moderation.phrases import says, ways
from moderation.policy import load_policy
from moderation.post import Author, Media, Post, Role
from moderation.text import fold

POLICY = load_policy("default")
FACTS = Facts(toxicity={})


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        ("just seen a toddler on his own on the main road", "immediate"),
        ("the new helper dragged a toddler across the room by his arm", "about_staff"),
        ("her dad hits the little one, I have seen it", "about_family"),
        ("a man has been messaging my daughter on roblox asking her for pictures", "online"),
        ("I can't cope any more, I'm scared I'll hurt him", "self_disclosure"),
        ("her dad h1ts the t.o.d.d.l.e.r", "about_family"),
    ],
)
def test_a_worry_has_its_kind(text: str, subtype: str) -> None:
    findings = list(safeguarding.find(Post(text), FACTS, POLICY))

    assert subtype in {one.subtype for one in findings}
    assert {one.severity for one in findings} == {Severity.URGENT}


@pytest.mark.parametrize(
    "text",
    [
        "he fell off the scooter, big bruise on his leg, he's fine",
        "anyone seen a blue coat with a dinosaur on it",
        "could murder a coffee",
        "safeguarding refresher on Thursday",
        "she cried when I left but was fine after five minutes",
    ],
)
def test_ordinary_bumps_and_figures_of_speech_wake_nobody(text: str) -> None:
    for detector in (safeguarding, threat, grooming, illegal):
        assert list(detector.find(Post(text), FACTS, POLICY)) == []


def test_contact_with_a_child_counts_when_staff_offer_it() -> None:
    text = "tell him he can msg me on whatsapp whenever"

    def subtypes(role: Role) -> set[str | None]:
        post = Post(text, Author(None, frozenset({role})))
        return {one.subtype for one in grooming.find(post, FACTS, POLICY)}

    assert "staff_child_contact" in subtypes(Role.STAFF)
    assert "staff_child_contact" not in subtypes(Role.PARENT)


def test_what_a_post_answers_is_never_scored_as_its_own_words() -> None:
    post = Post("ok", reply_to="i will kill him and you absolute twat, ring 07700 900461, bit.ly/x")

    assert [one for detect in DETECTORS for one in detect(post, FACTS, POLICY)] == []


@pytest.mark.parametrize(
    "media", [Media.PHOTO, Media.VIDEO, Media.ANIMATION, Media.VIDEO_NOTE, Media.UNKNOWN]
)
def test_every_picture_is_held_whatever_its_caption_says(media: Media) -> None:
    (finding,) = images.find(Post("Quiz night flyer", media=media), FACTS, POLICY)

    assert (finding.category, finding.severity) == (Category.IMAGE, Severity.HIDE)


@pytest.mark.parametrize("media", [Media.VOICE, Media.AUDIO])
def test_a_recording_is_flagged(media: Media) -> None:
    (finding,) = images.find(Post("", media=media), FACTS, POLICY)

    assert finding.severity == Severity.FLAG


GROUPS = {"kin": "mum, big sister, slap+"}


@pytest.mark.parametrize(
    ("line", "text", "said"),
    [
        ("{kin} here", "my mum's here", True),
        ("{kin} here", "my big  sister here", True),
        ("{kin} here", "maximum here", False),
        ("{kin} ~2 here", "mum was not here", True),
        ("{kin} ~2 here", "mum was most certainly not here", False),
        ("{kin} ~2 here", "ask mum. Not here", False),
        ("{kin} ~~2 here", "ask mum. Not here", True),
        ("very? {kin}", "very slapped", True),
        ("very? {kin}", "slapping", True),
        ("don't go", "dont go", True),
        ("on|off you_go", "off you go", True),
        ("on|off you_go", "off he goes", False),
    ],
)
def test_a_way_of_saying_is_read_as_written(line: str, text: str, said: bool) -> None:
    assert (says(fold(text), ways(line, groups=GROUPS)) is not None) == said


def test_a_word_that_means_something_else_spares_the_post() -> None:
    lines = ways("lost {kin}", groups=GROUPS, unless="cat hot-dog")

    assert says(fold("lost mum"), lines)
    assert says(fold("lost mum and the dog"), lines)
    assert not says(fold("lost mum and the cat"), lines)
    assert not says(fold("lost mum and a hot dog"), lines)


@pytest.mark.parametrize(
    "text",
    [
        "kidnapped by my mother in law for lunch",
        "poor thing's got a black eye, him not me, walked into the door handle",
        "the shoe police came, she's scared of the shoe police",
        "Cannot cope with another verse of Baby Shark",
        "My son says his imaginary friend hit him",
        "ugh I smashed my phone screen AGAIN",
        "big bruise on her arm. turns out it was felt tip",
    ],
)
def test_an_alarm_taken_back_in_the_same_breath_wakes_nobody(text: str) -> None:
    assert list(safeguarding.find(Post(text), FACTS, POLICY)) == []


def test_an_innocent_word_does_not_talk_away_two_signs() -> None:
    text = (
        "turns out it was jam. but he hits mummy, and my son has finger marks on his arm again, who do I tell"
    )

    assert list(safeguarding.find(Post(text), FACTS, POLICY)) != []


@pytest.mark.parametrize(
    "text",
    [
        "cant find my little girl at the park, please look for her",
        "there's a toddler stood on the window ledge on his own",
        "a bruise on his cheek again and a different story about it",
        "she says daddy will go to prison if she tells",
        "they tie him to the bed when they go to work",
        "in my son's drawings the man comes into her room at night and sits on the bed",
        "I put my hand over his mouth to stop the crying, please somebody take him tonight",
        "dad's outside, there's a court order, who is the DSL today",
    ],
)
def test_a_worry_is_found_in_other_words_than_the_printed_ones(text: str) -> None:
    assert list(safeguarding.find(Post(text), FACTS, POLICY)) != []


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("I know what time she locks up of an evening", Category.THREAT),
        ("my brother gets out next month and I've told him all about you", Category.THREAT),
        ("resign by Friday or I tell everyone about your marriage", Category.THREAT),
        ("slimming jabs back in, no prescription, cash", Category.ILLEGAL),
        ("points on your licence? I know a man who can take them", Category.ILLEGAL),
        ("what door do the little boys come out of before the parents arrive", Category.GROOM),
        ("come round by himself after nursery, I have sweets, his mum doesn't need to know", Category.GROOM),
    ],
)
def test_a_threat_a_crime_or_an_approach_is_found_in_other_words(text: str, category: Category) -> None:
    findings = [one for detector in DETECTORS for one in detector(Post(text), FACTS, POLICY)]

    assert category in {one.category for one in findings}


@pytest.mark.parametrize(
    "text",
    [
        "someone's tipped nails on the lane, watch your tyres",
        "if I hear that song once more I won't be responsible for my actions, and I'm a churchwarden lol",
        "the grown ups are not allowed on the bouncy castle",
    ],
)
def test_a_warning_or_a_joke_is_no_threat_and_no_approach(text: str) -> None:
    for detector in (safeguarding, threat, grooming, illegal):
        assert list(detector.find(Post(text), FACTS, POLICY)) == []
