"""What parents really write to each other, kind and unkind, invented for the built-in model to learn from.

The public collections are American comments by adults on the internet; without these the model takes nappies,
nits and half the register for insults, and lets "you absolute plonker" pass.
"""

import itertools
import random
from collections.abc import Iterator

_NAMES = (
    "Ada Aisha Albie Alfie Alice Amelia Amir Anya Archie Arlo Arthur Ava Ayaan Barnaby Beatrix Bella "
    "Ben Bobby Callum Charlie Chidi Chloe Claire Connor Daisy Danny Darcey Deborah Dhruv Dick Dilys "
    "Dylan Ebony Edie Eilidh Elijah Elliot Elsie Emily Emma Erin Esme Ethan Eva Fanny Farrah Fatima "
    "Felix Finlay Florence Frank Freddie Freya Gareth Gaynor George Gita Grace Gulsum Gurpreet Guy "
    "Hamza Hannah Harpreet Harriet Harry Hassan Henry Hollie Hugo Ibrahim Imogen Imran Iris Isaac Isla "
    "Ivy Jack Jake Jasper Jaxon Jayden Jess Jesus Joan John Joshua Jude Karen Kareem Kat Kayleigh Keir "
    "Kemi Khadija Kieran Kirsty Lakshmi Layla Lee Leo Liam Lily Logan Lola Louis Lucy Luke Luna Mabel "
    "Mahnoor Maisie Margaret Maryam Mason Matilda Max Mia Mick Mike Millie Mohammed Mollie Muhammad "
    "Myla Nancy Nathan Neil Niamh Nikhil Nishit Noah Nora Olive Oliver Olivia Omar Ophelia Oscar Otis "
    "Parveen Patrick Paul Penelope Phoebe Poppy Priya Rafael Randy Ravi Reggie Reuben Rhys Riley Roger "
    "Roisin Roman Ronnie Rory Rosa Rosie Roxy Ruby Rufus Sakshi Sam Samira Sandeep Sara Seb Shanice "
    "Shital Sienna Siobhan Sofia Sonny Sophie Stan Sue Summer Sunny Susan Suki Teddy Theo Thomas Tilly "
    "Titus Toby Tom Tommy Tracey Tyler Umar Violet Wendy Wilf Will Willow Willy Xin Yasmin Yusuf Zac "
    "Zainab Zara Zeynep Zofia Harshit Ashit Rishit Akshita Shitanshu Cockburn Dickson Hancock"
)
NAMES = tuple(_NAMES.split())

_THINGS = (
    "jumper,cardigan,lunch box,water bottle,wellies,sun hat,book bag,left shoe,coat,teddy,blanket,"
    "scooter,gloves,PE bag,nappies,wipes,spare trousers,spare pants,welly sock,hairband,inhaler,dummy,"
    "muslin,pram,car seat,bib"
)
THINGS = tuple(_THINGS.split(","))

