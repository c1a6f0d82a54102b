"""Notices when somebody is worried that a child is not safe, so that the right person is told at once."""

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
    """Worries about a child: happening now, about staff or family, online, or about oneself."""
    return found(Category.SAFEGUARD, RULES, post.folded)


GROUPS = {
    **COMMON,
    "seen": "anyone seen, anybody seen, any one seen, anyone found, anybody found, someone seen, any1 "
    "seen, you seen, has anyone got, who's got",
    "wears": """
        hair, coat, jumper, hoodie, dress, top, wellies, trainers, pyjamas, pjs, jacket,
        t-shirt, tshirt, onesie, leggings, uniform, cardigan, shoes, curly, blonde, years old""",
    "outside": """
        road, rd, main road, street, car park, path, pavement, bus stop, bus shelter, field,
        river, canal, pond, shop, shops, gate, outside, park, village, lane, high street,
        roundabout, dual carriageway, railway, bypass, co-op, tesco, wandering, beach, woods,
        station""",
    "car": "car, van, hot car, boot, vehicle, motor, back seat",
    "drive": "drive+, drives, drove, driving, drivin, behind the wheel, car, car keys, wheel, motor, van, "
    "minibus, collect+, picked, pick, picking, pickup, pick up, took, collecting, buggy, pram, "
    "weave, weaving, in charge of",
    "stopwork": "cope, carry on, keep doing this, do this anymore, do this any more, go on, take it, take "
    "anymore, take any more, manage anymore",
    "shocking": "lost it, lose it, snap, snapped, shake, hurt, harm, hit, throw, smack, smother, slap, kill, "
    "drown, do something",
    "lure": "sweets, sweet, sweeties, chocolate, puppy, puppies, kittens, ice cream, lift, money, "
    "presents, lollies, present, toys, crisps, into his van, into his car, into her car",
    "lurk": """
        hanging round, hanging around, hanging about, hangin round, lurking, loitering,
        watching, following, followed, filming, taking photos, taking pictures, taking pics,
        taking videos, photographing, offering, approached, approaching, chatting to, talking
        to, staring, tried to grab, tried to take, tried to get, grabbed, asked her name, asked
        his name, asking the kids, asking kids, trying to get, stood watching, calling over,
        exposing himself, flashed, flashing, at the fence, by the fence, through the fence,
        through the railings, over the fence, outside the gate, sat outside, parked outside""",
    "online": """
        online, roblox, minecraft, fortnite, snapchat, snap, tiktok, tik tok, whatsapp, insta,
        instagram, discord, xbox, playstation, tablet, ipad, game, gaming, youtube, chat, app,
        headset, messaging, messages, messaged, dms, facebook, dm'ing, kik, live stream, webcam,
        block game, online game""",
    "ask": "asked, asking, ask, asks, wants, wanted, told, telling, begging, sent, sending, send, got",
    "camera": """
        camera, webcam, pictures, pics, photos, photo, pic, picture, nudes, video, videos,
        selfie, selfies, meet, address, where she lives, where he lives, what school, bathroom,
        undress, knickers, underwear, take her top off, take his top off, bikini, swimsuit,
        pants, naked, clothes off, keep it secret, a secret, move to whatsapp, private chat""",
    "toilet": "toilet, toilets, loo, loos, bathroom, changing room, nappy room, store cupboard, cupboard, "
    "store room, storeroom, office, cubicle, shed, sensory room, sleep room, nap room, washroom, "
    "room",
    "shut": "door shut, door locked, door closed, door was shut, door was locked, locked the door, shut "
    "the door, closed the door, with the door, behind a closed door, locked in, on their own, on "
    "his own, alone with, blinds down, lights off, curtains drawn, door bolted, door to",
    "rough": """
        rough, roughly, rough handling, yanked, yank, dragged, dragging, grabbed, grabbing,
        slapped, smacked, slapping, smacking, shoved, shoving, pushed, shook, shaking, pinned,
        forced, force feeding, force fed, force-fed, screamed, screaming, screams, swore,
        swearing, threatened, threatening, manhandled, manhandling, pulled, pulling, hit,
        hitting, pinched, pinching, dumped, hurt, hurts, hurting, throws, threw, squeezed,
        shouted in, shouting in, twisted, kissed, kissing, tickling, stroking, lap, leaves them
        crying, humiliated, strapped, locked, bit, kicked, jerked, hauled""",
    "neglect": """
        starving, filthy, soaking, unwashed, stank of wee, stinks of wee, stank of urine, smells
        of urine, smell of urine, same clothes, same nappy, same trousers, same top, sodden,
        soaked nappy, sopping, no coat, no shoes, no socks, no food, not eaten, hadn't eaten,
        hasn't eaten, hasnt eaten, never fed, nothing to eat, rummaging, out of the bin, from
        the bin, skin and bones, nappy rash, infested, lost weight, losing weight, not been fed,
        ravenous, wolfed, matted, rotten teeth, freezing, blue with cold, barefoot, no bed,
        sleeps on the floor, sleeping on the floor, no heating, dirty nappy, emaciated, so thin,
        hungry, wet trousers, bare feet, no electric, reeks""",
    "again": "again, days running, every day, since monday, since tuesday, since friday, days in a row, "
    "all week, every time, always, since last week, third day, for days, week, weeks, this "
    "morning, in the frost, in the snow, wrapper and all, in this weather",
    "dv": """
        hits me, hit me, hurts me, beats me, beat me up, beats me up, punched me, slapped me,
        strangled me, choked me, pushed me, threw me, kicked me, battered me, raped me, grabbed
        me by, pinned me, spat at me, hits mummy, hit mummy, hurts mummy, hurt mummy, hits mum,
        hit mum, hits her mum, hit her mum, hits his mum, hit his mum, beats mummy, hurt my mum,
        hits my mum, smashed the house, smashed the place, punched the door, punched the wall,
        punched a hole, kicked the door, kicking the door, smashed my phone, took my phone,
        threatened to kill, threatened to take, threatens to, knife to my, hands round my, hands
        around my, won't let me leave, wont let me leave, won't let me out, won't let me go,
        locked us in, locks me in, takes my money, lays into me, laid into me, laid hands on me,
        hits my sister, beats her up, knocks her about, knocks me about, knocking her about,
        hits her mummy, kicked off again, controls everything, raised his fist, throws things at
        me, threw a plate, broke my, black eye""",
    "flee": "non-molestation, non molestation, restraining order, refuge, women's aid, womens aid, "
    "occupation order, prohibited steps, not allowed near, isn't allowed near, not allowed to "
    "see them, not allowed contact, no contact order, breached the order, breached his bail, "
    "bail conditions",
    "abroad": "passports, passport, out the country, out of the country, abroad, back to his country, in "
    "his country, never see, never bring",
    "private": "willy, private parts, privates, fairy, foof, bits, bottom, knickers, pants, under her "
    "nightie, undies, down there, minnie, nunny, winkie, tuppy, front bottom, flower, underwear, "
    "between her legs, nightie",
    "poison": """
        bleach, medicine, tablets, tablet, pills, pill, paracetamol, calpol, antifreeze,
        battery, batteries, button battery, magnets, vape, vape juice, white spirit, dishwasher
        tablet, washing capsule, laundry pod, weed killer, methadone, edible, gummies, gummy,
        ibuprofen, vodka, berries, drain cleaner, screen wash, toadstool, my tablets, nan's
        tablets, insulin""",
    "swallow": "swallowed, swallow, drunk, drank, eaten, ate, got hold of, got into, taken, had, necked, "
    "overdosed, downed, chewed",
    "collapse": """
        floppy, not breathing, isn't breathing, isnt breathing, stopped breathing, can't
        breathe, cant breathe, unconscious, unresponsive, not responding, won't wake, wont wake,
        can't wake, blue lips, gone blue, going blue, lips are blue, fitting, having a fit,
        seizure, choking, bleeding heavily, limp, passed out, face down in""",
    "humour": "haha, lol, lmao, hehe",
    "fragile": "baby, he, she, him, her, kids, little one, my son, my daughter, toddler, the kids, boy, girl",
    "signs": """
        won't let anyone, wont let anyone, flinches, flinched, flinching, cowers, cowered,
        ducks, wets herself, wets himself, wetting herself, wetting himself, screams when,
        petrified of, terrified of, scared of, frightened of, afraid of, begs not to go, begging
        not to go, begged me not to, hides when, hid under, hides under, clings to, shakes when,
        goes quiet when, scared to go home, doesn't want to go home, doesnt want to go home,
        didn't want to go home, frightened to go home, don't make me go, dont make me go, didn't
        want to go with, cries when it's time to go home, scared to go back, won't be changed
        by, won't go near, refuses to go with, shaking when""",
    "explicit": """
        sexual, sexually, sex, pornography, porn, abusing, abused, abuse, molested, molesting,
        raped, groomed, grooming, paedophile, paedo, pedo, nonce, sex offender, registered
        offender, indecent, fgm, trafficked, neglected, neglect""",
    "drugstuff": "bag of white, white stuff, white powder, needles, needle, syringe, syringes, crack pipe, "
    "spliff, joint, cocaine, coke, heroin, weed, cannabis, drugs, wraps, bong, foil, ketamine, "
    "edibles",
}
safeguard = partial(rule, groups=GROUPS, severity=Severity.URGENT, score=0.9)

