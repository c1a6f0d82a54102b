"""Notices offers and pictures that are likely to be a crime, so that a person sees them at once."""

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
    """Indecent and intimate images, extremist words, drugs, weapons, forged papers, stolen goods, fraud."""
    return found(Category.ILLEGAL, (*RULES, *WIDER), post.folded)


GROUPS = {
    **COMMON,
    "drug": """
        weed, cannabis, coke, cocaine, ketamine, ket, mdma, pills, calis, cali, hash, skunk,
        bud, edibles, gummies, ecstasy, speed, heroin, mandy, diazepam, diazzies, valium, xanax,
        zopiclone, tramadol, pregabalin, codeine, benzos, vallies, blues, thc, thc vapes, green,
        snow, leaf, nos, balloons, shrooms, mushrooms, ozempic, steroids, adderall, ritalin,
        oxy, magic mushrooms, cbd, baccy, ciggies, tobacco, sleeves, 200s, lsd, acid, charlie,
        white, dihydrocodeine, melatonin, jellies""",
    "deal": """
        dm for the menu, dm for menu, pm me, dm me, drop off, delivery, collect, a go, a gram, a
        bag, a strip, strips, strips left, for sale, selling, sort you out, sort u out, sorted,
        menu, no script, no scr1pt, no prescription, hmu, hit me up, message me, usual car park,
        usual place, cash only, cheap, got some, can get, for the weekend, fri, mates rates,
        tick, quid, each, knock off, left, £""",
    "paper": """
        blue badge, blue badges, dbs, dbs certs, dbs certificate, passport, passports, pasports,
        licence, license, driving licence, doctors' notes, doctors notes, doctor's note, sick
        notes, sick note, fit notes, payslips, payslip, certificates, certs, visa, visas, mot,
        birth certificate, covid certificate, first aid certificates, first aid certs,
        references, nvq, national insurance number, id, ids, fake id, bank statements,
        vaccination card, death certificate""",
    "forge": "fake, forged, no questions, no questions asked, no chex, no checks, look real, look proper "
    "real, looks real, proper real, never know, you'd never know, cash, for a small "
    "consideration, sort you one, sort u one, knock up, knocked up, template, can get you, can "
    "get u, can supply, selling, a man who does, a man wot does, do yours for, £, quid, edit, "
    "photoshop, copies, under the counter",
    "goods": "laptops, laptop, phones, iphones, iphone, trainers, footy tops, football shirts, football "
    "tops, handbags, airpods, ps5, bikes, e-bikes, perfume, watches, telly, tellies, power "
    "tools, tools, dyson, dysons, jackets, coats, ugg boots, vapes, meat, razors, nappies, "
    "formula, baby milk, catalytic converter",
    "bent": "no box, no boxes, no questions, no questions asked, fell off the back, off the back of a "
    "lorry, fake, copies, replica, replicas, snide, snides, reps, knock off, hooky, hot, nicked, "
    "you'd never know, youd never know, dodgy, don't ask, dont ask, shoplifted, lifted, ask no "
    "questions",
    "weapon": "crossbow, flick knife, flick knives, zombie knife, machete, gun, guns, taser, stun gun, "
    "pepper spray, knuckleduster, knuckle dusters, air rifle, ammo, ammunition, bb gun, shotgun, "
    "pistol, samurai sword, butterfly knife, blades, firework mortars",
    "image": "pic, pics, picture, pictures, photo, photos, video, videos, clip, image, images, vid, vids",
    "nude": "undies, naked, nude, nudes, topless, in her underwear, in the nud, in his underwear, in her "
    "bra, private pics, intimate, sex tape, bedroom pics, having sex, in the shower, knickers, "
    "no clothes on, her boobs, his bits, explicit, x rated, stripped off, lingerie",
}
GROUPS |= {
    "med": "concerta, ritalin, morphine, diazepam, tramadol, codeine, oramorph, xanax, pregabalin, "
    "gabapentin, steroids",
    "perpill": "a pill, each, per pill, a tablet, a strip, a patch",
}
illegal = partial(rule, groups=GROUPS, severity=Severity.URGENT, score=0.9)