KIND = (
    "Happy birthday {name}!",
    "Has anyone seen {name}'s {thing}? It has a label in it.",
    "{name} has come home with somebody else's {thing}, sorry!",
    "{name} has been sick in the night so will not be in today",
    "Well done {name}, what a star",
    "{name} and {other} are best friends now, it's so sweet",
    "Is {name}'s mum on here?",
    "Welcome to the group {name} x",
    "Thank you {name} for sorting the cake stall, you are a legend",
    "Aww bless {name}, hope the little one feels better soon",
    "Does anybody have a spare {thing} in age 3 to 4?",
    "Running late, five minutes away, sorry ladies",
    "What time does the gate open tomorrow?",
    "Can anyone do pick up for {name} today? I'm stuck on the train",
    "Is it non uniform on Friday or next week?",
    "There are nits going round Ladybirds again, please check heads tonight",
    "{name} has chicken pox, spots everywhere, poor thing",
    "{name} has done a poo on the potty for the first time!!",
    "Any tips for potty training? {name} keeps weeing on the sofa and I am going mad",
    "Two days of diarrhoea here, so no pre-school till Thursday",
    "How do I get slime out of a {thing}? Asking for a friend haha",
    "I'm dying of laughter at {name} in the nativity",
    "Killer heels are a silly idea for sports day, noted",
    "Shoot, I forgot the {thing} again. I'm such an idiot!",
    "My brain is mush, is it bag day or welly day?",
    "I am so stupid, I went to the wrong gate",
    "This weather is rubbish, hope the fete is not rained off",
    "The car park was a nightmare this morning, please leave room for the minibus",
    "I hate packed lunches, what do yours actually eat?",
    "Damn, that bug is going round our house as well",
    "What the heck is a split pin and why do we need twelve?",
    "{name} says {other} bit him. Is there anything I should do about the mark?",
    "{name} is obsessed with dinosaurs, pirates and shooting lasers at the cat",
    "The pig and the donkey at the farm were the favourites",
    "{name} wants to be a witch and {other} a fat caterpillar for book day",
    "The boys were fighting over the {thing} all the way home",
    "Could we have a word about the fees please, mine look wrong",
    "I don't agree with closing early, it makes it hard for those of us who work",
    "That is not fair on the staff, they work very hard",
    "I was quite upset about how that was handled, can someone ring me please",
    "Not happy about the late notice to be honest",
    "{name} is black and her best friend is Chinese, are there dolls that look like them?",
    "We are Muslim so no ham or sausages for {name} please",
    "{name} has two mums and would like to make two cards",
    "Is there somewhere to pray at the hall for the women and the older girls?",
    "Our Jewish neighbours are bringing honey cake, is that alright with the nut rule?",
    "My son is autistic and finds the bell hard, what works for yours?",
    "Grandad is gay and proud and wants to come to the Pride picnic",
    "Deaf parents: there will be a signer at the meeting",
    "Dick Whittington is the panto this year, tickets at the door",
    "Cock-a-doodle-doo is stuck in my head after song time",
    "Please bring tit bits for the bird table, we have blue tits and a robin",
    "The Scunthorpe train is off so {name}'s dad will be late",
    "Hand, foot and mouth again, third time since Christmas",
    "Sex education talk for Year 6 parents is at the big school, not here",
    "Reminder, breast feeding mums are welcome in the quiet room",
    "Please could whoever parked across our drive move, my mother cannot get out",
    "Lovely to see everyone, {name} slept all the way home",
    "No worries hun xx",
    "Ha ha same here",
    "Haha you nutter, see you at the gate",
    "Love you loads you daft thing, happy birthday",
    "OMG {name} that is hilarious",
    "You are amazing, thank you so much",
    "You are all so kind",
    "You absolute star {name}",
    "You lot are brilliant",
    "What a lovely bunch you are",
    "Miss {name} is leaving, shall we do a collection?",
    "Raffle tickets are a pound each, see {name} in the hall",
    "Ey up duck, is {name} any better?",
    "Alright ducks, who is on the tea rota?",
    "You daft sod {name}, you left your {thing} on the roof of the car",
    "Ya daft sods, the gate was open all along",
    "Our kid is full of cold, bless her",
    "Bairns were dead good in the play, pure class",
    "That was wicked, cheers hun, see yous the morrow",
    "Wee man has lost his {thing} again so he has",
    "Innit though, mine are the same bab",
    "Ta me duck, you are a diamond",
    "Bloody weather, the tent has gone over the fence",
    "Bloody lovely that cake was",
    "Sod it, I am getting chips for tea",
    "My arms are killing me after carrying {name} all round the zoo",
    "We are gay dads to two girls and new to the village, hello",
    "We are a Muslim family and would love to come for Christmas tea",
    "Are the sausages halal or is there a veggie one for {name}?",
    "Being a black mum here has been lovely, thank you all",
    "{name} is a lesbian auntie's favourite nephew, so there",
)

