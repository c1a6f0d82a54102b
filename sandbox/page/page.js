// The page of the pretend Telegram: three chats side by side, redrawn whenever something happens.

import { make } from "./draw.js";
import { SAMPLES } from "./samples.js";
import { explain } from "./why.js";

const GROUP = "group";
const COLUMNS = [
  { name: GROUP, heading: "The group", who: "Write as", first: 2001, empty: "Nobody has written yet. Try a message from the right, or write your own below." },
  { name: "staff", heading: "Private chat with Lollipop", who: "Whose", first: 1001, empty: "Here the manager gets cards with buttons." },
  { name: "parent", heading: "Private chat with Lollipop", who: "Whose", first: 2001, empty: "Here a parent hears, kindly and in private." },
];
const MODE_WORDS = { observe: "Only watch", assist: "Assist", enforce: "Act" };
const MEDIA = {
  photo: "🖼 Picture", video: "🎬 Video", animation: "🎞 GIF", document: "📎 File", voice: "🎙 Voice note",
  audio: "🎵 Sound", video_note: "⭕ Video note", sticker: "Sticker", contact: "👤 Contact", location: "📍 Place",
  poll: "📊 Poll", dice: "🎲 Dice", venue: "📍 Place", checklist: "☑ List", rich_message: "¶ Text",
  poll_option_added: "📊 A new answer",
};
const PRESENT = ["creator", "administrator", "member", "restricted"];
const PICTURES = ["photo", "video", "animation", "video_note"];
const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "code", spoiler: "mark" };
const LONDON = { timeZone: "Europe/London" };
const clockFace = new Intl.DateTimeFormat("en-GB", { ...LONDON, weekday: "short", day: "numeric", month: "short",
  year: "numeric", hour: "2-digit", minute: "2-digit" });
const hour = new Intl.DateTimeFormat("en-GB", { ...LONDON, hour: "2-digit", minute: "2-digit" });

let state = null;
const columns = COLUMNS.map(build);

// Talking to the sandbox

async function tell(where, body) {
  const reply = await fetch(`/sandbox/${where}`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
  const told = await reply.json();
  if (!told.ok) throw new Error(told.error);
  return told.result;
}

let looking = false, lookAgain = false;
async function look() {
  if (looking) { lookAgain = true; return; }
  looking = true;
  try {
    do {
      lookAgain = false;
      state = await (await fetch("/sandbox/state")).json();
      draw();
    } while (lookAgain);
  } finally {
    looking = false;
  }
}

const events = new EventSource("/sandbox/events");
events.onmessage = look;
events.onopen = () => { document.getElementById("line").textContent = ""; };
events.onerror = () => { document.getElementById("line").textContent = "The sandbox has stopped. Start it again and this page comes back."; };

document.addEventListener("click", (click) => {
  const button = click.target.closest("[data-clock], [data-jump], [data-fault], [data-right], [data-bot]");
  if (button) report(button.textContent, order(button.dataset));
});

function order({ clock, jump, fault, right, held, bot }) {
  if (clock) return tell("clock", JSON.parse(clock));
  if (jump) return tell("clock", { set: state.program.jumps[jump] });
  if (fault) return tell("fault", JSON.parse(fault));
  if (bot) return tell("bot", { do: bot });
  return tell("act", { act: "bot_standing", chat: group().id, [right]: held === "true" });
}

async function report(what, deed) {
  const line = document.getElementById("line");
  line.textContent = `${what}…`;
  try {
    await deed;
    line.textContent = `Done: ${what}.`;
  } catch (wrong) {
    line.textContent = wrong.message;
  }
}

// The side: messages to try, why, trouble

const tabs = [...document.querySelectorAll("[role=tab]")];
function show(tab) {
  for (const one of tabs) {
    const on = one === tab;
    one.setAttribute("aria-selected", String(on));
    one.tabIndex = on ? 0 : -1;
    document.getElementById(one.getAttribute("aria-controls")).hidden = !on;
  }
}
for (const [at, tab] of tabs.entries()) {
  tab.addEventListener("click", () => show(tab));
  tab.addEventListener("keydown", (key) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key.key];
    if (!step) return;
    const next = tabs[(at + step + tabs.length) % tabs.length];
    show(next);
    next.focus();
  });
}

