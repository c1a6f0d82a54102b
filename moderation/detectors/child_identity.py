"""Notices what tells strangers who a child is or where to find one: names with places, times, lists."""

from collections.abc import Iterable, Iterator
from functools import partial

from moderation.category import Category
from moderation.facts import Facts, RosterNames
from moderation.finding import Finding, Severity
from moderation.people import contains, named
from moderation.phrases import Recipe, Rule, evidence, found, rule, says, signs, ways
from moderation.policy import Policy
from moderation.post import Media, Post

GROUPS = {
    "name": "somename, fullname, namelist",
    "child": """
        child, children, kid, kids, son, daughter, boy, girl, lad, lass, lassie, bairn, wean, wee
        one, little one, little man, little lady, grandson, granddaughter, grandchild, twins, twin,
        baby, toddler, brother, sister, niece, nephew, cousin, birthday boy, birthday girl, my
        eldest, my youngest, my three year old, my four year old, gorgeous boy, gorgeous girl, best
        boy, best girl, master, our own, my own, mine""",
    "our": "my, our, wor, oor, ma, wee, little, lil, baby, master, young, your, the, his, her, cousin, "
    "brother, sister, son, daughter, grandson, granddaughter, grandchild, nephew, niece",
    "party": "party, class, group, list, cards, invites, invite, register, cast, leavers, moving up, "
    "trip, minibus, present, hoodies, labels, spreadsheet, map, nativity, winner, winners, rota, lift "
    "rota, walking bus, bluebells, hedgehogs, foxes, puffins, badgers, the yes, who's in, whos in, who "
    "goes where",
    "birth": "birthday, bday, b'day, b day, turns, turned, is 1, is 2, is 3, is 4, is 5, is one, is "
    "two, is three, is four, is five, will be 3, will be 4, will be 5, she is 3, he is 3, she is 4, he "
    "is 4, born, christening, one today, two today, three today, four today, five today, 4 today, 3 "
    "today, 5 today, 2 today, 4th, 3rd, 5th, four tomorrow, three tomorrow",
    "school": "school, primary, infants, infant, academy, prep, reception, nursery, juniors, st, saint, "
    "village school, big school, starts at, nursery unit, day nursery, tots, kindergarten, letter, place",
    "to_school": "starts, starting, start, going to, goes to, off to, got into, got in, got, in at, "
    "secured, place at, moving to, moved to, moving up to, is at, has moved to, for st, going",
    "spot": """
        park, gym, library, pool, swimming pool, splash park, splash pad, soft play, softplay,
        leisure centre, sports hall, hall, church, church hall, bandstand, playground, swings,
        slide, rec, green, towpath, canal, field, beach, cafe, costa, greggs, mcdonalds, starbucks,
        chippy, bakery, shop, aldi, lidl, tesco, asda, coop, co-op, bus stop, bus shelter, bus,
        phone box, station, bench, garages, flats, farm, stables, ballet, karate, judo, gymnastics,
        swimming, football, rugby, baths, dancing, dance, tennis, paddling pool, bowls club, club,
        tent, corn hall, market, surgery, hospital, ward, childminder's, childminder, pond, mill,
        lock, sprinkler, museum, zoo, fair, fete stall, square, trike, common, woods, path, lane,
        street, road, close, terrace, court, row, the meadow, high street""",
    "when": """
        every day, every week, every morning, every monday, every tuesday, every tues, every
        wednesday, every thursday, every thurs, every friday, every saturday, every sat, every
        sunday, every afternoon, most days, mondays, tuesdays, wednesdays, thursdays, fridays,
        saturdays, sundays, on mondays, on a monday, on a tuesday, on a wednesday, on a thursday, on
        a friday, rn, right now, now, today, tomorrow, tonight, this afternoon, this morning, after
        swimming, after school, after nursery, after tea, til, till, until, from 2, from four, at
        12, at 3, at four, at 4, at 10, at one, at ten, at twelve, half past, half 12, half 3, half
        three, half five, quarter to, o'clock, 12 sharp, ten past, ten to, twenty to, about four,
        about 5, about three, from now on, all afternoon, weekday, each week, mon, tue, tues, wed,
        weds, thu, thurs, fri, monday, tuesday, wednesday, thursday, friday, saturday, sunday, sat,
        sun, lunchtime, next week, in the holidays""",
    "moves": """
        gets, get, getting, collects, collect, collecting, collected, fetch, fetches, fetching,
        picks up, pick up, picking up, picks her up, picks him up, picks them up, picked up, pick
        him up, pick her up, drop, drops, dropped, dropping, drop off, walks, walk, walked, walking,
        waits, wait, waiting, takes, take, goes, go, going, comes, come, meets, meet, catch, plays,
        play, playing, stands, sat, stays, stay, swims, cycles, rides, pushing, sitting, sits, will
        be, is at, is in, is on, are at, are on, are in, 'll be, he'll be, she'll be, we're at, were
        at, we are at, i'm at, im at, here at, is by, at the, on the, down the, in the, outside the,
        by the, round the back, past the""",
    "home": """
        lives, live, living, our house, their house, our place, at ours, his house, her house, end
        house, end hoose, last house, corner house, top flat, tap flat, bungalow, cottage, flat,
        blue door, red door, front door, trampoline, address, house number, no. 9, no 9, no 12,
        number, next door to, two doors up, over the, above the, opposite the, behind the, our road,
        the one with the, come round, key's with, keys under, moved to, just moved, moved into,
        taken the old""",
    "away": "away, tenerife, crete, spain, cyprus, majorca, abroad, on holiday, on our holidays, "
    "holiday, holidays, fly, flying, off to, gone to, two weeks, fortnight, a week in, lanzarote, "
    "turkey, france, caravan, centre parcs, center parcs, till the, until the, to the",
    "empty": "house will be empty, house is empty, empty, on its own, on its lonesome, feed the, feed "
    "our, keep an eye on the house, alarm, key's with, keys with, won't be needing, 12th to, 3rd to, to "
    "the 26th, to 17th, until the, till the, water the plants",
    "honour": "well done, congratulations, congrats, winner, won, wins, winning, star of the week, "
    "badge, medal, trophy, man of the match, certificate, on page, in the paper, calendar, front of, "
    "lead role, got the lead, who got mary, scored, passed, is on stage, on the stage, can ride, thank "
    "you to, thanks to, massive ta, huge thanks, name the bear, congratulations to",
}
known = partial(rule, groups=GROUPS)
SIGNS = signs(
    GROUPS,
    full=("fullname",),
    name=("{name}",),
    child=(
        "{child}",
        "{our} {name}",
        "{name} ~2 mum|mam|dad|nan|nana|grandad|gran|grandma|mummy|daddy|da|auntie|childminder",
    ),
    birth=("{birth}",),
    school=("{school}",),
    spot=("{spot}",),
    when=("{when}", "#", "at|about|til|till|from #"),
    moves=("{moves}",),
    home=(
        "{home}",
        "# somename",
        "# ~2 close|road|street|lane|avenue|court|row|terrace|way|drive|view|st|rd|ct",
    ),
    honour=("{honour}",),
    adults=(
        "names|name ~6 address ~4 mobile|email",
        "quiz|quizzes|panto|costume_party|imaginary|hush_hush|surprise_party|40th|50th|30th|60th|"
        "plumber|water_tray|lifeguard's|gate_alarm",
        "thank|thanks|cheers|ta|shoutout|shout_out ~6 {name} ~8 lift|organising|organizing|baking|"
        "fixing|stall|helping_out|cake|gazebo|for_the_lift",
        "teacher|author|doctor|dentist|plumber|vicar|councillor|mp|actor|singer|footballer|manager|"
        "chair|treasurer|secretary|husband|wife|hubby|fella|boyfriend|partner|neighbour|colleague|boss "
        "~3 {name}",
        "{name} ~2 the|our|my ~1 teacher|author|doctor|dentist|plumber|vicar|manager|chair|treasurer|"
        "secretary",
        "dog|cat|puppy|kitten|guinea_pig|hamster|rabbit|bear|teddy|dinosaur|puffin|elf|reindeer|"
        "character|book|film|song|tortoise|snail|hen|chicken|snake|pony|horse|goldfish|unicorn|dragon|"
        "gritter ~2 {name}|called|named",
        "{name} ~2 the ~1 dog|cat|puppy|guinea_pig|hamster|rabbit|bear|tortoise|puffin|elf|snail|hen|"
        "pony|goldfish|unicorn|dragon|snake",
    ),
)
S = SIGNS

