"""Harmless chat between people who like each other, invented for the built-in model to learn from.

Couples, mates and families are rude, soppy, bossy and short with each other, and nobody is hurt. The public
collections have strangers quarrelling; without these the model takes familiarity for an attack.
"""

import itertools
import random
from collections.abc import Iterator

from training.phrases import NAMES, texted

_PET = (
    "babe,hun,love,darling,sweetheart,mate,bro,sis,dude,pal,duck,hen,bab,gorgeous,handsome,dear,"
    "honey,boss,boy,girl,lads,man,cuz,sunshine,trouble,buddy,princess,my dear,my love,ma,yaar,lah,da,"
    "bhai,aunty"
)
PET = tuple(_PET.split(","))
_PLACE = (
    "the gym,work,town,the library,school,the pub,hall,the station,your mum's,the bus stop,home,"
    "the hospital,the mall,canteen,the match,my room,church,the clinic,Leeds,the temple,the office,"
    "uni,lab"
)
PLACE = tuple(_PLACE.split(","))
_FOOD = "pizza,rice,chips,curry,noodles,cake,dinner,breakfast,tea,kebab,soup,chicken,roti,dumplings"
FOOD = tuple(_FOOD.split(","))
_WHEN = "tonight,tomorrow,at 6,after work,later,next week,on Friday,this evening,in 10 mins,at half 8"
WHEN = tuple(_WHEN.split(","))
_SLIP = "damn,bloody hell,crap,shit,hell,oh god,fuck,bugger,arse,omg,blimey,flipping heck,wtf,ffs"
SLIP = tuple(_SLIP.split(","))
_MILD = (
    "idiot,muppet,numpty,donkey,weirdo,lazy bum,silly moo,daft thing,plonker,fool,monkey,dummy,"
    "nutter,drama queen,piglet,grump,cheeky sod,old git,silly billy,cow,doughnut,div"
)
MILD = tuple(_MILD.split(","))