IMMEDIATE: tuple[Rule, ...] = (
    safeguard(
        "a child may be missing",
        "ours|mine|my_son|my_daughter|my_boy|my_girl|{child} ~3 hasn't|hasnt|didn't|didnt|not ~1 "
        "come_out|come_home|came_out|come_back|came_back|arrived|turned_up ~~14 {asks|anyone|anybody|"
        "bag|peg|others|worried|phone}",
        "one_of_ours|my_son|my_daughter|our_boy|our_girl ~3 hasn't|hasnt|didn't|never come_out|"
        "come_back|arrived",
        "where's|wheres|where_is|wheres_my ~3 {child|they} ~~14 minute_ago|a_second_ago|isn't_here|"
        "isnt_here|can't_see|gone|check_the|anyone",
        "was|were ~6 a_minute_ago|a_second_ago|two_minutes_ago|seconds_ago ~~4 now ~3 isn't|isnt|not|"
        "gone|can't|nowhere",
        "can't|cant|cannot find|see {them|child} ~~12 anyone|anybody|help|seen|gate|minutes|coat|hair",
        "help ~~4 can't|cant|cannot find {them|child}",
        "{seen} ~~3 my|our|a {child} ~~12 {wears|they}",
        "{seen} ~~6 {wears} ~~14 slipped|gone|ran|run|wandered|lost|disappeared|missing|party|door",
        "{seen} ~~12 slipped_out|run_off|ran_off|gone_missing|wandered_off|disappeared|"
        "front_door's_open|got_out|legged_it",
        "{child} ~6 gone_missing|is_missing|went_missing|run_off|ran_off|wandered_off|slipped_out|"
        "disappeared|has_vanished|been_missing",
        "my|our {child} ~3 missing|vanished|disappeared|gone_from",
        "lost|missing {child} ~6 {wears|outside}",
        "lost_my|missing_my|lost_sight_of {child}",
        "escaped|got_out|slipped_out|walked_out|legged_it|let_out ~8 {child|their} ~8 {outside}",
        "one_short|left_behind|forgot_her|forgot_him|forgotten_him|forgotten_her|nobody_had_counted|"
        "nobody_counted|miscounted ~~10 {they|them|child}",
        "not_at_nursery|never_arrived|didn't_arrive|didn't_turn_up|no_one_knows_where ~~6 {child} "
        "~~8 missing|police|where",
        "collected|picked_up|taken|took ~4 {child|them} ~~8 no_idea_who|don't_know_who|"
        "not_on_the_list|wasn't_me|nobody_knows_who|without_permission|didn't_have_the_password|"
        "stranger",
        subtype="immediate",
        unless="cat dog rabbit teddy teddie bear toy panda bunny hat glove gloves puppy kitten tortoise "
        "hamster doll peg lego maze bale",
    ),
    safeguard(
        "a child was seen without anybody",
        "found|saw|seen|spotted ~1 a|this|some|little|another? ~4 {child} ~6 sat|sitting|stood|"
        "standing|crouched|on|in|by ~4 {outside|kerb|verge|roadside|doorstep|a_road}",
        "{child} ~10 didn't_know|didn't_even_know|hadn't_noticed|hadn't_even_noticed|no_idea ~4 gone|"
        "missing|left|out",
        "playgroup|nursery|preschool|pre_school|staff|school ~3 didn't_know|didn't_even_know|"
        "hadn't_noticed|never_noticed|didn't_notice ~4 {they|gone|missing|child}",
        "{child} ~5 {alone} ~5 {outside}",
        "{child} ~8 {outside} ~5 {alone}",
        "found|seen|spotted a|this {child} ~5 {alone|outside}",
        "wandering|walking|crossing|playing ~4 {outside} ~4 {alone}",
        "{child} ~3 wandering|wanderin|barefoot|roaming",
        "found ~4 {child} ~6 wandering|crying|lost|whose|safe_with|pyjamas|nappy",
        "{child} ~6 in ~2 nappy|pyjamas|pjs|no_shoes|barefoot ~8 {outside}",
        "{child} ~6 {outside} ~4 no_shoes|barefoot|no_coat|nobody",
        "whose ~3 {child} ~10 {alone|outside}",
        subtype="immediate",
        unless="cat dog puppy teddy toy walk-in",
    ),
    safeguard(
        "children may have been left alone",
        "leave|leaves|left|leaving|shut|sat ~3 {child|themkid} ~2 {child}? in ~3 {car} ~8 hours|"
        "while|whilst|windows|hot|degrees|shop|pub|bookies|bingo|crying|asleep",
        "{child|they} ~6 been ~6 {alone} ~6 since|all|hours|night|yesterday|last",
        "only ~1 3|4|5|6|7|8|9|three|four|five|six|seven|eight ~10 {alone}",
        "left|leaves|leaving|leave ~3 {child|themkid} ~4 {alone}",
        "{child|them} ~3 left ~2 {alone}",
        "left|locked|asleep ~4 in ~3 {car} ~6 hot|sun|windows|locked|shop|pub|crying|ages|boiling|"
        "heat|alone|screaming|minutes",
        "{child} ~3 locked|left|trapped|shut|stuck|asleep|sat ~2 in ~3 {car}",
        "{child|them} ~6 been {alone} ~6 since|all|hours|night|day|for",
        "{child|them} ~4 {alone} ~4 all_night|all_day|for_hours|since_last|overnight|at_night|"
        "in_the_house|in_the_flat|at_home|every_night",
        "{child} ~4 home_alone|alone_in_the_house|alone_in_the_flat|fending_for|"
        "looking_after_the_baby|looking_after_the_little",
        "6|7|8|9|six|seven|eight|nine|ten ~6 looking_after|minding|babysitting|carrying|feeding|"
        "caring_for ~3 {child}",
        "parents|mum|dad|mother|father ~4 out|away|gone|pub|work ~~8 {child|them} ~5 {alone}",
        subtype="immediate",
        unless="dog cat puppy homework slept sleeping-through haha lol cup",
    ),
    safeguard(
        "somebody unfit may be in charge of a child",
        "{adult|staff} ~10 stank|stinks|stinking|reeked|reeking|reeks|smelled|smelt|smelling ~2 of "
        "~2 whisky|vodka|gin|beer|lager|cider|wine|booze|drink|alcohol|weed|spirits|cannabis ~~12 "
        "{child|car|drive|took|put|collect|pick_up}",
        "{adult|they} ~6 off_his_head|off_her_head|on_something|out_of_it|off_their_head|high_as "
        "~~12 take|took|drive|driving|car|collect|twins|pick_up|{child}",
        "{adult|staff|they|them} ~6 {drunk} ~~12 {drive|child|themkid}",
        "{drive|child} ~~10 {adult|they|them} ~4 {drunk}",
        "{drunk} ~6 picked_up|pick_up|collecting|collect|collected|turned_up|drove|driving|"
        "behind_the_wheel|school_run|nursery_run|in_charge",
        "drink_driving|drink_drive|drunk_driving|drink-driving ~8 {child|themkid}",
        "{child} ~~10 drink_driving|drink_drive|drunk_driver|drink-driving",
        "driver|drivers|bus|minibus ~4 smell|smells|smelled|smelt|stinks|stank ~3 mints|drink|booze|"
        "alcohol|lager|weed",
        "no_car_seat|without_a_car_seat|no_seatbelt|not_strapped_in|no_seat_belt|without_a_seatbelt "
        "~8 {child|car}",
        "turned_up|shows_up|came_in|arrived|dropped|showed_up ~5 {drunk} ~~10 {child|them|gate|drive}",
        subtype="immediate",
        unless="{laughs} haha lol tea coffee hydrated power cider-cake",
    ),
    safeguard(
        "a child may need emergency help",
        "{child|fragile} ~5 {collapse}",
        "{swallow} ~5 {poison} ~~10 {child|fragile|asks|collapse}",
        "{child|fragile} ~3 {swallow} ~6 {poison}",
        "gave|given|giving {child|them} ~3 vodka|alcohol|beer|wine|gin|sleeping_tablets|sedatives|"
        "piriton_to|phenergan|night_nurse|whisky|vape|weed|drugs",
        "drowning|fallen_in_the_pond|fell_in_the_river|fell_in_the_pond|in_the_river|under_the_water "
        "~6 {child|help}",
        "{child} ~5 window_ledge|hanging_out_of_the_window|on_the_roof|on_the_railway|on_the_tracks|"
        "out_the_window|upstairs_window",
        subtype="immediate",
        unless="haha lol laughing exhausted yawning sleep doll medicine-spoon tattoo cat dog pea fish "
        "hamster",
    ),
    safeguard(
        "a place where children play may not be safe",
        "gate|door|fire_door|back_gate|front_gate|side_gate ~4 wide_open|left_open|unlocked|"
        "on_the_latch|not_locked|propped_open|off_the_latch|open_again|swinging ~~12 {child|road|"
        "garden|anyone}",
        "{child} ~~10 gate|door|back_gate|fire_door ~4 wide_open|left_open|unlocked|on_the_latch|"
        "propped_open",
        "gas|asbestos|carbon_monoxide|live_wires|sewage ~5 leak+|leakin|exposed|leekin|cover|cover+|"
        "coverin|alarm ~~12 {child|they|close|shut|half_term|nursery}",
        "boiler|heater ~4 leak+|leekin|leakin ~2 gas|fumes",
        "needles|syringe|syringes|broken_glass|knife|crossbow|gun ~5 {child|playground|sandpit|"
        "play_area|play_park|swings|slide|coffee_table|reach}",
        subtype="immediate",
        unless="haha lol dog cat chickens sheep goat pumpkin",
    ),
)