_INSULTS = (
    "idiot,moron,bellend,knobhead,dickhead,tosser,wanker,twat,prick,plonker,numpty,muppet,pillock,git,"
    "prat,wazzock,cow,witch,bitch,slag,tart,liar,snake,scumbag,scrubber,chav,pig,loser,clown,melt,mug,"
    "weirdo,freak,cretin,imbecile,halfwit,dimwit,dope,bully,hag,busybody,snob,waste of space,"
    "piece of work,nasty piece of work,stuck up cow,fat cow,lying toad,jobsworth,arsehole,arse,bastard,"
    "cockwomble,minger,trollop,trash,rat,creep"
)
INSULTS = tuple(_INSULTS.split(","))
GROUND = (
    "stupid",
    "bloody",
    "absolute",
    "total",
    "complete",
    "silly",
    "ignorant",
    "pathetic",
    "nasty",
    "thick",
    "vile",
)
UNKIND = (
    "you {ground} {insult}",
    "You're a {insult} {name}",
    "{name} you {ground} {insult}",
    "{name} is a {ground} {insult}",
    "what a {insult} that woman is",
    "shut up you {insult}",
    "oh do one you {insult}",
    "Whoever parked there is a {ground} {insult}",
    "Some of you are {ground} {insult}s and it shows",
    "{name}'s mum is a {insult}, everyone says so",
    "Go away {name} nobody likes you, {insult}",
    "honestly {name} how thick are you, read the letter you {insult}",
    "get a life {name} you {ground} {insult}",
    "the manager is a {ground} {insult}",
    "can't believe you did that, {insult}",
    "{insult}s, the lot of you",
    "{name} shut your mouth",
    "nobody asked you {name} so shut it",
    "you make me sick {name}",
    "you disgust me, you are a terrible mother",
    "you should be ashamed of yourself {name}, call yourself a mum",
    "piss off {name}",
    "sod off {name} you {insult}",
    "bog off the lot of you",
    "eff off {name}",
    "you are all so thick it hurts",
    "your kid is a little {insult} and so are you",
    "what is wrong with you, are you thick or just a {insult}",
)
THREATS = (
    "I will smash your face in {name}",
    "wait till I see you at the gate {name}, you are dead",
    "you are going to get a slap you {insult}",
    "say that again and I'll break your jaw",
    "I know where you live {name}, watch your back",
    "come near mine again and I will knock you out",
    "I'm going to kill you {name} you {insult}",
    "your windows are going in tonight",
    "my brothers are coming round to sort you out",
    "you'll be in hospital if you carry on {name}",
)


def kind(seed: int, count: int) -> Iterator[str]:
    """Harmless posts, and every name on its own: some hold a rude word by chance, and are nobody's fault."""
    yield from NAMES * 6
    yield from _filled(KIND, seed, count)


def unkind(seed: int, count: int) -> Iterator[str]:
    """Insults, the British ones above all; swear words are learnt from the public collections."""
    yield from _filled(UNKIND, seed, count)


def threats(seed: int, count: int) -> Iterator[str]:
    yield from _filled(THREATS, seed, count)


def _filled(frames: tuple[str, ...], seed: int, count: int) -> Iterator[str]:
    chance = random.Random(seed)
    for frame in itertools.islice(itertools.cycle(frames), count):
        text = frame.format(
            name=chance.choice(NAMES),
            other=chance.choice(NAMES),
            thing=chance.choice(THINGS),
            ground=chance.choice(GROUND),
            insult=chance.choice(INSULTS),
        )
        yield text.lower() if chance.random() < 0.3 else text


TEXTED = {
    "you": "u", "your": "ur", "you're": "ur", "are": "r", "to": "2", "too": "2", "for": "4", "be": "b",
    "and": "n", "please": "pls", "thanks": "thx", "tomorrow": "tmr", "see": "c", "what": "wat",
    "because": "cos", "okay": "k", "have": "hav", "with": "wid", "that": "dat", "the": "da",
    "this": "dis", "today": "2day", "tonight": "2nite", "great": "gr8", "later": "l8r", "before": "b4",
    "people": "ppl", "love": "luv", "good": "gd", "would": "wud", "going": "goin", "want": "wan",
    "them": "dem", "any": "ne", "message": "msg", "text": "txt", "week": "wk", "friend": "fren",
    "come": "cum", "some": "sum", "something": "smth", "know": "noe", "night": "nite", "when": "wen",
    "just": "jus", "about": "abt", "back": "bk", "should": "shud", "could": "cud", "i'm": "im",
}  # fmt: skip


def texted(text: str, chance: random.Random) -> str:
    """The same in the shorthand of text messages: thumbs save letters, and nobody is ruder for it."""
    words = (TEXTED.get(w, w) if chance.random() < 0.8 else w for w in text.lower().split())
    return " ".join(words)
