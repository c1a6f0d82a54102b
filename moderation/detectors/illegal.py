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
    return found(Category.ILLEGAL, RULES, post.folded)


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
