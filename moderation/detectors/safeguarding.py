"""Notices when somebody is worried that a child is not safe, so that the right person is told at once."""

from collections.abc import Iterable
from functools import partial

from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.lexicon import COMMON
from moderation.phrases import Rule, found, rule, says, ways
from moderation.policy import Policy
from moderation.post import Post


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """Worries about a child: happening now, about staff or family, online, or about oneself."""
    worries = list(found(Category.SAFEGUARD, RULES, post.folded))
    # Two signs are not talked away by one innocent word.
    return () if len(worries) == 1 and says(post.folded, INNOCENT) else worries


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
        hungry, wet trousers, bare feet, no electric, reeks, teeth are black, black teeth, eats
        off, sleeps in the car, sleeping in the car""",
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
        me, threw a plate, broke my nose, broke my arm, broke my jaw, broke my rib, broke my
        ribs, broke my wrist, broke my finger, broke my phone, black eye""",
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
    "swallow": "swallowed, swallow, drunk, drank, eaten, ate, got hold of, got into, necked, "
    "overdosed, downed, chewed",
    "collapse": """
        floppy, not breathing, isn't breathing, isnt breathing, stopped breathing, can't
        breathe, cant breathe, unconscious, unresponsive, not responding, won't wake, wont wake,
        can't wake, blue lips, gone blue, going blue, lips are blue, fitting, having a fit,
        having a seizure, choking, bleeding heavily, limp, passed out, face down in""",
    "humour": "haha, lol, lmao, hehe",
    "fragile": "baby, he, she, him, her, kids, little one, my son, my daughter, toddler, the kids, boy, girl",
    "signs": """
        won't let anyone, wont let anyone, flinches, flinched, flinching, cowers, cowered,
        ducks, wets herself, wets himself, wetting herself, wetting himself, screams when,
        petrified of, terrified of, scared of, frightened of, afraid of, begs not to go home, begging
        not to go home, begging not to go back, begged me not to, hides when, hid under, hides
        under, clings to, shakes when,
        goes quiet when, scared to go home, doesn't want to go home, doesnt want to go home,
        didn't want to go home, frightened to go home, don't make me go, dont make me go, didn't
        want to go with, cries when it's time to go home, scared to go back, won't be changed
        by, won't go near, refuses to go with, shaking when""",
    "explicit": """
        sexual, sexually, sex, pornography, porn, abusing, abused, abuse, molested, molesting,
        raped, groomed, grooming, paedophile, paedo, pedo, nonce, sex offender, registered
        offender, indecent, fgm, trafficked, neglected, neglect""",
    "drugstuff": "bag of white, white stuff, white powder, needles, needle, syringe, syringes, crack pipe, "
    "spliff, joint, cocaine, coke, heroin, weed, cannabis, drugs, bong, foil, ketamine, "
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
        "carrying_a_knife|in_a_gang|gang_members|county_lines",
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
        "tried_to_take|tried_to_grab|tried_to_snatch|snatched|abducted|kidnapped ~3 {child|themkid}",
        "{child} ~4 abducted|kidnapped|snatched",
        "attempted_abduction",
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

MORE_GROUPS = {
    **GROUPS,
    "tiny": "{CHILD}, mine, wee man, little lad, bab, babby, mite, nephew, grandson, granddaughter, about 2, "
    "about 3, about 4, about two, about three, about four, year old, the twins",
    "edge": """
        weir, window ledge, ledge, third floor, second floor, top floor window, the ice,
        harbour, quay, railway,
        tracks, main road, a road, dual carriageway, level crossing, canal, lock gates, cliff,
        scaffolding, the
        roof, in the road, on the road, the kerb, riverbank, reservoir, balcony, bypass, pier,
        car park, pond""",
    "nobody": "on his own, on her own, on their own, by himself, by herself, alone, nobody with, no "
    "one with, no "
    "adult, no adults, nobody, no one, not a soul, no grown up, no parent, no parents, unattended",
    "stranger": "man, bloke, uncle, grandad, grandpa, stepdad, step dad, fella, boyfriend, bf, "
    "lodger, cousin, "
    "brother, neighbour, someone, somebody, older boy, big brother, stepbrother, partner, mans",
    "tie": "tied, ties, tie, tying, chained, chains, strapped, straps, taped, tapes, roped, cable "
    "tied, locked, "
    "locks, locking, padlocked, bolted, shut",
    "strike": "hits, hit, batters, battered, beats, beat, kicks, kicked, thumps, punches, punched, "
    "slaps, slapped, "
    "smacks, belts, belted, leathers, whacks, chokes, choked, strangles, burns, burnt, pinches, pinched, "
    "squeezes, squeezed, shakes, shoves, shoved, throws, threw, hurts, hurt, twists, twisted, bites, drags",
    "mumword": "mum, mummy, mam, mammy, maw, ma, mama, mother, wife, missus, girlfriend, gf, dad, daddy",
    "injury": """
        tooth knocked out, teeth knocked out, arm's broken, broken arm, broken leg, leg's
        broken, split lip, lip
        split, clump of hair, hair missing, hair pulled out, bald patch, black eye, pinch
        marks, bite mark, bite
        marks, love bite, bruise, bruises, bruised, bruising, burn, burns, burnt, swollen, raw,
        bleeding, scars,
        rope marks, slap mark, welts, scratches, fat lip, marks""",
    "excuse": """
        looked at her mum, looked at his mum, looked at her dad, looked at his dad, before she
        answered, before he
        answered, not happy, isn't an accident, not an accident, not accident places, that's not, nobody is
        clumsy, always clumsy, again, same burn, same arm, same place, no explanation, couldn't
        explain, wouldn't
        say, won't say, different story, changed her story, said teething, isn't teething, not teething,
        not waiting, make a record, next one, photographed, photos of them, took photos, rolled
        on a toy, used to
        it, first time, third time, second time, this week, don't say, says don't tell""",
    "silence": """
        heaven, die, dies, dead, ground, love him, love her, love me, love them, taken away,
        take me away, police,
        prison, killed, kill, hurt, hurts, trouble, bad things, go away, go to jail, hospital,
        get it, never see,
        ring the lady, send me away, smacked, cross""",
    "home": "home, house, dad's, dads, daddy's, mum's, flat, theirs, nan's",
    "bind": "bed, cot, radiator, chair, highchair, balcony, cage, shed, cellar, garage, coal shed, "
    "dog, pushchair, "
    "overnight, rope, chain, garden, outside, dark, loft, cupboard, high chair, post, attic, basement, room",
}
MORE_GROUPS["tiny"] = MORE_GROUPS["tiny"].replace("{CHILD}", COMMON["child"].strip())
worry = partial(rule, groups=MORE_GROUPS, severity=Severity.URGENT, score=0.85)