STAFF: tuple[Rule, ...] = (
    safeguard(
        "somebody who looks after the children may have hurt or frightened one",
        "lady|woman|man|teacher|helper|miss|one_of_the_girls|{staff} ~6 at_nursery|at_preschool|"
        "at_playgroup|there|in_the_baby_room ~8 puts|locks|shuts|hits|hurts|smacks|shouts|pinches|"
        "grabs|pulls ~3 {child|themkid|me}",
        "{staff|one_of_the_girls|one_of_them} ~4 pinches|smacks|slaps|hits|hurts|shakes|shoves|drags|"
        "drag|dragged|grabs|kicks|yanks ~3 {child|themkid}",
        "puts|put|locks|locked|shuts|shut ~2 {themkid|child|me} ~3 in ~3 cupboard|dark|shed|"
        "store_room|corridor|bathroom|toilet ~6 when|cry|cries|naughty|crying|on_his_own|bad|for|"
        "until",
        "face_down|face-down ~3 water|pool|paddling|pond|sand ~10 {staff|phone|pull|nobody}",
        "{staff} ~4 on_her_phone|on_his_phone|on_their_phone|on_their_phones|asleep ~6 while|when|"
        "and ~8 {child} ~10 water|road|climbing|fell|alone|choking|gate",
        "{staff} ~6 {rough} ~6 {child|themkid}",
        "one_of_the|a|the|that|new|another {staff} ~~10 {rough} ~6 {child|themkid|arm|wrist|ear|hair}",
        "grown_ups|grown_up|adults|adult|staff|teacher|helper ~4 {hit|rough} ~4 {child|themkid}",
        "{staff} ~5 shout+|scream+|swear+|snap+ ~2 at|in ~4 {child} ~8 face|crying|terrified|scared|"
        "tears|shaking",
        "{staff} ~6 leave|leaves|leaving|left ~3 {child|themkid} ~4 crying|screaming|dark|alone|wet|"
        "soiled|strapped|outside|on_purpose",
        "leaves|leave|left ~2 {child|themkid} ~3 crying|screaming ~4 dark|hours|cot|purpose|corner|"
        "outside|room",
        "{child} ~6 locked|shut ~4 in ~3 {toilet} ~~8 {staff|nursery|they|punishment|naughty}",
        "strapped|tied|taped ~5 high_chair|highchair|chair|cot|pushchair|buggy ~6 hours|day|long|"
        "ages|crying|all",
        "tape|taped ~4 mouth|mouths",
        "force|forced|forcing|force-fed|force_fed|force-feeding ~4 eat|food|dinner|feed|swallow ~6 "
        "{child|themkid|crying|gagging}",
        "worried|concerned|uneasy|uncomfortable ~6 colleague|colleagues|helper|assistant|"
        "member_of_staff|staff_member|teacher|key_worker|volunteer ~8 {child|speaks|treats|handles|"
        "touches|quiet_ones|with_the}",
        "{staff} ~10 {child|themkid} on ~2 lap ~6 uncomfortable|weird|odd|felt|not_right|kissing|always",
        subtype="about_staff",
        unless="haha lol nit nits horse pony goal",
    ),
    safeguard(
        "somebody who looks after the children may be alone with one in secret",
        "new|helper|helps|volunteer|student|apprentice|handyman|caretaker|lad ~10 taking|takes|took|"
        "took_off ~4 {child} ~6 off|to|into ~4 {toilet} ~6 on_his_own|on_her_own|alone|door|again|"
        "long",
        "{staff} ~8 {toilet} ~8 {shut|child}  ~6 door|shut|locked|closed|alone|ages|time|felt|odd",
        "{staff|man} ~6 alone|on_his_own|on_her_own ~6 with ~4 {child|one_of_them|them} ~6 {toilet|"
        "shut|door|locked|nap|changing}",
        "{toilet} ~6 w|with|wi one_of_them|one_of_the_kids|one_of_the_children|a_child|one_of_the|"
        "my_son|my_daughter|him|her ~~6 door|locked|shut|closed|alone|ages",
        "{staff} ~6 photo|photos|pictures|pics|video|videos|filming ~6 {child} ~6 own_phone|"
        "personal_phone|her_phone|his_phone|changing|toilet|nappy|mobile",
        "own_phone|personal_phone|his_phone|her_phone|their_phone|mobile ~6 in_the_nappy|nappy_area|"
        "changing_area|changing_room|toilets|bathroom ~~6 {child|staff|photo|photos}",
        "{staff} ~6 messaging|texting|dming|messages|texts|messaged ~4 {child}",
        "dbs ~5 fake|forged|isn't|never|not|no|fails|failed|false|without ~~14 {child|near|allowed|"
        "working|checked}",
        "{staff} ~6 never|no|not|without|fake ~3 dbs ~10 {child|alone}",
        "sacked|fired|dismissed|suspended|let_go ~8 for {rough} ~2 {child}",
        "isn't_allowed|not_allowed|banned ~3 near|around|from_working_with kids|children ~~10 {staff|"
        "working|here|nursery|helper|volunteer}",
        subtype="about_staff",
        unless="haha lol thank thanks training",
    ),
)