for (const { heading, samples } of SAMPLES) {
  const place = document.getElementById("try");
  place.append(make("h3", "", heading));
  for (const sample of samples) {
    const button = make("button", "try", sample.kind ? `${MEDIA[sample.kind] ?? "🖼 Three pictures"}: ${sample.text}` : sample.text);
    button.type = "button";
    button.append(make("small", "", sample.note));
    button.addEventListener("click", () => attempt(columns[0], () => post(columns[0], sample.kind ?? "say", sample.text)));
    place.append(button);
  }
}

async function askWhy(chat, message) {
  const place = document.getElementById("why");
  show(tabs[1]);
  place.replaceChildren(make("p", "soft", "Looking…"));
  try {
    explain(place, message.text, named(message.sender), await tell("explain", { chat: chat.id, message: message.id }));
  } catch (wrong) {
    place.replaceChildren(make("p", "soft", wrong.message));
  }
}

// The bot itself: its policy, its mode, whether it runs

document.getElementById("policy").addEventListener("change", (change) =>
  report("Changing the policy", tell("bot", { do: "switch", policy: change.target.value })));

function drawProgram() {
  const { program } = state, pulse = document.getElementById("pulse");
  document.getElementById("setting").hidden = document.getElementById("power").hidden = !program;
  pulse.textContent = !program ? "A bot of your own runs here, or none." : program.running ? "Lollipop is running." : "Lollipop is off. What is written now waits for it.";
  pulse.classList.toggle("stopped", !program?.running);
  for (const button of document.querySelectorAll("[data-jump]")) button.hidden = !program?.jumps[button.dataset.jump];
  document.querySelector("[data-clock*=tomorrow]").hidden = Boolean(program);
  if (!program) return;
  const policy = document.getElementById("policy"), modes = document.getElementById("modes");
  if (!policy.options.length) {
    policy.append(...Object.entries(program.policies).map(([name, title]) => new Option(title, name)));
    for (const mode of program.modes) {
      const label = make("label"), radio = make("input");
      Object.assign(radio, { type: "radio", name: "mode", value: mode });
      radio.addEventListener("change", () => report("Changing the mode", tell("bot", { do: "switch", mode })));
      label.append(radio, MODE_WORDS[mode]);
      modes.append(label);
    }
  }
  policy.value = program.policy;
  modes.querySelector(`[value=${program.mode}]`).checked = true;
}

// The columns

function build(plan) {
  const column = { ...plan, drawn: new Map(), replyTo: null, editing: null };
  const root = document.getElementById("column").content.cloneNode(true).firstElementChild;
  column.root = root;
  column.find = (selector) => root.querySelector(selector);
  column.find("h2").textContent = plan.heading;
  column.find("h2").id = `heading-${plan.name}`;
  root.setAttribute("aria-labelledby", `heading-${plan.name}`);
  root.dataset.column = plan.name;
  column.find(".who span").textContent = plan.who;
  column.chooser = column.find(".who select");
  column.chooser.addEventListener("change", () => { forget(column); draw(); });
  column.log = column.find(".log");
  column.log.dataset.empty = plan.empty;
  column.log.setAttribute("aria-label", plan.name === GROUP ? "Messages in the group" : "Messages in this private chat");
  column.atEnd = true;
  column.log.addEventListener("scroll", () => { column.atEnd = isAtEnd(column.log); });
  new ResizeObserver(() => { if (column.atEnd) toEnd(column.log); }).observe(column.log);
  column.words = column.find("textarea");
  column.words.id = `words-${plan.name}`;
  column.find("form label").htmlFor = column.words.id;
  column.kind = column.find("form select");
  column.file = column.find("input[type=file]");
  column.kind.addEventListener("change", () => { column.file.hidden = column.kind.value !== "document"; });
  column.words.addEventListener("keydown", (key) => {
    if (key.key === "Enter" && !key.shiftKey) { key.preventDefault(); column.find("form").requestSubmit(); }
  });
  column.find("form").addEventListener("submit", (submit) => { submit.preventDefault(); attempt(column, () => send(column)); });
  column.find(".replying button").addEventListener("click", () => settle(column));
  column.find("[data-do=start]").addEventListener("click", () => attempt(column, () => tell("act", { act: "start", person: person(column) })));
  column.find("[data-do=ask]").addEventListener("click", () =>
    attempt(column, () => tell("act", { act: "ask_to_join", person: person(column), chat: group().id })));
  document.getElementById("columns").append(root);
  return column;
}