RULES: tuple[Rule | Recipe, ...] = (
    known(
        "a child's name with the birthday",
        "{birth} ~6 fullname",
        "fullname ~4 {birth}",
        "happy ~3 birthday ~6 {our} ~2 somename",
        "happy #? birthday ~3 somename ~4 {today}",
        "{our} somename ~3 {birth}",
        "somename ~2 turns|turned|is|was ~1 #|one|two|three|four|five|six ~4 {today}",
        "somename ~1 turns #|one|two|three|four|five|six",
        "{birth} ~3 somename ~6 {party}|today|#",
        "birthdays this|next ~2 {name|namelist}",
        "birthdays ~8 {name} #",
        "when's|whens|when_is|when ~2 {name} ~1 birthday|bday",
        "{name} birthday|bday ~8 #|ours|party|saturday|sunday|on_sat",
        "my|our ~2 {name} ~6 birthday # ~2 {month}",
        "somename ~3 have|has ~1 birthday",
        "born # ~8 {name|four|five|three}",
        "{name} ~3 born #",
        groups=GROUPS
        | {
            "today": "today, tomorrow, on sunday, on saturday, on tuesday, on friday, on monday, next "
            "week, this week",
            "month": "january, february, march, april, may, june, july, august, september, october, "
            "november, december",
            "party": "party, ours",
        },
    ),
    known(
        "a child's full name",
        "{our} ~1 fullname",
        "fullname ~2 is|are|has|was|'s|got|starts|in|who|won|had ~10 {child|school|honour|spot|stage|"
        "class|bear|class|badge|wednesday|tuesday|afternoon|morning|poorly|off|teacher|pea|walk|bike|"
        "lead|ward|mary|oldest|older}",
        "{honour} ~8 fullname",
        "fullname ~6 {honour}",
        "child|kid|boy|girl|lad|son|daughter|grandson|granddaughter|baby|leaver|leavers|mary|joseph|"
        "donkey|winner ~4 fullname",
        "called fullname",
        "fullname ~8 {party|leavers|puffins|bluebells|hedgehogs|foxes}",
        "label ~4 says fullname",
        "says fullname",
        "fullname fullname",
        "fullname ~2 and ~2 {child}",
        "{name} surname",
        "left to right ~3 {name}",
        "first and|& last|surname",
        "full names|name ~6 {child|birthday|birthdays|date|dob|kids|hoodies|leavers|reply|please}",
        "everyone|all ~3 type|write|put|pop|reply|post|send|add ~4 name|names ~6 {child|kids|surname|"
        "first|address|road|birthday|date}",
        "reply|type|write|comment|put|send|stick ~6 child's|childs|kids|kid's|children's ~3 {full_name}|"
        "first|surname|names|name",
        "who lives where",
        "child road|address|street",
        "name|names|first ~2 address|addresses|road|street|date_of_birth|dob|birthday ~6 {child|kids|"
        "leavers|list|everyone}",
        groups=GROUPS
        | {
            "stage": "stage, cast, trophy",
            "class": "class, group, lot",
            "full_name": "full name, full names",
        },
    ),
    known(
        "a list of children's names",
        "namelist ~14 {party|school|leavers|twins|who_else|missed|yes|forgotten|missing|shout|hats_off|"
        "miss_them|scripts}",
        "{party} ~10 namelist",
        "so_far ~3 namelist",
        "i've_got|ive_got|got|so_that's|thats|as_far_as_i_know ~3 namelist",
        "as far as ~2 know ~2 is namelist",
        "leavers|winners|birthdays|cast|class_list|register|party_list ~6 {name}",
        "swap ~6 {name} ~4 to ~10 {name}",
        "{name} ~2 to ~1 foxes|badgers|puffins|hedgehogs|butterflies|caterpillars|ladybirds|robins|"
        "rabbits|owls|reception|big_room",
        "moving up ~4 {name}",
        "namelist ~6 are|is with",
        "mon ~4 {name} ~6 tue ~4 {name}",
        "lift|lifts|walking_bus rota|share ~8 {name}",
        "we pick up {name}",
        "address|addresses|class|full|contact list ~6 {leavers|hedgehogs|kids|children|attached|names|"
        "streets}",
        "register ~3 attached",
        "who's|whos in which group",
        "{name} lives ~8 {name} ~2 the",
        groups=GROUPS | {"leavers": "leavers", "hedgehogs": "hedgehogs, everyone in"},
    ),
    known(
        "a child's name with the next school",
        "{name} ~5 {to_school} ~5 {school}",
        "{name} ~3 {starts} ~4 {at} ~3 in|this|september|sept|monday|easter|jan|january|after|next",
        "twins|{name} ~6 off to ~4 in sept|september",
        "{name} didn't|didnt get ~4 got|so",
        "{name} ~2 in at",
        "where's|wheres|where_is|where {name} ~1 off|going ~2 to|in",
        "{name} ~1 has|have|'s|is ~1 moved|moving|joined ~2 to|from ~8 {school|starts|nursery|easter|spot|#}",
        "somename ~4 goes|go to ~2 three|two|different places",
        "for namelist|somename ~2 namelist|somename ~1 for",
        "{name} ~2 for st|the_academy|saint",
        groups=GROUPS
        | {
            "starts": "starts, starting, start, is starting",
            "at": "at, big school, school, with you, with us, there",
        },
    ),
    known(
        "where a child can be found and when",
        "me|i|we_are|we're ~1 and {name} ~4 at|in|on|by|round|up|here ~10 {spot|when|till|here|every}",
        "{name} ~3 paddling_pool|library|park|swings|soft_play|bandstand|playground|splash_park ~8 "
        "{when}|sister|anyone|join",
        "{name} ~6 moved|moves ~4 to the ~8 {spot|when}",
        "{name} ~5 on|catches|gets the # ~1 bus",
        "bus ~6 with {name}",
        "can|could|please ~2 grandad|nan|nana|uncle|auntie|gran|aunty ~1 {name} collect",
        "i'll|ill|we'll ~1 have namelist|{name}",
        "last|first week|day ~4 {name} ~10 {school|starts|starting|house}",
        "{name} last|first week",
        "{name} mum|dad|nan here the one",
        "{name} nan|nana|gran|grandad|childminder ~2 normally|usually|always ~2 does|gets|has|picks",
        "on the {spot} and {name}",
        "{name} from ~2 row|lane|road|close",
        "{name} aged|age #",
        "officially|christened|named fullname",
        "go on fullname",
        "{name} ~1 and ~1 i|me ~4 at|in|on|by|here|will_be|are ~12 {spot|when|till|here}",
        "{name} ~1 and ~1 her|his|the|my ~1 mum|dad|da|gran|nan|grandmother|grandad ~8 {spot|when|past}",
        "{name} ~4 {moves} ~8 {spot} ~6 {when|#}",
        "{name} ~4 {moves} ~5 {when} ~8 {spot|door|gate|car|nan|mum|dad|childminder}",
        "{when} ~6 {name} ~6 {moves} ~6 {spot|nan|his_nan|dad|her_dad|from_you}",
        "{when} ~4 {child|somename} ~3 {goes} ~2 to ~4 {nan|childminder|gran|dad|spot}",
        "{gets} ~2 {name} ~8 from|at|on|by ~6 {when|spot|gate|church}",
        "{kin} ~4 {gets} ~2 {name} ~10 {when|spot|car|gate}",
        "{name} ~1 {kin} ~4 {gets} ~8 {when|car|at|in_the|on}",
        "{kin} ~2 {gets} ~2 {themkid} ~6 {when|car|dot|half|brown_dog}",
        "{name} ~1 is|'s ~2 at|in|on|by|with|up ~8 {spot|when}",
        "{name} ~1 is|'s ~1 at ~5 at|from|on|till|every|until #|half|{when}",
        "dropped|left|leaving|drop ~1 {name} ~2 at|with|by|outside ~6 {spot|cousin|while|back|when}",
        "she's|hes|he's|shes ~2 the one in ~4",
        "grab|fetch|collect|get|pick_up|walk|take|meet|bring ~1 {name} ~3 from|at|home|to|by ~8 {when|"
        "spot|#|door}",
        "could|can|would ~2 you|u|someone|anyone|anybody|somebody ~3 walk|take|collect|grab|fetch|bring "
        "~1 {name}",
        "{name} ~3 waits|waiting|stands|waves ~6 {spot|wall|bins|gate|when}",
        "{name} gets dropped|picked_up|collected|fetched",
        "{name} is picked up|collected|fetched by",
        "{name} ~3 in the shallow_end|back|back_of",
        "us|me walk|tracking|on_the_walk ~4 with {name}",
        "anyone|if_you're|if_anyone's ~8 {spot} ~14 {name} ~6 {when|past|wave|there|in_the}",
        "come find|say_hi|wave ~2 to? ~2 {name}",
        "every|most weekday|day|morning|week ~14 {name} ~6 {spot|past|along|wave|hi}",
        "{name} ~4 {spot} ~4 every|each|most ~2 {when|sat|day}",
        "walk ~2 young|little|our|wee {name} ~2 home|to|down",
        "{name} is HERE|here",
        "{name} ~1 are|is here till|until|from",
        "stuck|sat|here|we're ~4 with {name} ~8 {spot|when|till}",
        "going|go|usually|off|head ~3 to ~4 {spot} ~4 {when} ~3 with {name}",
        "{name} up the big_slide|slide|swings",
        "i|we|nana|nan ~1 get|gets|have|has|got|collect ~1 {name} ~3 from ~8 {gate|spot|door|school|bus|#}",
        "{name} ~4 bus ~6 {when|#|upstairs|front}",
        "{name} will|'ll ~1 be ~2 with|at|in|on|by|outside|waiting ~8 {spot|when|mum|nan|#}",
        "tell {name} ~2 {name} ~2 will be ~2 at",
        groups=GROUPS
        | {
            "goes": "goes, go, going, is, stays, gets",
            "gets": "gets, get, getting, collects, collecting, collect, picks up, picking up, fetches, "
            "fetching, has, walks, walk, pick up, i get, drops, takes",
            "kin": "nan, nana, nanny, gran, granny, grandma, grandad, grandpa, mum, mam, dad, da, "
            "auntie, aunty, uncle, childminder, childminder's, neighbour, brother, sister, my mum, my "
            "neighbour, grandmother, i, opa",
            "themkid": "him, her, them, us",
            "car": "corsa, fiat, car, skoda, berlingo, van, honda, polo, golf, white, yellow, green, silver",
            "till": "till, til, until, from, now, rn",
            "here": "here, pop in, come find, find us, red cap, say hi, pop over",
            "every": "every, each",
            "past": "past, most days",
            "nan": "nan, nan's, nana, gran, gran's, dad's, dads, his dad's, childminder, mum",
            "door": "door, no 9",
            "gate": "gate, door",
            "cousin": "cousin, cousins",
            "while": "while, whilst",
            "back": "back for",
            "dot": "dot",
            "half": "half",
        },
    ),
    known(
        "where a child lives",
        "{name} ~2 lives|live ~8",
        "where ~2 {name} lives|live|house",
        "which house|flat|door|one ~1 is|are {name}",
        "{name} ~3 house|trampoline|place ~8 {the_one|out_the_front|#|cattle|with}",
        "{name} ~2 at ~1 # ~4 {close|road|street|lane|st|row|way|court|avenue|terrace}",
        "{name} ~8 # ~1 somename ~1 close|road|street|lane|st|row|way|court|avenue|terrace",
        "{name} ~6 number|no #",
        "{name} ~4 from ~1 # ~3 court|close|road|street|lane",
        "number|no ~1 # ~4 in_from|the_one ~6",
        "corner|end|last house|flat|cottage|bungalow ~6 {name|boy|girl|kids}",
        "new boy|girl|family ~8 {name|road|house|moved|called} ~8 {starts|house|opposite|nice|hello|"
        "monday|think}",
        "have|got a boy|girl|son|daughter called {name}",
        "twins|kids|children|{name} from ~1 the? ~1 {place}",
        "{name} ~2 {fae}|from the end hoose|house|flat|farm",
        "{name} ~10 blue|red|green door",
        "answers to {name}",
        "moved ~2 from ~6 corner|opposite|house ~4",
        "post|leave|drop|push ~4 invite|invitation|through|card|cards ~4 there|through|with ~2",
        "{name} will let you in",
        "keys under ~3 {pot}",
        "at|@ # ~3 {name} ~2 close|road|street|lane|st|row|way|court|avenue",
        groups=GROUPS
        | {
            "close": "close, road, street, lane, st, row, way, court, avenue, terrace, ct, drive",
            "place": "mill lane, caravan site, farm, flats, estate, corner house",
            "fae": "fae",
            "pot": "pot, flowerpot, mat",
            "road": "road",
            "house": "house",
            "called": "called",
            "moved": "moved",
        },
    ),
    known(
        "when a family's home stands empty",
        "we're|were|we|we_are|they're|they_are|is|are ~1 away|off|flying|fly|in ~4 {away} ~8 {empty|#|"
        "till|until|so|house}",
        "house|home|flat ~3 will_be|is|'ll_be|all|stands empty|on_its_own|on_its_lonesome",
        "we fly ~8 {name|house|kids|weeks}",
        "feed ~6 cat|fish|dog|hens ~4 {they}",
        "they've|theyve|they_have taken {name} to",
        "the ~1 {family} ~1 are away # ~2 #",
        "are away # ~2 to #",
        "away # ~1 to #",
        "{name} away ~3 # to|till|until",
        groups=GROUPS
        | {
            "they": "they, we, away, they've",
            "family": "drinkwaters, family",
            "till": "till, until",
            "so": "so, house",
        },
    ),
    known(
        "an invitation with a child's name and the place",
        "{name} ~4 # ~1 birthday|party|th ~8 {at|ours|#}",
        "party ~3 {when} ~6 {at} ~2 #|ours|old|the_hall ~14 {name}",
        "rsvp ~4 {name}",
        "{name} requests|invites|would_love ~6",
        "{name} ~4 party is|at ~3 here|ours|#|the",
        "party # ~3 at ours",
        "party at ours ~3 #",
        groups=GROUPS | {"at": "at"},
    ),
    Recipe(
        "a child's name with where to find the child",
        (S["child"], S["name"], S["spot"], S["when"], S["moves"]),
        (S["adults"],),
        within=34,
        severity=Severity.FLAG,
        score=0.7,
    ),
    Recipe(
        "a child's name with the home",
        (S["child"], S["name"], S["home"], S["when"]),
        (S["adults"],),
        within=24,
        severity=Severity.FLAG,
        score=0.7,
    ),
    Recipe("a child's full name", (S["full"], S["child"]), (S["adults"],), within=12),
    Recipe("a child's full name", (S["full"], S["honour"]), (S["adults"],), within=12),
    Recipe("a child's full name", (S["full"], S["birth"]), (S["adults"],), within=10),
    Recipe("a child's full name", (S["full"], S["school"]), (S["adults"],), within=12),
)
ABOUT_CHILDREN = ways(
    "who's|whos|who_is|where|where's|wheres|who ~6 {name|picks|lad|girl|family|little|off_to|live|house|"
    "got_mary}",
    "list|names|leavers|which_group|new_family",
    groups=GROUPS,
)
ANSWERS: tuple[Rule, ...] = (
    known(
        "an answer that tells who or where a child is",
        "fullname|namelist",
        "{name} ~3 baby|and {name}",
        "number|no # ~8",
        "she's|he's|shes|hes|they're ~2 going|off ~1 to",
        "his|her ~2 grandad|nan|dad|mum|childminder|gran ~2 does|gets|picks",
        "lives ~3 over|at|in|on|by|next",
        "was it ~1 {name}",
    ),
)
PLACES = {Media.LOCATION: ("me|we|i|us|here|madge", "a child's whereabouts shared as a place on the map")}
OWN = ways(
    "{our} somename",
    "somename ~2 loved|loves|had|is|was|wants|won't|wont|said|says|has|made|did|can",
    groups=GROUPS,
)


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """Names count with what finds the child; a bare first name is the poster's own affair."""
    folded = post.named
    findings = list(found(Category.CHILD_ID, RULES, folded))
    if not findings and post.reply_to and says(named(post.reply_to), ABOUT_CHILDREN):
        findings = list(found(Category.CHILD_ID, ANSWERS, folded))
    if not findings and post.media is Media.LOCATION and S["name"].search(folded):
        findings = [Finding(Category.CHILD_ID, 0.9, Severity.HIDE, PLACES[Media.LOCATION][1])]
    if findings and not S["adults"].search(folded):
        yield findings[0]
    elif not findings:
        yield from _by_first_name(post, facts, policy)


