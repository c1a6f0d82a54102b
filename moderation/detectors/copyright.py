"""Notices copied works: pasted articles, scanned books, ripped films and songs, borrowed badges."""

from collections.abc import Iterable

from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.phrases import Recipe, Rule, found, rule, says, signs, ways
from moderation.policy import Policy
from moderation.post import Media, Post

GROUPS = {
    "work": """
        film, films, movie, movies, dvd, cartoon, series, seasons, season, episodes, episode, box
        set, show, game, app, album, song, songs, soundtrack, musical, cd, mp3s, mp3, audiobook,
        audio book, book, books, chapter, chapters, story, poem, lyrics, words, worksheets,
        worksheet, workbook, workbooks, pack, phonics pack, pages, sheets, sheet music, score,
        script, pattern, scheme, article, piece, interview, blog, column, magazine, recipe book,
        picture, photo, photos, illustration, artwork, drawing, font, answers, textbook, comic, pdf,
        ebook, guide, planning, poster, policy, cards, dvds, footy, fight, karaoke, backing""",
    "copied": """
        scanned, scan, scanning, photocopied, photocopy, fotocopys, photocopies, copied, copy,
        copied out, copying, typed out, typed, screenshotted, screenshot, screenshots, ripped, rip,
        downloaded, download, d0wnl0ad, downloading, cracked, torrent, torrented, recorded, burned,
        burnt, photographed, photograph, pasted, pasting, copy pasted, lifted, nabbed, nicked,
        stole, borrowed, converted, cut the pages, blanked, cropped, printed, printing, uploaded,
        pinched, liberated, got hold of, off a mate, converter""",
    "all": "whole, full, entire, all, every, complete, the lot, every page, every episode, every verse, "
    "pages, each, hale",
    "paid": """
        paywall, paywalled, subscribers only, subscriber only, subscription, paid, paid for, pay
        for, one user only, one licence, one license, single user, members only, per household,
        licence, copyright, login, instead of buying, don't have to buy, dont have to buy, saves
        buying, so you don't have to, why pay, no need to pay, need to buy, you're meant to buy, in
        the shops, without paying, premium, pro version, quid, pounds, cost""",
    "shared": """
        here, help yourself, help yourselves, for everyone, for all of us, for anyone, for you, for
        u, sending, send, forward, pass it round, attached, below, enjoy, happy printing, share,
        sharing, download it, print, who wants, anyone want, want it, wantin, in here, pop it,
        drive, zip it, stick, usb, memory stick, folder, follow, give me a shout, use mine, on a
        stick, the lot""",
    "badge": "logo, badge, crest, emblem, owl logo, branding, letterhead, headed paper",
    "brand": "disney, bluey, peppa, peppa pig, paw patrol, frozen, pokemon, cbeebies, marvel, "
    "cocomelon, twinkl, spotify, netflix, youtube, sky, prime, encanto, moana",
    "maker": "mugs, mug, hoodies, hoodie, bottles, magnets, bunting, cake, cake topper, party bags, "
    "bags, cups, t shirts, tshirts, keyrings, banners, transfers, invitations, page, profile, group "
    "picture, picture, shop, stickers",
}
SIGNS = signs(
    GROUPS,
    work=("{work}", "{brand}"),
    copied=("{copied}",),
    all=("{all}",),
    paid=("{paid}",),
    shared=("{shared}",),
    own=(
        "i|i've|ive|we|he|she|my ~2 drawn|drew|designed|wrote|written|painted|made ~3 a|the|this|some|"
        "up? ~4 {poster|myself}",
        "library|libraries ~3 book|card|has|got|day",
        "photos|photo|pics|pictures ~4 of|from ~3 kids|children|them|party|nativity|sports|trip|fair|day",
        "ordered|order ~4 from ~2 office",
        "lost|found|borrow|lend|return|homework|reading_book|form|forms|newsletter|menu|rota|register|"
        "minutes|club",
    ),
)
S = SIGNS

