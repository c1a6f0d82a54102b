"""Posts in our own words for each kind of thing, and harmless ones that look like them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from moderation.category import Category
from moderation.facts import Facts, RosterNames, named
from moderation.post import Author, Media, Post, Role

MORNING = datetime(2026, 9, 9, 9, 30, tzinfo=UTC)  # a Wednesday, while the children are there
NIGHT = datetime(2026, 9, 9, 1, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Words:
    """`posts` show the category, `harmless` ones are left alone; `detector` names the
    module that reads them, or several.

    `how` is the rest of each post that shows it, such as its media.
    """

    category: Category
    detector: str
    posts: tuple[str, ...]
    harmless: tuple[str, ...]
    how: Mapping[str, Any] = field(default_factory=dict)
    roster: RosterNames | None = None

    @property
    def facts(self) -> Facts:
        """The rules alone: no model has found anything."""
        return Facts({"toxicity": 0.0}, roster=self.roster)

    def post(self, text: str, role: Role, **more: Any) -> Post:
        return Post(text, Author(7, frozenset({role})), **{**self.how, **more})

    def fair(self, text: str, role: Role, **more: Any) -> Post:
        return Post(text, Author(7, frozenset({role})), **more)


ABUSE = Words(
    Category.ABUSE,
    "abuse",
    (
        "you are a pathetic excuse for a mother",
        "shut your stupid mouth Karen you silly cow",
        "what a bunch of absolute idiots you all are",
    ),
    ("sorry I was such an idiot and forgot my own key", "the bloody bus is late again, see you at ten"),
)
CHILDREN = RosterNames(
    own_children=frozenset({named("Wilf", surname="Tansley")}),
    other_children=frozenset({named("Odette", surname="Brisk"), named("Rufus", surname="Penhale")}),
    may_be_named=frozenset({named("Odette", surname="Brisk")}),
    no_publish=frozenset({named("Rufus", surname="Penhale")}),
)

INSULT_WITH_OWN_NUMBER = Words(
    Category.ABUSE,
    "abuse",
    ("you pathetic idiot, ring me on 07700 900123 if you dare",),
    ("ring the office if you are late",),
)
THREAT = Words(
    Category.THREAT,
    "threat",
    (
        "come near my car again and I will break your legs",
        "I know where you live so watch your back",
        "delete that or I'll tell your husband everything",
    ),
    (
        "I could kill for a cup of tea after that run",
        "if this rain goes on I will ring the office about Friday",
    ),
)
DISCRIM = Words(
    Category.DISCRIM,
    "discrimination",
    (
        "all these foreign families should go back where they came from",
        "gypsy kids bring nits in, keep them away from mine",
        "kids with special needs should go somewhere else, they hold the rest back",
    ),
    (
        "we celebrate Diwali at home, shall I bring some sweets for everyone?",
        "is the side door wide enough for a wheelchair?",
    ),
)
BULLY = Words(
    Category.BULLY,
    "bullying",
    (
        "nobody invite Priya to anything, she can sit on her own",
        "we made a new group without Dawn, message me for the link",
        "who else can't stand Mrs Lowe? hands up",
    ),
    (
        "we could only ask ten to the bowling, sorry to those we missed",
        "sorry Dawn, that came out wrong earlier",
    ),
)
ALLEGE = Words(
    Category.ALLEGE,
    "accusation",
    (
        "the treasurer has been stealing from the raffle tin for months",
        "the manager fakes the training records before every inspection",
        "that caterer is a crook, he took the deposit and kept the money",
    ),
    ("who is treasurer this year? I have the raffle money here", "the inspection report is up on the board"),
)
DISREPUTE = Words(
    Category.ALLEGE,
    "accusation",
    (
        "this nursery lies to Ofsted, share this everywhere",
        "they fiddle the registers at this place and everyone should know",
    ),
    ("the Ofsted report came out today and it is a good read",),
)
COMPLAINT = Words(
    Category.COMPLAINT,
    "complaint",
    (
        "really disappointed that nobody told us about the early closing again",
        "the fees have gone up and the snacks are worse, not good enough",
        "communication has been awful this term",
    ),
    ("my boy moans about peas every night, any ideas?", "thank you for the lovely harvest tea"),
)
GRIEVANCE = Words(
    Category.COMPLAINT,
    "complaint",
    (
        "short staffed again and not a word of thanks from management, morale is on the floor",
        "management never listen to us and the rota is a mess again",
    ),
    ("lovely day in the garden with everyone, thanks all",),
)
CONFID = Words(
    Category.CONFID,
    "confidential",
    (
        "between us, Mrs Dunn has been suspended, don't say I told you",
        "that family are three months behind with their fees, I was told in confidence",
        "the door code is 5813 if you come late",
    ),
    ("the door shuts at quarter past nine from Monday", "I'm expecting! a little sister in June"),
)
WORK_PAPERS = Words(
    Category.CONFID,
    "confidential",
    (
        "committee minutes attached, see the bit about redundancies",
        "the minutes of the closed meeting are attached, item four is about pay",
    ),
    ("has anybody a copy of last week's newsletter?",),
)
PDATA = Words(
    Category.PDATA,
    "contact_details",
    (
        "Noras mum is on 07700 900342 if you want to share lifts",
        "you can write to her at helen.trott@example.com",
        "her dad's mobile is 07700 900 518",
    ),
    ("order 4471 came to twelve pounds fifty", "in an emergency ring 999"),
)
BANK = Words(
    Category.PDATA,
    "contact_details",
    ("pay me for the present: sort code 20-00-00 account 55779911",),
    ("it is four pounds each for the present, cash in the tin",),
)
OWN_NUMBER = Words(
    Category.PDATA,
    "contact_details",
    ("my number is 07700 900123 if anyone wants a lift", "text me on 07700 900 655 about the picnic"),
    ("I have a spare seat in the car if anyone wants a lift",),
)
SECURITY_ANSWER = Words(
    Category.PDATA,
    "contact_details",
    ("fun quiz: my first pet was Rusty and my mum's maiden name was Crabtree",),
    ("we are thinking of getting a goldfish",),
)
CHILD_ID = Words(
    Category.CHILD_ID,
    "child_identity",
    (
        "Harriet Ashworth is four today, happy birthday lovely girl",
        "Albie is at the splash park until three, come and find us",
        "Florence goes home with her nan from the church gate every Tuesday at twelve",
    ),
    ("all the children finish at noon on Friday", "mine loved the mud kitchen today"),
)
OTHER_CHILD = Words(
    Category.CHILD_ID,
    "child_identity",
    ("Rufus was so sweet in the sandpit", "lovely to see Rufus in his new wellies"),
    ("what a sweet bunch they were in the sandpit", "lovely to see new wellies"),
    roster=CHILDREN,
)
WILLING_CHILD = Words(  # her family has said yes
    Category.CHILD_ID,
    "child_identity",
    ("Odette was so sweet in the sandpit",),
    ("what a sweet bunch they were in the sandpit",),
    roster=CHILDREN,
)
OWN_CHILD = Words(
    Category.CHILD_ID,
    "child_identity",
    ("Wilf loved the story about the bear",),
    ("mine loved the story about the bear",),
    roster=CHILDREN,
)
SENSITIVE = Words(
    Category.SENSITIVE,
    "private_life",
    (
        "Jasper is waiting for his autism assessment, so be patient with him",
        "her dad isn't allowed to collect, there is a court order",
        "they are on universal credit and get the free place",
    ),
    (
        "a case of chickenpox is going round, please look for spots",
        "I have a rotten cold, so grandad does the run",
    ),
)
CODED = Words(
    Category.CODED,
    "coded",
    (
        "not naming names but a certain little darling bit someone again",
        "you know who was late to collect again, three guesses",
        "someone's precious angel had another episode at the sand tray, iykyk",
    ),
    (
        "small blue boot by the door with RT inside, whose is it?",
        "you know that song from the play? it is stuck",
    ),
)
PHOTO = Words(
    Category.IMAGE,
    "images",
    ("look at them all on sports day", "", "such fun at the farm"),
    ("it was such fun at the farm", "the poster for the fair is on the board"),
    how={"media": Media.PHOTO},
)
VIDEO = Words(
    Category.IMAGE,
    "images",
    ("the whole nativity, twenty minutes", "here they are singing"),
    ("they sang so well at the nativity",),
    how={"media": Media.VIDEO},
)
NEVER_SHOWN = Words(
    Category.IMAGE,
    "images",
    ("Rufus on the big slide",),
    ("who was first on the big slide?",),
    how={"media": Media.PHOTO},
    roster=CHILDREN,
)
TAGGING = Words(
    Category.IMAGE,
    "images",
    ("tagging both of you in this picture", "I'll tag the mums in the photo from the fair"),
    ("found: a name tag with a bear on it",),
)
ASKED_FOR_PICTURES = Words(
    Category.IMAGE,
    "images",
    ("can someone post all the party pics in here please",),
    ("can someone post the time of the party please",),
)
LINK = Words(
    Category.LINK,
    "links",
    ("read this https://madeup-parenting.example.net/tips", "my page: https://tansley-crafts.example.org"),
    ("thirty hours: https://www.gov.uk/30-hours-free-childcare", "it is on the website under letters"),
)
SHORT_LINK = Words(
    Category.LINK,
    "links",
    ("free voucher bit.ly/3xAbCdE", "tickets here https://tinyurl.com/fair-day"),
    ("tickets are in the office",),
)
BAD_LINK = Words(
    Category.LINK,
    "links",
    ("win big tonight https://www.bet365.com/bonus",),
    ("win a hamper at the fair tonight",),
)
SETTING_LINK = Words(
    Category.LINK,
    "links",
    ("the dates are on https://woodham.example/dates", "the letter is on http://www.woodham.example/letters"),
    ("the dates are in the letter",),
)
COPYRIGHT = Words(
    Category.COPYRIGHT,
    "copyright",
    (
        "it's behind a paywall so I've pasted the whole article here",
        "I scanned every page of the phonics book for all of you",
        "ripped the whole Frozen album off youtube, who wants it?",
    ),
    (
        "good piece in the Guardian today about reading, link below",
        "I drew a poster for the fair, print it if you like",
    ),
)
CREDITED = Words(
    Category.COPYRIGHT,
    "copyright",
    ("I typed out the whole poem for everyone, all credit to Jane Crabb",),
    ("good piece in the Guardian today about reading, link below",),
)
PERMITTED = ("I typed out the whole poem for everyone, all credit to Jane Crabb, shared with permission",)
LOGO = Words(
    Category.COPYRIGHT,
    "copyright",
    (
        "made some mugs with the preschool logo to sell at the fair",
        "I put the preschool logo on my cake page",
    ),
    ("logo jumpers can be ordered from the office",),
)
CHAT = Words(
    Category.SPEAKER,
    "speaker",
    ("anyone watching bake off tonight?", "off to the pub with my sister this weekend"),
    ("thank you for the spare socks", "bring a coat tomorrow, it will rain"),
)
PARTNER = Words(
    Category.ALLEGE,
    "accusation",
    ("Crumbly Kitchen is useless, avoid them",),
    ("Crumbly Kitchen bring the lunches at noon",),
)
SAFEGUARD = Words(
    Category.SAFEGUARD,
    "safeguarding",
    (
        "he had finger marks on his arms again and flinched when I asked",
        "her stepdad hits her, she told my daughter",
        "I'm frightened I will hurt him tonight, I can't cope",
    ),
    ("he fell off the scooter and has a bump but he's fine", "the first aid course is on Saturday"),
)
STAFF_ALLEGATION = Words(
    Category.SAFEGUARD,
    "safeguarding",
    ("I saw a member of staff hit a toddler in the garden", "one of the staff grabbed him by the neck"),
    ("a member of staff read them a story in the garden",),
)
IN_DANGER = Words(
    Category.SAFEGUARD,
    "safeguarding",
    (
        "there is a toddler alone on the main road right now, no shoes",
        "he is drunk and driving off with her from the gate now",
    ),
    ("there is a long queue on the main road right now",),
)
GROOM = Words(
    Category.GROOM,
    "grooming",
    (
        "does your little girl have her own tablet? I'll add her on roblox",
        "I babysit for free, no need for parents to stay, it will be our secret",
        "any more pics of the kids in the paddling pool? they are so sweet",
    ),
    ("can anybody recommend a sitter with references?", "playdate at ours on Sunday, parents stay too"),
)
STAFF_AND_CHILD = Words(
    Category.GROOM,
    "grooming",
    ("tell him he can message me on whatsapp whenever, no need to go through mum",),
    ("tell him his painting is on the wall",),
)
CONTACT = Words(
    Category.CONTACT,
    "contact",
    ("Miss Amy can I add you on facebook?", "has anyone got Mrs Dunn's mobile number?"),
    ("Miss Amy was brilliant with mine today", "does anyone fancy the park, mums and dads?"),
)
STAFF_CONTACT = Words(
    Category.CONTACT,
    "contact",
    (
        "just message me direct on whatsapp, easier than the office",
        "I accepted your friend request on facebook",
    ),
    ("please ring the office about the extra session",),
)
STAFF_NUMBER = Words(
    Category.PDATA,
    "contact_details",
    ("ring me on 07700 900777 about your session", "text me on 07700 900 188 about your session"),
    ("ring the office about your session",),
)
QUERY = Words(
    Category.QUERY,
    "query",
    (
        "are we open on the third or is it inset?",
        "do they need a packed lunch for the trip or is it in the price?",
    ),
    ("anyone up for the park after?",),
)
CHILDQ = Words(
    Category.CHILDQ,
    "one_child query",
    (
        "Isobel won't be in today, she has a tummy bug",
        "how has he been eating at lunch? he comes home starving",
        "can my mum collect today instead of me?",
    ),
    ("does everybody's come home starving?", "how does the two year check work?"),
)
PRESS = Words(
    Category.PRESS,
    "press",
    (
        "I'm a reporter at the Herald looking into nursery closures, message me",
        "local radio have asked me for a comment, shall I talk to them?",
    ),
    ("did you see the piece in the Echo about the swings?", "press the green button to get in"),
)
AS_SETTING = Words(
    Category.SPEAKER,
    "speaker",
    (
        "on behalf of the preschool: fees are due by Friday",
        "I can confirm that the setting is closed on Monday",
    ),
    ("I hear it may be shut on Monday, has anyone the letter?",),
)
ANONYMOUS = Words(
    Category.SPEAKER,
    "speaker",
    (
        "posting this for a mum who wants to stay anonymous",
        "sharing for a friend who doesn't want to be named",
    ),
    ("asking for a friend, is there parking?",),
)
SELF_IDENTIFIES = Words(
    Category.SPEAKER,
    "speaker",
    ("I work at the preschool, so I know", "as someone who works here I can tell you it is the last week"),
    ("what a lovely sunny morning for the fair",),
)
WORKS_WITH_CHILDREN = Words(
    Category.SPEAKER,
    "speaker",
    (
        "I work with children all day long",
        "working with little ones is my career",
    ),
    ("a quiet evening at last",),
)
OWN_VIEW = Words(
    Category.SPEAKER,
    "speaker",
    (
        "we all think the new library is too small",
        "all of us feel that the evening slot is best",
    ),
    ("speaking for myself and not the preschool, I love the new library",),
)
PROMO = Words(
    Category.PROMO,
    "promo",
    (
        "selling a double buggy, fifty quid, collection only",
        "I do gel nails from home, message me for prices",
        "earn 400 pounds a week from home, ask me how",
    ),
    ("the fair is on Saturday, all proceeds to the garden", "can anyone recommend a plumber?"),
)
CONTROV = Words(
    Category.CONTROV,
    "controversy",
    (
        "vote for them on Thursday or lose your hours",
        "don't let them give your kids the MMR, do your own research",
        "sign the petition to stop the asylum hotel",
    ),
    ("the hall is a polling station on Thursday, so we are shut", "flu forms are due back on Friday"),
)
ILLEGAL = Words(
    Category.ILLEGAL,
    "illegal",
    (
        "selling blue badges, no questions asked",
        "got weed for the weekend, dm me",
        "can get you a DBS certificate done, looks proper real",
    ),
    ("the chemist has got Calpol in again", "did you see that raid on the news?"),
)
EVERYDAY = (
    "Running five minutes late, the bridge is up",
    "Thank you all for a lovely sports day",
    "Anyone found a green hat with a pompom?",
    "What a beautiful display in the hall",
    "Bring spare socks, it is pouring",
    "Well done on the sponsored walk, what a total",
    "Coffee at ours after drop off if anyone is free",
)
