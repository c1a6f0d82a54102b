"""Notices adverts, private sales, money-making offers, scams and chain messages."""

from collections.abc import Iterable, Iterator

from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.phrases import Recipe, Rule, found, rule, signs
from moderation.policy import Policy
from moderation.post import Post

GROUPS = {
    "price": "quid, pound, pounds, fiver, tenner, grand, pcm ,ono, o.n.o, a pop, a head, an hour, per "
    "hour, hr, per session",
    "sell": """
        selling, for sale, 4 sale, to sell, flogging, up for sale, am selling, sell my, sell me, for
        sale due, going for, offers over, ono, no timewasters, no time wasters, smoke free home, pet
        free home, cash on collection, collection only, pick up only, will post, can deliver, need
        gone, needs collecting, needs gone, open to offers, make me an offer""",
    "trade": """
        nails, gel nails, gel sets, lashes, lash lifts, brows, spray tans, tans, hair, haircuts,
        blow dries, barber, hairdresser, beauty, facials, massage, waxing, cakes, cupcakes, bakes,
        brownies, celebration cakes, gardens, gardening, hedges, lawns, grass, jet washing,
        guttering, roofs, roofing, plumbing, plumber, boilers, bathrooms, decorating, decorator,
        painting and decorating, plastering, electrician, joinery, handyman, odd jobs, man with a
        van, removals, airport runs, taxis, cleaning, clean houses, cleaner, ironing, dog walking,
        dog grooming, pet sitting, cattery, kennels, tutoring, tutor, tuition, lessons, phonics
        coaching, coaching, babysitting, babysit, childminder, childminding, childcare, nanny share,
        face painting, entertainer, balloon arches, balloons, photography, photoshoots, photo shoot,
        photographer, sewing, alterations, costumes, curtains, upholstery, windows, window cleaning,
        car valeting, mechanic, accounts, bookkeeping, mortgages, conveyancing, wills, valuation,
        websites, web design, personal training, pilates, yoga, baby yoga, reiki, reflexology,
        fitness classes, boot camp, bootcamp, slimming group, swimming lessons, dance classes, music
        classes, jewellery, candles, soy candles, wax melts, soaps, essential oils, skincare, make
        up, makeup, crafts, personalised, hampers, sourdough, welsh cakes, eggs, logs, honey, jam,
        kittens, puppies, pups, cockapoos, crochet, knitting""",
    "goods": """
        buggy, pram, pushchair, double buggy, cot, cot bed, cotbed, moses basket, high chair,
        highchair, car seat, toys, lego, clothes, bundle, joblot, job lot, lawnmower, sofa, table,
        bike, scooter, trampoline, slide, fridge, washing machine, dryer, tv, tv stand, wardrobe,
        bed, bunk beds, stairgate, monitor, xbox, playstation, switch, phone, ipad, laptop, tickets,
        car, astra, fiesta, corsa, van, caravan, flat, house, tickets, match tickets, dolls, shoes,
        coats, books""",
    "mine": """
        i do, i make, i'm doing, im doing, i bake, i offer, i sew, i run, i clean, i cook, i walk, i
        teach, i tutor, i babysit, i groom, i cut, i paint, i've started, ive started, just started,
        i have started, i've built, i've joined, i've launched, ive launched, i'm a, i am, i'm
        taking, i've taken, my business, my shop, my salon, my firm, my company, my little business,
        my etsy, my vinted, my page, my jewellery, my husband does, my hubby does, my brother does,
        my dad does, my partner does, my son does, my grandson does, my fella does, my sister does,
        my mate does, my cousin does, my wife does, my mum does, my brother in law, i'm selling, at
        mine, from home, from my, hosting, i'll run up, i will run up, i can do them, i'll do you,
        doing mini, we can, we offer, we are offering, i'm building""",
    "contact": """
        dm me, pm me, ask for, shout, i've spaces, message me, msg me, inbox me, drop me, text me,
        txt me, give me a shout, give us a shout, gimme a shout, call me, ring me, ask for, get in
        touch, message for, dm for, pm for, contact me, contact her, contact him, msg, reply,
        comment below, orders by, orders in, order by, order now, book now, to book, bookings,
        slots, spaces left, limited spaces, places left, spots left, availability, vacancies, free
        quotes, free quote, free valuation, drop a, ask me how, ask me, see my page, on my page,
        link in, on my profile, interested, anyone interested, pick up from, collection from,
        collect from""",
    "offer": """
        discount, % off, percent off, half price, special offer, introductory offer, mates rates,
        mate's rates, offer, this week only, first week free, first one free, first taster free,
        taster free, free taster, free trial, free for a month, two for, 3 for, cash preferred, cash
        only, very reasonable, reasonable rates, good price, cheap, cheaper than, no obligation,
        deal, sale on, code, use code, giveaway, staff rate, staff discount, rates, prices from,
        bargain, last few, last chance, limited time, buy one get, bogof, for preschool mums, for
        preschool families, for anyone in here, for anyone here, for anyone on here""",
    "earn": """
        earn, earning, earned, made, making, replaced my salary, side hustle, extra income, passive
        income, financial freedom, be your own boss, own boss, work from home, work from phone,
        working from home, from your sofa, from your phone, around the kids, round the kids, retire,
        quit my job, packed in my job, life changing, six figures""",
    "join": """
        join my team, my team, amazing team, building a team, quietly building, starter kit,
        business opportunity, opportunity, sign up, signs up, sign up two, get two friends, bring
        three, inviting three, invite friends, downline, network marketing, no selling, ladies who,
        looking for 5, looking for three, after three ladies, ask me how, recruiting, pyramid,
        gifting circle, put in, crypto, bitcoin, forex, trading, invest, invested, platform,
        returns, aloe vera, essential oils, body shop, avon, tupperware, tropic, arbonne, herbalife,
        juice plus, younique, scentsy, utility warehouse, sachet, sachets, coffee that, melts fat,
        shakes""",
}
SIGNS = signs(
    GROUPS,
    price=(
        "# {price}",
        "£",
        "ten|fifteen|twenty|thirty|forty|fifty|sixty|hundred|five|six|eight|twelve|eighteen|twenty_five|"
        "thirty_five|ninety quid|pound|pounds|"
        "an_hour|each|a_bag|a_go|the_lot|a_tray",
        "want #",
        "#/hr|#/hour",
        "a tenner|fiver|quid ~2 each|a_go|an_hour|a_head|a_bag|all_in|ono",
        "price|prices|cost ~3 list|from|start|include",
    ),
    sell=("{sell}",),
    goods=("{goods}",),
    trade=("{trade}",),
    mine=("{mine}",),
    contact=("{contact}",),
    offer=("{offer}",),
    earn=("{earn}",),
    join=("{join}",),
    want=(
        "wanted|looking_for|anyone_selling|recommend|does_anyone_know|can_anyone_recommend|"
        "has_anyone_got|anyone_got ~4 a|any|good",
    ),
    ours=(
        "pre-school|preschool|playgroup|nursery|setting|school|pta|committee|church|village|hall|"
        "community ~4 fair|fete|raffle|stall|"
        "fundraiser|fundraising|disco|quiz|sale|bingo|auction|party|jumble|tombola|fayre|fund|do",
        "proceeds|all_money|all_the_money|money_raised|profits ~3 to|go|goes|for ~4 preschool|nursery|"
        "kitchen|garden|roof|hospice|charity|"
        "school|playground|toys|group|food_bank|church|club",
        "raffle|tombola|cake_stall|bake_sale|cake_sale|coffee_morning|jumble_sale|sponsored|sponsor_me|"
        "bring_and_buy|in_aid_of|for_charity|quiz_night|"
        "lost_property|summer_fair|christmas_fair|xmas_fair|easter_fair|book_fair|plant_sale|"
        "second_hand_uniform",
        "tickets ~4 preschool|nursery|panto|nativity|quiz|disco",
        "free to|2 a|good? home|collector|anyone",
        "giving_away|give_away|freebie|for_free|free_of_charge|no_charge|dont_want_anything|"
        "don't_want_anything_for",
        "fees|invoice|session|sessions|trip_money|dinner_money|late_fee|deposit",
    ),
    bought=(
        "i|we paid|bought|spent|got|saw|seen|had",
        "how_much|too_dear|too_expensive|rip_off|cost_me|costs_me|charged|are_charging",
    ),
)
S = SIGNS

