// What Lollipop made of a message, in plain words: what happens, what was found, and by which clause.

import { make } from "./draw.js";

const CATEGORIES = {
  SAFEGUARD: "A worry about a child's safety", ILLEGAL: "Perhaps against the law", GROOM: "An adult seeking unsafe contact",
  THREAT: "A threat", CHILD_ID: "Says who or where a child is", SENSITIVE: "A family's private matters",
  IMAGE: "A picture or film", PDATA: "Somebody's private details", CONFID: "Told in confidence",
  DISCRIM: "Looks down on a group of people", ABUSE: "Unkind words", BULLY: "Mocks or shuts somebody out",
  ALLEGE: "A serious claim about somebody", CODED: "Hints at somebody", COMPLAINT: "Criticism of the setting",
  CHILDQ: "About one child's day", PRESS: "Newspapers and the like", SPEAKER: "Who is speaking, and for whom",
  CONTACT: "Staff and families in private", LINK: "A link", PROMO: "An advert", CONTROV: "A public quarrel",
  COPYRIGHT: "Somebody else's work", QUERY: "A question for the setting",
};
const ACTIONS = {
  allow: ["Left alone", "Nothing happens and nothing is kept."],
  info: ["Noted quietly", "The post stays. Nobody is told off."],
  nudge: ["A private hint", "The post stays; its author gets a kind word in private."],
  flag: ["Shown to a person", "The post stays; somebody at the setting gets a card with buttons."],
  ask: ["Asked to take it down", "The post stays for a while; its author is asked in private to take it down."],
  route: ["Passed on", "The post stays; it goes to the right person, and its author hears so."],
  hold: ["Waits for a person", "Out of view until somebody at the setting has looked."],
  hide: ["Taken out of view", "Its author hears why in private; a person can put it back with one tap."],
  urgent: ["Out of view, and somebody is told at once", "At any hour, again and again until a person has it."],
};
const MODES = {
  observe: "In observe mode Lollipop only watches: the group sees nothing of this, and the manager gets a card that says what would have happened. Alarms are real.",
  assist: "In assist mode only urgent posts go out of view; everything else is a card or a private hint.",
  enforce: "",
};
const SEVERITIES = { info: "for the record", flag: "a person should look", hide: "should not stay in view", urgent: "cannot wait" };
const SHOWN_CLAUSES = 3;

export function explain(place, text, author, judged) {
  const [title, meaning] = ACTIONS[judged.action];
  const verdict = make("div", `verdict ${judged.action}`);
  verdict.append(make("b", "", title), meaning);
  const parts = [make("p", "soft", `${author} wrote:`), make("p", "judged", text || "(no words)"), verdict];
  if (MODES[judged.mode] && judged.action !== "allow") parts.push(make("p", "soft", MODES[judged.mode]));
  if (judged.findings.length) parts.push(make("h3", "", "What was found"));
  const kinds = [...new Set(judged.findings.map((finding) => finding.category))];
  parts.push(...kinds.map((kind) => found(kind, judged.findings.filter((one) => one.category === kind), judged.clauses[kind] ?? [])));
  if (!judged.findings.length) parts.push(make("p", "soft", "Neither the rules nor the model found anything to mind."));
  if (judged.reply) parts.push(make("h3", "", "What the author is told"), make("p", "reply", judged.reply));
  place.replaceChildren(...parts);
}

function found(kind, findings, clauses) {
  const box = make("div", "finding"), heading = make("h4", "", CATEGORIES[kind] ?? kind);
  heading.append(make("code", "", kind));
  box.append(heading);
  for (const finding of findings) {
    const sure = Math.round(finding.score * 100), meter = make("meter");
    meter.value = finding.score;
    meter.setAttribute("aria-label", `How sure: ${sure} of 100`);
    box.append(make("p", "", `${finding.why[0].toUpperCase()}${finding.why.slice(1)}.`), meter,
      make("p", "soft", `Sure to ${sure} of 100; ${SEVERITIES[finding.severity]}.`));
  }
  if (clauses.length) {
    const list = make("ul", "clauses");
    for (const clause of clauses.slice(0, SHOWN_CLAUSES)) {
      const item = make("li");
      item.append(make("b", "", clause.id), ` ${clause.words}`);
      list.append(item);
    }
    box.append(make("p", "soft", "From this setting's policy:"), list);
    if (clauses.length > SHOWN_CLAUSES) box.append(make("p", "soft", `and ${clauses.length - SHOWN_CLAUSES} more clauses`));
  }
  return box;
}