RULES: tuple[Rule, ...] = (
    illegal(
        "a picture or film of a child that should not be passed on",
        "{image} ~4 of ~3 {child} ~10 {bath|naked|undressed|isn't_right|isnt_right|"
        "doesn't_look_right|doesnt_look_right|not_right|look_right|indecent|battered|beaten|abused|"
        "hurt|no_clothes|in_the_shower|hit}",
        "{image} ~14 {child} ~~14 should_i|shall_i|want_me_to|do_you_want ~4 post|send|put|show|"
        "share|forward",
        "should_i|shall_i|want_me_to ~4 post|send|put|share|forward ~4 {it|image} ~10 {see|recognise|"
        "whose|round|child|so_u|who}",
        "{image} ~3 {child} ~6 indecent|sexual|naked|abuse|nudes",
        "child|kiddie|kid porn|porno|pornography|abuse_images|sex_abuse_material|csam",
        subtype="indecent_image",
        unless="haha lol scan nativity elf bump guess-who consent leaflet training talk",
    ),
    illegal(
        "intimate pictures of somebody who may not have agreed",
        "{partner|ex} ~4 sent|sending|leaked|shared|posted ~2 me|us|round|everyone|the? ~2 nudes|"
        "nude_pics|nude_photos|sex_tape",
        "nudes ~6 {see_them|want|wanna|look|anyone|share|forward}",
        "got|have|seen ~3 nudes ~4 of|from|she|her|him",
        "{image|vid} ~4 of ~3 my|her|his|an|the|that|your|some ~2 {partner|ex|missus|mum|woman|girl|"
        "teacher|manager|bloke|man|neighbour} ~4 {nude}",
        "{nude} ~6 {image} ~6 of ~4 {ex|her|him|mum|woman|man|partner|missus|teacher|his_ex|my_ex}",
        "{nude|nudes} ~8 {anyone_want|send|sending|sent|leaked|round|share|got|want_them|group} ~8 "
        "{ex|her|him|mental|round|them|look}",
        "look_what|seen_what|look_at ~2 {ex|her|his} ~4 {sending|sent|sharing|leaked} ~2 round|everyone|out",
        "leaked|sharing|passing_round|sending_round ~4 {nude|sex_tape}",
        "revenge_porn ~6 got|have|of|here|send",
        subtype="intimate_image",
        unless="talk leaflet awareness hamster statue cat dog",
    ),
    illegal(
        "an offer of drugs or of medicines without a prescription",
        "{drug} ~~10 {deal|quid} ~~6 {pm|dm|menu|me|left|needed|off|you|script|weekend|go|fri|"
        "message|park|each|strip|prescription|bag|gram|cash|hmu|u}",
        "got|selling|sell|have|anyone_want|can_get|need|want|getting|supply|flogging ~2 {some|u|you|"
        "any|the|cheap|good|strong|proper|decent|a|bag_of|vapes|n|and}  ~2 {drug} ~~8 {dm|pm|deal|"
        "message_me|interested|menu|hmu|quid|ask}",
        "{drug} ~4 no|without ~1 script|prescription|scr1pt|questions ~4 needed|required|asked",
        "vapes ~3 n|and|or|plus|with {drug}",
        "leaf|snow_nose ~6 {go|fri|friday|weekend|menu|pm|dm|drop|usual|sat|tonight|quid|gram}",
        "10mg|5mg|50mg|20mg|100mg|2mg|30mg ~6 {strips|left|no|script|strip|dm|pm|each|quid|sell|spare}",
        "dm|message|pm|text|ask ~3 for the? menu ~4 {leaf|weekend|delivery|drop|green|snow|drug}",
        "cheap|duty_free|smuggled|under_the_counter ciggies|baccy|fags|tobacco|cigarettes|vapes ~~8 "
        "{dm|pm|quid|message|sleeve|200|pouch|sell|shout|no_questions}",
        subtype="drugs",
        unless="haha lol calpol boots pharmacy chemist gp leaves path autumn sledge sledging snowman garden "
        "frog poem curry laundry dinner salad turkey prevention news rake",
    ),
    illegal(
        "an offer of weapons",
        "{weapon} ~~10 {going|for_sale|selling|sell|can_post|quid|dm|pm|cheap|cash|can_get|got_some|"
        "message_me|interested|no_licence|left}",
        "selling|sell|got|can_get|anyone_want|sort ~4 {weapon} ~~6 {dm|pm|post|quid|cash|"
        "no_questions|licence|cheap|going|message}",
        subtype="weapons",
        unless="haha lol nerf water-pistol foam costume plastic toy toys panto glue razor cricket fete",
    ),
    illegal(
        "an offer of forged papers or a way to cheat",
        "fake|forged|dodgy|made_up|pretend ~3 {paper|certificates|certs} ~14 {quid|need|needs|want|"
        "wants|£|anyone|sort|get|do}",
        "{fake|forged} ~3 certificate|certificates|certs|dbs|badge|badges|passport|licence|licences "
        "~14 anyone|need|needs|sort|each|for_you",
        "{forge} ~4 {paper} ~8 {quid|cash|sort|dm|pm|supply|cheap|ready|each|kids|a_go|no}",
        "can_get|can_supply|can_do|get_hold_of|know_someone|know_a_man|no_a_man|know_a_bloke|"
        "friend_of_ours|mate_does|i_do|selling ~8 {paper} ~8 {quid|£|cash|real|questions|small|no|"
        "checks|cheap|letterhead|price|pm|dm|consideration|chex|letterhead,}",
        "{paper} ~6 template|knocked_up|mocked_up|photoshopped|on_the_laptop|in_word ~~30 {quid|"
        "do_yours|send_me|funding|hours|for_you|never_check|a_go|pm}",
        "thirty_hours|30_hours|universal_credit|benefits|funding|tax_credits|funded_hours ~~30 {fake|"
        "made_up|payslips|never_check|got_round|get_round|on_paper|cash_in_hand|don't_declare|"
        "dont_declare} ~~30 {do_yours|show_you|tell_you_how|saves_you|easy|for_you|quid|dm|pm|never}",
        "fake|forged|counterfeit|dodgy ~2 notes|tenners|twenties|money|pound_coins|tickets|passes ~6 "
        "{sell|selling|quid|swap|going|dm|pm|cheap|got|for_sale}",
        "cloned|stolen cards|card|bank_details|credit_card ~6 {sell|selling|dm|pm|use|work|quid}",
        subtype="fraud",
        unless="haha lol found lost post-office renew renewal renewed course training beware scam watch-out "
        "office treasurer manager first",
    ),
    illegal(
        "goods that may be stolen or forged",
        "{goods} ~~6 {bent}",
        "fake|replica|snide|copy|knock_off|nicked|stolen|hooky ~2 {goods}",
        "{bent} ~4 {goods} ~6 {quid|cheap|dm|pm|cash|going|each|sell|£}",
        subtype="fraud",
        unless="haha lol cat squirrel warning beware watch-out magpie stole pricey drinks cold water",
    ),
    illegal(
        "extremist words or a call to violence against a group",
        "lodgings|hotel|mosque|synagogue|camp|hostel|migrants|migrants'|caravans ~4 wants|needs|"
        "deserves|should_be|ought_to_be|want ~1 petrol_bombing|burning|bombing|torching|shooting|"
        "petrol_bombed|burnt|burned|bombed",
        "rise_up ~3 against ~3 unbelievers|infidels|kuffar|jews|muslims|them|immigrants|migrants|"
        "invaders|government|west",
        "time|day|hour of cleansing|reckoning|judgement|retribution|jihad is|has|will|near|here|draws",
        "death_to|kill_all|exterminate|wipe_out|gas|deport_or_kill|burn ~2 the? jews|muslims|"
        "infidels|unbelievers|immigrants|migrants|gays|blacks|foreigners|pakis|asylum_seekers|"
        "lodgings|hotel|mosque|synagogue|gypsies|refugees|christians|white",
        "burn|torch|firebomb|smash ~3 lodgings|asylum_hotel|migrant_hotel|mosque|synagogue|hotel|"
        "camp|caravans|hostel ~6 {out|down|before|breed|tonight|sunday|with}",
        "before_they breed|outbreed|replace_us|take_over",
        "88 ~2 proud|brothers|heil|and_proud",
        "heil_hitler|sieg_heil|white_power|race_war|14_words|great_replacement|join_the_caliphate|"
        "join_isis|join_the_jihad|martyrdom|day_of_the_rope|blood_and_honour|national_action|"
        "white_jihad|holy_war",
        "manual|manifesto|handbook|instructions ~8 {bomb|explosives|rise_up|unbelievers|infidels|"
        "caliphate|jihad|race_war|pipe_bomb}",
        "how_to make|build a? bomb|pipe_bomb|explosives|nail_bomb|petrol_bomb|molotov",
        subtype="extremist",
        unless="haha lol bath-bomb leaflet training prevent museum talk history holocaust memorial",
    ),
)