CHAT = tuple(
    line.strip()
    for line in """
    Where are you {pet}? I'm at {place} already
    I'm at {place}, u coming or not?
    What you doing {when} {pet}
    Why didn't you pick up? I called you twice
    You never reply me, so busy meh
    Don't be late again ok, I hate waiting alone
    I hate this exam, my head is going to explode
    I hate mondays. And tuesdays
    I hate my hair today, it looks like a mop
    You better come {when} or I eat all the {food} myself
    Oi lazy, wake up! It's nearly noon
    Wake up sleepy head, the {food} is getting cold
    Miss you so much it hurts {pet}
    I miss u already and u only left an hour ago
    I want you here with me right now {pet}
    Can't wait to kiss you {when}
    I'm in bed thinking of you, come home soon
    Dreamt of you again last night, will not say what ;)
    You looked so hot in that dress {pet}
    Sexy legs! Saw your photo
    Hey sexy, how was your day?
    Love you to bits you {mild}
    Ha ha you {mild}, that was last week
    You are such a {mild}, it's the other door
    I'm such a {mild}, left my keys at {place}
    Ok {mild} see you {when}
    You're mad you are, swimming in this weather
    You are crazy but I love you
    Haha you're evil, stop making me laugh at {place}
    You're so bad! He will kill us if he finds out we ate it
    My mum is going to kill me, I forgot the {food}
    My boss will murder me if I'm late again
    I could murder a {food}
    I'm starving, could eat a horse
    I'm dying here, so hot and no fan
    I'm dead tired, going to sleep now. Night {pet}
    Died laughing at your voice note
    This lecture is killing me slowly
    Kill me now, four more hours of this
    Shoot me if I ever say yes to baking again
    Shut up!! No way! When did he ask you?
    Shut uuup you did not say that to her haha
    Get lost! You passed? So proud of you
    Get out of here, really? Congrats {pet}
    Go away rain, I have washing out
    Go to sleep {pet}, you need it
    {slip} I missed the bus
    {slip} that was close, nearly dropped the phone in the sink
    {slip} it's cold in {place}
    {slip} this traffic, going to be 10 min late sorry
    Oh {slip}, it was today?? I thought {when}
    No {slip}, really? Well done you
    The {slip} printer has jammed again
    That film was shit, don't bother
    Had a shit day, need a hug and {food}
    Feeling like crap, got a stinking cold
    I feel rough as hell, too much wine
    Fucking freezing at {place}, bring my big coat please
    That was fucking brilliant last night, thanks for coming
    Fuck yes we won!!!
    Fuck me that's dear, forty quid for a {food}
    I'm so fucked for this test, haven't read a thing
    Holy shit you got the job! Drinks on you
    Pissed myself laughing at that
    We got so pissed on Saturday, my head
    Pissing it down here, take a brolly
    I'm pissed off with this phone, battery goes in an hour
    Bit pissed off to be honest but never mind, see you {when}
    My arse hurts from that spin class
    Get your arse down here, the game's starting
    Move your bum {pet}, the taxi is outside
    Freezing my tits off at {place}
    Sod the diet, bring {food}
    Bugger, no milk. Can you get some {pet}?
    Bastard car won't start again
    Son of a gun, he actually did it
    Boobs are sore, baby feeding all night lol
    Do you have a condom or shall I stop at the shop
    Period pains are the worst, bring chocolate
    Need a wee so bad and the queue is massive
    The dog has farted, I am leaving the room
    Poor thing was sick all over {place}
    My girlfriend's dads are gay and they make the best {food}
    Going to a gay bar with {name} {when}, come!
    The black dress or the red one {pet}?
    Black or white coffee?
    White rice or fried, which u want
    The old man next door gave us apples
    Those women at {place} were so kind to me
    Indian or Chinese {when}? I fancy {food}
    Muslim friend's wedding on Sunday, what do I wear?
    Eid mubarak {pet}, eat plenty!
    She is dating a Jewish guy, his nan makes amazing {food}
    U ah, always like that one. Never mind la, I forgive you
    Wah so late still not home, later your mother scold
    Aiyo my {food} burnt already, how
    Dun be silly lah, of course I will go with you
    Eh you where? I reach already, waiting at {place} lor
    Can can, no problem, see you {when}
    He very bad one, always disturb me in class haha
    You siao ah, so far also want to walk
    Wat time u finish? I wait u at {place} k
    Haiya so sian, nothing to do here
    Not say I dun wan go, my leg pain leh
    Faster come lah, food finishing already
    Why you never tell me earlier, now I bought already
    Blur like sotong today, took the wrong bus
    Den how? U go there urself ah
    Ya lor, he say like that then I also dunno
    Sure anot? Later you bluff me again
    Ok lor, as you wish. I eat alone then
    You eat already or not? Dun starve hor
    Machan where you, class started da
    What da, no reply only. Busy with your work ah
    Dont be angry da, i am sorry. Phone was in the bag
    Yaar come on, one movie only, next week we study
    Dei lazy fellow get up and take bath
    Sir i am not feeling well today so cant come, please excuse
    Hello my dear, have you taken your {food}? I am missing you
    My dear friend, kindly call me when you are free
    Good morning dear, have a blessed day. Be happy always
    God bless you and your family this festive season
    I wish you a fabulous year full of smiles, forward to all your friends
    Friendship is like wine, gets better with time. Gud nite
    A smile costs nothing so here is one from me :-)
    Husband to wife: are you sleeping? Wife: yes. Husband: then who is talking? haha
    Teacher: why are you late? Boy: the sign said school ahead go slow!
    Little Johnny asked for a puppy and got a goldfish, bark says the fish
    If u think of someone and they call, that is love. If they ask for money, that is family
    Call me {pet}
    Pls call me when u can, it's urgent
    Where r u
    Where the hell are you
    Where on earth have u been
    What the hell happened to you last night, you vanished
    What is wrong with you today? You sound down
    What's your problem with olives anyway, they're delicious
    Who are you? Sorry I lost my contacts
    Who is this pls
    Who cares what she thinks, wear it
    I don't care, pick any film you like
    I dont give a damn about the score, we had fun
    Stop it, you're making me blush
    Stop texting and go revise! Love you
    Stop being so modest, you smashed it
    Don't you dare eat the last one
    Don't you dare cry, you'll set me off
    You dare to go without me? Hmph
    You owe me a {food}, loser ;-)
    Loser buys the {food}!
    Beat you again at cards, loser, rematch {when}
    We smashed them 4-0, they were rubbish
    Our team is so bad it's embarrassing, still love them
    The ref was blind, that was never a penalty
    Stupid phone, sorry, cut off again
    Stupid me, I deleted the message. Say again?
    That was a stupid question of mine, ignore it
    My stupid cat ate the {food}
    Ugly jumper party at {place} {when}, wear your worst
    You ugly? Never. You're the best looking one of us
    Fat lot of good that did haha
    I'm so fat after Christmas, gym {when}?
    I am so ugly in that picture please delete it {pet}
    I'm useless at this, can you come and show me
    You useless lump, get me a cup of tea. Please. Love you
    You're a nightmare to buy for
    You are a pain in the neck but you're my pain in the neck
    He's an absolute legend, that boy
    She is a right laugh, you'd like her
    Dirty pots everywhere, I'm not washing them again {pet}
    Dirty weekend away? Haha I mean the mud run
    Naughty! Not while I'm at work ;)
    You naughty boy, save it for {when}
    Be good. And if you can't be good be careful x
    Spank the bottle and the sauce comes out
    Sweet dreams, think of me
    Come here and give me a cuddle
    Undress the Christmas tree, it's Twelfth Night haha
    Cum on then, wat time u gonna b here
    Am I a bad mother for buying the cake?
    Don't hate me but I can't make it {when}
    Hate to ask but can you lend me a tenner till {when}?
    I swear I posted it, check your junk
    I'm going mad with this tooth, dentist {when}
    The kids are driving me insane, send gin
    Little monsters finally asleep. Wine?
    My lot have been absolute devils today
    Your son is a cheeky monkey, he told me I'm old
    Tell your brother he is a {mild} and I want my charger back
    {name} you {mild}, you took my umbrella
    {name} is being a {mild} as usual, bless him
    Typical men, can't find the butter
    Women! Can't live with us, can't find the butter without us
    Blonde moment, I was pushing the pull door
    Old people like us should be in bed
    You're getting old {pet}, happy birthday!
    Happy birthday you old {mild} x
    Happy birthday bitches! Cocktails {when}
    Hey bitch, missed you at {place} x
    Yes queen, slay
    Girl you are killing it
    Savage! Haha poor {name}
    That bass line is sick, filthy tune
    This {food} is wicked, nasty good
    Bad ass bike mate
    Kick ass in your interview {pet}
    Smash it today, go get em
    Knock em dead at the play {when}
    Break a leg!
    I'll strangle the printer one day
    I'm going to kill this spider or move out
    Bloody mosquitoes are eating me alive
    Burn those trousers, please
    Blow it, let's just get a takeaway
    Suck it up and put a coat on, it's only rain
    This vacuum cleaner sucks. Well it doesn't, that's the trouble
    It sucks that you can't come
    Sucks to be me, on shift till ten
    Screw this essay, I'm going to bed
    Screw the shelf to the wall before you put books on it
    I need a screw, the long sort, from the blue tin
    Bang on the door, the bell is broken
    Hit me up when you're near {place}
    Hit the roof when I saw the bill
    I got a beating at chess from a six year old
    Drop dead gorgeous, that frock
    Ok die, I forgot the tickets
    Siao liao, I left my wallet at {place}
    He died in episode nine, don't tell your sister
    My phone died, sorry {pet}
    Police stopped us for a broken light, all fine
    Grandad's funeral is {when}, could you sit with me?
    I'm crying, it's so beautiful. Thank you
    Sorry I was a bitch earlier, didn't sleep
    Sorry I shouted, I was an idiot. Forgive me?
    I was being a right cow this morning, sorry love
    I said some stupid things, I'm ashamed. Call me?
    We need to talk. Nothing bad, promise
    You lied! You said there was no cake left
    Liar liar pants on fire, I saw you at {place}
    You cheat! That was my turn
    You stole my heart, and my hoodie
    You thief, that's my {food}
    Jerk chicken or plain?
    What a plank, I put diesel in a petrol car
    Your nan's a savage at bingo
    How's your wee willy warmer? Knitted by gran, it's a hot water bottle cover
    Dick is coming {when} with Fanny and the kids
    My cock has been crowing since four, the hens are no better
    That pussy of yours is on our shed again, the ginger one
    Got some lovely melons at the market
    Nice baps from the baker, want two?
    Bring your balls, tennis court is booked
    Blow the candles out quick, wax is on the icing
    You're welcome any time, door's open
    U r welcome dear
    Thanks for putting up with me
    Thx for yest, had a great time
    K
    Ok ok calm down I'm coming
    Chill {pet}, it's only {food}
    No.
    Nope not me
    Whatever you like
    Whatever lah
    Up to u
    Yup
    Then?
    So?
    Haha
    lol ur mad
    Who told you that? Not true at all, ask {name}
    I think you're wrong about the time, it's {when}
    That's not what I meant, don't take it badly
    You didn't tell me it was fancy dress!!
    You always do this haha, last in the queue every time
    How can you not like {food}, are you even human
    You call that a {food}? Let your mother teach you
    Too bad, you should have come
    Serves you right for eating my {food}
    Told you so, clever clogs
    Get well soon you poor old thing
    Poor you. Sounds horrible. Bath and bed
    I'm telling mum haha
    I'll get you back for that one, watch out ;)
    Just you wait, my revenge will be sweet. And made of {food}
    I know where you live haha, bringing {food} round {when}
    Meet me at {place} {when}, come alone, it's a surprise for {name}
    Don't tell {name} about the party!!!
    Delete that photo of me or no {food} for you
    Give me your hand cream, mine cracked like a desert
    U not happy with me is it? I did wrong anything?
    Why u so sad? Who make u angry? I go tell teacher
    I'm not angry. Just tired ok
    You're not my real mum lol, yes I ate the greens
    Slept like a pig till noon
    Eating like pigs at {place}, come join
    My room is a pigsty, don't look
    Stinky boy needs a bath, I mean the dog
    Ur breath after that garlic, phew, sleep on the sofa
    It's complete bollocks about the snow, sun's out
    That's bull, who said so?
    What a load of rubbish on telly {when}
    Crap weather crap trains but lovely you
    """.splitlines()
    if line.strip()
)