NOW: tuple[Rule, ...] = (
    worry(
        "a child may be missing, or with the wrong person",
        "can't|cant|cannot|can_not|couldn't find|reach my|our|the {tiny} ~~14 anyone|anybody|please|"
        "look|seen|gate|police|everywhere",
        "can't|cant|cannot find him|her|them ~~14 please|police|wearing",
        "i've|ive|we've|weve|i_have|we_have lost {child|themkid|my_son|my_daughter|my_boy|my_girl} "
        "~3 in|at|by|near",
        "not|isn't|isnt|gone in|from his|her|their bed|beds|cot|room ~~12 door|gate|window|awake",
        "searching|looking|driving_round|walking_round|driving_around|walking_around ~3 for him|her|"
        "them|my_son|my_daughter|a_child|{child} ~~14 gate|door|please|help|nightie|pyjamas|socks|"
        "police|anyone|wearing",
        "went|gone|got|walked|wandered|toddled|slipped|run|ran|been ~1 out|off|outside ~4 in his|her|"
        "their|just ~1 socks|nightie|pyjamas|pjs|pants|vest|nappy|slippers|bare_feet",
        "anyone|anybody|somebody|someone|anyone's|who's|who|has_anybody ~1 lost|missing a|their "
        "{tiny} ~6 seat|here|crying|outside|road|with|found|doorway|green|joking|ring",
        "one|two short|missing ~3 on|in|off count|register|headcount|head_count|the_count|our_count",
        "collected|picked_up|taken|took|given ~4 by_mistake|the_wrong_child|wrong_child|wrong_kid|wrong_baby",
        "gave|given|handed|got|took|taken|brought|collected ~5 somebody_else's|someone_else's|"
        "the_wrong|wrong {child}",
        "whose|who's|whos|wos {tiny} ~2 is_this|is_he|is_she|have_i|have_we|is_it",
        "{tiny} ~8 from nursery|preschool|school ~2 isn't_ours|isnt_ours|not_ours|isn't_mine|not_mine",
        "already ~2 gone|left|collected|picked_up|been_collected|been_picked_up|went ~2 with|by ~1 "
        "uncle|someone|somebody|a_man|another|a_woman|a_lady|stranger",
        "they've|they_have|theyve|coach|bus|trip|staff|nursery ~2 left ~1 one|him|her|a_child|"
        "{child} ~1 at|behind|in|on ~8 {edge|zoo|park|coach|bus|gone|nobody|farm|museum|shop|beach|"
        "services}",
        "{tiny} ~16 nobody|no_one|noone|nobody's|no_one's ~1 come|came|knows|fetched|claimed ~1 for? "
        "her|him|them",
        "{tiny} ~20 doesn't|does_not|don't|dont know his|her house|address|way_home|name",
        "which_way|where ~8 van|car|transit|he|taxi ~6 went|gone|go ~4 with ~2 {tiny|my_girls|"
        "my_boys|my_kids}",
        "he|she|they ~2 taken|took|got|has ~1 my|our|the {child} ~~16 find_us|won't_answer|"
        "phone's_off|blocked|airport|ferry|van|no_contact|find_them|find_me",
        subtype="missing",
        unless="haha lol lmao teddy bunny toy dog cat puppy kitten tortoise duckling ducklings "
        "hamster rabbit lamb phone hide-seek wellie glove coat-hook sock",
    ),
    worry(
        "a child may be in danger now",
        "{tiny|he's|she's|lad} ~14 {edge} ~~14 {nobody|can't_get|cracking|legs_dangling|dangling|"
        "somebody_come|come_now|first_time|lorries|help}",
        "{tiny} ~14 {nobody} ~8 {edge}",
        "{tiny} ~10 {alone} ~4 for|since|half_an|half_hour|an_hour|hours|ages|twenty_minutes|ten_minutes",
        "{tiny} ~14 {edge} ~4 {nobody}",
        "{tiny} ~4 walked|walking|wandering|wandered|toddled|crawling ~2 himself|herself|itself|"
        "themselves|alone|into|along|down|in ~8 {edge|road|ours|home|club|street|shop|chippy|traffic}",
        "knock|knocked|knocking ~8 5yo|4yo|6yo|year_old|{child} ~6 midnight|night|two_in|asking_us|"
        "help|nightie",
        "{tiny} ~6 asleep|left|alone on|in ~6 minibus|bus|coach|taxi|van ~~14 gone|driver|parked|"
        "locked|window|banged|stirring|empty|hot",
        "locked|shut|trapped|stuck ~2 in ~~12 boiling|caretaker|can't_get_out ~~8 {them|him|her|child|gone}",
        "left|leaves|leave|put|got ~2 {child|hers|his|theirs|them|him|her|the_baby} ~2 in ~1 bath|"
        "bathtub ~~10 shop|alone|checkout|downstairs|popped|garden",
        "smoke|flames|fire ~14 {child|kid's|kids|baby} ~4 window|hands|inside|screaming|upstairs|"
        "crying|in_there",
        "dog ~6 had|bit|bitten|got|attacked|mauled ~2 {child|the_baby} ~4 by|face|again|arm|leg|neck",
        "{tiny} ~6 swallowed|swallow|ate|drank|eaten ~8 magnet|magnets|battery|batteries|tablet|"
        "tablets|bleach|capsule|pod|pills|coin|vape|antifreeze|medicine",
        "lips|face|tongue|throat ~3 swelling|swollen|huge|blue|purple|closing ~~14 {child|milk|"
        "epipen|allergy|allergic|form|nut|nuts|nobody|staff|him|her|he|she}",
        "swelling|swollen|blotchy|hives|wheezing ~~12 epipen|wrong_milk|wrong_meal|allergic|allergy|"
        "nuts|ambulance",
        "mummy|mum|mam|mammy|daddy|dad|nanny|nan|mother|mama ~1 won't|wont|wouldn't|isn't|isnt|not "
        "wake|waking|moving|breathing ~1 up",
        "asleep|passed_out|slumped at|over|behind the wheel|steering",
        "passed_out|out_cold|unconscious|comatose ~4 on|in the|a sofa|settee|floor|bed|car|couch|"
        "chair ~~14 {child|kids|baby|pants|street|again}",
        "{child} ~~14 {mumword|they|he|she} ~4 passed_out|out_cold|unconscious|comatose|off_her_face|"
        "off_his_face",
        "on|using her|his|the|their? phone|fone|mobile ~2 driving|drivin|behind_the_wheel",
        "no|without|wiv_no|with_no|not_in_a car_seat|carseat|car_seet|car_seats|seatbelt|seat_belt "
        "~~14 {baby|child|babby|knee|lap|drivin|driving}",
        "{baby|child|babby|toddler} ~6 no|without|wiv_no car_seat|car_seet|carseat|seatbelt|seat_belt",
        "vodka|wine|cider|cans|gin|drink|bottle ~10 pram|pushchair|buggy|school_run|nursery_run ~~10 "
        "drives|drove|driving|every|again|straps",
        "straps|strapped|puts ~1 {child|it|them|him|her} in_and|in ~2 drives|drove ~~10 {drunk|vodka|"
        "wine|cans|pissed|drink}",
        "smell_it|breathalyse|had_a_drink|been_drinking ~12 {child|them|back_seat|kids}",
        "{tiny} ~3 was|were|found|got ~2 at_the_kerb|in_the_road|by_the_road|on_the_road|at_the_road",
        subtype="immediate",
        unless="haha lol lmao snoring snores duckling ducklings cat kitten teddy toy grape lego",
    ),
    worry(
        "somebody may be trying to take or reach a child",
        "there's_an_order|there_is_an_order|not_on_the_form|isn't_on_the_form|isn't_on_the_list|"
        "court_order|not_on_the_list|no_contact_order ~~20 {dad|he|van|outside|door|collect|here|sat|"
        "waiting|car_park|ex}",
        "{dad|he's|ex|he|van|her_father|his_father} ~12 outside|at_the_door|at_the_gate|across_from|"
        "in_the_car_park ~~14 form|order|kick|hand_her|hand_him|allowed|hammer|police|walk_out_with",
        "hand_her_over|hand_him_over|hand_them_over ~~14 {dad|kick|form|police|dsl|order}",
        "nobody|please|dont|don't|do_not|no_one ~3 tell ~1 him|my_ex which|where ~4 {nursery|hall|"
        "live|group|we|school|i}",
        "isn't|isnt|not ~1 supposed|meant|allowed to know ~1 where ~2 live|we_are",
        "tracker|airtag|air_tag|gps ~6 in|inside|sewn|hidden|under ~3 teddy|bag|toy|coat|car|pram|"
        "pushchair|shoe",
        "sweets|money|note|fiver|tenner|pound|chocolate|present ~8 nice_man|man|lady|bloke|old_man|"
        "stranger ~10 cuddle|fence|kiss|hug|van|car|secret|railings",
        "man|bloke|lady|woman|fella ~8 gave|giving|gives|offered ~2 him|her|them|mine ~8 sweets|"
        "money|fiver ~6 cuddle|kiss|hug|fence|secret",
        "coming|came|come|caught ~3 out_of|in|from ~2 children's|childrens|kids|kids'|girls|boys|"
        "little_ones toilets|toilet|loos|loo ~~12 {dad|man|bloke|again|time|said|mop|volunteer}",
        "caught|seen|found ~4 {man|dad} ~4 children's|kids|childrens toilet|toilets|loos",
        "online_friend|internet_friend|friend_online|friend_off_the_game|game_friend|"
        "online_boyfriend ~~16 meet|coming|where_we_live|see_him|see_her|asleep|address|visit|"
        "picture|pictures",
        "chat|app|game|roblox|minecraft|discord|snapchat ~~30 {stranger|man|someone's|someones|"
        "somebody} ~8 told|asked|asking|tells|telling|sent ~3 {child|him|her|mine} ~10 bathroom|door|"
        "camera|tablet|photo|picture|secret|pants|top",
        "{stranger|someone's|someones} ~3 told|asked|tells|telling|got ~3 {child} ~8 go_in|get|take|"
        "turn ~8 bathroom|shut_the_door|camera|top_off|clothes|pants",
        "sent|shown|showed|got|received ~4 photo|picture|pic|video|clip ~4 mans|man's|his|private|"
        "their bits|willy|privates|private|parts|thing",
        "volunteer|helper|he|applicant|form ~14 conviction|convicted|sex_offender|offence|offences "
        "~10 minor|child|children|girl|boy|kids",
        "police ~8 {child} ~3 being|been|were|was|getting taken|removed",
        "{child} ~2 being|been|were|was taken ~2 to|by|into|off their|his|her|care|foster|social|"
        "police|nan's|auntie's|them",
        subtype="immediate",
        unless="haha lol lmao raffle fete tombola donkey santa training ballot voting protest",
    ),
)

