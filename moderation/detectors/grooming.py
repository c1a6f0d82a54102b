"""Notices when an adult seems to seek a child out; only a person may draw a conclusion."""

from collections.abc import Iterable
from functools import partial

from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.lexicon import COMMON
from moderation.phrases import Rule, found, rule
from moderation.policy import Policy
from moderation.post import Post


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """Asking for private contact with a child, for pictures or times alone; unasked gifts, lifts, care."""
    rules = (*RULES, *WIDER, *FROM_STAFF) if post.author.is_staff else (*RULES, *WIDER)
    yield from found(Category.GROOM, rules, post.folded)
    if post.reply_to and not post.author.is_staff:
        yield from found(Category.GROOM, OFFERS, post.folded)


GROUPS = {
    **COMMON,
    "your": "your, ur, yr, yer, yours, someone's, any of your, any of the, one of your, one of the, the, "
    "which, any, their, his, her",
    "account": """
        username, user name, gamertag, gamer tag, tablet name, roblox, minecraft, fortnite,
        snapchat, snap, tiktok, discord, insta, instagram, account, screen name, login, own
        phone, own tablet, own ipad, phone number, kik, own number, switch, friend code, xbox,
        whatsapp, plays as, play as, playstation, gamer name, player name, roblox name, email""",
    "add": "add, message, msg, send, ring, chat, text, contact, talk, call, follow, gift, video call, "
    "facetime, play with, friend, private",
    "quiet": "our secret club, our secret, little secret, no need to tell, don't tell her mum, don't tell "
    "his mum, don't tell mum, dont tell mum, don't tell dad, no need to tell her dad, keep it "
    "between us, "
    "between us, our little secret, our little chat, our little game, our little treat, without "
    "telling, just between, secret treat, special treat, special "
    "friend, best if they don't, best if she doesn't, best if he doesn't, people can be silly, "
    "don't go on about",
    "parents": "parents, mums, mum, mam, dad, dads, grown ups, grown up, adults, anyone, you",
    "images": "pics, pictures, photos, photo, picture, pic, video, videos, vids, vid, snaps, selfie, "
    "selfies, voice note, voice notes",
    "bare": "paddling pool, bath, bathing, swimming, swimsuit, swim, pool, changing, tutu, leotard, "
    "nappy, nappies, naked, sleepover, pyjamas, bikini, costume, undressed, beach, ballet, gym, "
    "gymnastics, splash",
    "goalone": "walk home alone, walk home, walks home, walk to the bus, walk on their own, alone, on their "
    "own, by themselves, without a grown up, w/out a grown up, without an adult, without "
    "parents, without mum, unsupervised, on his own, on her own, home alone, no adults, with "
    "nobody, wander out",
    "when": "what time, when, what times, which days, which day, which gate, which door, which ones, "
    "which of the, which kids, which children, who, whats time, wot time, where, how long, what "
    "day, about what time",
}
groom = partial(rule, groups=GROUPS, severity=Severity.URGENT, score=0.9)

