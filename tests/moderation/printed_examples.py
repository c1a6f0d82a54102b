"""The examples printed in our policy: for each category what must be found and what must not."""

import re
from dataclasses import dataclass

from moderation.category import Category
from moderation.post import Author, Media, Post, Role


@dataclass(frozen=True)
class Example:
    """A printed line. A bracket before it says who sent it, one behind names another category."""

    category: Category
    fires: bool
    line: str

    @property
    def also(self) -> tuple[str, ...]:
        return tuple(re.findall(r"\[(?:also )?([A-Z_]+)\]$", self.line))

    @property
    def post(self) -> Post:
        text = re.sub(r"\s*\[(?:also )?[A-Z_]+\]$", "", self.line)
        front = re.match(r"\[([^\]]*)\]\s*", text)
        told = front.group(1) if front else ""
        role = next((role for word, role in SENDERS.items() if word in told), Role.PARENT)
        media = next((kind for word, kind in ATTACHED.items() if word in told), None)
        return Post(text[front.end() :] if front else text, Author(None, frozenset({role})), media)


SENDERS = {
    "staff": Role.STAFF,
    "committee": Role.COMMITTEE,
    "official post": Role.MANAGER,
    "relative": Role.RELATIVE,
}
ATTACHED = {"photo": Media.PHOTO, "video": Media.VIDEO, "audio": Media.AUDIO, "voice": Media.VOICE}