function isAtEnd(log) { return log.scrollHeight - log.scrollTop - log.clientHeight < 60; }
function toEnd(log) { log.scrollTop = log.scrollHeight; }

function group() {
  return Object.values(state.chats).find((chat) => chat.type !== "private" && !chat.migrated_to);
}

function person(column) { return Number(column.chooser.value); }
function chatOf(column) { return column.name === GROUP ? group() : state.chats[column.chooser.value]; }
function named(id) {
  if (id === state.bot.id) return state.bot.first_name;
  return state.people.find((one) => one.id === id)?.full_name ?? "Telegram";
}

function forget(column) {
  column.drawn.clear();
  column.log.replaceChildren();
  column.find(".answer").textContent = "";
  settle(column);
}

function settle(column) {
  column.replyTo = column.editing = null;
  column.find(".replying").hidden = true;
}

async function attempt(column, deed) {
  const answer = column.find(".answer");
  answer.classList.remove("wrong");
  answer.textContent = "";
  try {
    await deed();
  } catch (wrong) {
    answer.classList.add("wrong");
    answer.textContent = wrong.message;
  }
}

async function send(column) {
  const text = column.words.value, kind = column.kind.value;
  if (column.editing) {
    await tell("act", { act: "edit", person: person(column), chat: chatOf(column).id, message: column.editing, text });
  } else {
    await post(column, kind, text);
  }
  column.words.value = "";
  settle(column);
}

async function post(column, kind, text) {
  const from = { person: person(column), chat: chatOf(column).id };
  if (kind === "say") await tell("act", { act: "say", ...from, text, reply_to: column.replyTo });
  else if (kind === "album") await tell("act", { act: "album", ...from, caption: text || null });
  else if (kind === "document") await tell("act", { act: "post", ...from, kind, caption: text || null, ...await chosen(column.file) });
  else if (kind === "poll" && text) await tell("act", { act: "post", ...from, kind, details: { question: text } });
  else await tell("act", { act: "post", ...from, kind, caption: text || null, reply_to: column.replyTo });
}

async function chosen(input) {
  const file = input.files[0];
  if (!file) return { name: "letter.txt", content: "A letter." };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, content_base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) };
}

// Drawing

function draw() {
  if (!state) return;
  const now = document.getElementById("now");
  now.dateTime = state.clock.now;
  now.textContent = clockFace.format(new Date(state.clock.now)) + (state.clock.frozen ? " (stopped)" : "");
  drawProgram();
  columns.forEach(drawColumn);
}

setInterval(() => { if (state && !state.clock.frozen) tick(); }, 15000);
async function tick() {
  state.clock = await (await fetch("/sandbox/clock")).json();
  document.getElementById("now").textContent = clockFace.format(new Date(state.clock.now));
}

function drawColumn(column) {
  drawPeople(column);
  const chat = chatOf(column), who = state.people.find((one) => one.id === person(column));
  drawHead(column, chat, who);
  const shut = column.name !== GROUP && (!who.started || who.blocked);
  const outside = column.name === GROUP && !PRESENT.includes(chat.members[who.id]?.status);
  column.find("form").hidden = shut || outside;
  column.find(".closed").hidden = !(shut || outside);
  column.find("[data-do=start]").hidden = outside;
  column.find("[data-do=ask]").hidden = !outside;
  column.find(".closed p").textContent = outside ? `${who.full_name} is not in this group.`
    : who.blocked ? `${who.full_name} has blocked Lollipop.`
    : `${who.full_name} has not pressed Start yet, so Lollipop cannot write to them.`;
  column.find("form label").textContent = `${who.full_name} writes`;
  let changed = false;
  for (const message of chat.messages) changed = drawMessage(column, chat, message) || changed;
  if (changed && column.atEnd) toEnd(column.log);
  if (column.name !== GROUP) drawNews(column, chat);
  drawAnswer(column, chat, who);
}

function drawHead(column, chat, who) {
  const inGroup = Object.values(chat.members).filter((one) => PRESENT.includes(one.status)).length;
  const name = column.name === GROUP ? chat.title : who.full_name, title = state.program?.titles[who.id];
  column.find("h2").textContent = name;
  column.find(".about").textContent = column.name === GROUP ? `${inGroup} members` : `with ${state.bot.first_name}${title ? `; ${title}` : ""}`;
  column.find(".about").title = column.find(".about").textContent;
  const face = column.find(".face");
  face.textContent = name.split(" ").map((word) => word[0]).slice(-2).join("");
  face.className = `face tint-${column.name === GROUP ? 0 : 1 + who.id % 5}`;
}

