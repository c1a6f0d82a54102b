"""Notices staff and families moving to private contact: friend requests, messages, numbers."""

from collections.abc import Iterable
from dataclasses import replace

from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.phrases import Recipe, Rule, found, rule, says, signs, ways
from moderation.policy import Policy
from moderation.post import Post
from moderation.text import fold

GROUPS = {
    "staffer": """
        miss, mrs, mr, ms, teacher, teachers, keyworker, key worker, keyworkers, key person, key
        people, staff, manager, deputy, staff member, member of staff, members of staff, helper,
        helpers, preschool lady, preschool ladies, nursery lady, nursery ladies, nursery girls,
        girls in the, girls from the, girl from the, ladies from the, ladies in the, lady from the,
        lady in the, one of the girls, toddler room, baby room, preschool room, room leader,
        practitioner, assistant, office lady, lady in the office, new lady, the new girl, sir,
        auntie, the girl with the, young man who does, the staff, his teacher, her teacher,
        playgroup ladies, playgroup lady, nursery nurse""",
    "social": """
        facebook, fb, insta, instagram, snap, snapchat, tiktok, tik tok, whatsapp, whats app,
        watsapp, messenger, viber, linkedin, strava, twitter, discord, telegram, signal, facetime,
        gamer tag, gamertag, vinted, bebo, threads, skype, imo""",
    "add": """
        add, adding, added, friend, friended, friend request, friends request, friend requests,
        follow, following, follows, request, requests, accept, accepted, accepts, connected with,
        connect, be friends, pending""",
    "private": """
        own number, own phone, personal number, personal phone, personal mobile, home number,
        private number, mobile number, her number, his number, your number, ur number, number,
        numbar, mobile, mob, digits, home phone, personal email, private email, email at home, home
        address, home addresses, own mobile, personal account, dms, inbox""",
    "write": """
        message, messaging, messaged, msg, text, texting, texted, txt, whatsapp, whatsapping, dm,
        dming, dm'd, dmd, inbox, ring, call, phone, voice note, voicenote, pm, facetime, video call,
        snap, catch, contact, reach""",
    "me": "me, u, you, her, him, them, she, he",
    "direct": """
        direct, directly, privately, private, outside of, out of hours, after hours, in the evening,
        of an evening, at home, at night, tonight, at weekends, at the weekend, this weekend, over
        the holidays, over easter, over christmas, late, any time, anytime, whenever, on the quiet,
        off the app, not the app, not through, not via, instead of, rather than, don't go via, dont
        go via, don't need to go, than going thru, than going through, not thru, on her own, on his
        own, personally""",
    "official": "office, main number, website, the app, preschool email, pre-school email, setting, "
    "school email, main line, reception, landline",
}
SIGNS = signs(
    GROUPS,
    staffer=("{staffer}",),
    social=("{social}",),
    add=("{add}",),
    private=("{private}",),
    direct=("{direct}",),
    add_them=(
        "add|friend|follow|accept ~3 {me}|on|miss|mrs|mr|a_few|few|couple|some|my",
        "{add} ~6 {social}",
        "friend requests?|request|requests",
        "accepted|accept|accepts ~2 my|your|ur|the|any_o|me|my_friend ~1 request|requests|yous|you|yet|"
        "friend",
        "be|being|become|are|we're ~2 friends ~2 on",
        "on {social} ~4 with|together",
        "search for ~4 {social}",
        "looked for her|him|them ~3 {social}",
        "anyone|anybody|who|you ~4 got|have|know|on|find|found ~6 {social}",
        "{staffer} ~4 {social}",
        "what's|whats|what_is|wots|wot_is|got|have|need|want|get|give ~4 {private}",
    ),
)
S = SIGNS