FAMILY: tuple[Rule, ...] = (
    safeguard(
        "marks on a child that nobody has explained",
        "{mark} ~4 {body} ~~14 {child|asks|again|finger|fingers|hand|noticed|seen|third|explain|says|"
        "said|adult|looked_like}",
        "{child|themkid} ~~6 {mark} ~4 {body}",
        "{mark} ~5 {child|their} ~3 {body}",
        "marks|bruises|burns|bruise|bruising|welts ~6 looked_like|look_like|like|shaped ~3 fingers|"
        "finger|hand|belt|cigarette|teeth|iron|grip|rope|handprint",
        "finger_marks|fingermarks|cigarette_burns|cigarette_burn|grip_marks|belt_marks|handprint|"
        "handprints|black_and_blue|hand_print ~8 {child|their|them|body|little}",
        "bruise|bruises|bruised|black_eye|bruising|burns|marks ~3 again ~~14 {same_place|before|"
        "third|week|half_term|child|dad|mum|explain}",
        "bruise|bruises|mark|marks|burn ~4 on ~2 a|b|c|d|e|f|g|h|j|k|l|m|n|o|p|r|s|t|w ~~8 again|"
        "same|three|third|another",
        "another|new|fresh|more bruise|bruises|mark|marks|black_eye|burn ~10 {asks|child|third|"
        "explain|every_week|says_he_fell|weekend|again}",
        "covered_in bruises|bruising|marks|burns|cuts",
        "bruises|bruising|marks|burns|black_eye ~~14 doesn't_add_up|don't_add_up|story|explanation|"
        "excuses|walked_into|won't_say|wouldn't_say|changed_the_subject|fell_down_the_stairs|"
        "says_nothing|who_did_it|no_explanation|my_foot",
        subtype="about_family",
        unless="{harmless} haha lol arnica mosquito midge chickenpox pears bananas apples pox tattoo "
        "face-paint nettle sharpie fence car-seat eczema sunburn ringworm",
    ),
    safeguard(
        "a child may be hurt by somebody close to them",
        "my|her|his|our ~1 {partner|adult} ~1 grabbed|hit|punched|slapped|kicked|threw|pushed|shoved|"
        "choked|strangled|smacked|shook|burned|dragged ~1 our|my|his|her|the ~2 {child}",
        "hurts|hurting|hits|hitting|hurt|punches|beating ~1 mummy|mammy|my_mummy|my_mum|mum ~14 "
        "{told|said|says|night|scared|always|keeps|what_she|what_he}",
        "{they|daddy} keeps|kept|always hurting|hitting|punching|kicking|slapping|smacking ~1 {child|"
        "mummy|me|themkid}",
        "hear|heard|hearing|listening ~6 {child} ~4 begging|screaming|pleading|sobbing|shouting|"
        "crying ~6 stop|please|dad|daddy|mum|night|help|no",
        "{child} ~6 being hit|beaten|hurt|abused|starved|neglected|locked",
        "{adult} ~2 {hit} ~1 our|my|the|their ~2 {child}",
        "{adult} ~4 {hit|hurt} ~3 {child|themkid}",
        "{adult} ~4 {hit|hurt} ~3 his|her|their|the|that|a ~2 {child}",
        "{they} {habit} {child|themkid} ~~8 {child|again|asks|don't|night|when|yr|year|drunk|every|seen|saw}",
        "saw|seen|watched|witnessed|heard|hear|here|just_saw|think ~8 {hit} ~4 {child|themkid}",
        "{hit} ~3 {child} ~5 across|round|in_the_face|face|head|with|hard|outside|so_hard|belt|"
        "in_public|every_night|thru_the_wall|through_the_wall",
        "{hit|hurt} ~2 there|their|his|her|the|a kids|children|child|baby|toddler|little_girl|"
        "little_boy|kid|son|daughter",
        "{child} ~5 being|getting|been|gets {hit|hurt|beaten|abused|battered|locked|starved}",
        "daddy|mummy|mammy|uncle|grandad|stepdad|nana|granddad|auntie|dad|mum|brother|man ~3 {hit|"
        "hurt} ~3 me|her|him|mummy|us|daddy|my",
        "next_door|neighbours|neighbour|upstairs|downstairs|over_the_road|through_the_wall|"
        "thru_the_wall|thru_wall|through_the_ceiling ~~14 screaming|crying|screams|sobbing|thuds|"
        "thumps|banging|shouting|hitting|hittin ~~8 {child|quiet|night|every|worried}",
        "{child} ~6 screaming|sobbing|crying|screams ~6 every_night|all_night|for_hours|"
        "through_the_wall|next_door|through_the_walls|gone_quiet|begging|stop",
        "kid|child|kids|children|toddler|baby ~4 being|getting battered|beaten|hit|hurt|abused|"
        "slapped|kicked|screamed_at",
        "shook|shaken|shaking|shakes ~2 the|her|his|their|that|a baby|newborn|infant",
        subtype="about_family",
        unless="haha lol snap pinata football rugby karate bumper dodgems swing swings tag panto judo "
        "heartbroken boxing pass-the-parcel tambourine vaccine jab injection nurse rattle",
    ),
    safeguard(
        "something a child has said that an adult should not keep to themselves",
        "{adult|man} ~4 showed|shows|flashed|exposed|exposing|showing ~3 {child|themkid|me|his} ~3 "
        "{private|his|private_parts|himself}",
        "{child|they} ~6 {private|private_area|sore_private|privates} ~14 {asks|touch+|hurts|sore|"
        "won't_say|said|says|who|showed|man}",
        "gets|climbs|comes|got|came|sleeps ~2 in|into her|his|my bed ~14 secret|special|tell|scared|"
        "don't_like|dont_like|hurts|touches|touch",
        "{daddy|adult} ~8 special|our|big? secret|secrets|cuddle|cuddles ~6 {tell|bed|bath|told|said|"
        "private|night|don't}",
        "it's|its their|our|a|my special|little secret",
        "who|someone|somebody|he|man ~3 been|has|keeps? touching|touched ~2 {child|themkid}",
        "begged|begging|begs|pleaded|pleading ~2 me|us|not|staff ~3 not|to|don't ~6 home|back|send|"
        "dad|dads|mum|boyfriend|go",
        "{child|they|them} ~3 said|says|told|tells|saying|telling|mentioned|came_out_with|whispered "
        "~10 {hurts|hurt|touch|touches|touched|secret|private|scared|hits|hit|tickle|tickling|smacks|"
        "kisses|locks|kicks|punches|chokes|bad_man|burns|bites|shouts|touching|naughty_game|"
        "special_game} ~10 {adult|staff|me|her|him|mummy|secret|bedtime|night|tell|there|bed|bath}",
        "{adult|staff} ~6 secret|secrets|not_to_tell|told_not_to|don't_tell|mustn't_tell ~8 {child|"
        "they|mummy|anyone|anybody|game|bed|told|bath|private}",
        "told ~4 not_to_tell|to_keep_it|never_to_tell|mustn't_tell|not_to_say ~8 mummy|daddy|mum|dad|"
        "secret|game|private",
        "child|children|little_one|she|he ~4 told|tells|said|says ~~8 keep ~6 secret|private|quiet|between",
        "secret|tickling|special|naughty|private game|games|touching|cuddles|cuddle|kisses|tickles "
        "~~12 {child|adult|grown_up|asks|mummy|tell|told|bed|private}",
        "touch+ ~3 {child|their|my|me} ~4 {private}",
        "{private} ~4 hurts|sore|bleeding|touched|touches ~~8 {adult|said|says|told|who|he|she}",
        "{child} ~6 {explicit} ~6 {adult|behaviour|language|words|acting|knows|play|act}",
        "{adult|staff} ~6 {explicit} ~4 {child|themkid|kids}",
        "{child} ~4 been|being|is|was|getting abused|molested|raped|groomed|neglected|trafficked|"
        "exploited|assaulted|starved",
        "{explicit} ~3 {child} ~8 {asks|know|reported|report|think|worried|suspect}",
        "{signs} ~6 {adult|go_home|his_dad|her_dad|home|dad|grown|mum's}",
        "{child} ~3 {signs} ~6 {adult|home|his|her|him|raises|hand|shouts}",
        "{child|they} ~4 asked_if|asks_if|asked_to ~6 live_with_us|live_at_ours|live_with_me|"
        "come_home_with_me|stay_with_us|sleep_at_ours|live_here|stay_at_ours",
        "draws|drawing|drew|drawn|draw ~4 man|him|daddy|monster|willy|people ~~12 scribbles|hands|"
        "black|scared|won't|on_her_own|bed|naked|crying|private|bad",
        "doesn't|didn't|don't|doesnt|wouldn't|won't want_to_go_home|go_home|want_to_go_to_her_dads|"
        "want_to_go_to_his_dads|want_to_go_back ~~10 {scared|because|cried|crying|begged|dad|mum|"
        "said|clung}",
        subtype="about_family",
        unless="toast dryers dryer brush feelings hamster haha lol birthday santa surprise panda peas "
        "broccoli present hoover hairdryer spiders "
        "spider bees wasps moths dog fireworks balloons hand-dryer clown dinosaurs recipe ingredient "
        "cake",
    ),
    safeguard(
        "a child may be going without what they need",
        "steals|stealing|stole|takes|taking|pinching|begging_for|asking_for|hiding ~2 food|"
        "sandwiches|snacks ~12 {child|lunchboxes|lunchbox|hungry|fed|feeding|home}",
        "nobody|no_one|isn't|isnt|not|aren't|never ~2 being|is|been? feeding|fed ~3 her|him|them|"
        "properly|{child}|she",
        "{child|they|she's|he's} ~5 isn't|isnt|not|never|aren't ~1 being|been|getting? fed",
        "same ~1 dirty|filthy|wet|old|clothes ~2 clothes|nappy|on|top|trousers ~14 {child|worried|"
        "hungry|fed|food|smell|steals}",
        "skin_and_bone|skin_and_bones|bag_of_bones ~14 {child|eats|fed|worried|floor}",
        "{child} ~10 skin_and_bone|skin_and_bones|eats_off_the_floor|eating_off_the_floor",
        "{child|they|themkid} ~8 {neglect} ~8 {again|child|asks}",
        "{neglect} ~~12 {child} ~~14 {asks|worried|concerned|anyone_else|noticed|every|always|again|"
        "since|social}",
        "{child} ~~14 {neglect} ~~14 {asks|worried|concerned|anyone_else_noticed|every|again|since}",
        "same ~2 clothes|nappy|trousers|top|dress|pyjamas|vest ~4 since|all_week|days|yesterday|for "
        "~~12 {child|they|wet|dirty|hungry|smell|their}",
        "eating|ate|eats|picking|searching|looking ~4 out_of_the_bin|from_the_bin|through_the_bins|"
        "off_the_floor|in_the_bins|bins ~~10 {child|hungry|starving}",
        subtype="about_family",
        unless="haha lol dog cat puppy boiler donate hungry-caterpillar caterpillar shepherd costume raffle "
        "recipe swimming",
    ),
    safeguard(
        "somebody at home may be violent or threatening",
        "{dv} ~~20 {child|asks|again|tonight|leave|scared|help|kids|night|baby|last_night|in_front|"
        "stay|he|she}",
        "{child|asks} ~~20 {dv}",
        "{flee} ~~30 {child|their|ex|dad|my_two|him|he|father|office|gate|school|nursery|collect|"
        "kids|them|me}",
        "ex|dad|husband|partner|father ~5 {flee}",
        "scared|frightened|terrified|afraid ~2 of|what ~2 my|her|his|their|him|he ~2 {partner|do|dad|"
        "will|might|does}",
        "scared|frightened|terrified|afraid to_go_home|of_going_home|to_leave_him|to_be_at_home|"
        "of_him|for_my_life|for_our_lives|for_my_kids|for_the_kids|for_her_life|in_my_own_home",
        "{partner} ~6 take|taking|took|takes|snatch|taken ~3 {child|themkid} ~8 {abroad|country|"
        "can't_get_hold|won't_bring|refuses|won't_give|not_bring}",
        "{partner} ~6 won't|wont|refusing|refuses ~3 give|bring|return|hand ~3 {child|themkid} back|over",
        "{abroad} ~8 {child|themkid} ~12 {scared|husband|gone|taken|never|marry|married|marriage|cut|afraid}",
        "passports ~4 gone|missing|taken|hidden|hid|disappeared",
        "walked_into_a_door|fell_down_the_stairs ~3 my_foot|again|sure|yeah_right|apparently|"
        "she_says|my_arse|my_eye",
        "black_eye|split_lip|bruises|bruised ~8 sunglasses|again|long_sleeves|make_up|makeup|"
        "concealer|hiding|cover",
        "{child} ~6 saw|seen|watched|watching|heard|witnessed ~4 it|him|everything|all|the_whole "
        "~~14 {dv|punched|hit|police|scared|fight|tonight|screaming}",
        "{partner} ~4 kicked_off|lost_it|went_mental|went_for_me|went_for_her|kicking_off|smashing "
        "~~12 {child|scared|police|tonight|hiding|locked}",
        "hiding|locked ~4 in_the_bathroom|in_the_bedroom|in_the_wardrobe|upstairs|under_the_bed|"
        "in_the_car ~~14 {child|partner|scared|he}",
        "wardrobe|cupboard|under_the_bed ~~10 {dv|punched|shouting|fighting|hide|hides}",
        "forced_marriage|honour_based|fgm|be_cut|getting_her_cut|cutting_ceremony|cutting_season",
        "need_to|have_to|got_to get_out|leave_him|get_away ~~14 {child|kids|tonight|violent|refuge|"
        "him|before}",
        "{partner} ~6 not_allowed|isn't_allowed|isnt_allowed|banned|mustn't ~4 near|contact|see|"
        "collect|pick ~3 {child|themkid|us|me|up}",
        subtype="about_family",
        unless="haha lol cardboard rocket toast feelings rugby fundraiser panto book film marathon "
        "donations donate wasps spider spiders "
        "wasp",
    ),
    safeguard(
        "an older child or a household may be caught up in drugs or crime",
        "{child|mine} ~12 {drugstuff} ~10 {child|coffee_table|pocket|bag|found|house|floor|home|play|"
        "them|there|pushchair|around|next}",
        "{drugstuff} ~8 {child|pushchair|cot|nursery|playground|sandpit|coffee_table|toys|high_chair}",
        "trap_house|running_drugs|dealing_from|selling_drugs|carrying_drugs|being_exploited|"
        "carrying_a_knife|gang",
        "{child} ~~12 two_phones|new_phone|new_trainers|roll_of_notes|wads|expensive ~~14 won't_say|"
        "doesn't_say|who|where|man|older|secretive|scared",
        subtype="about_family",
        unless="haha lol calpol fundraiser film book show news dinner chain youth brass coffee-and-cake",
    ),
)

