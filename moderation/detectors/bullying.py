"""Notices posts whose point is to mock, shut out or gang up on somebody who can be recognised."""

from collections.abc import Iterable
from functools import partial

from moderation.agreement import seconded
from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.phrases import Recipe, Rule, found, rule, says, signs, ways
from moderation.policy import Policy
from moderation.post import Post
from moderation.text import fold

GROUPS = {
    "who": """
        mum, mam, mom, dad, mother, father, parent, woman, lady, man, bloke, fella, lass, lad, girl,
        boy, kid, child, family, couple, granny, nan, newbie, new mum, new girl, husband, wife,
        neighbour, miss, mrs, mr, her, him, she, he, them, they, she's, he's, shes, hes, that one,
        this one, someone, somebody, one mum, certain, treasurer, chair, admin""",
    "laugh": "haha, lol, lmao, rofl, hahaha, dying, crying, cryin, im dead, i'm dead, howling, pmsl, "
    "hilarious, so funny, skull, hehe, 💀",
    "all": "everyone, everybody, all, we all, all of us, nobody, no one, noone, naebody, none of us, "
    "let's all, lets all, girls, ladies, the group, mums, mothers, fathers",
    "shun": """
        don't invite, dont invite, not invite, not inviting, not invited, leave out, leaving out,
        leaving her out, leave her out, leave him out, leave them off, leave reuben off, off the
        invites, uninvited, uninvite, ignore, ignoring, blank, blanking, block, blocked, exclude,
        excluded, avoid, avoiding, freeze out, freeze her out, kick out, kick her out, kick him out,
        remove her, remove him, without her, without him, don't talk to, dont talk to, doesn't talk
        to, not talk to, don't speak to, dont speak to, speak to her, don't reply, nobody reply,
        dont reply, nobody sit, don't sit, dont sit, sit next to her, turn your backs, don't play
        with, not to play with, don't say hello, don't swap, nobody swap, air her, air him, cut her,
        steer clear, keep away from, keep yours away, give her a wide berth, stay away from, don't
        let on to, not to know, isn't to know, minus is, don't tell her, dont tell her, don't tell
        him, dont tell, the wrong time, wrong time, full for the""",
    "secret": "another chat, another group, new chat, new group, separate group, other group, different "
    "group, group she isn't, group without, chat without, secret group, private group, new one tonight, "
    "re-add each other",
    "mock": """
        state of, the state of, seen her, seen what, did you see, did u see, have you seen, look at
        the, looks like, dressed like, charity shop, eyebrows, teeth, moustache, roots, filler,
        botox, fake lashes, lashes, tan, shorts, leggings, heels, hat, coat, hair, perm, belly,
        vest, bum crack, weight, wobbly, pies, big lips, face, breath, smell, smells, stinks,
        deodorant, slippers, cardigan, car, front garden, caravan, second hand, accent, voice,
        outfit, get up, turned up in, wearing, wore, costume, dress code, runs like, walks like,
        walk, sounds like, eats like, talks like, sings like, bingo cards, scoreboard, calendar,
        taking pics, impression, taking bets, sweepstake, nickname, new name, call her, call him""",
    "rumour": """
        heard about, have you heard, have we all heard, did you hear, apparently, you didn't hear it
        from me, you didnt hear it from me, rumour, gossip, spill, goss, kettle on, ask anyone, ask
        his wife, ask any, everyone knows, we all know, we all see it, everyone says, word is,
        hammered, carried out, dumped, affair, sleeping in, left him, left her, sleeping with,
        pregnant, drunk, moved out, walked out, thrown out, arrested, lost his job, lost her job,
        his marbles, not my story, i'm not one for gossip, not one for gossip, counted, at it""",
    "sneer": """
        queen bee, lady muck, the duchess, her ladyship, his lordship, madam, princess, mrs perfect,
        mr perfect, karen, moan-a-lot, mrs moan, nosy parker, know it all, know-it-all, show off,
        drip, moist, hard work, drama queen, toxic, fake person, very fake, attention seeker, full
        of herself, full of himself, thinks she's, thinks shes, thinks he's, thinks hes, thinks the
        rules, thinks she, up herself, up himself, stuck up, too important, too good for, bless her,
        she does try, means well, it's so brave, so brave of her, can't take a hint, take the hint,
        get the hint, gets the hint, nobody likes, nobody asked, no one asked, can't stand, cant
        stand, carnt stand, sick of, fed up of, fed up with, do your head in, does my head in, like
        a dog with a bone, on mute, spoken at length, long winded, boring, yawn, the expert,
        expert's arrived, graced us, bow down, here she comes, here he comes, here we go, her again,
        him again, look who's back, guess who, guess whos, told you she'd, horror, thug, brat,
        little madam, menace, weirdo, loner, sad case, no friends, billy no mates, not one of us,
        not our sort, brings the mood down, brought the mood, saga, meltdown, performance, act,
        mutton, alert, incoming""",
    "biter": "biter, hitter, the one that bites, kicker, pusher, shover, screamer, spitter, thief, nit, "
    "snot, horror, bully, fake, liar, user, cheapskate, scrounger",
    "plan": "let's, lets, shall we, who's in, whos in, agreed, plan:, ok plan, petition, who's signing, "
    "vote, hands up, drop a, raise your hand, who else, anyone else, does anyone else, do we all, am i "
    "the only one, tell me i am not alone, tell me i'm not alone, 🙋, add yours, winner gets, dare "
    "someone, if we all, we've all agreed, we've decided, we have all decided, pass it on, spread the "
    "word, so she knows, so he knows",
}
SIGNS = signs(
    GROUPS,
    who=("{who}",),
    laugh=("{laugh}", "smirk"),
    all=("{all}",),
    shun=("{shun}",),
    secret=("{secret}",),
    mock=("{mock}",),
    rumour=("{rumour}",),
    sneer=("{sneer}",),
    plan=("{plan}",),
    kind=(
        "sorry|apologies|apologise|didn't_mean|didnt_mean|came_out_wrong|my_fault|please_can_we_not|"
        "pile_on|pile_ons|leave_her_alone|leave_him_alone|be_kind|bit_harsh|go_easy|that's_not_kind|"
        "let's_not|lets_not|not_nice|"
        "poor_thing|hope_you're_ok|hope_you_are_ok|thinking_of_you|well_done|congratulations|congrats|"
        "thank_you|thanks_so|missed_anyone|only_12|only_room|limited_numbers|numbers_are_limited|"
        "is_everyone|i'm_the|im_the|me_this_morning|my_own|my_husband|my_hubby|my_fella|my_other_half|"
        "my_son|my_daughter|my_lad|mine|myself|our_cat|our_dog|my_mum|i_look|i_looked|i_wore|my_hair|"
        "my_legs|my_costume|in_my_slippers|my_pyjamas|i_was|love_her|love_him|legend|star",
    ),
)
S = SIGNS
mean = partial(rule, groups=GROUPS)