ASKED: tuple[Rule | Recipe, ...] = (
    rule(
        "private contact between staff and a family",
        "{staffer} ~8 add|follow|friend ~2 you|u|me|her|on",
        "{staffer} ~8 {add} ~3 {social|request|requests}",
        "add|adding|added|follow|following|friended|friend ~3 {staffer}",
        "added ~3 staff|teachers|keyworkers|girls",
        "{staffer} ~4 and_i|and_me ~3 follow|friends|message|chat|text",
        "{staffer} ~6 accepted|accept|accepts|pending ~4 request|yous|you|me|friend|yet",
        "friend|follow request|requests ~3 sent|to ~2 {staffer}",
        "{staffer} ~10 friend request",
        "{staffer} ~4 on {social}",
        "got|get|find|found|know|stalking|looking_for|looked_for|looked ~4 {staffer} ~6 {social|private}",
        "{staffer} ~6 {social} ~2 please|pls|anyone|anybody|again",
        "whats|what's|wot_is|wots|what_is|got|have|has|need|want|know|get|give ~3 {staffer} ~6 {private|"
        "social}",
        "give|got|have|has|get|need ~2 me? ~2 your|ur ~1 {private|social}",
        "{staffer} ~6 give|got|have|swap|what's|whats ~3 your|ur ~2 {private|social|email}",
        "{staffer} ~8 can|could|may|will|shall|might i|we|one ~3 {write|add} ~1 you|u|her",
        "can|could|may|will|shall|might i|we|one ~3 {write} ~1 you|u ~2 direct|directly|privately|"
        "tonight|later ~6 {staffer}",
        "{staffer} ~6 contacted|contact|message|messaging|text ~3 privately|directly|direct|tonight|at_night",
        "{staffer} ~4 i'll|ill|i_will|let_me ~1 {write} ~1 you|u",
        "i'll|ill|i_will|just ~1 {write} ~1 {staffer} ~10 own|personal|direct|tonight|later|swaps|always",
        "{write} ~2 {staffer} ~6 direct|directly|privately|on_her|on_his|own|personal|instead|always",
        "have|got|has ~3 {staffer} ~2 {private}",
        "{staffer} ~3 has|have|got my number|mobile|snap|insta|whatsapp",
        "{staffer} ~6 {write} ~2 me ~8 home|evening|night|own|personal|weekends|tonight|phone",
        "{staffer} ~8 send|text|message ~4 to my|me ~2 own? phone|mobile|whatsapp",
        "{staffer} ~3 said|says ~4 {private|social|dms}",
        "send ~4 to {staffer} own|personal phone|mobile|number|email",
        "{staffer} ~6 drop|send me|us|a ~2 message|text|line|dm ~6 {beer|meet|drink|holiday|hours|"
        "barbecue|bbq}",
        "are|is ~2 {staffer} ~3 single|allowed|coming ~4 {bbq|barbecue|night_out|drink|love|number|son}",
        "{staffer} ~8 babysit ~8 {office|cash|message|agency|text|outside|evenings}",
        "{staffer} ~6 do evenings|babysitting",
        "{staffer} ~8 give you|u a lift",
        "keep_in_touch|stay_in_touch|lose_touch|stay_friends ~14 {staffer}",
        "{staffer} ~30 keep_in_touch|stay_in_touch|lose_touch|{social|private}",
        "make|set_up|start|create a group|chat ~10 {staffer} ~10 no_office|without|honest|only",
        "group ~8 keyworkers|staff ~6 {pub|night|added|chat}",
        "all this|it ~3 on messenger|whatsapp|fb|facebook ~10 {app|office|instead}",
        "chatting|talking ~2 to ~3 {staffer} ~6 {pub|night|messenger|midnight|online|insta}",
        "sold|bought ~6 {staffer} ~4 {vinted|marketplace|facebook|ebay}",
        "{staffer} ~4 plays|play the same game",
        "out_of_hours|emergency|personal number ~6 {staffer|one_of_you|personal}",
        "{staffer} ~4 home addresses|address",
        "don't bother|use|go|fill|ring ~4 main_line|office|app|form ~20 message|text|whatsapp|own_number",
        "{write} ~2 {name} ~8 own_phone|own_number|direct|personal|privately|even_at_night",
        "{add_back} ~2 me back",
        "{social} ~8 key_worker|keyworker|teacher|staff|the_pick_ups|pick_ups|puffins|foxes",
        "send|sent ~4 to ~3 own|personal phone|number|email|account",
        "asked|ask ~4 for ~3 home|personal|private|own number|address",
        "number|num|mobile ~4 for the? ~8 {personal}",
        "out|drink|drinks|pub|curry|beers|night ~6 with ~6 staff|teachers|foxes|girls_from_the_room",
        "miss ~3 {social|dm|pm|inbox} me",
        "{staffer} ~8 inbox|pm|dm|message me",
        "sent|send you|u a? friend request",
        "{staffer} ~6 fancy|want|up_for ~2 a? drink|coffee|pint|curry|beer",
        "give|gave|given me her|his ~1 private|personal|own|home number|mobile",
        "wrote|written|write|writing ~6 on|to ~2 the? {social} ~8 pick_ups|answers_me|drums|staff|always",
        "in|from puffins|foxes|butterflies|badgers|caterpillars|hedgehogs|ladybirds|bumblebees|robins|"
        "rabbits|owls ~6 {inbox_me}",
        "find me in my inbox",
        "added|add me back",
        "{private} ~2 of the one|girl|lady|fella|lad",
        "the|got ~2 snap|insta|number of the one",
        "own|personal number ~8 she|he always|just ~2 {sorts|phone}",
        groups=GROUPS
        | {
            "sorts": "sorts it, on her phone, on his phone, answers",
            "love": "love",
            "bbq": "bbq",
            "pub": "pub",
            "app": "app",
            "add_back": "added, adds, followed",
            "personal": "personal one, own one, his own, her own",
            "inbox_me": "inbox, dm, message",
            "name": "kath, pippa, shan, sandra, tara, her, him, one of them, the girls, a couple of the "
            "girls",
        },
        severity=Severity.INFO,
    ),
    Recipe(
        "private contact between staff and a family",
        (S["staffer"], S["add_them"]),
        severity=Severity.INFO,
        within=16,
    ),
)
# Where no word says that the other is on the staff, but the poster is, or the first name goes with a room.
BY_STAFF: tuple[Rule | Recipe, ...] = (
    rule(
        "a member of staff in private contact with a family",
        "{add} ~3 me|your_request|you|request|requests|michelle|mums",
        "accepted|accept|sent|popped|send ~4 request|requests",
        "for|ta|thanks the add",
        "{write} ~2 me ~4 {direct|on}|tonight|own|mine|hun|love|later|fb|facebook|insta",
        "{write|inbox|ring} me ~3 love|hun|lovely|babe|instead|tonight|directly|direct|on_mine|any_time|"
        "anytime",
        "only a text|call|message away",
        "you've|youve|you_have|u got|have my number|mobile",
        "give|gave|giving ~3 you|them|him|her|everyone my number|mobile|insta|snap",
        "my ~1 own|personal|private ~1 number|phone|mobile|insta|facebook|whatsapp|email|chat|page",
        "dm|pm me",
        "on|my messenger|whatsapp|insta|snapchat|facebook|snap|fb ~6 {late|find|follow|add|always|me|"
        "there|will|tonight}",
        "find me ~3 {social}",
        "follow ~3 my|me",
        "whatsapp|text|message|send|msg ~2 you|u|them|mums|parents ~4 {private|video|pics|photos|later|"
        "tonight|phone|on_messenger}",
        "sent ~4 to_you|to_u|you|u ~3 on messenger|whatsapp|facebook|insta",
        "text|send ~1 you ~3 video|photo|photos|pics|picture|videos",
        "easier|quicker|better than going|through|via|the_office|phoning",
        "don't|dont|no_need go|to_go ~1 via|through|thru",
        "parents'|parents|mums|families chat|group|whatsapp ~6 my_phone|key_children|who_wants|set_up|"
        "setting_up|start",
        "setting_up|starting|start|made ~4 chat|group ~8 {my|key|parents|phone}",
        "babysit ~12 {text|message|work|office|cash|weekend}",
        "saw your ~2 holiday|pics|photos|snaps|page|insta|profile",
        "saw|seen|out|drinks|night_out ~6 on saturday|friday|the_weekend ~10 {insta|photos|tagged|"
        "hungover|facebook}",
        "personal email|phone|whatsapp|account|number",
        "not the work|office one|phone|number",
        "ring|call|text ~1 me on ~1 mine|my_own|my_mobile",
        "posting from home ~8 ask|question|me",
        "personal messenger|whatsapp|facebook|insta|snapchat|number|email|page",
        "quiet word ~4 out_of_hours|after_work|at_home",
        "drop|send me ~1 a? message ~4 {x}|evening|weekend|babysit",
        "babysit|tutor|extra_help ~16 {drop_me}|message|office|work",
        "facetime ~3 him|her|them",
        "my facebook|fb|insta|instagram|snapchat|snap|tiktok",
        groups=GROUPS
        | {
            "on": "on mine, on my, on fb, on insta",
            "video": "video, videos",
            "late": "late",
            "x": "any time, anytime",
            "drop_me": "drop me, dm me, text me",
        },
        severity=Severity.INFO,
    ),
)
PRAISE = ways(
    "thank|thanks|brilliant|amazing|fab|lovely|star|grateful ~12 {staffer}",
    "{staffer} ~8 thank|thanks|brilliant|amazing|fab|wonderful|star|helped",
    groups=GROUPS,
)
WANTS = ways(
    "add|follow|number|whatsapp|messenger|insta|instagram|facebook|fb|message|text|dm|inbox|snap|tiktok|"
    "friend_request|touch|email",
    groups=GROUPS,
)
PARENTS_ONLY = ways(
    "any|other mums|dads|parents ~6 friends|add|facebook|fb|group|chat|whatsapp",
    "mums|dads|parents|class whatsapp|group_chat|chat",
    "phone|ring|call|email|contact ~2 the office|main_number|preschool|pre-school|nursery|setting",
    "office|main|setting|preschool|nursery|work email|number|phone",
    groups=GROUPS,
)
REFUSED = ways(
    "can't|cant|cannot|don't|dont|won't|not_allowed_to|unable_to ~2 accept|add|take|follow|give ~6 "
    "request|requests|parents|families|friend|friends|number|numbers",
    groups=GROUPS,
)
PRIVATELY = ways(
    "{private|social}",
    "not through|via|thru",
    "don't go via|through",
    "own|personal|direct|directly|cash|messenger",
    groups=GROUPS,
)
ABOUT_STAFF = ways("{staffer}", groups=GROUPS)
ANSWERS: tuple[Rule, ...] = (
    rule(
        "private contact between staff and a family",
        "inbox|message|text|dm|add|ring|find|follow|ask her|him|me|them|tara",
        "on there|insta|facebook|fb|tiktok",
        "her|his|the number|insta|page",
        groups=GROUPS,
        severity=Severity.INFO,
    ),
)


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """Between staff and families only: what parents agree among themselves is nobody's business."""
    folded = post.folded
    findings = list(found(Category.CONTACT, ASKED, folded))
    if not findings and post.author.is_staff:
        findings = list(found(Category.CONTACT, BY_STAFF, folded))
    if not findings and post.reply_to and says(fold(post.reply_to), ABOUT_STAFF):
        findings = list(found(Category.CONTACT, ANSWERS, folded))
    if not findings or (says(folded, PARENTS_ONLY) and not says(folded, PRIVATELY)):
        return
    if says(folded, REFUSED) or (says(folded, PRAISE) and not says(folded, WANTS)):
        return
    grave = Severity.FLAG if post.author.is_staff else Severity.INFO
    yield replace(findings[0], severity=grave)