RULES: tuple[Rule, ...] = (
    groom(
        "somebody asks how to reach a child directly",
        "what|whats|what's|wot|wots|which|does|do|has|have|is|got ~2 {your} ~3 {child} ~8 {account}",
        "{child} ~6 have|has|got|own|use ~4 {account} ~~12 {add|username|send|name|her|him}",
        "{account} ~~8 i'll|ill|i_will|i_can|i_could|can_i|let_me ~2 {add} ~3 {them|child}",
        "tell_me|give_me|send_me|pass_me|need ~6 {child|he|she|her|his} ~3 {account|plays|goes_by|number}",
        "can|could|let|want|like|love ~2 i|me ~2 {add} ~2 {your} ~2 {child} ~4 {account|directly|"
        "privately|online|on|number|himself|herself}",
        "{add|gift|play} ~3 {child} ~6 {account|block_game|game|online} ~8 just_him|just_her|"
        "just_them|no_need|private|secret|only_him|only_her",
        "gift|coins|robux|skins|v-bucks|vbucks ~12 {child|him|her} ~8 just_him|just_her|plays_as|"
        "username|gift_him|gift_her|name|secret",
        "tell|ask|get|let|give|show ~2 {child|him|her} ~5 ring|call|text|message|msg|facetime|add|"
        "write_to|dm|snap me ~8 {whenever|any_time|anytime|bored|asleep|directly|secret|private|"
        "through|thru|own|privately|herself|himself}",
        "mature|grown_up ~3 for ~1 his|her|their|4_his age",
        "{child|he|she} ~8 {quiet} ~8 {parents|mummy|daddy|his_mum|her_mum}",
        unless="haha lol homework school-app parental controls limits hold",
    ),
    groom(
        "somebody asks for pictures of particular children",
        "send|share|post|got|want|more ~8 {child} ~4 {bare|swimming_costumes|swimming_costume|"
        "swimming_trunks|trunks|bikinis|pants|knickers|vests|underwear|cossies}",
        "modelling|model|photo_shoot|photoshoot|pose ~6 {me|girls|boys|child} ~~12 {parents} ~2 "
        "don't|dont|needn't|not|no_need|without",
        "{child|girls|boys} ~10 modelling|model|photo_shoot|photoshoot|pose|posing ~~12 {parents} ~2 "
        "don't|dont|needn't|not|no_need|without|doesn't",
        "any|got|more|send|have|has|anyone|anybody|share|want|love|see|post ~5 {images} ~5 {child|"
        "little} ~8 {bare|just_of|privately|private|only|so_sweet|just_her|just_him|blonde|"
        "the_one_with|dm|send_me}",
        "{images} ~4 of ~2 {child|little} ~4 {bare}",
        "{images} ~6 just_of|just_her|just_him|only_of|only_her ~~8 {child|privately|private|send|"
        "alone|her|him}",
        "get|make|ask|can|could|let ~4 {child} ~6 do|make|send|record|take|film ~4 {images} ~8 {me|"
        "just|alone|no_grown|uncle|bedroom|hi|pool|private}",
        "no_kids|no_children|not_a_parent|don't_have_kids|dont_have_kids|haven't_got_kids|"
        "none_of_my_own|childless|haven't_any_children|don't_have_children|no_kiddies ~~20 {images|"
        "little_ones|kids|children|youngsters|stay_and_play|stay}",
        "{like|enjoy|love|enjoying|looking} ~4 {images} ~4 {child|youngsters} ~8 {chat|chatting|"
        "private|cute|beautiful|phone|alone}",
        "enjoy|love|like ~3 chatting|talking|looking|watching ~4 {child|youngsters} ~8 {phone|online|"
        "photos|changing|pool|gallery|alone|mums|watch}",
        "{child|ones} ~4 get|getting|be|are changed|changing|undressed|showered ~5 poolside|cubicles|"
        "cubicle|where|open|pool|changing_rooms|communal",
        "new_here|just_joined|just_been_added|im_new|i'm_new ~~8 {images} ~6 {child|pool}",
        unless="haha lol lost-property consent consents photographer guess-who costume-day",
    ),
    groom(
        "somebody asks when children are alone",
        "what|which days|day|time|times|nights ~6 {child|she|he} ~6 {goalone|by_herself|by_himself|"
        "alone|dropped_off_by}",
        "which|what|where park|playground|field|pool|street|bus ~4 {child|fives|ones|they|"
        "under_fives} ~6 {goalone|alone|on_their_own}",
        "like|love|enjoy ~2 to|watching? ~2 sit|stand|come? ~2 and? watch|watching ~2 {child|them} ",
        "{when} ~6 {child|ones|tinies|they} ~6 {goalone} ~8 {time|corner|past|what|where|how|grown|"
        "gate|get|past|when|bus|street|each}",
        "{when} ~8 {child|ones|tinies} ~10 {goalone}",
        "which|who|any|any_of ~4 {child|ones|kids|them|yours} ~2 {goalone} ~~10 {time|wondering|"
        "come_past|where|when|route|way|past}",
        "which|what gate|door|entrance|exit|way ~4 {child|tinies|little} ~6 use|come|leave|go ~~12 "
        "{anyone|stood|alone|watch|wander|time|staff|grown|supervise}",
        "{is|are|anyone|anybody} ~1 anyone|anybody|someone|adult|staff|stood|watching ~3 there|"
        "with_them|watching|them|gate ~6 {wander|alone|on_their_own|just|left}",
        "left_alone|on_his_own|on_her_own|home_alone ~4 with|in|at ~10 {when|what_time|which_nights|"
        "how_long} ~4 {you|parents|mum|back|out}",
        unless="haha lol worried scared dog seen parking wandering found trip permission ratio film-night",
    ),
    groom(
        "somebody offers children gifts, lifts or care with no parent there",
        "i|i'll|can|could|happy_to|love_to ~3 watch|mind|have|look_after|babysit|sit ~3 {child|him|"
        "her} ~6 any|anytime|evening|evenings|night|whenever ~~14 only_me|just_me|on_my_own|at_mine|"
        "my_place|my_flat|sleep_over|no_charge|overnight",
        "told|tell|said|says ~3 {child|him|her|she|he} ~6 can|could ~2 always|still? ~2 {add} ~2 me "
        "~10 {quiet|secret|mummy_isn't|mum's_not|when_mummy|when_mum|asleep|isn't_about|any_time|own}",
        "our|a secret club|game|friend|chat|place|den|treat ~8 {child|mummy|her|him|tell|only|whatsapp}",
        "{parents} ~3 don't|dont|needn't|no_need|doesn't|not|no ~3 need|have|stay|come|to|needed ~3 "
        "{stay|come|along|there|be|in|with|know|worry} ~~14 {child|secret|treat|babysit|evenings|"
        "free|overnight|home}",
        "{free|babysit+|babysitting|childminding|lift|lifts|run|sleepover|sleepovers|sitting|sitter|"
        "mind|childcare|look_after} ~~14 {child|kids|evenings|night|overnight|home|any|little} ~~14 "
        "{quiet|no_need|needn't|don't_need_to|dont_need_to|no_charge|sweeties|sweets|big_bed|"
        "any_hour|girls_preferred|parents_dont|parents_don't|whenever_you_like}",
        "{quiet} ~~10 {child|treat|ice_cream|present|him|her|sleepover|babysitting|mum|mums}",
        "{child} ~~14 just_the_two_of_us|just_us_two|just_me_and|me_and_her|me_and_him ~~14 {quiet|"
        "ice_cream|come|out|present|trip|secret|house}",
        "i've_bought|ive_bought|bought|got|have|brought ~3 her|him|them|your_daughter|your_son ~4 "
        "present|gift|presents|phone|sweets|necklace|doll|dress|little_something ~~14 {secret|"
        "come_along|alone|just_us|don't|private|ice_cream|no_need}",
        "rather|very|so|really fond of ~2 {your|the} ~2 {child|daisy|she|he|his|her|girl|boy} ~20 "
        "{out|alone|just|secret|walk|come|house|ice|two}",
        "my_flat|my_house|my_place|mine|round_mine|ours|just_me ~~12 {big_bed|my_bed|double_bed|"
        "share_a_bed|one_bed|sleepover|sleep_over|stay_the_night} ~~12 {child|little|wants|lads|"
        "girls|boys|kids}",
        "sleepover|sleep_over|stay_the_night|overnight ~~10 {child|girls|boys|lads} ~~10 {alone|"
        "just_me|big_bed|flat|secret|no_parents|no_need|one_of}",
        "girls|boys|lads preferred|only|best ~~8 {free|any_hour|under|fives|years|babysit|sit|age|evening}",
        "run|drive|take|drop|fetch|collect|bring ~3 any ~2 {child|kiddies} ~4 home|out|to ~~14 "
        "{sweeties|sweets|no_charge|free|van|no_need|whenever|retired|time|alone}",
        "not_a_parent|no_kids|no_children|not_got_kids|haven't_got_kids|don't_have_kids ~~8 {love|"
        "like|adore|enjoy} ~2 {child|little|kids|ones} ~~12 {come|photos|join|play|help|visit|"
        "babysit|take}",
        unless="haha lol dbs references playdate kettles kettle paediatric reviews registered "
        "ofsted-registered",
    ),
)