PRINTED: dict[Category, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Category.ABUSE: (
        (
            "ur an absolute joke of a mother sort ur kid out 🙄",
            "whoever parked across the gate this morning is a selfish cow",
            "Nobody asked you Karen, crawl back under your rock 😂",
            "manager is a stuck up b*tch and she knows it",
            "honestly shut ur fat mouth Lisa every single day its moaning with u",
            "Some of u lot shouldnt be allowed kids tbh. thick as mince 🤡",
        ),
        (
            "bloody hell the bypass is a nightmare, running 10 mins late sorry!",
            "This weather is doing my head in, kids are absolutely feral today 😅",
            "haha you're a nightmare Jo 😘 see you at pick up xx",
            "Someone called me a rude name at the gate earlier, can a member of staff ring me pls? [QUERY]",
        ),
    ),
    Category.THREAT: (
        (
            "wait til i see u at pick up ur gonna get whats coming",
            "I know what car you drive and I know where you live hun. Just saying.",
            "if she goes near my lad again i will put her in hospital",
            "Tell your husband to watch his back 🔪",
            "Take that comment down or I'll tell everyone what you did in 2019",
            "someone should put a brick thru that office window tonight",
        ),
        (
            "I'm gonna kill him, he's left the lunchbox on the bus AGAIN 😂",
            "I'll be putting in a formal complaint and ringing Ofsted in the morning [COMPLAINT]",
            "my 3yo threatened to put me in the bin this morning lol",
            "Heads up there's a dog loose by the car park, looked aggressive, be careful",
        ),
    ),
    Category.DISCRIM: (
        (
            "too many foreign ones in this yr, mine cant make friends cos none of them speak english",
            "Men shouldnt be changing nappies in a preschool, end of. its not natural",
            "sen kids should go somewhere else they just hold the normal ones back",
            "not being funny but traveller kids always bring nits in",
            "two dads?? poor kid 🤢",
            "typical woman driver in that 4x4 lol ban her from the car park",
        ),
        (
            "Is there step free access to the hall for grandad's wheelchair?",
            "Does anyone know a good Polish bakery near the village? Want something for world food day 🇵🇱",
            "We're fasting for Ramadan so will skip the cake stall but happy to help set up 😊",
            "Can we get more books with Black and brown characters in the book corner? happy to donate",
        ),
    ),
    Category.BULLY: (
        (
            "certain mum in the red coat thinks the rules dont apply to her again today… no names 👀",
            "omg did you see what T's mum turned up in 😂😂 charity shop called, wants it back",
            "dont invite that family to anything they never pay ppl back",
            "We've made another chat without Shelley, msg me for the link 🤫",
            "Who else is sick of Mrs H and her moods? drop a 🙋‍♀️",
            "its HER kid thats the biter btw. everyone knows. just keep yours away",
        ),
        (
            "Whoever has the red coat from peg 12 could you check the label? think we've swapped 😊",
            "Sorry Shelley that came out wrong earlier, didnt mean it like that xx",
            "Please can we not do pile ons in here, just speak to Jo directly",
            "Party invites are in the trays, only 12 allowed at soft play so sorry if we missed anyone",
        ),
    ),
    Category.ALLEGE: (
        (
            "the treasurers been pocketing the raffle money, ask anyone",
            "Heard the cook hasnt got any food hygiene certs, they just fake it for inspections",
            "that photographer they use is a con artist, took £40 off me and ran",
            "we all know why the deputy left 😉 ask her about the petty cash",
            "This place lies to Ofsted to stay open. Share this EVERYWHERE",
            "she got sacked from her last nursery for hitting kids, google her [also SAFEGUARD]",
        ),
        (
            "The Ofsted report is up now if anyone wants a read",
            "Who's treasurer this year? Got the raffle money to hand in 😊",
            "The photographer sent mine to the wrong house, how do I get hold of him to sort it? [QUERY]",
            "I think £4 for being late is a bit steep tbh [COMPLAINT]",
        ),
    ),
    Category.COMPLAINT: (
        (
            "Really disappointed nobody told us about the closure til 7am. again.",
            "Fees up 12% and they still cant get the snack menu right, what are we paying for",
            "3rd time this wk mine has come home in someone elses trousers, not good enough",
            "Comms are shocking at the moment 😤",
            "is anyone else not happy w how settling in is being done??",
            "[staff] short staffed AGAIN and no thanks from management as usual, morale on the floor",
        ),
        (
            "Could we maybe get the closure texts a bit earlier pls? 🙏 [QUERY]",
            "Gutted we missed the nativity, sounded amazing!",
            "My son complains about broccoli every single day lol, how do u get them to eat it",
            "Council have dug up the road again, useless, allow extra time",
        ),
    ),
    Category.CONFID: (
        (
            "Gate code is 4471 if ur running late and nobodys at the door",
            "between us Mrs P is off cos she's been suspended, dont say i said",
            "Committee minutes attached 📎 see item 5 re redundancies",
            "That family are 2 months behind on fees apparently, been told on the quiet",
            "[committee] Ofsted are coming tues, manager told us not to tell parents yet",
            "lucy in toddler room is pregnant!! she hasnt told anyone yet eek",
        ),
        (
            "AGM is 7pm on the 14th in the hall, all welcome",
            "Gate will be shut at 9.15 sharp from Monday, as per Friday's letter",
            "I'm pregnant! 🎉 number 2 due in May",
            "Anyone got a copy of the newsletter that went out last week?",
        ),
    ),
    Category.PDATA: (
        (
            "Mias mum is 07700 900461 if anyone needs to sort lifts",
            "pls chip in for the teacher gift, sort code 20-00-00 acc 55779911, J Barnes",
            "just drop it at ours 14 Orchard Close WY9 7TP, keys under the pot 😬",
            "Aw cute quiz! mine = Biscuit (first pet) + Station Road, mums maiden name Pritchard 😂",
            "my nhs no is 943 476 5919 does that look right for the form??",
            "Happy birthday to me 🎂 40 today, 3/2/86, Hereford born and bred, up the Bulls ⚽",
        ),
        (
            "If its urgent ring 999, otherwise the office number's on the website",
            "Order no. 07711 for the polo shirts, £8.50 each, sizes 3-4",
            "NSPCC one is 0808 800 5000, someone asked earlier",
            "Room 14, session 9-12, week of 3rd Feb I think?",
        ),
    ),
    Category.CHILD_ID: (
        (
            "Oliver Hadley-Smith is 4 today!! happy birthday gorgeous boy 🎈",
            "Nana gets Evie from the church gate at 12 every tues n thurs, white Corsa, if anyone "
            "wants to say hi",
            "the twins from Mill Lane are off to St Peters in sept too, Ava and Noah B",
            "me and Freddie at the splash park RN come find us, here til 3",
            "Anyone going past the hall at 3? Could u walk Archie home, we're no 9 with the blue door",
            "Class list for xmas cards: Alfie W, Bella T, Charlie N, Daisy K, Ella R",
        ),
        (
            "All children finish at 12 on Friday for staff training",
            "Elsa and Olaf are visiting the xmas fair at 2pm 🎄⛄",
            "Max the guinea pig needs a home for half term, any takers?",
            "Mine loved forest school today, came home covered in mud 😂",
        ),
    ),
    Category.SENSITIVE: (
        (
            "Is it Jacob thats got the nut allergy or his sister? want to get the cupcakes right",
            "dont worry about him hes waiting on his autism assessment bless",
            "her dads not allowed to collect anymore, theres a court order",
            "they're on the free 2yr place cos she's on universal credit",
            "Leo's still in nappies at nearly 4, surely thats not normal?",
            "social services were round at number 6 again last nite, those poor kids [also SAFEGUARD]",
        ),
        (
            "There's been a case of chickenpox in setting, please check for spots 🐔",
            "When do the 30 hrs codes need renewing does anyone know? [QUERY]",
            "I've got an awful cold so grandad's doing the run today",
            "Free SEND drop in at the library Thurs 10-12, poster attached",
        ),
    ),
    Category.CODED: (
        (
            'someones little darling had another "episode" at the sand tray 🙃 iykyk',
            "[staff] Well that was a day. LB + the scissors incident. need wine 🍷",
            "not naming names but the curly haired one in pm group shouldnt be near mine",
            "you know who was late to collect AGAIN. 3 guesses",
            "🐍🐍 the committee end of the table, you know who u are",
            "[staff] my fave family were in today… 🙄 the K clan strikes again",
        ),
        (
            "Someones left a small blue wellie by the door, initials LB inside",
            "Need wine after that bedtime 🍷 mine would NOT go down",
            "you know that song from the nativity? stuck in my head all day",
            "PM group trip forms due Friday, both PM groups",
        ),
    ),
    Category.IMAGE: (
        (
            "[photo: six children on a climbing frame] so cute at sports day!! 😍",
            "[video: nativity, whole cast] got the full thing if anyone wants it, 22 mins",
            "[photo: child crying, yoghurt everywhere] LOL who does this one belong to 😂",
            "@SarahJ @Gemma84 tagging you both, your two are at the back of this one 📸",
            "[staff, photo: child asleep on beanbag] worn out after forest school 💤",
            "can someone post ALL the party pics in here pls esp the face paint ones",
        ),
        (
            "[photo: poster] Quiz night flyer, £5 a ticket",
            "[photo: one welly] found by the gate, anyones?",
            "[photo: pasta necklace on a table] made this today, v proud 😄",
            "[official post, consents checked; photo: hands planting seeds] Our sunflowers are in! 🌻",
        ),
    ),
    Category.LINK: (
        (
            "free Smyths voucher just fill this in quick 👉 bit.ly/3xFrEe",
            "join the REAL parents chat t.me/+AbCdEf123 no staff in it 🤫",
            "this is hilarious but NSFW lol https://clips.example.net/v/88213",
            "Ive put it on my blog, theres a link to the preschool site in the sidebar "
            "https://muddyboots.example.com",
            "grab the phonics stuff here https://drive.example.com/u/0/all-packs.zip",
            "got this txt is it real?? https://royalmai1-redelivery.example/pay",
        ),
        (
            "30 hours info: https://www.gov.uk/30-hours-free-childcare",
            "NHS says 5 days till scabbed over https://www.nhs.uk/conditions/chickenpox/",
            "Its on the website under newsletters",
            "[official post] Term dates are on our site: [link]",
        ),
    ),
    Category.COPYRIGHT: (
        (
            "Its behind a paywall so heres the whole article: [1,400 words]",
            "Got the full Bluey movie, sending the file now 🍿 [video file]",
            "Twinkl pack, I pay for it so just use mine, all 60 pages 📎",
            "[audio file] that Disney song they danced to, ripped it off youtube for u",
            "[photo: party bags with setting's logo] made these to sell at the fair £3 😊",
            "Little poem I wrote 😉 [30 lines of a published poem]",
        ),
        (
            "Good piece on school readiness in the Guardian, link + the first line here",
            "Twinkle twinkle little star, they sang ALL the verses!",
            "Ive drawn a poster for the fair, feel free to print it",
            "Logo sweatshirts can be ordered from the office as usual",
        ),
    ),
    Category.SAFEGUARD: (
        (
            "Not sure who to tell but L had marks on his arms again today that looked like fingers",
            "Just seen a toddler on his own on the main rd by the Co-op no shoes, anyones??",
            "My ex turned up drunk and took her from the gate, hes driving, cant get hold of him",
            'she told my daughter "daddy hurts mummy at night". feel sick. what do i do',
            "that new helper was in the toilets w one of them w the door shut for ages today, felt off",
            "I cant cope anymore im scared ill lose it with him tonight",
        ),
        (
            "He fell off the scooter, massive egg on his head but he's fine, arnica on 😅",
            "Anyone else doing the paediatric first aid course on Saturday?",
            "DSL's name and photo is on the board by the door if you need to know",
            "I could murder a coffee, these kids are killing me today 😂",
        ),
    ),
    Category.GROOM: (
        (
            "Does ur little girl have her own tablet? whats her username ill add her on roblox",
            "Hi im new here, got any more pics of the kids in the paddling pool? so sweet",
            "I do free babysitting evenings, parents dont need to stay, itll be our secret treat 😊",
            "which ones walk home w/out a grown up? just wondering what time they come past",
            "[staff] tell him he can msg me on whatsapp whenever, dont need to go thru mum",
            "not a parent myself but i love little ones, can i come to stay & play and take photos?",
        ),
        (
            "Anyone know a good babysitter? DBS checked ideally, happy to pay",
            "Playdate at ours Sat? parents stay too, kettles on",
            "What age did yours start on tablets? trying to hold off 🙈",
            "[official post] Please send a baby photo for our guess-who board in a sealed envelope",
        ),
    ),
    Category.CONTACT: (
        (
            "Miss Amy can i add u on fb? wanna show u the holiday pics 😊",
            "[staff] just whatsapp me direct hun easier than going thru the office",
            "whats Mrs Coles mobile? need to ask about tomorrow",
            "[staff] accepted your request! looking forward to the gossip 😂",
            "Anyone got Becky from toddler rooms insta?",
            "[staff] DM me about his report, im on messenger til late",
        ),
        (
            "Whats the office email again? [QUERY]",
            "Becky from toddler room was brilliant at settling today, thank you!! ❤️",
            "Any mums want to be fb friends? we're new to the village",
            "[official post] Please ring the main number to change sessions",
        ),
    ),
    Category.QUERY: (
        (
            "Are we open on the 3rd or is it inset?",
            "whats the plan for snow tmrw does anyone from preschool know??",
            "Do they need a costume for world book day or just pjs",
            "Can a member of staff confirm if packed lunches have to be nut free pls",
            "still waiting to hear about the trip money 🤔",
            "Hi any spaces for extra sessions on weds after xmas?",
        ),
        (
            "Anyone fancy the park after?",
            "Why do they only ever lose ONE sock 😂",
            "Whos bringing what for the cake stall? I can do brownies",
            "Sorted thanks, they answered me at the gate",
        ),
    ),
    Category.CHILDQ: (
        (
            "Isla wont be in today, tummy bug 🤢",
            "Hows he been eating at lunch? comes home starving",
            "can someone tell me if George settled ok this morning he was in bits when i left",
            "Is she on track w her speech? key person mentioned a referral",
            "Hes been hitting at home, is he doing it with you lot aswell?",
            "can my mum collect today instead of me, running late",
        ),
        (
            "What do we do if theyve got a bug, is it 48 hrs off? [QUERY]",
            "Does anyone elses come home starving?? 😂",
            "How does the 2 year check work, do we get a letter? [QUERY]",
            "Speech and language stall at the library was great, recommend",
        ),
    ),
    Category.PRESS: (
        (
            "Hi all im a reporter at the Herald looking into nursery closures, DM me if you'd talk",
            "local radio have msgd me about the flood, shall i just say yes?",
            "[staff] A journalist rang asking about the accident, what do i tell them?",
            "Working on a documentary about early years, would love to film at drop off 🎥",
            "The Echo want a quote for their story on our post, anyone?",
            "Im a researcher from a tv company, whos in charge here?",
        ),
        (
            "Did anyone see the bit in the Echo about the new playground?",
            "Parish mag deadline is Friday, ill send the fair poster in as usual",
            "My sisters a journalist so shes fab at proofreading if you want the leaflet checked",
            "Press the green button to get in, buzzers broken",
        ),
    ),
    Category.SPEAKER: (
        (
            "[staff] as someone who works here i can tell you half term will be the last week",
            "[parent] ON BEHALF OF THE PRESCHOOL: fees due by Friday no exceptions",
            '[unknown account named "Preschool Office"] please send your bank details to update our records',
            "Posting this for a mum who wants to stay anonymous: …",
            "[staff] we all think the council have got funding wrong",
            '[account named "."] just observing 👀',
        ),
        (
            "[staff at OR or BT] speaking for myself not the preschool: love the new library",
            "[official post] Fees are due by Friday. Any problems please ring us.",
            "Asking for a friend 😂 is there parking at the hall?",
            "[parent] I used to work in a nursery in Leeds, they did the same there",
        ),
    ),
    Category.PROMO: (
        (
            "Hi lovelies, Body Shop party at mine Thurs, 20% off for preschool mums 💄",
            "Earn £500/wk from home, ask me how 🔥🔥",
            "Selling double buggy £120 ono collection only",
            "My husband does guttering, mates rates for anyone in here",
            "🎁 copy & paste to 10 groups or its bad luck",
            "[staff] I do private tutoring for reception starters £25/hr, msg me",
        ),
        (
            "Preschool xmas fair Sat 2-4, stalls, raffle, all proceeds to the mud kitchen!",
            "Free to good home, bag of age 3-4 wellies, in the lost property box",
            "Can anyone recommend a plumber?",
            "[official post] Shop through the committee's fundraising page and we get a few pennies",
        ),
    ),
    Category.CONTROV: (
        (
            "Vote for them Thursday or say bye to your 30 hours, simple as",
            "dont let them give ur kids the MMR, do ur own research 💉",
            "Sign this petition to stop the asylum hotel in our village",
            "[staff draft] We as a team are backing the strike next week ✊",
            "story time at the library is brainwashing, whos coming to protest sat?",
            "that planning application next door is pure greed, everyone object NOW",
        ),
        (
            "We're closed Thursday, the hall is a polling station",
            "Flu nasal spray forms due back Friday",
            "Council consultation on term dates closes Sunday, poster on the board",
            "Happy Eid to everyone celebrating 🌙",
        ),
    ),
    Category.ILLEGAL: (
        (
            "got vapes n calis for the weekend mums 🍃 dm for the menu",
            "[forwarded video from an extremist channel] everyone needs to watch this",
            "someone sent me a pic of a little one in the bath that doesnt look right, shall i "
            "post it so u can see? [also SAFEGUARD]",
            "selling blue badges no questions asked £50",
            "[intimate photo of an adult] look what her ex has been sending round 😱",
            "can get you dbs certs done, look proper real, £100",
        ),
        (
            "Calpols back in stock at Boots if anyone needs",
            "Prevent training for volunteers is online, takes 45 mins",
            "Did you see that raid on the news, 2 streets from us! scary",
            "Id kill for a decent flapjack recipe, snack stall on Friday",
        ),
    ),
}