function drawPeople(column) {
  const signature = JSON.stringify(state.people.map((one) => [one.id, one.full_name]));
  if (column.people === signature) return;
  const picked = column.chooser.value || String(column.first);
  column.people = signature;
  column.chooser.replaceChildren(...state.people.map((one) => new Option(one.full_name, one.id)));
  column.chooser.value = picked;
  if (!column.chooser.value) column.chooser.selectedIndex = 0;
}

function drawAnswer(column, chat, who) {
  const mine = state.presses.filter((one) => one.person === who.id && one.chat === chat.id);
  const press = mine[mine.length - 1];
  if (column.seen === undefined) column.seen = press?.answered ? press.id : null;       // no old news on a fresh page
  if (!press || column.seen === press.id || !press.answered) return;
  column.seen = press.id;
  if (press.words) column.find(".answer").textContent = `Lollipop: ${press.words}`;
}

function drawMessage(column, chat, message) {
  const signature = JSON.stringify(message);
  const before = column.drawn.get(message.id);
  if (before?.signature === signature) return false;
  const item = messageItem(column, chat, message);
  if (before) {
    const hadFocus = before.item.contains(document.activeElement);
    before.item.replaceWith(item);
    if (hadFocus) item.focus();
  } else {
    column.log.append(item);
  }
  column.drawn.set(message.id, { signature, item });
  return true;
}

// Who else the bot has written to since their chat was last looked at.
const seen = new Map();
function drawNews(column, chat) {
  seen.set(chat.id, chat.messages.length);
  const news = column.find(".news"), staff = state.program?.staff ?? [];
  const waiting = state.people.filter((one) => {
    const theirs = state.chats[one.id]?.messages ?? [];
    return (column.name === "staff") === staff.includes(one.id) && theirs.slice(seen.get(one.id) ?? 0).some((said) => said.sender === state.bot.id);
  });
  const names = waiting.map((one) => one.id).join();
  if (column.news === names) return;
  column.news = names;
  news.hidden = !waiting.length;
  news.replaceChildren("Also written to:", ...waiting.map((one) => {
    const button = make("button", "", one.full_name);
    button.type = "button";
    button.addEventListener("click", () => { column.chooser.value = one.id; forget(column); draw(); });
    return button;
  }));
}

function messageItem(column, chat, message) {
  const item = make("li");
  item.id = `${column.name}-${message.id}`;
  item.tabIndex = -1;
  const line = serviceLine(message);
  if (line) {
    item.className = "service";
    item.textContent = line;
    return item;
  }
  if (message.sender === state.bot.id) item.classList.add("bot");
  if (message.sender === person(column)) item.classList.add("mine");
  if (message.deleted) item.classList.add("gone");
  item.append(byLine(message), ...quote(column, message), ...origin(message), ...media(message), words(message.raw), ...fate(message));
  if (!message.deleted) item.append(...buttons(column, chat, message));
  item.append(tools(column, chat, message));
  return item;
}

function byLine(message) {
  const line = make("div", "by");
  const author = message.raw.sender_chat ? message.raw.sender_chat.title : named(message.sender);
  const time = make("time", "", hour.format(new Date(message.raw.date * 1000)));
  line.append(make("b", "", author), time);
  if (message.raw.edit_date) line.append(make("span", "", "edited"));
  return line;
}

function serviceLine({ raw, sender }) {
  if (raw.new_chat_members) return `${raw.new_chat_members.map((one) => named(one.id)).join(", ")} joined the group`;
  if (raw.left_chat_member) {
    const gone = named(raw.left_chat_member.id);
    return raw.left_chat_member.id === sender ? `${gone} left the group` : `${named(sender)} removed ${gone}`;
  }
  if (raw.pinned_message) return `${named(sender)} pinned a message`;
  if (raw.new_chat_title) return `${named(sender)} changed the group's name to ${raw.new_chat_title}`;
  if (raw.migrate_to_chat_id || raw.migrate_from_chat_id) return "The group became a supergroup";
  return null;
}

function quote(column, { raw }) {
  const replied = raw.reply_to_message;
  if (!replied) return raw.quote ? [make("div", "quote", raw.quote.text)] : [];
  const link = make("a", "quote", `${named(replied.from?.id)}: ${replied.text ?? replied.caption ?? "…"}`);
  link.href = `#${column.name}-${replied.message_id}`;
  link.setAttribute("aria-label", `In reply to ${link.textContent}`);
  return [link];
}

