/** @file The list of messages: keeps one element per message, changes only those that changed, and minds the scroll position. */

import { bubble, dateOf, summary } from "./bubble.js";
import { byId, el, keepFocus } from "./dom.js";
import { currentBot, currentView, dialogueOf, groupOf, isListing, keyOf, markRead, openMessages, state, titleOf } from "./state.js";
import { locale, t } from "./words.js";
import { announce } from "./toast.js";
import { tickedIn } from "./poll.js";
import { waiting } from "./actions.js";

/** @typedef {import("./api.js").Message} Message */

/** Within this of the end, new messages pull the list along. */
const NEAR_END = 120;

/** @type {Map<string, {signature: string, node: HTMLElement}>} */
let shown = new Map();
let shownChat = "";
let lastId = 0;

const scroller = () => byId("messages");
const nearEnd = () => scroller().scrollHeight - scroller().scrollTop - scroller().clientHeight < NEAR_END;

/** Draws the open chat. */
export function drawMessages() {
  const view = currentView();
  const chat = state.place ? `${state.person}|${keyOf(state.place)}|${state.topic}` : "";
  const opened = chat !== shownChat || !view;
  if (opened) forget();
  const follow = opened || nearEnd();
  const messages = openMessages();
  const items = itemsOf(messages);
  keepFocus(scroller(), () => arrange(byId("message-list"), items));
  byId("empty").hidden = isListing() || (view ? messages.length > 0 : !state.loaded || Boolean(state.place));
  drawEmpty();
  if (view) finish(messages, chat, opened, follow);
}

function forget() {
  shown = new Map();
  shownChat = "";
  lastId = 0;
  byId("message-list").replaceChildren();
}

function finish(messages, chat, opened, follow) {
  const newest = messages.at(-1);
  const isNew = !opened && newest && newest.message_id > lastId;
  if (isNew && newest.from?.id !== state.person) announce(t("newMessage", { name: newest.from?.name ?? "", text: summary(newest) }));
  if (follow || (isNew && newest.from?.id === state.person)) toEnd(opened);
  shownChat = chat;
  lastId = newest?.message_id ?? 0;
  markRead();
  watchEnd();
}

/** Scrolls to the newest message; pictures that load later keep it there. @param {boolean} [atOnce] */
export function toEnd(atOnce = false) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scroller().scrollTo({ top: scroller().scrollHeight, behavior: atOnce || calm ? "instant" : "smooth" });
}

/** Shows the button that leads to the end while the end is out of sight. */
export function watchEnd() {
  byId("to-end").hidden = nearEnd();
}

/**
 * What the list shows, in order: day separators, service lines and messages, each with a key and all it depends on.
 * @param {Message[]} messages
 */
function itemsOf(messages) {
  const group = Boolean(groupOf(state.place?.id ?? null));
  const items = [];
  messages.forEach((message, at) => {
    const before = messages[at - 1];
    const day = dayOf(message);
    if (!before || dayOf(before) !== day) items.push({ key: `day-${day}`, signature: day, make: () => line(dayText(message), "day") });
    items.push(item(message, before, messages[at + 1], group));
  });
  return items;
}

/** A group tells who came and left in a line of its own; in a private chat `service` stands for a sticker or a voice message. */
function item(message, before, after, group) {
  const key = `message-${message.message_id}`;
  if (message.service && group) return { key, signature: message.service, make: () => line(message.service, key) };
  const where = { own: message.from.id === state.person, first: !joins(before, message), last: !joins(message, after), group, jump };
  const busy = [...waiting].filter((mark) => mark.startsWith(`${state.place?.id}/${message.message_id}/`));
  return { key, signature: JSON.stringify([message, where, busy, tickedIn(message)]), make: () => bubble(message, where) };
}

/** Messages of one sender within some minutes are one run: one name, one tail. */
function joins(one, next) {
  if (!one || !next || one.from.id !== next.from.id) return false;
  return dayOf(one) === dayOf(next) && dateOf(next) - dateOf(one) < 10 * 60 * 1000;
}

const line = (text, testid) => el("div", { class: "line", testid }, el("span", { text }));
const isoDay = new Intl.DateTimeFormat("sv-SE");
const dayOf = (message) => isoDay.format(dateOf(message));

function dayText(message) {
  const days = (Date.parse(isoDay.format(new Date())) - Date.parse(dayOf(message))) / 86_400_000;
  if (days === 0 || days === 1) return t(days ? "yesterday" : "today");
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" }).format(dateOf(message));
}

/** Brings the list into the wanted order with as few changes as possible. */
function arrange(list, items) {
  const next = new Map();
  for (const { key, signature, make } of items) {
    const known = shown.get(key);
    next.set(key, known?.signature === signature ? known : { signature, node: make() });
  }
  const nodes = [...next.values()].map((entry) => entry.node);
  const keep = new Set(nodes);
  for (const child of [...list.children]) if (!keep.has(child)) child.remove();
  nodes.forEach((node, at) => list.children[at] !== node && list.insertBefore(node, list.children[at] ?? null));
  shown = next;
}

/** Goes to a message that another one quotes, and lets it light up. @param {number} id */
function jump(id) {
  const node = shown.get(`message-${id}`)?.node;
  node?.scrollIntoView({ block: "center" });
  node?.classList.add("lit");
  setTimeout(() => node?.classList.remove("lit"), 1500);
}

function drawEmpty() {
  const group = groupOf(state.place?.id ?? null);
  const bot = currentBot();
  const dialogue = dialogueOf(state.place?.id ?? null);
  byId("empty-title").textContent = dialogue ? titleOf(state.place) : group?.title ?? bot?.first_name ?? t("emptyTitle");
  byId("empty-text").textContent = dialogue ? t("emptyDialogue", { bot: bot?.username ?? "bot" }) : group ? t("emptyGroup") : bot ? t("emptyText", { bot: bot.first_name }) : t("noBot");
  scroller().setAttribute("aria-label", t("messages", { name: state.place ? titleOf(state.place) : "" }));
}

/** Listens for scrolling, late pictures and a change of height (a keyboard that opens). */
export function setupMessages() {
  let atEnd = true;
  scroller().addEventListener("scroll", () => {
    atEnd = nearEnd();
    watchEnd();
  });
  scroller().addEventListener("load", () => atEnd && toEnd(true), true);
  new ResizeObserver(() => atEnd && toEnd(true)).observe(scroller());
  byId("to-end").addEventListener("click", () => toEnd());
}
