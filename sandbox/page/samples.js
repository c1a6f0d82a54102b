// Ready-made messages to try, by what they show. `kind` is what is sent; none means words.

export const SAMPLES = [
  { heading: "Everyday chat stays", samples: [
    { text: "Morning all! Running 5 mins late, traffic on the bridge 🚗", note: "nothing to see" },
    { text: "haha you're a nightmare Jo 😘 see you at pick up xx", note: "friends may tease" },
    { text: "I'm gonna kill him, he left his lunchbox on the bus again 😂", note: "sounds bad, means nothing" },
  ] },
  { heading: "Unkind words", samples: [
    { text: "honestly shut ur fat mouth Lisa every single day its moaning with u", note: "an insult" },
    { text: "manager is a stuck up b*tch and she knows it", note: "in disguise" },
    { text: "Bless her, some people just aren't cut out to be mums are they", note: "said politely" },
    { text: "Come near my car again and I'll make sure you regret it", note: "a threat" },
  ] },
  { heading: "Private details", samples: [
    { text: "Mias mum is 07700 900461 if anyone needs to sort lifts", note: "somebody's number" },
    { text: "Noah Reed in Ladybirds has chickenpox, thought you should all know", note: "a child and their health" },
    { kind: "photo", text: "Sports day!", note: "a picture waits for a person" },
    { kind: "album", text: "The nativity", note: "three pictures are one post" },
  ] },
  { heading: "A worry about a child", samples: [
    { text: "Not sure who to tell but L had marks on his arms again today that looked like fingers", note: "an alert at any hour, and help for whoever wrote" },
    { text: "MISSING: blue lunchbox, answers to the name of Spiderman 😅", note: "and no alarm for this" },
  ] },
  { heading: "For the setting", samples: [
    { text: "Can someone at preschool tell me what time the Christmas show starts please?", note: "a question gets a number and a day" },
    { text: "The way drop-off is run is a shambles and nobody listens to parents", note: "a complaint; each policy differs" },
    { text: "Selling a bunk bed £60, collection only, message me", note: "an advert" },
    { text: "Look what I found http://bit.ly/2xfree", note: "a hidden link" },
  ] },
];