RULES: tuple[Rule | Recipe, ...] = (
    mean(
        "somebody is to be left out",
        "{all} ~4 {shun} ~6 {who}",
        "{shun} ~3 that|this|those ~1 family|mum|dad|lot|woman|lady|girl|man|kid|boy|couple|one",
        "{shun} ~8 {all} ~3 agreed|agree|else|we",
        "{plan} ~8 {shun}",
        "{shun} ~10 {plan}",
        "made|make|making|set_up|started|create|created ~3 {secret} ~3 without",
        "{secret} ~8 without|minus|not_to_know|isn't_in|msg_me|tonight|left|stuck|don't_tell",
        "group|chat ~3 without {name}",
        "nobody|no_one|noone|naebody|don't|dont|let's_not|lets_not ~1 sit|talk|speak|play|reply|respond|"
        "eat|pick|invite|tell|swap|lend|help|include ~2 {to}|with|next|her|him|them|anything|those",
        "everyone|everybody|all|we ~2 leave|ignore|block|air|blank|avoid ~3 {her|him|them}|off|out",
        "everyone but|except ~2 {who}|cos|because|she|he|they ~6 {ate|last_time|smells|always|never}",
        "invite|invited|invites ~2 only|list ~8 {biter|shover|not|if_you_have_to_ask|isn't|no_invite}",
        "not|no invited|invites|invite|welcome ~6 {who|anywhere|family|biter}",
        "{biter} ~6 any|parties|party|near|away",
        "keep ~2 yours|your_kids|them ~2 away ~4 {from}",
        "told|telling|tell ~2 my|mine|our ~2 not to ~2 {play} with",
        "without {name} ~4 {msg}|secret|link|shh|shush|don't",
        "if we ~2 all ~4 ignore|leave|say|tell|blank ~14 {hint|stuck|notice|full|get_the|she'll|have_the}",
        "we|we've ~2 all agreed|decided|discussed ~14 {who|better|rather|break|without|ignore|not}",
        "would rather ~2 {who} ~4 took_a_break|didn't|stayed|left|wasn't",
        "kick ~1 her|him|them|that_one out",
        "remove ~2 {who} ~4 {pls}|please|mood|group|from",
        "we don't|dont want you|her|him|them ~4 {on}|here|in|at|there",
        "not_one|isn't_one|aint_one of us",
        "let's|lets keep ~2 it|that ~2 {that_way}|like_that",
        "should keep it like this",
        "just ~2 the ones who|that make_an_effort|fit_in|bother",
        "saved ~2 seats|places ~6 regulars|others ~8 stand",
        "all start coughing|laugh|laughing|clap",
        "everyone ~2 laugh|boo|point|stare|say ~6 when|unlucky",
        "film|record|photograph|video ~1 her|him|them ~4 {next|when|doing|laugh|time}",
        "be as frosty|mean|cold as",
        "give|giving ~2 her|him ~2 cold_shoulder|wide_berth|silent_treatment",
        "she|he won't|isn't|not be? welcome",
        "we|all|us moved|changed ~2 tables|seats|day|time ~8 {notice|she|he|her|him}",
        "tell|told|telling ~2 {who} ~6 wrong|fancy_dress ~4 {time}|day|date|nobody|else",
        "all ~2 tell ~2 {who} ~4 fancy_dress|wrong",
        "start|started|starting without ~1 {who}|marjorie",
        groups=GROUPS
        | {
            "name": "her, him, shelley, them, donna, bernadette, she, he",
            "to": "to, with, next to",
            "hint": "hint",
            "play": "play",
            "from": "from",
            "msg": "msg, message",
            "pls": "pls, please",
            "on": "on the stall, on, here",
            "that_way": "that way",
            "time": "time, day",
            "her": "her, him, them",
        },
    ),
    mean(
        "somebody is mocked or talked about",
        "{who} ~6 {mock} ~10 {laugh}",
        "{mock} ~8 {who} ~8 {laugh}",
        "{mock} ~4 her|his|that|them|their|them ~3 eyebrows|teeth|hair|roots|heels|shorts|outfit|face|"
        "moustache|lashes|tan|coat|hat|get_up|belly",
        "did|have ~1 you|u|ya|anyone|we ~2 see|seen|clock|notice ~2 what ~3 {who|mum|mam} ~3 "
        "turned_up_in|wore|wearing|had_on|came_in|was_wearing",
        "state|face|sight of ~1 her|him|that_woman|them|that_one|her_hair|no",
        "charity shop|jumble_sale|bin_bag ~4 called|wants|rang|back",
        "whoever|who dressed|cut|did ~2 her|his|that_kid's ~4 {hair|haha}|blind|dark",
        "who else|anyone_else ~3 {sneer} ~6 {who|moods|of}",
        "who else is sick|fed_up|tired of|with",
        "drop a hand|emoji|🙋|👋|yes",
        "hands up if|who|so ~6 {sneer|who}",
        "certain|a_certain|that|some ~1 {who} ~10 {sneer|mock} ~6 {no_names|eyes|again|today}",
        "certain {who} ~14 {no_names}|eyes|again_today|thinks_the_rules|bottle_bank|wine",
        "{no_names} ~4 {eyes}",
        "its|it's|it_is her|his kid|child|lad|son|daughter ~4 {that's}|who|biter|doing|thats",
        "{who} ~3 kid|child|son|lad|daughter ~4 is|'s ~2 biter|nit|horror|thug|bully|problem",
        "that {who|little} ~3 is|'s a|an? horror|thug|menace|nightmare|little_sod|brat",
        "petition|vote|poll ~4 to|should ~2 {make|let|keep|get|kick|ban} ~8 {who|group|home|haha|laugh|"
        "stay|no}",
        "vote|poll|who's_most_likely|most_likely ~10 {who} ~10 {laugh|yes|a|again|drunk|no}",
        "do we think|reckon ~3 pregnant|drunk|botox|gay|sleeping|pies",
        "is it|botox|pies or just|did|stung|the",
        "what's|whats|what_is actually? wrong with ~2 {who} ~3 face|hair|voice|kid|head",
        "call|calling|rename|new name|nickname ~2 {who}|for ~8 {stinky|hitler|big_bird|mrs|from_now|"
        "pass_it_on|laugh}",
        "i've|ive|been|we've|taking|keeping ~2 score|a_tally|scoreboard|bets|pics|a_calendar|"
        "doing_a_tick ~10 {who|time|she|he|says|all}",
        "scoreboard|sweepstake|bingo_cards|bingo|tally ~14 {she|he|says|again|word|meltdown|who's_in}",
        "another ~1 morning|day|week|one ~1 another ~2 {who}|meltdown|drama",
        "day # of ~2 {who}|wearing",
        "saga ~3 part",
        "guess who|who's|whos ~3 {late}|back|crack|asked|turned|is",
        "look who's|whos ~2 back|here|decided|turned",
        "here {who} comes|go|we_go",
        "her|him|she|he again ~1 {eyeroll}",
        "incoming|alert ~6 {bow|railings|everyone|ladies|look|emmet|duchess}",
        "everyone look|act|play busy|dumb",
        "has graced|honoured us",
        "thinks|think ~1 the rules don't|dont|do_not apply",
        "thinks|think ~1 she's|shes|he's|hes|her_son|the_sun ~6 {sun}|better|special|queen|shines|"
        "his_mum|all_that|above|important",
        "never pay|pays ~2 {people}|back|anyone|you|for",
        "{who} ~3 never|doesn't ~2 brush|brushes|wash|washes|feeds|bathes|pays|says_hello|says_thank",
        "some people|of_us|folk ~2 {make|remember|send|can't|cant|never|are} ~14 {who|by_the_bins|"
        "important|vape|too|some_are}",
        "heard about|have_we_all_heard|spill ~8 {kettle|spill|shock|and}",
        "{rumour} ~8 {who} ~10 {laugh|eyes|shh|shush|now|counted}",
        "{who} ~8 {rumour} ~10 {laugh|eyes|dm_me|video|ask}",
        "carried out ~6 video|dm",
        "there's|theres video|pics|photos|screenshots ~3 dm|message|pm|anyone",
        "apparently|heard ~6 husband|wife|fella|partner ~6 sleeping|dumped|left|moved_out|cheating|"
        "affair|arrested|sacked",
        "only|just ~1 got ~6 cos|because ~1 of? ~2 {who} and",
        "not_for|not_one_for gossip ~3 {but|me}",
        "not my story to tell",
        "be|so_be careful what you tell",
        "she's|shes|he's|hes|is ~2 toxic|fake|hard_work|a_drip|moist|a_weirdo|two_faced|nosy|boring|"
        "a_nightmare|a_bore ~10 {who|always|tears|everyone|don't|same|tell}",
        "{who} ~3 even worse|at_it_again|has_spoken|strikes_again",
        "does|did|do ~1 {who} charge by|own_trousers|own_a_mirror|own_a_brush",
        "lost ~3 marbles|plot",
        "i|we|everyone ~1 can't|cant|carnt|cannot stand|bear|abide ~2 {who|mrs|her_kid}",
        "anyone else find|think|can't|cant ~4 {who|couple|her|him} ~10 {bit_much|annoying|rude|impress|"
        "insufferable|weird|stand}",
        "does|do|is ~2 no_one|anyone|nobody ~1 else ~2 find|think|hate|hide|hiding",
        "hiding|hide|hid ~4 when|from|behind ~4 {who|round_the_corner|comes}",
        "put ~1 her|him on mute",
        "nobody|no_one ~1 ever? asked|asks|likes|wants ~1 {you|u|her|him}",
        "take|took|get the hint",
        "bless her|him ~1 she|he does|do try",
        "trying's the word",
        "so brave of",
        "counting_down|cant_wait|can't_wait|so_nice|so_much_nicer|peaceful|lovely ~6 last_day|without|"
        "weeks|when|just ~6 {who|away|sighing|leaves}",
        "so|always ~1 peaceful|quiet ~6 away|off|not_in",
        "slow clap ~4 {for}|to",
        "special mention ~3 for",
        "round of applause ~4 {who}|whoever",
        "thank|thanks|well_done ~3 to ~4 whoever told ~2 {who|claudia} ~2 {the}? ~1 wrong",
        "somebody|someone|who ~1 wants_to|needs_to|should|please tell|buy|get|remind ~4 {her|him|"
        "that_woman|that_man|who} ~10 {laugh|yuck|tissue|deodorant|booster|sleigh|mirror|brush|soap}",
        "can't see ~3 behind ~8 booster|small",
        "is it just me ~4 or ~3 {who} ~6 {bit|a|so|annoying|weird}",
        "dressed|dress code ~4 anything but",
        "second hand ~8 {bloke|love_that|laugh}",
        "can't|cant afford ~4 {don't}|dont|shouldn't|why",
        "shoes with holes",
        "voice|impression ~4 {laugh|please|do|voice_note|omg}",
        "{who} ~1 who smells|stinks",
        "smells|stinks like|of ~2 wee|wet_dog|bin",
        "snot ~4 {chin}|everywhere|always",
        "ginger one|kid|lad ~6 {wee|did|laugh|bit}",
        "is that a he or|she",
        "doesn't|doesnt look ~3 like|anything like ~3 mum|dad",
        "feel_free|dare someone|you to ~4 {ask|say|laugh}",
        "go_on_admit|let's_be_honest|everyone_knows ~6 she|he|her|his ~8 {laugh|eyes}",
        "{who} leggings|heels|shorts|slippers|moustache|dungarees|red_coat ~14 {again|thinks|impress|"
        "keep|laugh|sunglasses}",
        "her|his ~1 ex|new_girlfriend|bit_of_stuff|bit_of_fluff",
        "see how|lets_see she|he likes ~1 it",
        "someone|somebody had_to|has_to say it ~10 {who}",
        "reason nobody|no_one comes",
        "things we've learned",
        "a round|whip round for ~6 grown_up|deodorant|clock|mirror",
        groups=GROUPS
        | {
            "no_names": "no names, not naming names, you know who you are, no names mentioned, you all "
            "know who, not saying who",
            "eyes": "eyes, 👀",
            "late": "late",
            "for": "for",
            "that's": "that's, thats",
            "people": "people, ppl",
            "eyeroll": "eyeroll, angry",
            "sun": "sun shines",
            "chin": "to his chin, to her chin",
            "you": "you, her, him",
            "the": "the",
            "but": "but",
            "don't": "don't",
            "wee": "wee",
            "hair": "hair",
        },
    ),
    Recipe("somebody is to be left out", (S["all"], S["shun"], S["sneer"]), (S["kind"],), within=30),
    Recipe(
        "somebody is mocked",
        (S["sneer"], S["laugh"], S["who"]),
        (S["kind"],),
        "indirect",
        Severity.FLAG,
        0.7,
        within=24,
    ),
    Recipe("somebody is mocked", (S["mock"], S["laugh"], S["plan"]), (S["kind"],), within=24),
)
KIND = S["kind"]
JOINING_IN = ways(
    "{laugh}|eyeroll|yawn|snake|pig|clown|liar|🤥|guilty|told_you|expert|nobody_asked|take_the_hint|"
    "good_old|here_we_go|told_you_she'd|worse|voice",
    groups=GROUPS,
)
ABOUT_SOMEBODY = ways(
    "her|him|she|he ~8 {mock|sneer|floss|meeting|going_on|rope}",
    "hiding ~8 comes",
    "again here|to_ask|sorry_to_ask",
    "i_could_help|i_did_put|joined_the_group|i_can_ring|can_help|small_reminder|i_think_the",
    groups=GROUPS,
)
ANSWERS: tuple[Rule, ...] = (
    mean(
        "joining in at somebody's expense",
        "{laugh} ~6 {literally}|stop|same|teeth|thinking|voice|impression",
        "yawn|expert|nobody_asked|take_the_hint|told_you_she'd|on_mute|dog_with_a_bone|guilty|even_worse",
        "oh good ~3 {expert}",
        "snake|pig|clown|cow|witch|rat",
        groups=GROUPS | {"literally": "literally", "expert": "expert"},
        subtype=None,
    ),
)


# Faint by themselves; with the model's reading they are worth a look.
FAINT = tuple(S[name] for name in ("laugh", "all", "shun", "secret", "mock", "rumour", "sneer", "plan"))
SURE_ENOUGH = 0.3


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """Unkindness with a target; apologies, pleas to stop and laughing at oneself pass."""
    folded = post.folded
    if KIND.search(folded):
        return
    findings = list(found(Category.BULLY, RULES, folded))
    if (
        not findings
        and post.reply_to
        and says(folded, JOINING_IN)
        and says(fold(post.reply_to), ABOUT_SOMEBODY)
    ):
        findings = list(found(Category.BULLY, ANSWERS, folded))
    yield from findings[:1]
    if not findings:
        yield from seconded(Category.BULLY, FAINT, folded, facts, SURE_ENOUGH)