EXAMPLES = tuple(
    Example(category, fires, line)
    for category, lines in PRINTED.items()
    for fires, side in zip((True, False), lines, strict=True)
    for line in side
)

# Everyday messages that must pass untouched.
EVERYDAY = (
    "Morning all! Running 5 mins late, traffic on the bridge 🚗",
    "Thank you to all the staff for a fab sports day, mine was buzzing ❤️",
    "Has anyone found a blue Paw Patrol hat? No name in it, my bad 🙈",
    "Happy birthday to the little one xx",
    "Tickets for the quiz are £5, see you there!",
    "Damn I forgot its non uniform, ah well 😂",
    "Anyone fancy the park after if it stays dry?",
    "Mine refused to wear shoes today so good luck to everyone at drop off lol",
    "Lovely to see Santa visit, thanks to the committee for all the hard work 🎅",
    "What a beautiful display in the hall, well done everyone",
    "Does anyone have a spare wellies size 9 they dont need?",
    "Sorry for the muddle earlier, my fault entirely",
    "Its chucking it down, bring spare socks!",
    "Ta for the reminder, id have totally forgotten",
    "ah bless, that made my day 😍",
    "The kids are obsessed with that dinosaur song help",
    "Fingers crossed for the raffle tonight 🤞",
    "Brilliant news about the outstanding grade, you all deserve it 👏",
    "Can't make AGM, sending apologies",
    "Grandma's knitting squares for the blanket, any colour ok?",
    "Bit nervous about settling in week, any tips from those whos been through it?",
    "Oh no poor you, hope you feel better soon x",
    "Don't forget clocks go back sunday",
    "The wasps by the bins are vicious, watch out",
    "Shattered. Two hours sleep. Coffee stat ☕",
    "Shoutout to whoever fixed the gate, legend",
    "Haha same here, toast for tea again",
    "Could kill for a lie in 😴",
    "Well done on the sponsored bounce, £312 raised!!",
    "We'll really miss you all when we move to Wales, thanks for everything",
)