FROM_STAFF: tuple[Rule, ...] = (
    groom(
        "somebody who works with children may be in private contact with one",
        "{he|she|they|him|her|them|child} ~3 can|could|should|to msg|message|text|ring|call|dm|"
        "whatsapp|add|snap|facetime|follow ~1 me ~8 {any_time|anytime|whenever|whatsapp|mum|asleep|"
        "insta|snapchat|own|tablet|directly|personal|without|dont|don't|private}",
        "tell|told|asked|give|gave ~2 {child|him|her|them} ~6 {message|msg|ring|text|call|number|add|"
        "follow|snap} ~2 me|my_number|my_snap|my_insta|my_mobile",
        "give|gave|giving|pass|passed ~3 them|him|her|{child} ~2 my number|mobile|snapchat|insta|"
        "whatsapp|phone",
        "leavers|old_ones|big_ones|last_year's|last_years|former|children|kids ~12 {own_phones|"
        "own_phone|our_own|little_chat|voice_notes|snapchat|my_number|messages|follow_me|add_me|"
        "group_chat}",
        "special handshake|friend|treat|secret ~8 {him|her|us|mum|asleep|everything|tell}",
        "i'm|im|been|we_still|still messaging|texting|chatting|facetiming|snapchatting|gaming ~3 "
        "with? {child|him|her|them} ~8 {after|evenings|night|roblox|weekend|private|mum|online}",
        subtype="staff_child_contact",
        unless="haha lol",
    ),
)

