/** @file What the page knows: one object, its listeners, and the questions that are answered from it. */

import { t } from "./words.js";

/** @typedef {import("./api.js").Person} Person */
/** @typedef {import("./api.js").ChatView} ChatView */
/** @typedef {import("./api.js").Message} Message */
/** @typedef {import("./api.js").Place} Place */

export const state = {
  /** @type {import("./api.js").Bot[]} */ bots: [],
  /** @type {Person[]} */ people: [],
  /** @type {import("./api.js").Group[]} */ groups: [],
  /** @type {import("./api.js").Dialogue[]} */ dialogues: [],
  /** @type {number | null} */ person: null,
  /** @type {Place | null} */ place: null,
  /** The topic of a forum that is open; none where its topics are listed. @type {number | "general" | null} */ topic: null,
  /** @type {Map<string, ChatView>} */ views: new Map(),
  /** @type {Message | null} */ replyTo: null,
  /** @type {Message | null} */ editing: null,
  /** @type {File | null} */ file: null,
  peopleOpen: false,
  keyboardHidden: false,
  online: true,
  loaded: false,
};

const listeners = new Set();
let planned = false;

/**
 * Changes what the page knows; whatever listens is told once, after the running code.
 * @param {Partial<typeof state>} [patch]
 */
export function change(patch = {}) {
  Object.assign(state, patch);
  if (planned) return;
  planned = true;
  queueMicrotask(() => {
    planned = false;
    listeners.forEach((listener) => listener());
  });
}

/** @param {() => void} listener */
export function subscribe(listener) {
  listeners.add(listener);
}

/** @param {Place} place */
export const keyOf = (place) => (place.bot === null ? `${place.id}` : `${place.id}:${place.bot}`);

/** @returns {ChatView | undefined} the chat that is open, once it has been read */
export const currentView = () => state.place && state.views.get(keyOf(state.place));

/** Which topic of a forum a message is in. @param {ChatView} view @param {Message} message */
export const topicOf = (view, message) => (view.topics?.some((topic) => topic.message_thread_id === message.thread) ? message.thread : "general");

/** Whether the topics of a forum are to be seen, and no messages. */
export const isListing = () => Boolean(groupOf(state.place?.id ?? null)?.is_forum) && state.topic === null;

/** What is to be read: the messages of the open chat, in a forum those of the open topic. @returns {Message[]} */
export function openMessages() {
  const view = currentView();
  if (!view || isListing()) return [];
  return view.topics ? view.messages.filter((message) => topicOf(view, message) === state.topic) : view.messages;
}

export const currentPerson = () => state.people.find((person) => person.id === state.person);

/** @param {number | null} id */
export const groupOf = (id) => state.groups.find((group) => group.id === id);

/** The chat of two people, or of one with themself: no bot is in it. @param {number | null} id */
export const dialogueOf = (id) => state.dialogues.find((dialogue) => dialogue.id === id);

/** The bot of the open chat; in a group the first of its bots. */
export function currentBot() {
  const wanted = state.place?.bot ?? groupOf(state.place?.id ?? null)?.bots[0];
  return state.bots.find((bot) => bot.id === wanted) ?? state.bots[0];
}

/** @param {{first_name: string, last_name?: string}} who */
export const nameOf = (who) => [who.first_name, who.last_name].filter(Boolean).join(" ");

/** The chats a person has: one with every bot, then the groups, then those without a bot. @param {number} person @returns {Place[]} */
export function placesOf(person) {
  const groups = state.groups.filter((group) => group.members.includes(person));
  const dialogues = state.dialogues.filter((dialogue) => dialogue.people.includes(person));
  return [...state.bots.map((bot) => ({ id: person, bot: bot.id })), ...[...groups, ...dialogues].map(({ id }) => ({ id, bot: null }))];
}

/** The name of a chat; one without a bot has that of the other person. @param {Place} place */
export function titleOf(place) {
  const dialogue = dialogueOf(place.id);
  if (dialogue) return dialogueTitle(dialogue.people);
  if (place.bot === null) return groupOf(place.id)?.title ?? "";
  return state.bots.find((bot) => bot.id === place.bot)?.first_name ?? "";
}

function dialogueTitle(people) {
  const other = state.people.find((person) => people.includes(person.id) && person.id !== state.person);
  return people.length === 1 ? t("saved") : other ? nameOf(other) : "";
}

const readKey = (person, place) => `jalin.read.${person}|${keyOf(place)}`;

/** How many messages of others a person has not seen; what was there before the person's own last message counts as seen. */
export function unreadIn(person, place) {
  const messages = state.views.get(keyOf(place))?.messages ?? [];
  const seen = Number(localStorage.getItem(readKey(person, place)) ?? 0);
  const own = messages.findLast((message) => message.from?.id === person)?.message_id ?? 0;
  return messages.filter((message) => message.message_id > Math.max(seen, own) && message.from?.id !== person).length;
}

/** @param {number} person */
export const unreadOf = (person) => placesOf(person).reduce((sum, place) => sum + unreadIn(person, place), 0);

/** The open chat is seen up to its end, while the page is in front. */
export function markRead() {
  const last = currentView()?.messages.at(-1);
  if (state.place && state.person !== null && document.visibilityState === "visible") {
    localStorage.setItem(readKey(state.person, state.place), String(last?.message_id ?? 0));
  }
}

/** Numbers start again after a reset of the sandbox: forget marks beyond the end. @param {Place} place */
export function forgetMarksBeyond(place, lastId) {
  for (const person of state.people) {
    const key = readKey(person.id, place);
    if (Number(localStorage.getItem(key) ?? 0) > lastId) localStorage.removeItem(key);
  }
}