STRANGERS: tuple[Rule, ...] = (
    safeguard(
        "a stranger may be trying to reach children",
        "{man} ~12 taking|takes|took|take|snapping ~1 pictures|photos|pics|photographs|videos ~3 of "
        "~3 {child}",
        "{man|car|van} ~8 parked ~6 gate|nursery|preschool|school|fence ~10 {child|again|running|"
        "every|watching|pictures}",
        "tried|trying|attempted ~1 to get|grab|take|snatch|pull|drag|lure|entice ~4 {child|themkid} "
        "~4 into|in|away|to ~3 {car|car|house|flat|bushes}",
        "{man} ~8 {lurk} ~8 {child|gate|fence|nursery|preschool|playground|railings|school|park}",
        "{man} ~8 offer+ ~4 {lure|child|themkid}",
        "{lure} ~6 {child} ~8 {man|van|car|fence|railings|gate}",
        "{man} ~10 tried|trying|attempted ~3 take|grab|snatch|lure|get|coax|pull ~6 {child|them}",
        "white_van|black_car|blue_car|van|car ~6 following|followed|watching|outside|slow|slowed ~6 "
        "{child|nursery|school|gate|kids|playground|us}",
        "{man} ~8 photos|pictures|pics|filming|videoing|photographing|video ~6 {child|playground|"
        "nursery|park|kids}",
        "{man} ~6 asked|asking|told|approached|followed|invited ~4 {child} ~8 {name|house|van|car|"
        "home|sweets|lift|come|alone|toilet|with_him|live|secret|puppy}",
        "tried_to_take|tried_to_grab|tried_to_snatch|snatched|abducted|kidnapped|attempted_abduction",
        "picture|photo|pic|video ~3 of ~2 the|my|our nursery|preschool|school|front_door|house|"
        "nursery_gate|kids|children ~~8 {scared|ex|not_allowed|order|texted|sent}",
        "ex ~~8 not_allowed|isn't_allowed|isnt_allowed ~3 near ~~14 picture|outside|gate|texted|"
        "waiting|seen|nursery",
        subtype="immediate",
        unless="haha lol thank thanks santa photographer parade-day raffle litter photo-day sponsored-walk "
        "fete stall ice-creams balloon magician",
    ),
    safeguard(
        "somebody may be reaching a child online",
        "{man|adult|someone} ~6 messag+|messaging|messaged|texting|texted|contacted|added|dming|"
        "chatting|talking|chats|contacting|friended ~4 {child|themkid} ~~12 {online|camera|ask}",
        "{online} ~~14 {ask} ~8 {camera} ~~10 {child|she|he|her|him|old|six|seven|eight|nine|ten}",
        "{child} ~10 {online} ~~12 {ask} ~8 {camera|meet|secret|address}",
        "{ask} ~4 {child|themkid} ~6 turn|send|take|show|film ~5 {camera}",
        "{child} ~8 {ask} ~6 for|her|him|to ~4 pictures|photos|pics|nudes|selfies|video|camera",
        "{child} ~6 sent|sending|been_sent|received|shown|showing|seen ~5 nudes|naked|rude_pictures|"
        "rude_photos|porn|pornography|explicit|pictures_of_himself|pictures_of_his|underwear|"
        "self_harm|suicide|violent_video",
        "sextort+|sextortion|blackmail+ ~8 {child|pictures|photos|nudes}",
        "stranger|grown_man|older_man|man|someone ~5 on {online} ~10 {child|her|him|daughter|son}",
        "clip|video|picture|photo|image|pic ~4 of ~3 {child} ~8 hurt|battered|beaten|hit|abused|bath|"
        "naked|undressed|isn't_right|doesn't_look_right|not_right|look_right|wrong|indecent|kicked|"
        "crying",
        subtype="online",
        unless="haha lol thank thanks cute sunset",
    ),
)

