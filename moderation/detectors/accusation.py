"""Notices damaging claims told as facts: theft, lies, forgery, crime, or a call to spread them."""

from collections.abc import Iterable, Iterator
from functools import partial

from moderation.agreement import seconded
from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.people import contains
from moderation.phrases import Recipe, Rule, evidence, found, rule, says, signs, ways
from moderation.policy import Policy
from moderation.post import Post
from moderation.text import fold

GROUPS = {
    "who": """
        manager, manger, deputy, treasurer, treasurers, chair, committee, secretary, cook, chef,
        caretaker, cleaner, driver, drivers, office, office lady, photographer, coach firm, bus
        firm, supplier, builder, contractor, hall committee, landlord, councillor, vicar, inspector,
        staff, teacher, practitioner, helper, girl, lad, bloke, man, woman, lady, chap, fella,
        owner, nursery, preschool, pre-school, playgroup, place, setting, childminder, nanny,
        agency, agency nanny, trustees, trustee, governors, they, they've, theyve, theyre, they're,
        she, he, she's, he's, shes, hes, her, him, who, someone, somebody, dad, mum, husband, wife,
        firm, company, shop, kitchen, yer man, wor pta, pta, solicitor, doctor, surgery, neighbour,
        charity, founder, colin, keith""",
    "steal": """
        pocketed, pocketing, pockets, trousers, trousering, trousered, skimming, skims, skimmed,
        creaming off, stole, stolen, stealing, steals, nicked, nicking, nicks, robbed, robbing,
        robs, thief, thieves, th1ef, thieving, fiddled, fiddling, fiddle, fiddles, fiddler,
        embezzled, embezzling, embezzlement, cooking the books, cooked the books, hand in the till,
        hand in the petty, hand in the cash, hands in the till, had it away, walked out with, ran
        off with, run off with, helped herself, helped himself, helps herself, helping herself, took
        the money, taken the money, took my money, took our money, took the deposit, kept the money,
        keeps your deposit, flogging, flogs, flogged, selling off, sold the, sells our, back pocket,
        own pocket, paid herself, paid himself, siphoning, siphoned, fleecing, fleeced, ripping off,
        ripped off, conned, conning, con artist, conman, con man, con merchant, scammer, scamming,
        crook, crooks, crooked, bent as, on the fiddle, on the take, backhander, backhanders, brown
        envelope, bribe, bribed, bribing, kickback, kickbacks, takes a cut, money laundering,
        laundering, double claim, double claiming, overcharging, swindle, swindled, swindler,
        charged the council, charge the council, claims for, claiming for kids, claim for kids,
        missing money, benefit cheat, benefit fraud""",
    "lie": """
        lies to, lied to, lied on, lied about, lying to, lying about, lie to, liar, liars, l1ar,
        fake, faked, fakes, faking, forged, forges, forging, forgery, forge, falsify, falsifies,
        falsified, falsifying, made up, makes up, making up, make up the, make the training records
        up, doctored, doctoring, tampered, backdates, backdated, backdating, photoshopped,
        photoshop, tippex, tippexed, fiddle the, fraud, fr@ud, frauds, fraudulent, fraudster, cover
        up, covered up, covering up, coverin it up, hushed up, hush up, paid off, paid them to keep
        quiet, gagged, deceiving, deception, misled, misleading, bogus, dodgy, sham, corrupt,
        corruption, on paper only, work of fiction, not real, not the real, never existed, doesn't
        exist, dont exist, don't exist, inflated, ghost, changed the dates, change the dates, wrote
        the answers, rigged, fixed, hid the, hiding the, painted over, wiped the, shredded,
        impersonating""",
    "paper": """
        certificate, certificates, certs, qualifications, qualification, degree, dbs, first aid,
        registers, register, ratios, ratio, accounts, books, records, training records, incident
        forms, accident book, reports, report, references, cv, application, papers, licence,
        licences, licenses, mot, insurance, gas certificate, fire certificate, hygiene, food
        hygiene, rating, inspection, ofsted, inspector, funding, hours, forms, signatures,
        signature, invoices, receipts, award, survey, minutes, votes, raffle, tombola, will, risk
        assessments, observations, learning journals, supervision forms, numbers, waiting list,
        sheets""",
    "money": """
        raffle money, money, petty cash, petty c@sh, cash, float, funds, fund, trip money, deposit,
        deposits, sponsor money, grant, grants, takings, collection, bucket, tin, till, fair money,
        donations, subs, kitty, equipment fund, roof money, fees, legacy, pension, wages, bouncy
        castle money, disco money, float, tub""",
    "rich": "conservatory, decking, hot tub, holiday, new car, extension, tenerife, turkey, new "
    "kitchen, range rover, nice car, weekend away, handbag, cruise, implants, boat, caravan, designer, "
    "two weeks",
    "crime": """
        arrested, convicted, conviction, criminal record, served time, did time, done time, inside
        for, prison, been inside, struck off, sacked, fired, got the boot, banned, barred, let go,
        suspended, asked to leave, got done, got shut down, shut down for, prosecuted, charged with,
        wanted by, drug dealer, dealing, deals drugs, deals, drunk on, pissed by, drinking on,
        drinks on the job, over the limit, sleeping with, affair, having it off, bit on the side,
        shagging""",
    "spread": """
        share this, share with everyone, pass it on, pass this on, pass it round, spread the word,
        spread this, screenshot this, screenshot it, tell everyone, tell your friends, tell
        everybody, everyone should know, everybody should know, everybody needs to know, people
        deserve to know, people should know, parents should know, you deserve to know, you should
        know, get it on, put this on every, put it on every, leave a review, google it, google her,
        google him, look it up, look her up, ask anyone, ask around, ask about, ask her about, ask
        him about, ask lorraine, before it's deleted, before its deleted, everyone knows, everybody
        knows, thats a fact, that's a fact, fact., you can quote me, quote me, i have proof, ive got
        proof, i've got proof, i have the proof, i've seen the, with my own eyes, i was there, ive
        seen, just putting it out there, is all i'm saying, that's all i'm saying, thats all im
        saying, join the dots, do the maths, draw your own conclusions, make of that, copy and paste""",
    "heard": """
        heard, i heard, apparently, apparantly, rumour, word is, word has it, reliably informed, i'm
        told, im told, told me, someone told, my cousin, my mate, my friend, my sister, my brother,
        my bro, my husband, my hairdresser, ma brother, a friend of mine, somebody on the inside,
        someone on the inside, used to work there, used to work here, ask anyone, known for, well
        known, common knowledge, we all know, i know for a fact, know for a fact, i seen, i saw, my
        wife see, i've watched, watched her, watched him""",
}
SIGNS = signs(
    GROUPS,
    who=("{who}",),
    steal=("{steal}",),
    lie=("{lie}",),
    paper=("{paper}",),
    money=("{money}",),
    rich=("{rich}",),
    crime=("{crime}",),
    spread=("{spread}",),
    heard=("{heard}",),
    hint=(
        "funny how|isn't_it|that|coincidence",
        "funny ~6 isn't_it|thinking",
        "just saying|observing|putting|a_few_facts",
        "one|i merely|only observes|observe|finds_it_curious",
        "interesting maths|that|how",
        "not saying ~3 anything|owt|nothing|but",
        "i'm sure there's a reason|above_board",
        "ask yourself|yourselves",
        "if you know|who_was",
        "we all know why",
        "didn't|doesn't|didnt|doesnt add up|what_the_bank",
        "look at|paid_for|paid_by|explains|where_did|wonder_how|wonder_where",
        "noses|nose ~6 out",
    ),
    play=(
        "game|monopoly|cops_and|robbers|pirate|pirates|panto|film|book|story|telly|programme|elf|santa|"
        "tooth_fairy|seagull|seagulls|gull|squirrel|squirrels|magpie|magpies|fox|foxes|dog|cat|cats|"
        "puppy|"
        "kitten|hamster|baby_brother|my_daughter|my_son|my_little|my_toddler|three_year_old|the_kids|"
        "nativity|costume|show|mouse|rabbit|bake_off|vampire|theft_insurance|scarecrow|biscuit|biscuits|"
        "heart|snowman|tan",
    ),
    mine=(
        "my|our ~1 purse|bike|buggy|bin|parcel|pram|scooter|car|wallet|phone|plants ~4 stolen|nicked|"
        "pinched|gone|been",
    ),
)
S = SIGNS
allege = partial(rule, groups=GROUPS)