HOME: tuple[Rule, ...] = (
    worry(
        "a child has an injury that does not look like an accident",
        "{injury} ~~8 {excuse}",
        "{child|the_kid|theres_a_girl|a_boy} ~16 clumsy ~~10 inside|thighs|nobody_is|again|always",
        "bruise|bruises|bruising|bruised|marks|burn|burns ~8 both_ears|small_of|inside_of|thigh|"
        "thighs|inner|behind_his|behind_her|on_the_cheek|neck|throat|ears",
        "non_mobile|non-mobile baby",
        "baby|newborn|8_week_old|weeks_old ~6 bruise|bruises|bruised|broken|fracture|black_eye",
        "blood ~3 in|on ~3 nappy|pants|knickers|sheets|pull_up|underwear|undies",
        "says|said|sed|told ~6 {strike} me|him|her|mine|them ~6 when|if|and|cos|because|don't|dont "
        "~8 tell|slow|cry|naughty|bad|bed|drink|angry|sleep",
        "{child|he|she} ~6 {injury} ~10 {adult} ~4 did|done|does ~1 it|that",
        "did_it|done_it ~3 with ~2 iron|belt|cigarette|spoon|stick|lighter|kettle|slipper|istri|cable|hanger",
        "gripping|gripped|had|has|grabbed|dragging|dragged|lifted|carried|holding|held ~2 {child|him|"
        "her|them|son|daughter} ~2 by_the|by_his|by_her|upside_down|by ~3 neck|hair|throat|ankles|"
        "ankle|ear|ears|scruff|back_of|collar|one_arm",
        "put|puts|putting|held|hold|holds|holding|shoved|stuck|forced ~3 {child|him|her|nephew|"
        "his_hand|her_hand|their_hand} ~3 on|under|in|over the ~1 barbecue|hob|cooker|iron|radiator|"
        "fire|oven|kettle|bleach|stove",
        "makes|made|make|making|puts|stands ~2 him|her|them|{child} ~3 stand|sit|sleep|kneel|in|eat "
        "~6 cold_bath|cold_shower|cold|dark|outside|rain|shed|ice|snow|floor|corner_for|freezing",
        "shook|shake|shakes|shaking|shaken|rattling ~2 {child|pushchair|pram|the_baby|a_baby} ~~14 "
        "head|hard|hour|fine|stop|forth|neck|sleepy|screaming",
        "baby|toddler|newborn ~4 been|whos|who's|was ~1 shaken|shook|dropped|smothered",
        "{adult|he|she} ~1 beats|batters|batter|kicks|punches|belts|chokes|whacks|thumps|smacks ~1 "
        "that|those|the|their|his|her {child}",
        "he|she|dad|daddy|stepdad beats|batters|thrashes|belts ~1 him|her|them|me|us|that_kid",
        "siniak|siniaki|siniaka|bije|krzywdzi|vanatai|il_bate|o_bate|ne_bate|maarta|pitta_hai|"
        "jalne_ke|frappe_son",
        subtype="about_family",
        unless="haha lol lmao arnica scooter trampoline teddy dolly doll drum drums eggs cream rugby "
        "snap uno chess table-tennis wall-bars skateboard scrabble monopoly ducks sunburn",
    ),
    worry(
        "a child may be tied, shut in or kept from moving",
        "{tie} ~4 {child|him|her|them|baby's_wrist|his_wrist|her_wrist|us} ~4 in|to|on|out|up|with "
        "~2 the|a|his|her|their? {bind}",
        "{child} ~3 is|was|being|gets|are|been|been_left|left ~1 {tie|with} ~5 {bind|rope|chain|"
        "dog_chain|cable}",
        "{tie} ~4 ankle|wrist|wrists|ankles|hands|legs ~5 {bind}",
        "rope|chain|cable_ties|ligature|handcuffs ~3 marks|on_his|on_her|round_his|round_her|to_the",
        "{tie} ~2 {child|toddler|him|her|them} ~4 overnight|all_night|all_day|for_hours|when_they_go|"
        "when_she_goes|when_he_goes",
        "lock|locks|locked us|me in ~6 when|while|and|flat|house|go ~6 {work|out|window|key|leaves|"
        "fever|kids|he}",
        "held|holding|pinned|holds|being_held|hold|pins ~1 {him|her|them|mine|child|his_arms|"
        "his_nose|her_nose}? down|nose ~8 nap|spoon|feed|food|sleep|medicine|purple|staff|cot",
        "tape|taping|taped ~3 their|his|her|the mouths|mouth",
        subtype="about_family",
        unless="haha lol lmao playing pretend submarine submarines shoelaces shoelace laces bib game "
        "escape hairband reins seatbelt babygate stairgate rabbit guinea hutch cat dog-lead ponytail",
    ),
    worry(
        "a child may have been told to keep something quiet",
        "if i|he|she tell|tells|told|speak|speaks ~8 {silence}",
        "{silence} ~6 if i|he|she tell|tells|told|speak|speaks",
        "says|said|sez|sed|told|goes|telling ~10 don't|dont|not_to|mustn't|never|can't tell|say ~1 "
        "anyone|mum|mummy|dad|daddy|nobody|anybody|miss ~~10 {hurt|touch+|private|pinch+|bed|bath|"
        "cuddle|cuddles|game|uncle|grandad}",
        "{strike|pinches|touches} ~1 me|him|her ~8 dont|don't|not_to|never|mustn't tell|say",
        "uncle|grandad|grandpa|stepdad|cousin|his|her|their ~3 wee|little|special|secret|private|our|"
        "funny game|games|cuddles|tickles",
        "{stranger} ~2 comes|goes|creeps|came into|in ~1 her|his|their|the_kids room|bedroom|bed ~4 "
        "night|nights",
        "what_grown_ups_do|what_grownups_do|what_mummies_and_daddies_do|the_sex_game|sexy_game",
        "sits|stands|creeps|sneaks ~2 in|into ~2 her|his|their|childrens|children's|kids|girls room|"
        "bedroom|bed ~~10 {stranger|night|asleep|fourteen|alone|door|brother|checks}",
        "{stranger} ~6 goes|sits|creeps|sneaks|sleeps ~2 in|into|with ~2 her|his|their|childrens|"
        "children's|kids|girls|him|{child} ~1 room|bedroom|bed",
        "sleep|sleeps|sleeping|share|shares in|in_with|a_bed|with ~1 with|him|him ~4 nights|when_mum|"
        "mum's|bed ~8 {normal|fella|boyfriend}",
        "fella|boyfriend|stepdad|lodger|uncle|partner has|gets|makes|had her|him|them|the_girl ~1 "
        "sleep|sleeping|bath|shower|sit in|with|on ~1 with|him|his|lap",
        "bride|fiancee|married|marry ~~8 fifteen|fourteen|sixteen|thirteen|twelve|9|10|11|12|13|14|"
        "15|little_bride|my_daughter|when_they_go|cousin_in",
        "fifteen|fourteen|thirteen|sixteen|13|14|15 ~~14 married|marry|bride|engaged",
        "celebration|ceremony|cut|circumcised|holiday ~30 done_to_me|before_her_period|becomes_a_woman",
        "14|13|15|fourteen|thirteen|young_girl ~16 never ~3 out|school|outside ~~12 {cleaning|"
        "childcare|cook|school|day|work|never}",
        "sell|selling|sold|buying ~4 the|a|her|his|my baby|little_one|child|place|daughter|girl ~8 "
        "family|over_there|couple|man|for|passport",
        "tickets|ticket ~4 one_way|one-way ~~14 {child|scared|laughing}",
        subtype="about_family",
        unless="haha lol lmao birthday santa present surprise party cake biscuit biscuits elf "
        "wedding-dress bridesmaid panto board-game rounders wish crisps costume",
    ),
    worry(
        "somebody at home may be violent or in control",
        "{strike} ~2 his|her|their|the|my|me|mine|at? {mumword}",
        "{adult|he|she} ~4 throws|threw|chucks|chucked|launched|smashes|smashed|flings ~4 plate|"
        "plates|kettle|stuff|things|chair|chairs|bottle|glass|pan|tv|phone ~3 at me|mummy|mum|her|"
        "him|us|mama|the_wall",
        "took|taken|takes|has|hides|hidden|got ~1 my bank_card|card|cards|car_key|car_keys|keys|"
        "passport|phone|money|purse|papers ~~20 {regret|leave|locked|scared|kids|loo|out|nursery|"
        "help|he}",
        "i'll|i'd|we'll|ill|she'll|you'll regret|pay_for|be_sorry ~~14 typing|loo|toilet|whisper|"
        "hiding|scared|he's_got",
        "hide|hides|hiding|hid|lock|locked ~4 in_the_bath|in_the_bathroom|in_the_wardrobe|"
        "under_the_bed|in_the_loo|in_the_toilets|in_the_cupboard|behind_the_sofa ~~14 {dad|daddy|he|"
        "shout+|when|friday|night|scared|my_two}",
        "next_time|nxt_time it'll_be|it_will_be|itll_be|will_be the|our|my|your kids|kid|child|baby|face",
        "you|mummy|mammy be|play_be|lie_on ~16 daddy|dad ~4 kick+|hit+|punch+|shout+|hurt+",
        "threw|throws|thrown|smashed ~14 over|near|past|missed ~1 the cot|baby|pram|kids|pushchair",
        "has|keeps|got a|his handgun|real_gun|pistol|shotgun|firearm",
        "handgun|pistol|firearm|real_gun|loaded|shotgun ~~14 {child|drawer|bin|bed|house|cupboard|"
        "showed|fridge}",
        "controls|won't_let|wont_let|doesn't_let|not_allowed ~3 me ~4 leave|money|out|phone|friends|"
        "see|work|family",
        "asked|asks|begged ~2 me|us to ~2 say|pretend|tell ~3 wasn't|isn't|wasnt here|there|in",
        subtype="about_family",
        unless="haha lol lmao scrabble snap monopoly chess cards-night water-pistol snowball "
        "snowballs egg eggs uno pillow ball custard pie darts tennis records bags mario",
    ),
    worry(
        "a child may be going without food, warmth or care",
        "{child|he|she|lad|they} ~10 drinking|drinks|drank ~4 puddle|puddles|toilet|dog_bowl|"
        "dogs_bowl|gutter|the_drain",
        "{child|he|she} ~6 eats|eating|ate|licks|licking ~3 off|out_of|from ~2 landing|floor|cat|dog|"
        "bin|bins|street|ground",
        "{child|he|she|they} ~4 sleeps|living|lives ~1 in the|a car|van|bathroom|shed",
        "{child|child's|his|her|their} ~2 teeth ~6 black|rotten|brown|falling|stumps",
        "hoovers|wolfs|bolts|gobbles|stuffs|inhales ~5 snack|food|dinner|lunch|it ~8 frightened|"
        "scared|take_it|taken|starving|last",
        "mice|rats|maggots|faeces|no_floor ~14 cot|child|baby|crawling|kids ~~14 {door|running|floor|"
        "smell|filthy|worried|somewhere}",
        "cot ~~14 mice|rats|maggots|faeces|filth|rubbish",
        "lost|losing|loosing ~2 weight ~~16 {logged|worried|dsl|frightened|hungry}",
        "cloud|smoke|fags|weed ~14 baby's|baby|babys|cot asleep|in|settee ~6 middle|it|smoke|room",
        "baby|child ~10 dark_room|room_dark|in_the_dark ~14 door|all_day|cry|closed|madam",
        "baby|it|bairn ~6 hasn't|hasnt|ain't|aint|not|never moved|cried|moving|crying ~6 days|hours|"
        "day|since|all",
        "using|on_the_gear|on_the_brown|on_heroin|on_crack|relapsed ~2 again ~14 {child|baby|floor|"
        "pub|night|kids}",
        "gives|give|gave|giving|dose|doses|dosing|drugging ~6 piriton|phenergan|calpol|night_nurse|"
        "medised|sedative|nytol|melatonin|gin|brandy|whisky|vodka ~14 sleep|every|watch|quiet|nap|"
        "settle|telly|programmes|peace",
        "piriton|phenergan|night_nurse|sedative|nytol|brandy|whisky ~14 childminder|every_night|"
        "all_of_hers|sleep_longer|knock_them_out|knock_him_out|knock_her_out",
        "keeps|keep ~3 sleeves ~3 down ~~14 heat|summer|july|june|august|hot|touched|boiling",
        "long_sleeves ~~8 july|summer|heat|august|june|heatwave ~~14 {child|flinch+|swimming|never|"
        "he|she|asks}",
        "trousers|pants|knickers|nappy|clothes|tights ~2 on backwards|inside_out ~~14 {bites|minibus|"
        "bus|worries|scared|talk|tell|again|crying|cries}",
        "wees|wets|soils|freezes|goes_grey|goes_white|shakes|shuts_down|goes_stiff|flinches|cowers "
        "~~12 {stranger|dad|daddy|his_dad|her_dad|man|grandad|voice|door|raised}",
        "asked|asks|begged|begs|begging ~1 to|if_she_can|if_he_can sleep|live ~1 here|at_ours|"
        "at_mine|with_us|with_me",
        "left|locked|put|shut ~4 in_the_garden|outside|out ~8 hail|rain|snow|freezing|cold ~8 "
        "minutes|nobody|no_one|hour|crying|forgot",
        subtype="about_family",
        unless="haha lol lmao cat kitten puppy dog-food caterpillar sponge paddling snowman laundry "
        "horse raincoat picnic moved-house doll bulbs",
    ),
)