SELF: tuple[Rule, ...] = (
    safeguard(
        "somebody fears what they might do, or cannot go on",
        "i|i've|ive ~2 snapped|flipped|lost_it|lost_my_temper ~3 and|on ~3 {hit} ~2 {child|themkid}",
        "i ~3 slapped|smacked|hit|shook|shoved|grabbed|pushed|threw ~2 {child|themkid} ~~14 ashamed|"
        "hate_myself|guilty|mark|get_help|need_help|hard|scared",
        "nearly|almost ~2 threw|throw|shook|hit|dropped|smothered|hurt|slapped ~1 {themkid|child}",
        "scared|frightened|worried|afraid|terrified|think|thought|going|gonna ~4 i'll|ill|i|i'm|"
        "might|will|may|could|would|to ~3 {shocking} ~3 {child|themkid|it_with|it|him}",
        "lose_it|lost_it|snap|snapped|losing_it ~2 with|at|on ~2 {child|themkid} ~8 {tonight|scared|"
        "cope|again|hurt|frightened|shook|hit}",
        "scared|frightened|afraid|terrified|worried ~3 lose_it|snap|losing_it|hurt|harm",
        "can't|cant|cannot|dont|don't ~3 {stopwork} ~~16 {scared|hurt|lose_it|child|better_off|end|"
        "tonight|anymore|alone|here|kill|help|sorry|crying|them}",
        "nearly|almost|about_to|going_to|gonna|wanted_to|want_to|feel_like|urge_to|close_to|"
        "came_close_to ~2 shake|shook|hit|hurt|hurting|smack|slap|throw|threw|drop|smother|shaking|"
        "hitting ~2 {child|themkid|the_baby}",
        "i {shook|hit|hurt|slapped|smacked|threw|grabbed|pushed|shoved|kicked|burnt|bit} ~2 {child|"
        "themkid|my_son|my_daughter|my_baby|the_baby} ~~10 {ashamed|hate_myself|guilt|guilty|scared|"
        "again|hard|can't|never|mark|too_hard|bruise|help}",
        "don't|dont|can't|cant trust_myself",
        "better_off without_me|if_i_wasn't|if_i_were|if_i_wasn|if_me|dead|if_i_was",
        "don't|dont|do_not want_to be_here anymore|any_more|tomorrow|now",
        "don't|dont want_to be_alive|live_anymore|live_any_more|wake_up|exist",
        "weren't_here_any_more|wasn't_here_any_more|wasn't_here_anymore|weren't_here_anymore|"
        "not_be_here|end_it_all|end_my_life|kill_myself|killing_myself|suicidal|take_my_own_life|"
        "taken_all_my|overdose|cut_myself|self_harm+|harm_myself|hurt_myself|no_point_living|"
        "no_reason_to_live|ending_it|want_to_die|wish_i_was_dead|rather_be_dead",
        "hate|resent|can't_bond|don't_love|feel_nothing|can't_stand|want_to_leave ~3 my|the|this "
        "baby|own_child|newborn ~~14 {help|alone|scared|cope|hurt|wish|crying}",
        "walked_out|left_him|left_her|put_him|put_her|shut_the_door|shut_myself ~~20 {shake|hurt|hit|"
        "throw|scared|trust_myself|snap|harm}",
        "wish ~5 hadn't_been_born|never_been_born|never_had_her|never_had_him|never_had_them|"
        "had_never_been_born",
        subtype="self_disclosure",
        unless="haha lol lmao laundry glitter homework recorder weather heat heatwave traffic cuteness wifi "
        "broadband elf caterpillar cake flapjack coffee bunting penalties var",
    ),
)

