"""Notices journalists and broadcasters who look for somebody to talk to, and members they approached."""

from collections.abc import Iterable

from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.phrases import Recipe, Rule, found, rule, signs
from moderation.policy import Policy
from moderation.post import Post
from moderation.text import fold

GROUPS = {
    "reporter": """
        reporter, reporters, journalist, journalists, journo, journos, reportar, jurnalist, paparazzi,
        documentary maker, film maker, film-maker, filmmaker, producer, broadcaster, columnist,
        correspondent, news crew, camera crew, tv crew, telly crew, film crew, features writer, feature
        writer, news editor, blogger, podcaster, photojournalist, press photographer, press guy, press lady,
        press man, researcher, casting researcher, presenter""",
    "medium": """
        paper, newspaper, papers, newspapers, local paper, county paper, free paper, the paper,
        gazette, herald, echo, courier, argus, mercury, chronicle, tribune, messenger, telegraph,
        guardian, times, mirror, daily mail, star, evening star, post, observer, citizen, express,
        journal, weekly, nationals, tabloid, tabloids, magazine, radio, radio station, local
        station, local radio, radio programme, radio show, telly, tv, tv company, television, telly
        people, radio people, radio lot, bbc, itv, sky news, channel 4, s4c, breakfast show, daytime
        show, documentary, docu, docuseries, news blog, podcast, production company, film company,
        media, the press, the news, news programme, newsroom, phone-in""",
    "asked": """
        asked, asks, asking, want, wants, wanted, wanting, messaged, message, msgd, msg'd, messeged,
        messages, rang, ring, rings, rung, ringing, phoned, phones, phoning, called, calling,
        emailed, email, emails, contacted, contact, contacting, approached, approaching, dm'd, dmd,
        dm, dms, been on, been in touch, got in touch, get in touch, in touch, knocked, stopped me,
        cornered, invited, offered, telephoned, sniffing, sniffin, after, looking for, would like,
        would love, wishes, hounding, keeps asking, keep asking, fishing, texted, wrote to, written
        to, coled""",
    "account": """
        quote, quotes, statement, comment, comments, interview, interviews, interviewed, story,
        stories, reaction, side of it, our side, your side, on air, on camera, on telly, on the
        record, off the record, off record, profile, feature, thoughts, opinion, opinions, take on,
        view on, a chat, talk, speak, spoken, photograph, photographer, photo, picture, pictures,
        film, filming, moan""",
    "i": "i, i'm, im, we, we're, were",
    "write": """
        write for, report for, work for, writing a, writing an, write about, making a documentary,
        making a film, making a programme, making a series, making a tv, working on a documentary,
        working on a piece, working on a story, working on an article, working on a feature, working
        to a, doing a piece, doing a story, doing an article, doing a feature, putting together a,
        string for, freelance for, filming a, producing a, researching, recording interviews,
        casting, cast real, doing a phone-in, run a news, writing about, covering""",
    "seek": """
        looking for, love to, like to, want to, hoping to, keen to, need, anyone who'd, anyone
        willing, who'd, who would, who wants, dm me, message me, call me, reply here, contact me,
        get in touch, can i ring, could i snap, interview, in confidence, anonymous, off the record,
        who's up, up for it, reply if, nobody will kno, get your side, credit your""",
}
SIGNS = signs(
    GROUPS,
    reporter=(
        "{reporter}",
        "from|at|for|with the? {medium}",
        "{medium} ~2 guy|man|lady|woman|fella|chap|bloke|lass|person|crew|lot",
    ),
    medium=("{medium}",),
    asked=("{asked}",),
    account=(
        "{account}",
        "what do i|we say|tell",
        "what|wot ~2 say|tell|told",
        "do i|we answer|reply",
        "shall|should|ought i",
    ),
    writes=(
        "{i} ~3 {write}",
        "{write} ~6 {medium|reporter}",
        "{i} ~2 a|an|the ~2 {reporter}",
        "{reporter} ~3 here|with|from|at",
    ),
    seeks=("{seek}",),
    published=(
        "did|has|have anyone|anybody|you|u ~2 see|read|seen",
        "in|from|saw|read|seen ~3 {medium} ~4 about|today|this_morning|yesterday|last|which|where",
        "piece|article|story|bit|interview|write_up ~2 in|on the? {medium}",
        "on page #",
        "parish|church|village mag|magazine|newsletter",
        "newsletter|puzzle|crossword|sudoku|horoscope|recipe|subscription|paywall|paper_round|"
        "paper_mache|newspapers_for|old_newspapers|"
        "paper_plates|bog_paper|toilet_paper|wrapping_paper|papers_round",
        "sister|sisters|sister's|brother|cousin|mum|dad|husband ~2 a|an journalist|reporter|producer|"
        "presenter",
        "my ~2 is a|an journalist|reporter|producer|presenter",
        "used_to be|work|write",
        "press the|button|buzzer|hard|play|both|start|down|here|studs",
        "radio_times|on_the_radio_this|song_on_the_radio|turn_the_radio|car_radio|watch_telly|telly_off|"
        "too_much_telly",
    ),
    complaint=("{asked} ~3 customer|customers",),
)