function origin({ raw }) {
  if (!raw.forward_origin) return [];
  const from = raw.forward_origin.sender_user?.first_name ?? raw.forward_origin.sender_chat?.title ?? raw.forward_origin.chat?.title;
  return [make("div", "by", `Passed on from ${from}`)];
}

function media({ raw }) {
  const kind = Object.keys(MEDIA).find((one) => one in raw);
  if (!kind) return [];
  const held = raw[kind];
  const name = held.file_name ?? held.question ?? held.first_name ?? held.emoji ?? held.title ?? held.option_text ?? "";
  const tile = make("div", PICTURES.includes(kind) ? "media picture" : "media", [MEDIA[kind], name].filter(Boolean).join(": "));
  const lines = [...(held.options ?? held.tasks ?? []).map((one) => one.text), held.phone_number, held.address, flat(held.blocks)];
  for (const line of lines.filter(Boolean)) tile.append(make("div", "", line));
  if (kind === "document") {
    const link = make("a", "", "save");
    link.href = `/sandbox/file/${encodeURIComponent(raw.document.file_id)}`;
    tile.append(" ", link);
  }
  return [tile];
}

// The words of a rich message, whose paragraphs may be cut into runs.
function flat(rich) {
  if (typeof rich === "string" || !rich) return rich ?? "";
  return Array.isArray(rich) ? rich.map(flat).join("") : flat(rich.text ?? rich.blocks ?? rich.alternative_text);
}

// Offsets of entities count UTF-16 units, and so do JavaScript's strings.
function words(raw) {
  const text = raw.text ?? raw.caption ?? "";
  const block = make("div", "words");
  let at = 0;
  for (const { type, offset, length, url } of raw.entities ?? raw.caption_entities ?? []) {
    if (offset < at) continue;
    const part = text.slice(offset, offset + length);
    block.append(text.slice(at, offset), entity(type, part, url));
    at = offset + length;
  }
  block.append(text.slice(at));
  return block;
}

function entity(type, part, url) {
  if (type === "blockquote") return make("span", "quote", part);
  if (TAGS[type]) return make(TAGS[type], "", part);
  if (type !== "url" && type !== "text_link") return document.createTextNode(part);
  const shown = make("u", "", part);
  shown.title = url ?? part;                                // a made-up link leads nowhere
  return shown;
}

function fate(message) {
  if (!message.deleted) return [];
  const { by, at, how } = message.deleted;
  const what = how === "withdrawn" ? "withdrawn by" : how === "ban" ? "gone with its author, removed by" : "taken out of view by";
  return [make("div", "why", `${what} ${named(by)}, ${hour.format(new Date(at))}`)];
}

function buttons(column, chat, message) {
  return message.buttons.map((row) => {
    const line = make("div", "buttons");
    for (const button of row) {
      const key = make("button", "", button.text);
      key.type = "button";
      const press = { act: "press", person: person(column), chat: chat.id, message: message.id };
      key.addEventListener("click", () => attempt(column, () =>
        tell("act", { ...press, person: person(column), button: button.callback_data ?? button.url ?? button.text })));
      line.append(key);
    }
    return line;
  });
}

function tools(column, chat, message) {
  const line = make("div", "tools");
  const add = (label, deed) => {
    const tool = make("button", "", label);
    tool.type = "button";
    tool.setAttribute("aria-label", `${label}: ${message.text.slice(0, 40) || "this message"}`);
    tool.addEventListener("click", deed);
    line.append(tool);
  };
  const begin = (what, reply, edit) => {
    settle(column);
    column.replyTo = reply;
    column.editing = edit;
    column.find(".replying").hidden = false;
    column.find(".replying span").textContent = what;
    column.words.focus();
  };
  if (state.program && message.sender !== state.bot.id && column.name === GROUP) add("Why?", () => askWhy(chat, message));
  if (message.deleted) return line;
  add("Reply", () => begin(`Replying to ${named(message.sender)}`, message.id, null));
  if (message.sender === person(column)) {
    add("Edit", () => { begin("Changing your message", null, message.id); column.words.value = message.text; });
    add("Withdraw", () => attempt(column, () =>
      tell("act", { act: "delete", person: person(column), chat: chat.id, message: message.id })));
  }
  return line;
}