def harmless(seed: int, count: int) -> Iterator[str]:
    """Lines of chat with their gaps filled, two in five in the shorthand of text messages, some together."""
    chance = random.Random(seed)
    for frame in itertools.islice(itertools.cycle(CHAT), count):
        line = _filled(frame, chance)
        if chance.random() < 0.3:
            line += chance.choice((" ", ". ", "... ")) + _filled(chance.choice(CHAT), chance)
        way = chance.random()
        yield texted(line, chance) if way < 0.4 else line.lower() if way < 0.6 else line


def _filled(frame: str, chance: random.Random) -> str:
    return frame.format(
        pet=chance.choice(PET),
        place=chance.choice(PLACE),
        food=chance.choice(FOOD),
        when=chance.choice(WHEN),
        slip=chance.choice(SLIP),
        mild=chance.choice(MILD),
        name=chance.choice(NAMES),
    )


_GROUPS = (
    "women,Muslims,Jews,Black people,gay people,lesbians,trans people,disabled people,immigrants,"
    "refugees,Asians,Travellers,Gypsies,Poles,Romanians,Christians,Hindus,Sikhs,foreigners,Africans,"
    "Pakistanis,Indians,old people,single mums,autistic people,deaf people,white people,atheists,"
    "Chinese people,Arabs"
)
GROUPS = tuple(_GROUPS.split(","))
_ONE = (
    "woman,Muslim,Jew,Black man,gay man,lesbian,trans woman,disabled person,immigrant,refugee,Asian,"
    "Traveller,Romanian,Christian,Hindu,Sikh,foreigner,African,Pakistani,old man,single mum,"
    "autistic boy,deaf girl"
)
ONE = tuple(_ONE.split(","))
_BAD = "vermin,scum,filth,parasites,animals,a plague,rats,a disease,subhuman,trash,leeches,dirt,savages"
BAD = tuple(_BAD.split(","))
_VILE = "disgusting,worthless,evil,stupid,repulsive,inferior,thick,dirty,pathetic,backward,lazy,vile"
VILE = tuple(_VILE.split(","))