# Said in answer to a parent who looks for a sitter, a lift or a game: no name, and a wish for one kind.
OFFERS: tuple[Rule, ...] = (
    groom(
        "somebody unknown offers care with a preference among children",
        "girls|boys|lads|little_girls|little_boys preferred|only|please|best",
        "any_hour|all_night|overnight ~4 free|no_charge|girls|boys",
    ),
)

WIDER: tuple[Rule, ...] = (
    groom(
        "somebody offers children gifts, lifts or care with no parent there",
        "parents|mums|mum|dads|grown_ups|adults ~2 not|aren't|arent|out_of|off not? needed|wanted|"
        "allowed|need_to_come|the_room|the_way ~~14 chat|i|private|alone|door|camera|me",
        "no|no_need_for|without|don't_need|dont_need ~1 mum|mums|parents|parants|dad|dads|grown_ups|"
        "adults ~14 {kids|kidz|child|ones|needed|come|allowed|bedtime|camp_out|den|house|secret|know|"
        "dads}",
        "kids|kidz|children|ones|child|boys|girls ~14 no|without mum|mums|parents|parants|dads|"
        "grown_ups|adults|mummies ~6 {allowed|just|needed|only|me|spoil|rules|bedtime|come}",
        "grown_ups|adults|parents|mums ~2 spoil|get_in_the_way|stiff|only_spoil|complicated|"
        "put_them_off|put_him_off|distract",
        "no_one|nobody|noone|husband|husbands|mum|mums|parents ~3 need|needs|don't_need|have_to|"
        "dont_need|needn't ~1 to? know|hear|find_out ~~14 {child|corner|walk|weekend|treat}",
        "come|comes|pop|call ~1 round|over|in|along? by ~1 himself|herself|themselves|on_his_own|"
        "on_her_own|on_their_own ~8 {after|nursery|trains|house|door|i|corner|they}",
        "shall|should|can|could|i'll|happy_to i? ~2 scoop|collect|meet|walk|pick ~3 them|him|her|any|"
        "the_kid|kids ~10 {corner|home|car|last_bit|trip|waiting|nobody|no_one|name|bring}",
        "take|taking|have|had ~2 {him|her|your|one} ~10 just|the two_of_us|us_two|just_us",
        "real|special|lovely bond ~~14 {child|her|him|two_of_us|coast|special|take}",
        "she's|he's|hes|shes|she_is|he_is ~1 special|different|my_favourite|mature ~12 "
        "{not_like_other|knows_it|old_for|bond|number|secret|just_for}",
        "no_need_to pack pyjamas|pjs|swimmers|a_costume|swimsuit",
        "without her|his sister|brother|mum ~10 {pyjamas|night|have_her|have_him|alone}",
        "give|have|lend me ~2 your|ur ~2 {child|three_year_olds|kids} ~12 {friday|weekend|overnight|"
        "sunday|night|hear|paying}",
        "one|1|alone at_a_time|with ~4 bedroom|behind_the_curtain|curtain|my_room|birthday_child|"
        "child|them ~14 {magical|charge|trust|secret|tells|alone|build}",
        "alone|on_my_own with ~1 the|your|a|each birthday_child|child|children|kids|little_ones|boy|"
        "girl ~8 {trust|before|beforehand|room|me|photos|free}",
        "curtain|door|curtains ~2 drawn|closed|shut ~14 {tell_me|secret|never_tells|parents_out|"
        "camera|minutes|child|helps}",
        "camera_on|cameras_on ~10 {parents|room|door|alone|child|closed}",
        "parents|mums ~4 wait|stay|go|sit ~3 outside|cafe|in_the_car|downstairs|elsewhere|out_of ~14 "
        "{child|changing|kids|room|free|shower|portraits|quiet}",
        "shower|showers|changing_room|changing_rooms|undressed|get_changed|clothes_off|top_off|"
        "leotard ~10 {free|boys|me|i|us|kids|parents|alone|quieter|help} ~14 {towel|parents|cafe|"
        "wait|put_them_off|quieter|pe|railings|tenner|walk}",
        "earn|earns|tenner|fiver|£20|paid ~10 {top_off|shirt_off|modelling|photos|pose|boy|girl} ~10 "
        "{top_off|walk_him|weather|on_his_own|no_need|parents|prints}",
        "volunteer|help|helping|happy|like ~3 with|for|to_do toileting|toilet|nappies|changing|bath|"
        "baths|bathtime ~14 {don't_mind|dont_mind|nobody_wants|honestly|i'd|love|enjoy}",
        "kids|kid|children|little_ones|any1s|anyones|anyone's ~3 like|likes|fancy|want kittens|"
        "puppies|sweets|trains|ice_cream|games ~14 {pick|home|house|car|come|by_himself|van|flat}",
        "i've|ive|i_have|got|have ~3 sweets|sweeties|sweats|marshmallows|kittens|toys|trains|telly "
        "~10 {kids|kiddies|den|parants|he_could|she's_dying|come|just_me|jus_me|alone}",
        "kids|kiddies|them|children ~14 come after|round|over ~10 {marshmallows|sweets|den|grown_ups|"
        "secret|alone|own}",
        "kiss|kisses|cuddle|cuddles ~3 on_the_lips|goodbye|on_camera|in_bed|before_bed ~14 {nobody|"
        "mind|like|child|family|bedtime|he|she}",
        "they|he|she|kids know|knows where i_live|my_house|to_find_me ~14 {sad|come|own|door|home|"
        "any_time|house}",
        "met|dating|found ~4 lady|woman|mum|mother|girlfriend ~14 little_ones|kids|children ~3 "
        "in_the_house|at_home|young",
        "what_happens|stays ~4 tent|den|here|club|secret ~6 stays|tent|den",
        unless="haha lol nativity rehearsal policy dbs kettle registered consent insured stay-play creche",
    ),
    groom(
        "somebody asks how to reach a child directly",
        "kids|children|girls|boys|pupils|ones|preschoolers|leavers ~6 join|add|follow|message|msg|"
        "text ~3 my|me|our ~4 chat|private|snap|server|insta|number|whatsapp|discord|group",
        "private|secret|our chat|server|group|club ~10 {kids|children|little_ones|pupils|no_mums|"
        "no_parents|no_dads}",
        "server|group_chat|chat|club ~2 for ~2 children|kids|little_ones|girls|boys|pupils ~14 no|"
        "without|mums|dads|parents|grown_ups",
        "don't|dont|no_need ~1 go|ask through|thru ~1 their|her|his|your mum|mums|parents|dad",
        "her|his|their mum|mums|parents|dad ~2 doesn't|doesnt|don't|dont|would know|go|realise ~2 we|"
        "i|mad|mental ~2 chat|talk|message|lol|if",
        "we|i ~2 message|msg|facetime|text|chat|talk|snap ~4 every|most|each|at night|nights|bedtime|"
        "day ~14 {phone|mum|she|he|cuddles|gets_me|old|sister's|camera}",
        "given|gave|slipped|left|put ~2 him|her|them ~2 my number|snap|insta|address ~10 {lunchbox|"
        "paper|pocket|bag|just|secret}",
        "he|she|your_lad|your_girl|your_son ~3 on|online at ~2 11|10|midnight|night|twelve|late ~10 "
        "chatting|talking|messaging",
        "don't|dont tell him|her|them off ~14 {chatting|lonely|lovely|we|said}",
        "pen_pal|pen_friend|penfriend ~10 {girl|girls|boy|boys|child|small|without|write}",
        "whats|what's|lost ~4 username|gamertag|user_name|handle ~10 {mum|her|again|chat|know|room|his|she}",
        "could|can|will|would she|he|your_dancer|your_daughter|your_son ~4 do|dance|send|show|wave|"
        "write ~4 just for me",
        "how_old|what_age|when before|do|are ~2 they|kids|children|yours stop|taught|know|learn ~2 "
        "telling|about|tell ~4 mummy|everything|bodies|private_parts|secrets",
        unless="haha lol homework office reception curriculum nurse talk leaflet book",
    ),
    groom(
        "somebody asks when children are alone",
        "what|which door|gate|route|floor|window|way|room do|does|is|are|do_the ~6 {child|three_yr|"
        "3_yr|little_boys|kids|ones|they} ~10 before_the_parents|alone|popular|let_out|who_waves",
        "let|sent|come|left out|outside ~2 before ~2 parents|mums|pick_up|the_mums|anyone",
        "leaves|leave|left ~3 kids|child|children|baby ~2 in ~1 car ~10 how_long|how_often|which|"
        "roughly|what_time",
        "same|always ~2 lady|woman|man|person|staff ~3 gate|door ~14 {days|no_ones|nobody|when|off}",
        "days|day|times|time ~3 no_ones|no_one's|nobody's|nobody|no_one|noone on|at|watching ~2 it|gate|door",
        "is|are she|he|they ~1 in ~1 on|by ~2 own|herself|himself|alone ~10 after|while|when|then ~4 "
        "{school|shift|work|nursery|you}",
        "sit|sits|stand|watch|stands|come ~4 park|fence|railings|across|playtime|bench|hall ~14 "
        "{wave|names|no_kids|don't_have_kids|dont_have_kids|watch_them|changed|come_inside|playtime}",
        "i know most|all|some of? their names",
        "go|goes|walk|walks|any_of ~8 shop|park|home alone|by_themselves|on_their_own ~14 {route|"
        "walk_beside|happily|time|popular|where}",
        unless="haha lol worried scared parking committee rota ratio trip found",
    ),
    groom(
        "somebody asks for pictures of particular children",
        "anyone|anybody|any1|any ~3 trade|swap|share|send ~4 pics|photos|pictures|vids ~8 "
        "{little_ones|kind|kids|children|loads}",
        "beach|pool|paddling_pool|bath|swimming ~4 ones|photos|pics|pictures ~14 {unedited|collect|"
        "my_own_phone|own_phone|mostly|to_me|send|private}",
        "photos|pics|pictures ~8 my_own_phone|own_phone|my_phone|my_number ~14 {twins|mostly|her|him|"
        "child|slow|pool|ones}",
        "swimwear|vests|swimsuits|pants|leotard|leotards|underwear ~4 best|for_the|preferred|or|"
        "is_fine ~10 {light|project|photos|art|child|paid|pay}",
        "child|children|kids|little ~4 faces|models|model|subjects ~10 {swimwear|vests|art|project|"
        "age|ages|pay|portraits}",
        "portraits|photos|pictures|shots|photoshoot|shoot ~10 {pants|natural|children_only|tasteful|"
        "alone|my_flat|need_her|prints} ~14 {child|kids|children|her|him|girl|boy|adults|pants}",
        "talent_scout|scout|modelling_agent|casting ~14 {daughter|son|girl|boy|child} ~20 "
        "{don't_need_you|alone|hour|tasteful|prints|£}",
        "faces|photos|pictures ~8 your posts|profile|profiles ~14 {girl|girls|boy|boys|pen|small|"
        "lovely|friend}",
        "dziewczynki|chlopca|fetita|baietel|niño|nina ~10 {zdjec|zdjecia|poze|foto|prezent|rodzicow}",
        "bez rodzicow",
        unless="haha lol consent photographer lost-property newsletter frames calendar class-photo",
    ),
)
