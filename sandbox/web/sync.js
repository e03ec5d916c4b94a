/** @file Keeps the state in step with the server: reads chats, and applies live events to what was read. */

import * as api from "./api.js";
import { change, currentView, dialogueOf, forgetMarksBeyond, groupOf, keyOf, placesOf, state } from "./state.js";

const OPEN_LIMIT = 200;
const LIST_LIMIT = 50;
/** So many chats are read ahead for the list of people; the others when something happens in them. */
const AHEAD = 40;
const ACTION_MS = 5000;
/** Chats without a bot are numbered from here, above every person. */
const FIRST_DIALOGUE = 2 ** 41;

/** @typedef {import("./api.js").Place} Place */

/** @type {Map<string, number>} */
const actionTimers = new Map();

/** Reads bots, people and groups, then the open chat, then the other chats for the list. */
export async function readAll() {
  const fresh = await api.getState();
  const groups = fresh.groups.map((group) => ({ ...group, members: ids(group.members), bots: ids(group.bots) }));
  change({ bots: fresh.bots, people: fresh.people, groups, dialogues: fresh.dialogues });
}

const ids = (list) => (list ?? []).map((item) => (typeof item === "object" ? item.id : item));

/** How many events each chat has had: what was read before an event may lack what the event told. @type {Map<string, number>} */
const counts = new Map();

/** Reads a chat, once more if something happened in it meanwhile. @param {Place} place */
export async function readChat(place, limit = OPEN_LIMIT) {
  const key = keyOf(place);
  const before = counts.get(key);
  const view = await api.getChat(place, limit);
  if (counts.get(key) !== before) return readChat(place, limit);
  state.views.set(key, view);
  forgetMarksBeyond(place, view.messages.at(-1)?.message_id ?? 0);
  return change();
}

/** Reads what the list of people shows beside the open chat; a chat that cannot be read is left out. */
export async function readOthers() {
  const open = state.place && keyOf(state.place);
  const places = new Map(state.people.flatMap((person) => placesOf(person.id)).map((place) => [keyOf(place), place]));
  places.delete(open ?? "");
  for (const place of [...places.values()].slice(0, AHEAD)) await readChat(place, LIST_LIMIT).catch(console.warn);
}

/** @param {api.LiveEvent} event */
function placeOf(event) {
  const chat = event.chat ?? state.place?.id ?? 0;
  return { id: chat, bot: chat < 0 || chat >= FIRST_DIALOGUE ? null : (event.bot ?? state.bots[0]?.id ?? null) };
}

/**
 * Applies what happened. Who is unknown (a new person, bot or group) makes everything be read again.
 * @param {api.LiveEvent} event
 * @returns {Promise<void>}
 */
export async function apply(event) {
  const place = placeOf(event);
  counts.set(keyOf(place), (counts.get(keyOf(place)) ?? 0) + 1);
  if (isUnknown(place)) await readAll();
  const view = state.views.get(keyOf(place));
  if (!view) return readChat(place, LIST_LIMIT);
  if (!CHANGES[event.kind]?.(view, event, place)) return readChat(place);
  change();
}

function isUnknown(place) {
  if (place.bot === null) return !groupOf(place.id) && !dialogueOf(place.id);
  return !state.people.some((person) => person.id === place.id) || !state.bots.some((bot) => bot.id === place.bot);
}

/** What an event does to a chat; a false answer means that the event did not say enough and the chat is read again. */
const CHANGES = {
  message(view, event, place) {
    if (!event.message) return false;
    forgetMarksBeyond(place, Math.max(event.message.message_id - 1, view.messages.at(-1)?.message_id ?? 0));
    put(view, event.message);
    if (event.message.from?.is_bot) setAction(place, view, null);
    return true;
  },
  edited: (view, event) => Boolean(event.message) && put(view, event.message),
  deleted(view, event) {
    const gone = ids(event.data.message_ids ?? [event.data.message_id]);
    view.messages = view.messages.filter((message) => !gone.includes(message.message_id));
    return gone.some(Boolean);
  },
  keyboard(view, event) {
    if (!("reply_keyboard" in event.data)) return false;
    view.reply_keyboard = event.data.reply_keyboard;
    if (view === currentView()) change({ keyboardHidden: false });
    return true;
  },
  action(view, event, place) {
    setAction(place, view, event.data.action ?? event.data.chat_action ?? "typing");
    return true;
  },
  commands(view, event) {
    view.commands = event.data.commands ?? [];
    return "commands" in event.data;
  },
  topics(view, event) {
    view.topics = event.data.topics;
    const gone = typeof state.topic === "number" && view === currentView() && !view.topics.some((topic) => topic.message_thread_id === state.topic);
    if (gone) change({ topic: null });
    return true;
  },
  blocked(view, event) {
    view.blocked = Boolean(event.data.blocked);
    return "blocked" in event.data;
  },
};

function put(view, message) {
  const at = view.messages.findIndex((known) => known.message_id === message.message_id);
  if (at >= 0) view.messages[at] = message;
  else view.messages = [...view.messages, message].sort((a, b) => a.message_id - b.message_id);
  return true;
}

/** A chat action lasts five seconds, as Telegram's do, or until the bot writes. */
function setAction(place, view, action) {
  const key = keyOf(place);
  clearTimeout(actionTimers.get(key));
  view.chat_action = action;
  if (action) actionTimers.set(key, setTimeout(() => (setAction(place, view, null), change()), ACTION_MS));
}