PEOPLE: tuple[Rule, ...] = (
    worry(
        "somebody who looks after the children may have done wrong",
        "takes|taking|took|take|taken ~1 pictures|photos|pics|videos ~6 {child|them|him|her} ~8 his|"
        "her|their own|personal phone|mobile",
        "phone|camera|gopro|iphone ~2 propped|hidden|recording|filming|stuck|taped ~8 toilet|loo|"
        "toilets|changing|bathroom|loos|roll",
        "rough_handling|manhandled|manhandling|held_down|pinned_down|force_feeding|force_fed|"
        "pinned_to ~~30 {child|staff|nap|nursery|reported|still|mine|him|her|lunch|cot}",
        "{child|mine|mine's|him} ~6 being|was|been held|pinned|dragged|yanked|slapped down|by|across",
        "don't|doesn't|doesnt|dont|won't like|wants|want ~3 squeezy|pinchy|angry|grabby|shouty|rough|"
        "hurty ~1 teacher|lady|man|miss|one",
        "squeezy|pinchy|grabby|hurty|smacky teacher|lady|man|miss|helper",
        "staff|grown_up|adult|grown_ups|helper|lady|they ~6 out_the_back|outside|round_the_back ~8 "
        "vape|phone|fag|smoking|cigarette ~~14 {child|alone|nobody|toddlers|sink|crying}",
        "child|toddler|baby ~2 left|forgotten ~3 in|out|outside|on ~3 garden|playground|yard|toilet|"
        "minibus|bus|trip",
        "door|gate|fire_door ~3 propped|wedged ~3 open|tin|again|chair|stone|brick ~~14 {kerb|road|"
        "child|mine|lorries|pavement|out}",
        "locked|lock|time_out|shut ~4 in_the van|minibus|taxi|bus|cupboard|shed|office|store ~~10 "
        "{driver|staff|minutes|child|them|funny|crying|him|her}",
        "driver|taxi_driver|escort|escorts ~8 locked|shouted|hit|grabbed|slapped|touched|restrained "
        "~4 {child|them|one_of|him|her}",
        "told|said|says ~6 mummy|mum|daddy won't_love|wont_love|won't_come|won't_want|be_cross|"
        "be_angry ~6 if|him|her|back|you",
        "woodwork|helper|volunteer|student ~20 conviction|convicted|caution|arrested|sacked|"
        "misunderstanding ~6 minor|child|children|kids|nursery",
        "asbestos|carbon_monoxide|legionella|damp|exposed_wires ~10 ceiling|report|hall|room ~~12 "
        "sitting_on|hiding|drawer|cover|ignored|hidden|nobody_told",
        subtype="about_staff",
        unless="haha lol lmao sponsored hairdresser photographer parachute panto elf tombola",
    ),
    worry(
        "somebody asks for the person who keeps children safe",
        "where's|wheres|where_is|who's|whos|who_is|which_of_you_is ~1 dsl|safeguarding_lead|"
        "safeguarding_officer|safeguarding_lady ~1 today|please|pls|now|on|about|in",
        "dsl|safeguarding ~8 give_me|ring_me|call_me|contact_me|phone_me|speak_to_me|see_me ~10 "
        "please|ring|call|asap|today|child|about|some_point",
        "it's_about|its_about|about a_child|a_little_one|one_of_the_children|a_kid|a_family ~~8 "
        "{isn't|not_mine|worried|today|private|rather|someone}",
        "plan|case|referral|social_services|social_worker ~4 pulled|closed|dropped|no_further ~~20 "
        "{child|burn|again|bruise|same}",
        "is_there|who ~4 someone|somebody|anyone ~4 say_this|tell_this|report ~2 to|properly",
        "{child|her|him} ~~20 who_dae|who_is_responsible|who_even|what_number ~3 phone|ring|report|"
        "tell|call|speak|for",
        "who_dae|what_number|who_do_you_even|who_is_responsible|which_number ~4 report|phone|ring|"
        "for_this|i_phone|please|call|tell",
        "gdzie_zglosic|pomozcie|ce_facem|kisko_batayein|a_qui_le_dire",
        "kids|children|boys|girls ~3 coached|scared_of_him|terrified_of_him",
        subtype="about_family",
        unless="haha lol lmao training course quiz renewal essay board policy parking parcel bins boiler",
    ),
    worry(
        "somebody fears what they might do, or cannot go on",
        "i shook|shoved|smothered|choked|slapped|shaken ~1 {child|themkid|baby|the_baby} ~~30 alone|"
        "second|tonight|stood|scared|stop|sorry|never|help|own|down",
        "stand|stood|stands|standing over his|her|the|their cot|bed|crib ~~14 thoughts|pillow|think|"
        "nights|never|crying",
        "thoughts ~6 aren't_mine|won't_stop|wont_stop|scare|scaring|hurting|not_mine|bad|dark|"
        "intrusive ~~16 {baby|her|him|told|help|child}",
        "my|a|the hand|pillow|towel|cushion over his|her|its|the|their|baby's ~1 mouth|face|nose|head",
        "my fist|foot|head thru|through|into ~2 the ~1 cot|door|wall|crib ~~20 {baby|crying|them|"
        "kids|him|her|night|child}",
        "do|done something ~2 i ~1 can't|cant|cannot|will ~3 undo|take_back|regret",
        "can't|cant|cannot|can_not|don't|dont keep ~1 them|him|her|kids|the_children|baby safe",
        "someone|somebody|anyone|anybody|please ~3 come_and_get|come_and_take|take ~1 them|her|him|"
        "the_baby ~~14 {before|screams|hurt|cope|tonight_please|tbh}",
        "shouldn't|should_not|dont_think|don't_think|not_safe|scared|frightened ~3 be|being|left ~1 "
        "on_my_own|alone with him|her|them|the_baby|my",
        "would_they|will_they|do_they|they'll|social|social_services ~3 take ~2 {themkid|kids|baby|"
        "child|my} ~1 off|away",
        "going|gonna|wants|want|plans|planning ~1 to? end her_life|his_life|my_life|it_all|it_tonight",
        "temper ~~12 crying|baby|him|fist|cot|kids|kid ~~14 {help|come|scared|nearly|night|tbh|hurt}",
        "can't|cant|cannot|couldn't stand|face|take any_more|anymore|another_night ~~14 {toddler|"
        "baby|kids|child|screaming|them|him|her}",
        "nobody_would_miss_me|kids_deserve_better_than_me|they_deserve_better_than_me|"
        "rather_not_be_here|bottle_of_pills|pills_in_front|written_letters|written_a_letter_for|"
        "said_my_goodbyes|goodbye_everyone_sorry",
        subtype="self_disclosure",
        unless="haha lol lmao teething snoring laundry telly tv slime remote homework shark drum "
        "rain custard",
    ),
)

