// The page of the pretend Telegram: three chats side by side, redrawn whenever something happens.

const GROUP = "group";
const COLUMNS = [
  { name: GROUP, heading: "The group", who: "Write as", first: 2002 },
  { name: "staff", heading: "Private chat with Lollipop", who: "Whose", first: 1001 },
  { name: "parent", heading: "Private chat with Lollipop", who: "Whose", first: 2001 },
];
const MEDIA = {
  photo: "🖼 Picture", video: "🎬 Video", animation: "🎞 GIF", document: "📎 File", voice: "🎙 Voice note",
  audio: "🎵 Sound", video_note: "⭕ Video note", sticker: "Sticker", contact: "👤 Contact", location: "📍 Place",
  poll: "📊 Poll", dice: "🎲 Dice",
};
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
  const button = click.target.closest("[data-clock], [data-fault], [data-right]");
  if (!button) return;
  const { clock, fault, right, held } = button.dataset;
  const done = clock ? tell("clock", JSON.parse(clock))
    : fault ? tell("fault", JSON.parse(fault))
    : tell("act", { act: "bot_standing", chat: group().id, [right]: held === "true" });
  const line = document.getElementById("line");
  done.then(() => { line.textContent = `Done: ${button.textContent}.`; }, (wrong) => { line.textContent = wrong.message; });
});

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
  column.find(".closed button").addEventListener("click", () => attempt(column, () => tell("act", { act: "start", person: person(column) })));
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
  const chat = chatOf(column).id, text = column.words.value, kind = column.kind.value;
  const from = { person: person(column), chat };
  if (column.editing) await tell("act", { act: "edit", ...from, message: column.editing, text });
  else if (kind === "say") await tell("act", { act: "say", ...from, text, reply_to: column.replyTo });
  else if (kind === "album") await tell("act", { act: "album", ...from, caption: text || null });
  else if (kind === "document") await tell("act", { act: "post", ...from, kind, caption: text || null, ...await chosen(column.file) });
  else if (kind === "poll" && text) await tell("act", { act: "post", ...from, kind, details: { question: text } });
  else await tell("act", { act: "post", ...from, kind, caption: text || null, reply_to: column.replyTo });
  column.words.value = "";
  settle(column);
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
  if (column.name === GROUP) column.find("h2").textContent = chat.title;
  const shut = column.name !== GROUP && (!who.started || who.blocked);
  const outside = column.name === GROUP && !["creator", "administrator", "member", "restricted"].includes(chat.members[who.id]?.status);
  column.find("form").hidden = shut || outside;
  column.find(".closed").hidden = !(shut || outside);
  column.find(".closed button").hidden = outside;
  column.find(".closed p").textContent = outside ? `${who.full_name} is not in this group.`
    : who.blocked ? `${who.full_name} has blocked Lollipop.`
    : `${who.full_name} has not pressed Start yet, so Lollipop cannot write to them.`;
  column.find("form label").textContent = `${who.full_name} writes`;
  let added = false;
  for (const message of chat.messages) added = drawMessage(column, chat, message) || added;
  if (added && column.atEnd) toEnd(column.log);
  drawAnswer(column, chat, who);
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
  return !before;
}

function make(tag, classes, text) {
  const made = document.createElement(tag);
  if (classes) made.className = classes;
  if (text !== undefined) made.textContent = text;
  return made;
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
  if (!message.deleted) item.append(...buttons(column, chat, message), tools(column, chat, message));
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
  if (!replied) return [];
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
  const name = raw[kind].file_name ?? raw[kind].question ?? raw[kind].first_name ?? raw[kind].emoji ?? "";
  const tile = make("div", "media", [MEDIA[kind], name].filter(Boolean).join(": "));
  if (kind === "document") {
    const link = make("a", "", "save");
    link.href = `/sandbox/file/${encodeURIComponent(raw.document.file_id)}`;
    tile.append(" ", link);
  }
  return [tile];
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
  add("Reply", () => begin(`Replying to ${named(message.sender)}`, message.id, null));
  if (message.sender === person(column)) {
    add("Edit", () => { begin("Changing your message", null, message.id); column.words.value = message.text; });
    add("Withdraw", () => attempt(column, () =>
      tell("act", { act: "delete", person: person(column), chat: chat.id, message: message.id })));
  }
  return line;
}