WIDER: tuple[Rule, ...] = (
    illegal(
        "an offer of drugs or of medicines without a prescription",
        "ounce|blaw|vallies|charlie|wraps|bud|cali|tren|sniff ~6 {in_stock|going_spare|home_grown|"
        "mates_rates|party_size|cash_mind|door's_aye|take_the_edge}",
        "selling|sell|flogging ~4 leftover|left_over|spare|unused|my_son's|my_sons|my_mum's|my_nan's|"
        "dad's ~2 {med}",
        "{med} ~10 {perpill|no_prescription|first_to_message|selling|for_sale}",
        "skinny|slimming|diet|weight_loss pens|jabs|tablets|pills ~10 {no_prescription|lab|cash|"
        "banned|quid|cheaper|pop_round|back_in|four_weeks}",
        "banned ~2 ones|tablets|pills|pens ~8 {cash|pop_round|quid|back|message}",
        "needles_thrown_in|pop_a_pill|open_till_late pills",
        "{pills|snow|leaf|nose|horse} ~2 {snow|pills|nose|leaf|syringe} ~6 {open|late|dm|menu|"
        "deliver|quid|weekend}",
        "vodka|gin|spirits|whisky ~4 {clear_bottles|home_label|homemade|moonshine|no_label} ~8 £|"
        "quid|each|flame|cash|6|8|10",
        subtype="drugs",
        unless="haha lol raffle sledge sledging snowman autumn football gym-class sports recipe "
        "cordial prize salad",
    ),
    illegal(
        "an offer of forged papers or a way to cheat",
        "know|knows|found|got ~2 man|bloke|lad|someone|guy|fella ~2 does|who_does|makes|sorts|can|"
        "will ~6 {paper|points|take_em|take_them|sits|sit}",
        "{paper} ~10 on_the_right_paper|ready_tuesday|all_stamped|very_discreet|discreet|"
        "whatsapp_only|stamped",
        "w/out|without|no papers|visa|documents ~10 {arrange|sort|can_get|certificate|whatsapp}",
        "points ~4 licence|license ~10 {£|take|each|quid|done}",
        "i_do|do|doing refunds|chargebacks|clean_sweeps ~14 {cut|keep|never|dm|pay}",
        "uk|your|ur|a bank_account ~12 {money_come|send_on|send_it_on|keep|transfer|easy_money|cut}",
        "guaranteed|promise ~3 weekly|daily|a_week|return|returns|profit ~10 {deposit|gift_cards|"
        "platform|invest|mums|crypto}",
        "deposits|deposit|invest|paid ~4 gift_cards|vouchers|crypto|bitcoin",
        "answers|sits|sit|pass|passes ~4 citizenship_test|theory_test|driving_test|exam|"
        "life_in_the_uk ~14 {quid|600|for_you|cousin|photos|£|cash}",
        "marry|marriage|marrying ~10 {only_paper|on_paper|half_before|no_live|papers|visa} ~10 {£|"
        "half|live|pay|7000|money}",
        "plates|plate|reg cloned|to_match|same_make|fake|ghost ~14 {pair|quid|ulez|beats|speed|camera|£}",
        "cloned plates|plate|number_plates",
        "twenties|tenners|fivers|notes ~3 for_sale|each|cheap ~10 {pen_test|pass|co-op|shop|real|quid|£}",
        "print_em_off|prints_them|same_code|fake_tickets|works_twice ~10 {tickets|£|each|door|scan}",
        "dodgy|cracked|jailbroken firestick|fire_stick|firesticks",
        "every_channel|all_the_channels ~8 {£|year|sports|movies|box_office|quid|stick}",
        subtype="fraud",
        unless="haha lol beware scam watch-out careful warning raffle panto",
    ),
    illegal(
        "goods that may be stolen or forged",
        "fell|fallen|falls off ~4 lorry",
        "security_tags|security_tag|alarm_tag|alarm_thing ~3 off|still_on|already|magnet|removed",
        "all_been_found|no_icloud|no_proof|ask_no_questions ~14 {cash|quid|£|gone|left|each|got|bring}",
        "fake|replica|copy|proper_boxes ~3 uggs|gucci|nike|prada|chanel|handbags",
        "parcel|parcels ~20 finders_keepers",
        "cat|category 4|four|3 fireworks ~20 {ticket|cash|offers|garage|licence|display|quid|£}",
        "salmon|venison|deer|pheasant|rabbits|game ~6 {no_licence|poached|no_questions|"
        "off_the_river} ~8 {each|tenner|quid|questions|twitching|cash}",
        "pups|puppies|kittens|pup ~6 {no_papers|no_jabs|docked|no_chip|no_vet|dont_ask|no_mum}",
        "sparring|fighting|bait|baiting dog|dogs|cock|cocks ~14 {entry|cash|barn|barns|retired|quid|bring}",
        "dog_fight|dog_fights|cock_fight|badger_baiting|hare_coursing ~10 {entry|cash|barn|saturday|"
        "bring|bet|bets|sunday}",
        subtype="fraud",
        unless="haha lol warning beware careful police scam rspca lego teddy costume",
    ),
    illegal(
        "a picture or film of a child that should not be passed on",
        "airdropped|airdrop|sent|received|come_through|got|shown ~8 indecent ~8 child|kid|kids|"
        "children|baby|little_one",
        "{image|indecent} ~8 {child} ~8 indecent|abuse|undressed ~~20 send_it|put_it|share|show|"
        "still_on|deleted|phone|forward|staff",
        "i_haven't_deleted|haven't_deleted|still_on_my_phone ~~14 {child|send|show|share|put|police}",
        "trade|swap|swapping|trading ~3 {family|pics|pictures|photos|vids|videos|folders} ~8 "
        "little_ones|young|you_know",
        "young young",
        "private|secret album|folder|link ~6 young|vouchers",
        subtype="indecent_image",
        unless="haha lol stickers pokemon panini football cards",
    ),
    illegal(
        "a child offered or wanted for money",
        "expecting|pregnant|bump|baby|due ~14 {private_arrangement|no_social_workers|no_social|"
        "private_adoption|can't_keep|cant_keep} ~10 {£|msg|pay|15k|message|money|no|private|dm}",
        "baby|newborn|girl|boy for_sale|to_sell|for_a_price|for_money",
        unless="haha lol clothes pram cot moses costume doll wetsuit",
        subtype="fraud",
    ),
    illegal(
        "intimate pictures of somebody who may not have agreed",
        "looks_like|look_like|look_at ~4 {her|him|she|he|ex's|ex|bird|perfect's} ~6 {no_clothes|"
        "naked|w_no_clothes|nude|starkers}",
        "no_clothes_on|w_no_clothes|with_no_clothes|in_the_altogether|starkers|in_the_buff ~14 "
        "{saved|pass_it|forwarded|folder|sent_me}",
        "she|he|they sent me these|those|them when ~4 together ~10 look|see|share|pass|underneath|have",
        "folder|album|collection ~4 him|her|them|my_ex ~6 altogether|naked|nude|undressed|starkers|bits",
        "saved ~3 off|from his|her phone ~10 {pass|share|send|girls|lads|look}",
        subtype="intimate_image",
        unless="haha-baby statue hamster cat dog calendar charity",
    ),
    illegal(
        "extremist words or a call to violence against a group",
        "they're_replacing|theyre_replacing|they_are_replacing ~1 {your|our|white} ~2 children|"
        "people|kids|race|country|women",
        "join ~3 struggle|cell|cause|brotherhood ~14 {brothers|martyrs|arming|burn}",
        "martyrs|martyr ~8 {show|way|brothers|paradise|path|action}",
        "real_men|white_men|true_men|brothers|patriots ~3 arming|armed",
        "must|shall|should|will burn ~10 {martyrs|state|schools|infidels|struggle|mosque|hotel}",
        "state|schools|school must|shall burn|fall",
        "did_the|shot_up_the|bombed_the|who_did|attacked_the ~2 mosque|synagogue|church|hotel|school|"
        "gurdwara ~8 {right_idea|hero|bigger|legend|finish|respect}",
        "right_idea ~14 {mosque|synagogue|manifesto|van|bigger|pdf|bomb}",
        "booklet|leaflet|book|guide|pdf ~6 how_to_make ~12 {war|devices|bomb|bombs}",
        "incels|the_incels ~4 right|rise|revolution|rebellion",
        "white mothers|mums|children|people|families ~10 {replacing|replaced|arming|extinct}",
        subtype="extremist",
        unless="haha lol lab museum labour tory manifesto-green conservative election bake",
    ),
)