RULES: tuple[Rule | Recipe, ...] = (
    rule(
        "somebody from the press or a film company may be asking",
        "{reporter} ~8 {asked|account}",
        "i|im|i'm|we ~2 a|an ~2 {reporter} ~8 {medium}|dm|who's|whos",
        "{reporter} from ~1 a|the? ~1 {medium}",
        "{asked} ~6 {reporter}",
        "{asked} ~3 by|from ~4 {reporter}",
        "{asked} ~1 by|from the? {medium} ~6 {account}",
        "got|had|been|getting ~6 {reporter|medium} ~6 {asked}",
        "{medium} ~1 have|has|'ve|are|is ~2 {asked}",
        "{medium} ~3 {asked} ~10 {account}",
        "{medium} ~4 {asked} ~2 me|us|one|anyone|somebody|someone|parents|mums|for|to",
        "some|a|one ~2 {medium} ~1 lady|guy|man|woman|fella|person|chap|people ~6 {asked|account}",
        "spoken|speak|talk|talked|talking ~2 to ~2 {reporter|medium}",
        "speaking to the? press|media|papers|reporters",
        "{reporter} ~4 outside|gate|door|at_the|stood|hanging",
        "{medium} crew|people|lot|team|van ~6 outside|gate|door|want|asking|here|asked",
        "ringing|calling|phoning|going_to|emailing ~1 the paper|papers|press|radio|telly|news|gazette|"
        "echo ~6 photographer|if|and|about|radio|told|they",
        "{medium} ~4 rang|phoned|called|messaged|emailed ~2 me|us|the? office|room|house",
        "press statement|release|enquiry|enquiries|interview",
        "a statement|quote|comment ~3 for|to|by ~3 {medium|reporter}",
        "to be|go on telly|tv|air|the_radio|camera",
        "want|wants|wanted ~4 on telly|tv|air|the_radio|at_half|the_breakfast",
        "{medium} ~3 offered ~4 #",
        "{medium} ~2 will|gonna|going_to print|publish|run",
        "let the? {medium|reporter} know",
        "{medium}|{reporter} ~2 been|been_on|'s_been ~6 {asked|account|door|gate|round}",
        "{medium|reporter} ~4 at|round our|the|my door|gate|drop|house",
        "man|woman|lady|bloke|lad|lass|person|somebody|someone|chap ~3 from|with|for|at the? ~1 {medium} ~8 "
        "{asked|account|look|talk|come}",
        "lady|bloke|man|woman|somebody|someone|fella|chap ~3 {with_a} microphone|tripod|film_crew|boom "
        "~6 {asked|gate|us|me|my}",
        "says|said he's|hes|she's|shes|they're|he_is|she_is ~2 from|with ~1 the? {medium}",
        "asking|asked|pressing for a? statement|quote|comment|reaction",
        "make|making|makes|do|doing|shoot|shooting ~2 a? film|documentary|docuseries|series|programme|"
        "feature|thing ~1 about|on|for",
        "writes|write|reports|works ~1 for the? {medium}",
        "does|doing ~2 bits|pieces ~2 for ~3 {medium}",
        "for|writing an article|piece|feature ~1 on|about",
        "my piece|article|feature|documentary|dissertation ~2 is about|on",
        "{medium} ~2 doing|running|printing|publishing a|an|some? ~1 bit|piece|story|article|feature|"
        "special|thing",
        "{medium} ~12 need|want|wants|looking_for|would_love|we'd_love ~2 a? guest|voice|mum|mom|mums|"
        "family|families|parent|parents|pics|photos|pictures|"
        "somebody|someone|quote|quotes",
        "freelance|freelancer ~2 has|have|asked",
        "want|wants|after ~1 the? inside_story|inside_track|juicy_stories|dirt",
        "two_lines|few_lines|a_line|few_words|some_words ~1 from a? mum|dad|parent|parents|mums",
        groups=GROUPS
        | {
            "with_a": "with a, with his, with her, and a, holding a",
            "look": "look round, look around",
            "come": "come in, come to",
            "door": "door",
            "gate": "gate",
            "round": "round",
            "microphone": "microphone",
            "tripod": "tripod",
            "talk": "talk",
        },
        unless="newspaper-round parish-mag paper-round crossword",
        severity=Severity.FLAG,
    ),
    Recipe(
        "somebody from the press or a film company introduces themselves",
        (SIGNS["writes"], SIGNS["seeks"]),
        (SIGNS["published"],),
        severity=Severity.FLAG,
    ),
    Recipe(
        "the press may have been in touch",
        (SIGNS["reporter"], SIGNS["asked"], SIGNS["account"]),
        (SIGNS["published"],),
        severity=Severity.FLAG,
        within=40,
    ),
)
NOT_NEWS = SIGNS["published"]

# Said in answer to talk of the press.
ABOUT_PRESS = rule(
    "talk of the press",
    "{reporter|medium|press} ~6 {asked|account|outside}",
    "{asked} ~6 {reporter|press}",
    groups=GROUPS,
)
ANSWERS: tuple[Rule, ...] = (
    rule(
        "talk about speaking to the press",
        "talk|speak|spoken|talked|told|tell|say|said|ring|call|ignore|answer|quote",
        groups=GROUPS,
        severity=Severity.FLAG,
    ),
)


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """One finding; a story that has been printed, or the word press in another sense, is none."""
    if NOT_NEWS.search(post.folded) is None:
        yield from list(found(Category.PRESS, RULES, post.folded))[:1]
    if post.reply_to and ABOUT_PRESS.search(fold(post.reply_to)):
        yield from found(Category.PRESS, ANSWERS, post.folded)