CHAIN: tuple[Rule, ...] = (
    rule(
        "a chain message",
        "copy paste ~6 to|groups|luck",
        "copy and paste ~2 to|do_not|dont|don't|this|and|&|if|on|onto|10|ten",
        "forward|send|pass|share|post ~3 this|it|these|that ~2 to|with # ~2 {people}",
        "forward|send|pass|share ~4 to|with five|six|seven|eight|nine|ten|eleven|twelve|15|20|10 ~2 {people}",
        "bad luck ~4 for|if|until|till",
        "break the? chain",
        "tag # ~1 {people}",
        "tag three|five|four|two|3 ~1 {people}",
        "if you get # back",
        "put|post this ~2 on|to|as your ~1 wall|status|page|profile|story",
        "repost|re-post|reshare if",
        "send ~3 book ~3 to ~3 person|name ~2 top|list",
        "receive # back",
        "will start charging tomorrow",
        "%|percent won't|wont|will_not",
        "forward ~4 before|or midnight|deleted|else",
        "do not|dont|don't break ~1 it|this|chain",
        "giving|giving_away|give ~3 vouchers|voucher ~8 forward|share|birthday|anniversary|everyone|click",
        "like share|, and|& ~3 win|tag|enter",
        "like|share|tag ~8 to win|for_a_chance",
        groups=GROUPS
        | {
            "people": "people, mums, friends, groups, mates, ladies, women, contacts, others, chats, "
            "families, of your, angels, you love"
        },
        severity=Severity.FLAG,
    ),
)
SCAMS: tuple[Rule, ...] = (
    rule(
        "it reads like a scam",
        "send|reply|confirm|resend|give|provide|enter ~6 card|bank|account|sort_code|pin|password|"
        "direct_debit ~3 details|number|to_continue|with|code|numbers|records",
        "fees|deposits|payments|payment|deposit|money ~4 new|different account",
        "direct_debit|payment|account ~4 failed|suspended|blocked|expired|on_hold|declined ~10 click|"
        "reply|send|avoid|update",
        "your|ur parcel|package|delivery ~8 fee|redeliver|pay|small_charge",
        "reply|text|comment|message|type|msg claim|yes|loan|info|freedom|rich|win|start|boss|cash|stop",
        "congratulations|congrats ~3 you|u ~3 chosen|selected|won",
        "you|u ~2 been chosen|selected ~4 free|for|to|win",
        "claim ~3 your|ur|a|yours|it|free ~2 gift|prize|voucher|refund|card|grant|money|reward|spins",
        "gift_card|giftcard|voucher|grant|refund|prize ~4 claim|waiting|click|link|yours",
        "free spins",
        "no deposit|credit_check",
        "loan|loans ~4 approved|minutes|instant|bad_credit|today|no_credit|fast|reply",
        "fast|instant|quick|urgent cash|loan|money|loans",
        "transfer|send|lend|wire ~3 # ~6 pay|paid|back|until|till|double|tomorrow|friday",
        "could|can|please|kindly ~4 transfer|send|lend|wire ~4 #",
        "stranded|stuck ~4 no|without|lost passport|wallet|phone|money",
        "western_union|moneygram|gift_cards_only|steam_cards|bank_transfer_only",
        "phone|mobile ~2 is? broken|lost|smashed|new_number ~10 send|transfer|lend|money|pay",
        "government|council|hmrc ~4 giving|paying|is_giving ~6 claim|every|message|details",
        "invest|invested ~3 # ~8 got|receive|received|returned|back|became|turned",
        "turned|turns # into #",
        "turned|turns|put ~3 quid|pounds|pound|# ~2 into|in ~4 k|grand|#",
        "put in # ~8 get|back|gets|out",
        "guaranteed ~3 %|return|returns|weekly|profit|income",
        "helped me ~3 invest|trade|earn|recover",
        "trusted|legit|genuine ~6 contact|message|dm ~2 her|him|now",
        "pay|send|just ~4 postage|shipping|transport_fee|delivery_fee|admin_fee",
        "serious moms|mums|ladies|women|people ~1 only",
        "no experience|qualifications ~3 needed|required|message|needed",
        "typing|data_entry|envelope_stuffing ~4 from home",
        "win_big|spin_to_win|bonus_spins|free_bet|free_bets",
        "crypto|bitcoin|forex|coin ~8 made|turned|earn|profit|coach|mentor|easy|msg|double",
        "from head_office|the_nursery|the_preschool ~10 new_account|card_number|bank_details|sort_code",
        groups=GROUPS,
        subtype="scam",
        unless="beware is_it_a_scam scam-warning fake-text dont-click don't-click watch-out raffle "
        "ignore-any is-it-real phishing",
        severity=Severity.HIDE,
    ),
)
ADVERTS: tuple[Rule | Recipe, ...] = (
    rule(
        "an advert or a private sale",
        "{sell} ~8 {goods}",
        "{goods} ~6 {sell}",
        "{goods} ~8 # ~6 {sell|contact|price|ono}",
        "selling ~6 #",
        "paid # ~3 want #",
        "any_offers|open_to_offers|make_an_offer|msg_me_offers|offers_please",
        "# % off",
        "# ~1 off ~6 {mine|shop|salon|jewellery|in_here|from_here|preschool|you_say|mention}",
        "shop|store|etsy|salon|page|business|book|app|website|range ~4 is|'s|s|now|just ~2 live|open|"
        "out|launched|launching|up_and_running",
        "buy ~4 leave ~2 review",
        "my ~2 book ~4 out|amazon|published|on_sale",
        "hobby ~2 turned|into ~2 business",
        "new clients|customers|customer|client ~4 {offer|welcome|this|discount}",
        "could|would|love|appreciate ~4 custom|the_business|your_support",
        "support a? local|small lad|business|businesses|mum|maker|baker",
        "vote ~3 for ~2 my|me|our ~6 awards|salon|business|competition|bonny|shop|team|baby|cover",
        "awards ~8 vote|votes",
        "each vote|votes is|cost|costs",
        "fill_in|fill_out|complete|do|answer|take ~3 my|this|our|these ~2 survey|questionnaire|"
        "questions ~8 {dissertation|course|voucher|draw|win|uni|project|degree|masters|prize}",
        "survey|questionnaire|questions ~10 draw|voucher|win|prize|spa|dissertation|degree",
        "raise|raising|fundraiser|gofundme|crowdfunding ~8 my|our|cousin's|van|ivf|holiday|wedding|"
        "honeymoon ~8 helps|tenner|link|donate|gave|anything",
        "{mine} ~2 ivf fundraiser",
        "is now? enrolling|enroling",
        "enrolling|spaces|places|vacancies ~4 now|left|available|from|on ~6 {trade|classes|class|"
        "saturdays|september|term|kickers|club|sessions|ages}",
        "hosting|holding|having|doing|throwing a|an|my ~4 party|evening|demo|night ~8 {join|buy|orders|"
        "discount|hostess|candles|avon|products|off|prosecco}",
        "{join} ~6 party|demo|evening|night|book|catalogue ~4 {at_mine|orders|thurs|fri|sat|mon|tues|"
        "weds|out|tonight|hostess|at|wine|buy}",
        "brochure|catalogue|book's|book ~3 out|is_out ~6 orders|order|leave",
        "try my ~1 sister's|brother's|mum's|friend's|mate's|husband's|cousin's ~2 {trade|salon|shop|"
        "cafe|place|garage|business}",
        "tell|say ~1 her|him|them ~2 i_sent|preschool|from_me",
        "to let ~8 {price|#|pcm|viewing|furnished}",
        "#? bed|bedroom terrace|flat|house|semi ~4 to_let|for_rent|for_sale|to_rent|available",
        "flat|cottage|caravan|villa|lodge|van|apartment|tourer ~6 free|available|sleeps|sited|berths|"
        "near ~10 {#|sleeps|weekends|week|hundred}",
        "sleeps # ~6 {#|price|dogs|book}",
        "looking for ~3 family|families to share|split",
        "nanny share",
        "registered childminder ~6 vacancy|vacancies|spaces|space|places",
        "delete if not|against|this_isn't",
        "hope ~4 ok|okay|allowed|alright ~3 to_post|to_share|advertise ~20 {mine|started|business|do|"
        "selling}",
        "not_meant_to|not_supposed_to|know_we_can't|not_allowed_to advertise",
        "i|we|he|she 'll|will|can|could do ~3 # ~2 off",
        "{mine} ~4 {trade} ~12 {#|cash|offer|contact|price|reasonable|mates}",
        "{trade|sets} ~3 at|from mine|home|my ~12 {#|contact|offer|price|cash}",
        "{trade} ~4 # ~6 {price|contact|off|from|session|hour|each|drop}",
        "{trade} ~14 {contact} ~14 {#|cash|offer|no_job|small}",
        "no job too small|big",
        "{earn} ~10 {join}",
        "{join} ~10 {earn}",
        "earn|made|making|earning|earns|make ~2 £ ~4 month|week|day|wk|mth|from_home|kids|last|sofa|"
        "evening|selling",
        "{earn} ~6 # ~4 {a_month|a_week|wk|month|week|last_month}",
        "be your|ur own boss",
        "ladies|mums|women|girls who|that ~1 want|would_like|fancy|like ~2 earn|extra|a_little",
        "little|bit_of independence ~6 team",
        "(it's|its|it_is) my husband|son|brother|wife ~3 biased",
        "i|ive|i've started stocking",
        "loved it ~4 stocking|selling|rep|signed",
        "i've|ive become|joined a? ~2 rep|consultant|ambassador|distributor|team",
        "ready in # weeks ~6 {#|puppies|kittens|mum}",
        "looking for ~2 models|case_studies|volunteers|testers|guinea_pigs ~6 {price|free|discount|"
        "lashes|hair}",
        "{mine} ~8 {offer} ~10 {preschool|in_here|on_here|families|parents|here}",
        "{offer} ~4 for|to any|all|preschool|you|my ~2 preschool|lovely|mums|parents|families|of_my",
        "{mine} ~10 # ~2 {price|hr|hour|session|bag|set|for} ~14 {contact}",
        "any ~3 {of_my|my}? lovely ~2 parents|mums ~2 interested",
        "{trade|bread|eggs} ~2 again|for_sale|ready ~4 £",
        "£ ~2 a|for|per set|house|bag|tin|jar|box|dozen|loaf|six|pair|night|day|week|head|metre|"
        "half_hour|cut|clip|tub|half|go|tray",
        "half a dozen for £",
        "# ~2 quid|pounds|pound ~1 a|for|per set|house|bag|tin|jar|box|dozen|loaf|six|pair|night|day|"
        "week|head|metre|cut|clip|tub|go|tray|hour|each",
        "{bags|party|people|person} # ~1 pound|pounds|quid",
        "club|camp|class|course|workshop ~10 £ ~2 a_day|a_session|drop|drop_in|block|per|each|a_week",
        "i|i'll|ill|we|can ~1 do|make|print|run_up|knit|sew|bake|sell ~6 £",
        "£ ~4 collected|delivered|delivery|collection|postage|posted",
        "£ ~8 pm|dm|message|msg|inbox ~1 me",
        "gifting circle",
        "help|helps|anything|donate|link ~4 on my profile|page|bio",
        "loads|lodes ~2 of {goods} ~8 {sell|offers}",
        "free valuation|quote|quotes|consultation|estimate|estimates",
        "cheaper than ~3 {rank|shops|agency|council|others|nursery|anywhere|high_street|salon}",
        "my|our firm|company|business|salon|shop|studio|van|stall does|do|is|has|offers|can ~20 "
        "{come_to|offer|£|discount|book|call|free|off|half}",
        "come to me and|not|for",
        "who'd|who_would|would_you|anyone like|want|fancy to_be|be their|your own",
        "retire ~2 husband|fella|hubby",
        "{made|bags|bottles|mugs|fridge|cushions|keyrings|magnets|prints|toppers} ~12 selling|to_sell|"
        "to_flog|# ~2 {each|quid|pound|price}",
        "got ~2 box|boxes|stack|loads|load|bag|some ~12 {# |for} # ~3 {each|pair|bag|quid}",
        "delivery if|available|included|free ~6 {side|area|ring|over|local}",
        groups=GROUPS
        | {"made": "made mugs, made these", "sets": "gel sets, sets", "bread": "loaves, sourdough, bread"},
        unless="recommend council delivery-driver office-fee",
        severity=Severity.FLAG,
    ),
    Recipe(
        "something offered for money",
        (S["price"], S["sell"]),
        (S["ours"],),
        severity=Severity.FLAG,
        within=40,
    ),
    Recipe(
        "something offered for money",
        (S["price"], S["mine"], S["contact"]),
        (S["ours"], S["bought"]),
        severity=Severity.FLAG,
    ),
    Recipe(
        "something offered for money",
        (S["price"], S["mine"], S["trade"]),
        (S["ours"], S["bought"], S["want"]),
        severity=Severity.FLAG,
    ),
    Recipe(
        "something offered for money",
        (S["price"], S["goods"], S["contact"]),
        (S["ours"], S["bought"], S["want"]),
        severity=Severity.FLAG,
    ),
    Recipe(
        "something offered for money",
        (S["price"], S["trade"]),
        (S["ours"], S["bought"], S["want"]),
        severity=Severity.FLAG,
        within=16,
    ),
    Recipe(
        "work offered by a member",
        (S["trade"], S["offer"]),
        (S["ours"], S["want"]),
        severity=Severity.FLAG,
        within=20,
    ),
    Recipe(
        "work offered by a member",
        (S["mine"], S["trade"], S["contact"]),
        (S["ours"], S["want"]),
        severity=Severity.FLAG,
    ),
    Recipe(
        "work offered by a member",
        (S["mine"], S["trade"], S["offer"]),
        (S["ours"], S["want"]),
        severity=Severity.FLAG,
    ),
    Recipe(
        "something offered for money",
        (S["price"], S["offer"], S["contact"]),
        (S["ours"], S["bought"]),
        severity=Severity.FLAG,
    ),
    Recipe("an offer to earn money", (S["earn"], S["join"]), (S["ours"],), severity=Severity.FLAG),
)
ASKS_FOR_WORK = rule(
    "somebody looks for work to be done",
    "recommend|recommendation|hairdresser|plumber|cleaner|babysitter|sitter|builder|slates|"
    "roofer|electrician|tutor|painter|dog_walker|cattery|gardener|anyone_know_a|know_a_good",
    groups=GROUPS,
)


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """Scams first; what the setting itself sells for its own funds is no advert."""
    folded = post.folded
    scams = list(found(Category.PROMO, SCAMS, folded))
    yield from scams[:1]
    if scams:
        return
    yield from list(_adverts(post))[:1]


def _adverts(post: Post) -> Iterator[Finding]:
    folded = post.folded
    yield from found(Category.PROMO, CHAIN, folded)
    if S["ours"].search(folded) is None:
        yield from found(Category.PROMO, ADVERTS, folded)