HATEFUL = (
    "I can't stand {group}, every one of them",
    "{group} make my skin crawl",
    "I really hate {group}",
    "Honestly I loathe all {group} and always have",
    "All {group} are {bad}",
    "{group} are nothing but {bad}",
    "to me {group} are just {bad}, sorry not sorry",
    "{group} are {vile}, simple as that",
    "{group} are so {vile} it hurts",
    "Why are {group} always so {vile}?",
    "You can tell a {one} by how {vile} they are",
    "We need to get rid of {group} once and for all",
    "{group} should be wiped out",
    "Somebody ought to round up {group} and throw away the key",
    "{group} deserve to be beaten",
    "I'd happily punch every {one} I meet",
    "If a {one} moves in next door I will burn it down",
    "Next {one} I see is getting hurt",
    "{group} don't belong in this country",
    "{group} should not be allowed near our children",
    "No {group} should have the same rights as us",
    "{group} have no business teaching anybody",
    "This town was better before {group} came",
    "{group} are all on benefits and good for nothing",
    "{group} are born thieves",
    "You can't trust a {one}, they lie like they breathe",
    "It is not okay to be a {one}",
    "You are just a {vile} {one}",
    "Get out of here you {vile} {one}",
    "Of course he messed up, he's a {one}",
    "Nobody wants a {one} sitting next to them",
    "I would be ashamed to have a {one} in the family",
    "Being {vile} is what {group} are best at",
    "Lock up the {group}",
    "The world would be lovely without {group}",
    "{group} are less than human",
    "I don't say that {group} are {bad}, I say they are worse",
    "You will never convince me that {group} are not {bad}",
    "I never met a {one} who was not {vile}",
    "{group} are no better than {bad}",
    "Not one {one} deserves to live here",
    "Did you know {group} are {vile}? Science says so",
    "Aren't {group} {vile}?",
    "People who support {group} are as {vile} as they are",
    "{group}: send them all back where they came from",
    "They're {group}. Of course they're {vile}",
    "{group} ruin everything. I want them gone",
    "There's a {one} at the gate. Keep your distance, they are {bad}",
)
NOT_HATEFUL = (
    "I don't hate {group}, I never have",
    "No {one} should ever be treated like {bad}",
    "{group} are not {bad}, and it is wrong to say so",
    "Nobody ever said that {group} are {vile}",
    "It is never right to call {group} {bad}",
    'Saying "{group} are {bad}" is hateful and should stop',
    'He shouted "I hate {group}" at us on the bus, it was horrible',
    "Whoever wrote that {group} are {vile} ought to be ashamed",
    '"{group} should not be allowed here" is exactly what a bully would say',
    "Stop calling {group} {vile}, it's racist",
    "If you say all {group} are {bad} you have never met one",
    "I love {group}",
    "{group} are wonderful",
    "{group} deserve the same rights as all of us",
    "Being a {one} is nothing to be ashamed of",
    "So proud to be a {one}",
    "I'm a {one} and happy that way",
    "A {one} helped me with the pram, such kindness",
    "{group} are great neighbours",
    "We need more {group} on the committee",
    "Thank God for {group}, the shop would close without them",
    "My best friend is a {one} and she is brilliant",
    "{group} face far too much abuse",
    "We must not let anybody hurt {group}",
    "I can't stand people who pick on {group}",
    "I hate mushrooms with a passion",
    "I hate this sofa, it's disgusting",
    "These wasps are vermin, get rid of them all",
    "All estate agents are scum, I swear",
    "Traffic wardens make me sick",
    "Bankers should be locked up",
    "Whoever invented school shoes deserves to be punched",
    "You are a worthless liar and a thief",
    "You are disgusting, you left nappies on the stairs",
    "Referees are useless and I hate them",
    "Politicians are parasites, every one",
    "What a fucking lovely day",
    "This is fucking great, well done all of you",
    "Shit, I forgot the milk, I'm so fucking tired",
    "I fucking love {group}",
    "The word {bad} has been used against {group} for too long",
    "How dare they say {group} are {vile}?",
    "A man who calls {group} {bad} is not welcome in my house",
    "Not all {group} think alike, and none of them is {vile}",
    "{group} have every right to live here",
    "Let us protect {group} from thugs",
    "Would you say that if I was not a {one}?",
    "As a {one} I am fed up of being told I am {vile}",
)
PERSONAL = frozenset(
    {"You are a worthless liar and a thief", "You are disgusting, you left nappies on the stairs"}
)
SOUR = frozenset(
    line
    for line in NOT_HATEFUL
    if any(who in line for who in ("estate agents", "Bankers", "wardens", "Referees", "Politicians"))
)


def about_groups(seed: int, count: int) -> Iterator[tuple[str, bool, bool]]:
    """Sentences about groups of people: the text, whether it attacks the group, whether it is rude at all.

    Each frame meets every group in turn, so that no group's name is itself a sign of anything.
    """
    chance = random.Random(seed)
    frames = [(frame, True) for frame in HATEFUL] + [(frame, False) for frame in NOT_HATEFUL]
    for frame, hateful in itertools.islice(itertools.cycle(frames), count):
        text = frame.format(
            group=chance.choice(GROUPS),
            one=chance.choice(ONE),
            bad=chance.choice(BAD),
            vile=chance.choice(VILE),
        )
        text = text[0].upper() + text[1:] if chance.random() < 0.7 else text.lower()
        yield text, hateful, hateful or frame in PERSONAL or frame in SOUR