RULES: tuple[Rule | Recipe, ...] = (
    rule(
        "copied work may be shared",
        "{copied} ~6 {all} ~5 {work}",
        "{all} ~4 {work} ~14 {copied}",
        "{copied} ~4 {work} ~14 {shared}",
        "got|have|here's|heres|sending ~2 {all} ~3 {brand|work} ~8 {sending_file|sending|file|stick|pdf|"
        "enjoy|zip|mp4|discs|drive|usb|off|help_yourselves|shh}",
        "full|whole|entire ~3 film|movie|series|album|cd|book|article|piece|script|dvd|interview ~10 "
        "{copied|shared|paid|file|off|pdf}",
        "every episode|series|film ~8 {stick|usb|drive|mp4|hard_drive|pass}",
        "ripped|rip|burned|burnt|cracked ~6 {work|brand|off|cd|it|them|youtube}",
        "{work} ~4 cracked|ripped|pirated|torrent",
        "paywall ~12 {article|lot|piece|whole|below|pasted|here}",
        "{paid} ~14 pasted|typed|copied|copying|here_you_go|below|the_lot",
        "subscribers|members ~1 only ~12 {copied|below|carries|sharing|pages|whatever}",
        "my|the ~2 {paid|login|subscription|account} ~6 share|use_mine|password|download|for_you",
        "share|sharing ~2 the? password|login|subscription",
        "one copy|licence|license|subscription ~12 {share|copied|password|between|rooms|all}",
        "i pay for it ~6 {use|share|mine}",
        "{brand} ~3 pack|login|sheets ~10 {use_mine|share|pages|pay|print|{}}",
        "pack|login|account ~3 i pay ~3 for",
        "scan|photograph|photo|photos|pictures ~4 me|of|each|every|all ~4 page|pages|book|chapters",
        "have|got|send ~3 pdf|scan|copy ~3 of the ~8 {paid|book|shops|workbook}",
        "pdf ~10 {shops|buy|pages|scanned|paid|workbook|meant_to|book}",
        "{work} ~10 off|from ~2 youtube|spotify|a_mate's|a_mates|netflix|google|a_stock_site|some_site|"
        "hard_drive|streaming|telly ~14 {for_you|enjoy|cropped|anyone|charge|copied|help|got|poster|"
        "quid|nobody}",
        "{copied} ~4 {work|it|that} ~2 off|from ~2 youtube|spotify|google|net|internet|website|another|"
        "a_site|another_nursery's|magazine|someone",
        "download|downloaded|stream|streaming|watch ~6 for free|nowt|nothing ~10 {brand|work|drive|link|say}",
        "play|show|screen ~4 film|movie ~10 {streaming|netflix|my_account|charge|disney}",
        "streaming account",
        "firestick|fire_stick|dodgy_box|dodgy_stick|loaded_stick|kodi",
        "stick|stik|box loaded ~6 {film|films|footy|sky|evry}",
        "all|kids ~1 films ~3 sky",
        "cropped|crop|blanked|edited|removed|took ~3 watermark|signature|name|names|logo",
        "photo|photos|picture|pictures|illustration|image ~6 stock_site|off_google|on_google|"
        "from_google|watermark|artist",
        "made these ~2 to sell|flog",
        "poem i|we ~1 wrote",
        "{badge} ~10 {maker|sell|selling|flog|borrowed|nicked|took|used|off_the}",
        "{maker} ~6 with|w|using|of ~3 our|the|preschool|pre-school|nursery ~3 {badge|owl}",
        "{copied|take|took|using|use|used|got|borrowed|nicked} ~4 {badge} ~4 off|from|as|for|on|and",
        "preschool|pre-school|preschool's|nursery|our ~1 {badge} ~6 {maker|quid|£|sell|as_the_picture|"
        "invitations|hoodies}",
        "wrote|written|poem|verse|i_wrote ~8 myself ~14 {ignore|google|copied|someone|haha_lol}",
        "my poem|story|song ~10 {sue|someones|someone's|copied|changed_two}",
        "little poem i|we wrote ~2 {smirk|xx|haha}",
        "put|changed|added ~3 our|preschool's|my|the ~2 name ~2 at|on|to|under ~4 {it|bottom|use}",
        "changed ~4 words of someone|someones|someone's",
        "typed ~4 out ~6 {chapter|whole|book|poem|all|interview}",
        "i've|ive|just|copied|here's ~3 pasted|copied|typed ~4 all|the_lot|whole|every",
        "words|lyrics ~4 whole|every|full|all ~8 {copied|sleeve|song|verse}",
        "{brand|cartoon} ~4 transfers|banners|cupcakes|toppers|mugs|t_shirts|bags|balloons ~6 {£|each|"
        "print|fair|sell|quid}",
        "cartoon ~6 transfers|banners|print|selling",
        "screener|pirate_copy|knock_off_dvd|bootleg",
        "not out|released till|until ~4 {shh|shush|full|but|friday}",
        "read|record|recording ~4 {audiobook|book} ~10 {voice_note|chapter|a_night|account}",
        "dvd|film|panto|show ~6 {copied|wantin|discs|recorded_off}",
        "paid|members|subscription ~2 site|ones|sheets|pattern|pack|maths_pack ~10 {shared|print|sheets|"
        "liberated|blanked|names|below|attached|photograph}",
        "one per|user|licence ~8 {tell|only|attached|here|pattern|everyone|household|rooms}",
        "that company's|companys name|logo ~2 is|still",
        "lifted|borrowed|copied|nicked ~2 the? wording|policy|text|planning",
        "scan|scanned|photocopied|photocopying|printed|printing|copied ~4 {all|whole|every|full}? ~4 "
        "book|scheme|workbook|sheet_music|script|carol_book",
        "photographed|photograph|photocopied|scanned ~8 book|magazine|pages|chapter|carol",
        "screenshot ~4 {all|her|his} ~2 photos|pictures|designs ~8 {slideshow|pro|use}",
        groups=GROUPS
        | {
            "poster": "poster",
            "audiobook": "audio book, audiobook",
            "cartoon": "cartoon, cartoon pig, cartoon dog",
            "owl": "owl",
            "sell": "sell, selling, to sell",
        },
        unless="link-first-line own-drawing drawn-poster lost-property",
        severity=Severity.FLAG,
    ),
    Recipe(
        "copied work may be shared",
        (S["work"], S["copied"], S["paid"]),
        (S["own"],),
        severity=Severity.FLAG,
        within=40,
    ),
    Recipe(
        "copied work may be shared",
        (S["work"], S["copied"], S["all"], S["shared"]),
        (S["own"],),
        severity=Severity.FLAG,
        within=40,
    ),
)
LOGO = rule("the setting's badge on other things", "{badge}", groups=GROUPS)
WHOLE = rule(
    "a whole film, book or recording",
    "full|whole|entire|hale|every|all|complete ~4 film|movie|episode|series|album|cd|book|pack|scheme|"
    "box_set|thing",
    "film|movie|mp3s|pdf|album|cd ~6 {x}|enjoy|full|help_yourselves|out_till|popcorn|whole|pages",
    groups=GROUPS | {"x": "shh, shush"},
)
FILES = frozenset({Media.DOCUMENT, Media.VIDEO, Media.AUDIO})


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """A whole work as a file is graver than talk of one; a badge is a case of its own."""
    folded = post.folded
    if post.media in FILES and WHOLE.search(folded):
        yield Finding(Category.COPYRIGHT, 0.9, Severity.HIDE, "a whole work passed on as a file", "pirated")
        return
    if _allowed(post, policy):
        return
    for finding in list(found(Category.COPYRIGHT, RULES, folded))[:1]:
        subtype = "logo" if LOGO.search(folded) else None
        yield Finding(
            Category.COPYRIGHT, finding.score, finding.severity, finding.why, subtype, finding.evidence
        )


CREDITED = ways(
    "credit|credits|source|courtesy|copyright|originally ~2 to|from|of|by|goes|is",
    "credit: {someone}",
    "all credit",
    "written|taken|photo|words ~2 by ~4 {someone}",
    groups={"someone": "somename, fullname, her, him, the author, the guardian, the bbc"},
)
PERMITTED = ways(
    "with|got|have|has|given|by ~2 permission|consent|licence_to",
    "said i|we could|can ~2 share|use|copy|post",
    groups={},
)


def _allowed(post: Post, policy: Policy) -> bool:
    """What the setting's policy asks for before others' work may be shared."""
    credited, permitted = says(post.named, CREDITED) is not None, says(post.named, PERMITTED) is not None
    match policy["copyright.mode"]:
        case "cite":
            return credited or permitted
        case "permission_and_credit":
            return credited and permitted
        case "comply":
            return permitted
    return False  # link_only: a link, never the work itself