# A joke, a game or a mistake put right: what sounded the alarm is taken back in the same breath.
INNOCENT = ways(
    "i was|i'm|im hammered|drunk|tipsy|legless|steaming|plastered ~~8 hubby|husband|taxi|wife|mate "
    "~1 drove|picked|took",
    "question mark",
    "sunday|roast joint|beef|lamb",
    "guess_who|guess_who's ~~14 it's|its|it_was me",
    "hide_and_seek ~~14 found|asleep|behind",
    "film_night|movie_night",
    "helpline|leaflet|leaflets|posters|stickers ~6 loos|library|noticeboard|board|surgery",
    "beat ~12 meet",
    "choking his|her|my voice|style|neck_tie",
    "fitting the|a|our|new|carpets|kitchens",
    "begging|begs not_to_go in|into|to_nursery|to_preschool",
    "neighbour's|next_door's goat|cat|dog|horse|cow|donkey|parrot",
    "head_to_toe|mud|muddy ~~4 {anything}",
    "ride_on mower",
    "imaginary friend|friends|dog|dragon",
    "shoe|fashion|fun|grammar|biscuit|toy|bedtime|parking|sock|snack|nap police",
    "another|one_more|more verse|verses|episode|episodes|rendition|chorus ~2 of",
    "baby_shark|wheels_on_the_bus",
    "him|her|me not me|him|her|the_baby ~4 walked|fell|tripped|slipped",
    "i smashed|broke|cracked my phone|screen|telly|glasses|mug|plate",
    "walked|walking into ~3 door|lamppost|lamp_post|handle ~6 at_work|cartoon|oops",
    "no_sorry|predictive_text|predictive|autocorrect|auto_correct|spellcheck|as_you_were",
    "turned_out|turns_out|it_was|it's|its|was ~3 felt_tip|felt_pen|stamp_pad|chocolate|jam|ketchup|"
    "face_paint|facepaint|beetroot|blackberry|blackberries|henna|marker|sharpie|glitter",
    "chocolate|nutella|chocolate_spread|felt_tip|ketchup|henna ~~4 {marks|his|the|everywhere|down|own}",
    "{marks} ~8 chocolate_spread|felt_tip|stamp_pad|chocolate|tights|socks",
    "playing|played|play|we_were ~2 submarines|cops|robbers|vets|zombies|lions|pirates",
    "the|at_the lions|tigers|monkeys|meerkats|hippos|penguins|gorillas ~2 were|at_it",
    "panto|pantomime|dress_rehearsal|murder_mystery|haunted_house",
    "kidnapped by my|the mother_in_law|mum|nan|sister|husband|kids|in_laws|mil|aunt",
    "scared|terrified|frightened ~3 of ~3 hoover|hand_dryer|balloons|santa|beard|"
    "spiders|karaoke|clowns|puppets",
    "because|cos|as he's|she's|hes|shes doing_karaoke|dancing|singing",
    "who_snores|snores|snoring",
    "paid in plums|sweets|biscuits|chocolate|cake|stickers|cuddles",
    "novel|book_club|reading_group|podcast|documentary|true_crime|box_set|crime_drama|whodunnit",
    "collecting|donations|donate|raising_money|fundraising|sponsor ~16 refuge|nspcc|shelter|samaritans|"
    "barnardo's|childline",
    groups={
        "anything": "hosed, bath, wash, washing, machine, wellies, puddle, puddles",
        "marks": "marks, mark, bruises, burns, finger marks, prints, fingers",
    },
)

RULES = (*IMMEDIATE, *STAFF, *SELF, *FAMILY, *STRANGERS, *ASKING, *NOW, *HOME, *PEOPLE)