RULES: tuple[Rule | Recipe, ...] = (
    allege(
        "a claim of theft or fraud",
        "{who} ~6 {steal} ~8 {money|paper|rich}",
        "{money} ~8 {steal}",
        "{steal} ~5 {money}",
        "{who} ~2 {is} ~2 a? ~1 {thief}",
        "{who} ~2 {been} ~1 {steal}",
        "{who} ~4 had ~1 her|his|their hand|hands|fingers in|on",
        "con artist|merchant|man|trick",
        "{who} ~3 crook|crooks|conman|thief|fraudster|swindler|cowboy|cowboys|crooked",
        "bent as",
        "{who} ~4 {lie} ~8 {paper}",
        "{lie} ~6 {paper}",
        "{paper} ~6 {lie}",
        "{who} ~3 lies|lied|lying ~1 to|on|about ~4 {paper|council|parents|families|inspector|"
        "application|police|everyone}",
        "that's|thats|is|that fraud|theft|corrupt|illegal|deception|criminal|stealing",
        "{money} ~8 {rich}",
        "{rich} ~10 {money|treasurer|raffle|sponsored|fund|trip|grant}",
        "where|wonder_where ~2 the|all ~3 {money} ~2 went|gone",
        "bucket|collection|tin ~3 went|straight home",
        "where ~6 {money} ~3 went",
        "nobody|no_one ~1 saw a penny|any_of_it",
        "{money} ~6 walked|never_handed|never_got|vanished|disappeared|went_missing|gone_missing|"
        "won't_be_seen",
        "in ~1 her|his|someone's|somebody's|their ~1 handbag|car|pocket|boot|purse ~3 money|cash|float|boot",
        "£ ~3 walked|in_the_tub|missing",
        "£ ~6 counted ~3 £",
        "only ~2 thing missing ~4 cash|money",
        "only person with the? key",
        "contract|job|tender|work ~6 went_to|goes_to|given_to|only_got|got ~6 {relative}",
        "only quote|got_the_groundwork ~8 brother|sleeping|wife|mate",
        "takes|taking|took|get|gets|got ~1 a cut|backhander|kickback",
        "fixed|rigged ~6 {sister|won|hamper|brother|raffle}",
        "raffle|tombola|draw|vote|election was|is|were fixed|rigged|a_fix|a_fiddle",
        "charge|charges|charging|charged|claim|claims|claiming|claimed|invoiced|billed ~6 {council}|"
        "kids_who|children_who|funded_hours|carer|never_made|who_left|for_trips|200 ~6 {left}|"
        "months_ago|never|fraud|cash|kids|ago|trips",
        "double claim|claiming|charged",
        "on the sick|dole|benefits|social ~10 {carry|carrying|seen|works|working|cash|piano|cheat}",
        "working|works|paid ~3 cash|cash_in_hand ~8 {claiming|carer|benefits|fraud}",
        "no_insurance|not_insured|uninsured|no_mot|hasnt_got_an_mot|isn't_registered|isnt_registered|"
        "not_registered|unregistered|not_allowed_to_practise|struck_off",
        "hasnt|hasn't|havent|haven't|never|without|no got? ~3 any? ~2 {paper} ~8 {fake|fact|bro|checked|"
        "they|worthless}",
        "never ~3 {did|done|sat|had|went|been|trained} ~6 {paper|course|senco|academy|inspection}",
        "{paper} ~4 made_up|isn't_real|were_done_in_word|bought",
        "bought that|the award|rating|licences|certificates",
        "buy|bought their|his|her licences|certificate|qualifications|degree",
        "brakes ~6 string|tape|nothing",
        "drivers' hours",
        "{who} ~3 got sacked|fired|done|banned ~8 for",
        "sacked|fired|dismissed|let_go|walked_out_the_building|got_rid ~4 for|from|because|nicking ~4 "
        "{steal|last|hitting|drinking|selling|money|lying|nicking|boot}",
        "didn't|never ~1 \"?moved|retired|retire|move ~10 {walked|sacked|money|boot}",
        "shut_down|closed_down|got_shut ~4 for ~2 lying|ratios|fraud|unsafe",
        "reopened ~3 under",
        "changed|change ~1 its|the|their name ~8 {accounts|shut|done|bust|google}",
        "new company name",
        "went bust|bankrupt ~3 owing",
        "did|done|doing|served ~1 time|bird ~2 for|in",
        "criminal record|conviction",
        "{who} ~2 deals|dealing|sells ~2 {drugs}|.",
        "arrested|police_came|police_were ~10 {drugs|saturday|him|her|husband|stole}",
        "{who} ~6 pissed|drunk|drinking|hammered ~3 by|on|at ~2 noon|the_job|work|lunch|shift ~2 drives|"
        "fact|and",
        "smell|smells|smelling|reeks|lot ~2 of? mints ~6 {driver|minibus|office|morning|8.45|recycling}",
        "mints ~10 recycling|weave|clinky",
        "sleeping_with|affair_with|at_it|having_it_off|carrying_on_with|knocking_off|cos_of_her_and ~10 "
        "{pay_rise|contract|committee|job|premier_inn|got|ask|catch}",
        "{pay_rise} ~8 {sleeping}|at_it",
        "forged ~3 my|two|the|his|her signature|signatures",
        "{never} ~3 paid ~3 pension|wages|ni|tax|suppliers",
        "took|taken|takes ~4 {money|cash} ~10 no_insurance|don't_write|and_ran|disappeared|vanished",
        "took £ ~4 {me}|off ~4 {ran}|and",
        "took £ off me and ran",
        "mouse|rat|rats|mice|cockroaches ~3 droppings|kitchen|flour|everywhere ~10 {baked|kitchen|cook|"
        "still|lunches|food|used}",
        "never washes|cleans|washed ~2 her|his hands",
        "poison|poisoning ~2 somebody|someone|them|kids|our",
        "out_of_date|gone_off|mouldy|expired ~4 {food} ~8 scratch|bin|giving|feeding",
        "{scratch} ~3 dates|labels",
        "water ~4 down ~3 milk|squash|milk_down",
        "water|watering|waters the ~2 milk|squash down",
        "settled out_of_court|of_court",
        "paid them|her|him ~1 to_keep|off",
        "black mould|asbestos|damp ~10 {painted|knew|toxic|hid|covered|surveyor}",
        "wiped|deleted|lost ~2 the? cctv|footage|evidence|emails",
        "took|takes|taking|got|gave|gets ~2 brown envelope",
        "thieves|thief|crooks|fraudsters|conmen ~2 the lot|all",
        "false|fake|phoney ~1 degree|paper|papers|certificate|name|qualification|qualifications|"
        "accounts|claim",
        "launders|laundering|launder money|cash",
        "got|gets|get|give|given the boot ~2 for",
        "i think is|she|he thief|liar",
        "she|he is thief|liar|lying",
        "she faked it",
        "{paper} ~4 photoshop|photoshopped|worthless|fiction|is_fake",
        "sells|sell your|our|the records|data|details",
        "people who don't_exist|dont_exist",
        "sitting on it|the_report",
        "invoiced|charged ~1 us? #",
        "told the? ~1 insurance|insurers",
        "{money} ~2 paid|pays for ~4 christmas_do|holiday|do|party|meal|tub|conservatory|car",
        "afford on ~4 salary|wage|wages|pay",
        "on a? ~1 manager's|teacher's|treasurer's salary",
        "same man|woman|bloke who|that was in|on ~2 paper|news ~6 swindle|fraud|theft|scam|con",
        "reyt|right|proper|big con",
        "caretaker|cleaner|dad|husband ~1 deals|dealing",
        "must get through ~4 mints",
        "cash ~6 don't|doesn't|never write|record|put|receipt",
        "{who} ~3 impersonating|posing",
        "fake twenties|notes|tenners|certificates|dbs|designer|badges",
        "knock off|knockoff badges|badge|uniform",
        "don't|dont|do_not|wouldn't|wouldnt|never ~2 {buy|sell|use|send|hire|trust|book} ~10 {crook|con|"
        "brakes|licences|fake|lying|thief|robbing|nicked|shut|never_send|swindle|registers|fiddle|"
        "string|rip}",
        "be careful|watch|warn ~6 {man|woman|fella|lad|her|him} ~10 stole|steals|robbed|thief|police|"
        "conned|swindle|nicked",
        "watch ~1 your|ur purses|bags|handbags|pockets",
        "lives off|living_off it|the_charity|the_money|donations|us",
        "a|an work of fiction",
        "lies|lie|lying to ofsted|council|inspector|inspectors|the_council|parents|police",
        "inspector ~8 friend|bribed|bribe|mate|uni",
        "bribed|bribe|bung ~3 inspector|council|them|him|her|ofsted",
        "night|day|week before|of ~1 an? ~1 inspection|inspections|ofsted|anyone_visits|audit ~10 {lie|"
        "hid|put|back|written|borrow|send|removed|taken|signed|changed}",
        "borrow ~4 toys|staff|kids ~10 inspection|inspections|inspector|ofsted",
        "fire extinguishers|alarms|exits ~6 empty|fake|tags|blocked|disconnected",
        "swap ~3 tags|stickers|labels|dates",
        "sticker|rating|stars ~10 {old}|down|put",
        "boss|manager|she|he ~4 stands_over|told_us ~8 {sign|write|made_up|fill}",
        "told to ~2 write|sign|fill|make ~4 {observations|them|records|forms} ~10 just|never|in_that_day",
        "told to just sign",
        "{who} ~3 robbed|stole ~2 {us}|wor|the ~2 {pta}|blind",
        "robbing so and so",
        "stole|nicked|robbed|pinched ~1 my|from|the|our ~8 {her}|thief|hall|seen|letterbox|them|it_was",
        "it was ~2 {name} ~4 everyone_knows|i_know|he_had|had_the_keys",
        "he'll|she'll|they'll ~1 have sold|nicked|flogged|pocketed|spent",
        "had it away",
        "account name ~4 giveaway",
        "best bits ~4 ebay|vinted|flogs",
        "flogs|selling|sells ~2 them|our|it ~3 ebay|vinted|car_boot",
        "they|school|nursery|preschool sell|sells|sold ~2 our email|emails|details|records|data|addresses",
        "is registered as|as_a charity ~8 {lives}|house",
        "what the bank statement",
        "{they} ~1 made it up",
        "not the real accounts|ones|figures",
        "porky|porkies",
        "a wrong un|'un ~4 see|watch|hand|money",
        "creative expenses|accounting",
        "won't|wont|doesn't let you|us|anyone see ~2 books|book|accounts",
        "water damaged",
        "nose|noses ~6 out",
        "accus+|accusing|blame ~2 anyone|anybody|nobody ~14 {only|but|key|missing|cash}",
        groups=GROUPS
        | {
            "is": "is, was, 's, s, been, be, are",
            "been": "been, is, was, 's been, has been, have been, keeps, keep",
            "thief": "thief, th1ef, liar, l1ar, crook, con artist, fraud, fr@ud, conman, swindler, "
            "cheat, fraudster",
            "relative": "brother, brother-in-law, brother in law, sister, cousin, husband, wife, mate, "
            "mates, friend, son, backhander, nephew",
            "council": "council, government, the council, ofsted, us, parents",
            "did": "did, done, sat, had, went, been, trained, took",
            "food": "yogurts, yoghurts, food, milk, meat, bread, snacks",
            "scratch": "scratch, scratches, scratched, swap, change",
            "old": "old, down, put",
            "left": "left, gone",
            "never": "never, not, hasn't, haven't, didn't",
            "me": "me, us",
            "ran": "ran, run, gone",
            "us": "us, me, wor pta, the pta, our",
            "her": "her, his, hall",
            "drugs": "drugs, weed, coke, dope",
            "everyone": "everyone, ask",
            "fact": "fact",
            "sister": "sister, hamper, brother",
            "name": "colin, him, her, keith",
            "fund": "fund",
            "observations": "observations, them, records, forms, register",
            "they": "they, because they, cos they",
            "lives": "lives off",
            "buy": "buy, sell, use, send, hire, trust, book",
            "pta": "pta",
        },
    ),
    Recipe(
        "a damaging claim told as a fact",
        (S["who"], S["steal"], S["spread"]),
        (S["play"], S["mine"]),
        within=40,
    ),
    Recipe(
        "a damaging claim told as a fact",
        (S["who"], S["steal"], S["heard"]),
        (S["play"], S["mine"]),
        within=35,
    ),
    Recipe("a damaging claim told as a fact", (S["who"], S["lie"], S["spread"]), (S["play"],), within=40),
    Recipe(
        "a damaging claim told as a fact",
        (S["who"], S["lie"], S["heard"], S["paper"]),
        (S["play"],),
        within=40,
    ),
    Recipe("a damaging claim told as a fact", (S["who"], S["crime"], S["spread"]), (S["play"],), within=35),
    Recipe("a damaging claim told as a fact", (S["who"], S["crime"], S["heard"]), (S["play"],), within=25),
    Recipe(
        "a hint at something dishonest",
        (S["hint"], S["money"], S["rich"]),
        (S["play"],),
        "borderline",
        within=40,
    ),
    Recipe(
        "a hint at something dishonest",
        (S["hint"], S["money"], S["who"]),
        (S["play"],),
        "borderline",
        Severity.FLAG,
        0.7,
        within=30,
    ),
    Recipe(
        "a hint at something dishonest",
        (S["hint"], S["lie"]),
        (S["play"],),
        "borderline",
        Severity.FLAG,
        0.7,
        within=30,
    ),
)
INNOCENT = ways(
    "fake tan|snow|eyelashes|lashes|beard|blood|spiders|grass|plants|flowers|cobwebs|news|cough|nails|"
    "fur|tree|moustache",
    "made up ~2 a? ~1 bed|song|story|game|name|with|room|my_mind|the_numbers_so|bags|squash|for_you|"
    "two_trays",
    "made up ~2 {proper}|so|dead|well|over",
    "stole|steals|stealing|nicked|pinched|robbed|nicks ~3 the_show|my_heart|a_kiss|my_chips|biscuit|"
    "biscuits|sock|socks|slipper|sandwich|my_breakfast|the_duvet|the_covers|food|wellies",
    "fixed ~2 the? ~1 gate|fence|boiler|shed|bike|door|tap|slide|printer",
    "liar liar|pants",
    "lost|found|handed_in ~6 purse|keys|phone|coat|bag|hat",
    "raffle money ~4 hand_in|to_hand|count|counted|banked",
    "report|reports ~3 is_up|is_out|published|link|online|on_the_website",
    "beware|scam|warning|phishing ~10 {text}|email|call|caller|doorstep",
    groups=GROUPS | {"proper": "proper, well, so, dead", "text": "text, texts, message, link, calls"},
)
MONEY_TALK = ways(
    "{money}|{who}|treasurer|survey|raffle|auction|break_in|police|missing|bikes|fence|chair|accounts|"
    "manager|smart|invoices",
    groups=GROUPS,
)
ANSWERS: tuple[Rule, ...] = (
    allege(
        "a damaging claim in answer to a question",
        "{steal|lie}|sacked|backhander|robbed|it_was_him|it_was_her|had_it_away|made_it_up|"
        "he'll_have_sold|not_what_the_bank|decking|{rich}",
        "it was ~2 {who}",
        "not the first time",
    ),
)