def _by_first_name(post: Post, facts: Facts, policy: Policy) -> Iterator[Finding]:
    """A bare first name: the roster knows whose; without one only what is plainly said of an own child."""
    rule = policy["children.named_by_staff" if post.author.is_staff else "children.named_by_parents"]
    if facts.roster is not None:
        yield from _on_the_roster(post, facts.roster)
    elif rule == "never" and not post.author.is_staff and (span := says(post.named, OWN)):
        where = (evidence(post.named, *span),)
        yield Finding(Category.CHILD_ID, 0.7, Severity.HIDE, "a child's first name", "own_first_name", where)


def _on_the_roster(post: Post, roster: RosterNames) -> Iterator[Finding]:
    """A name that a grown-up has too says nothing."""
    grown = {one for person in roster.staff | roster.carers for one in person.called}
    said = {one for one in roster.own_first | roster.other_first if contains(post.folded, one)} - grown
    consented = {one for child in roster.may_be_named for one in child.called}
    for name in sorted(said & roster.other_first):
        subtype = "consented" if name in consented else None
        yield Finding(Category.CHILD_ID, 0.9, Severity.HIDE, "another family's child by name", subtype)
        return
    if said:
        yield Finding(
            Category.CHILD_ID, 0.9, Severity.HIDE, "the poster's own child by name", "own_first_name"
        )