ASKING: tuple[Rule, ...] = (
    safeguard(
        "somebody does not know whom to tell about a child",
        "who ~2 contact|ring|call|report|tell|speak ~4 about|to|if ~3 {child} ~4 being|who|hit|hurt|"
        "abused|neglected",
        "begged|begging ~3 not ~2 send ~2 home",
        "don't|dont|not|no|idea ~3 who_to_tell|who_to_ring|who_to_speak_to|who_one_tells|"
        "who_else_to_tell|who_to_talk_to|where_to_turn|who_i_can_tell|who_to_report",
        "{asks} ~~40 {child} ~~14 {hit|hurt|mark|scared|secret|explicit|signs|neglect|abus+}",
        "{child} ~~30 {hurt|secret|explicit|signs|neglect|beaten|bruises|bruise} ~~30 {asks}",
        "{child} ~~14 {explicit} ~~20 {asks}",
        "dont_say_i|don't_say_i|don't_say_it_was|keep_my_name|leave_my_name|anonymous|anonymously|"
        "not_my_place|isn't_my_place|none_of_my_business ~~30 {child} ~~20 {hit|hurt|scared|mark|"
        "neglect|crying|worried}",
        "{child} ~~30 {hit|hurt|scared|mark|neglect|worried} ~~30 dont_say_i|don't_say_i|"
        "don't_say_it_was|keep_my_name|leave_my_name_out|not_my_place|isn't_my_place",
        "social_services|childrens_services|safeguarding_lead|nspcc|report_it|report_them|report_a "
        "~~14 {child} ~~14 {hit|hurt|scared|mark|neglect|worried|explicit|alone}",
        "those|them poor kids|children|mites|babies|lambs|little_ones",
        "worried_about|concerned_about|worried_for|scared_for|fear_for|frightened_for ~3 {child} ~12 "
        "{home|safety|safe|dad|partner|bruise|mark|eating|quiet|withdrawn|scared|alone|hit|hurt|"
        "house}",
        "{child} ~4 isn't_safe|not_safe|in_danger|at_risk|unsafe|safe_at_home|safe_there|safe_with",
        "won't|wont|wouldn't ~2 go ~3 toilet|bed|bath|home|dads ~4 on_her_own|on_his_own|now|anymore|"
        "any_more|alone ~~10 {scared|man|night|crying|since|him|her_dad|drawing}",
        subtype="about_family",
        unless="haha lol training refresher policy donate quiz fundraiser ratio spider wasp raffle poster "
        "hedgehog",
    ),
)

RULES = (*IMMEDIATE, *STAFF, *SELF, *FAMILY, *STRANGERS, *ASKING)