# Faint by themselves; with the model's reading they are worth a look.
FAINT = tuple(S[name] for name in ("steal", "lie", "crime", "spread", "heard", "rich", "hint"))
SURE_ENOUGH = 0.5


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """The gravest claim; a child who may be hurt is a worry (safeguarding), and that decides first."""
    folded = post.folded
    if says(folded, INNOCENT) or S["mine"].search(folded) or S["play"].search(folded):
        return
    findings = list(found(Category.ALLEGE, RULES, folded)) or list(_of_partners(post, policy))
    if not findings and post.reply_to and says(fold(post.reply_to), MONEY_TALK):
        findings = list(found(Category.ALLEGE, ANSWERS, folded))
    yield from findings[:1]
    if not findings:
        yield from seconded(Category.ALLEGE, FAINT, folded, facts, SURE_ENOUGH)


RUN_DOWN = ways(
    "rubbish|useless|awful|terrible|dreadful|shocking|worst|avoid|never_use|don't_use|dont_use|cowboys|con|rip_off|"
    "scam|joke|disgrace|filthy|unsafe|hopeless|shambles|wouldn't_trust|wouldnt_trust|don't_trust",
    groups=GROUPS,
)


def _of_partners(post: Post, policy: Policy) -> Iterator[Finding]:
    """Suppliers, partners and competitors that the profile names are not to be run down either."""
    names = (*policy["staff.partners"], *policy["staff.competitors"])
    if any(contains(post.folded, fold(name).text) for name in names) and (
        span := says(post.folded, RUN_DOWN)
    ):
        where = (evidence(post.folded, *span),)
        why = "a partner or competitor of the setting is run down"
        yield Finding(Category.ALLEGE, 0.7, Severity.FLAG, why, "borderline", where)
