/** @file What a person can do: write, press, follow a link, switch chat. Every refusal is shown as a toast. */

import * as api from "./api.js";
import { alertBox, ask, complain, copy, toast } from "./toast.js";
import { change, currentBot, currentPerson, currentView, dialogueOf, groupOf, keyOf, placesOf, state, titleOf } from "./state.js";
import { el } from "./dom.js";
import { readChat } from "./sync.js";
import { t } from "./words.js";

/** After this the button stops waiting for the bot; Telegram gives up about as late. */
const ANSWER_SECONDS = 15;

/** @typedef {import("./api.js").Place} Place */
/** @typedef {import("./api.js").Message} Message */
/** @typedef {import("./api.js").Button} Button */

/**
 * Opens a chat as a person, and keeps the address of the page in step.
 * @param {number} person
 * @param {Place} [place]
 * @param {number | "general" | null} [topic]
 */
export function openChat(person, place = firstPlace(person), topic = null) {
  change({ person, place, topic, replyTo: null, editing: null, file: null, keyboardHidden: false, peopleOpen: false });
  const query = new URLSearchParams(location.search);
  const values = { person, bot: place?.bot ?? null, chat: place?.bot === null ? place.id : null, topic };
  for (const [name, value] of Object.entries(values)) value === null ? query.delete(name) : query.set(name, String(value));
  history.replaceState(null, "", `?${query}`);
  if (place && !state.views.has(keyOf(place))) readChat(place).catch(complain);
}

/** Opens a topic of the open forum; none leads back to the list. @param {number | "general" | null} topic */
export function openTopic(topic) {
  if (state.person !== null && state.place) openChat(state.person, state.place, topic);
}

/** Where one begins is a chat with a bot: as long as none has come, nothing is open. @param {number} person */
const firstPlace = (person) => placesOf(person).find((place) => !dialogueOf(place.id));

/** Sends a text as the current person, as a reply where one was chosen. @param {string} text @returns {Promise<boolean>} */
export function sendText(text) {
  return write((place, person, reply) => api.send(place, person, { text, ...reply }));
}

/** @param {"sticker" | "voice" | "contact"} kind */
export function sendKind(kind) {
  return write((place, person, reply) => api.send(place, person, { [kind]: true, ...reply }));
}

/** @param {File} file @param {string} caption */
export function sendFile(file, caption) {
  return write((place, person, where) => api.sendFile(place, person, file, caption, where));
}

async function write(call) {
  const { place, person, replyTo, topic } = state;
  if (!place || person === null) return false;
  change({ replyTo: null });
  try {
    await call(place, person, { ...(replyTo && { reply_to: replyTo.message_id }), ...(typeof topic === "number" && { topic }) });
  } catch (error) {
    change({ replyTo });
    complain(error);
    return false;
  }
  return true;
}

/** @param {Message} message @param {string} text */
export async function saveEdit(message, text) {
  if (state.place && state.person !== null) await api.edit(state.place, state.person, message.message_id, text).catch(complain);
}

/** @param {Message} message @param {number[]} options */
export async function vote(message, options) {
  if (state.place && state.person !== null) await api.vote(state.place, state.person, message.message_id, options).catch(complain);
}

/** @param {Message} message */
export async function removeMessage(message) {
  if (state.place && state.person !== null) await api.remove(state.place, state.person, message.message_id).catch(complain);
}

/** Asks before the phone number leaves, as Telegram does. */
export async function shareContact() {
  const phone = currentPerson()?.phone;
  const buttons = [{ key: "cancel", text: t("cancel") }, { key: "share", text: t("share") }];
  const body = phone ? el("p", { class: "dialog-strong", text: phone }) : undefined;
  const answer = await ask({ title: t("contactTitle"), text: t("contactText"), testid: "contact-dialog", body, buttons });
  return answer === "share" && sendKind("contact");
}

/** Blocks the bot after a question, or unblocks it. @param {boolean} blocked */
export async function setBlocked(blocked) {
  const bot = currentBot();
  if (!bot || state.person === null) return;
  const buttons = [{ key: "cancel", text: t("cancel") }, { key: "block", text: t("block"), danger: true }];
  if (blocked && (await ask({ text: t("blockAsk", { bot: bot.first_name }), testid: "block-dialog", buttons })) !== "block") return;
  await api.setBlocked(state.person, bot.id, blocked).then(() => patchBlocked(blocked), complain);
}

function patchBlocked(blocked) {
  const view = currentView();
  if (view) view.blocked = blocked;
  change();
}

/** Unblocks and says hello again, as Telegram's button does. */
export async function restart() {
  await setBlocked(false);
  await sendText("/start");
}

/** @type {Set<string>} buttons whose answer is awaited, as "chat/message/row/column" */
export const waiting = new Set();
/** @type {Map<string, (answer: Record<string, any>) => void>} */
const asked = new Map();
/** @type {Map<string, Record<string, any>>} answers that came before their own press was acknowledged */
const early = new Map();

/** An inline button was pressed. @param {Message} message @param {Button} button @param {number} row @param {number} column */
export async function pressButton(message, button, row, column) {
  if (button.url) return followLink(button.url, { ask: true });
  if (button.copy_text) return copy(button.copy_text.text);
  if (button.switch_inline_query_current_chat !== undefined) return offerText(`@${askedBot(message)} ${button.switch_inline_query_current_chat}`);
  const elsewhere = button.switch_inline_query ?? button.switch_inline_query_chosen_chat;
  if (elsewhere !== undefined) return askElsewhere(`@${askedBot(message)} ${elsewhere.query ?? (typeof elsewhere === "string" ? elsewhere : "")}`, button);
  if (button.callback_data === undefined) return toast(t("notSupported"));
  const { place, person } = state;
  const mark = `${place?.id}/${message.message_id}/${row}/${column}`;
  if (!place || person === null || waiting.has(mark)) return undefined;
  waiting.add(mark);
  change();
  const answer = await askBot(() => api.press(place, person, message.message_id, row, column)).catch(complain);
  waiting.delete(mark);
  change();
  return answer && showAnswer(answer);
}

/** Puts a text into the composer without sending it; the composer listens. @param {string} text */
function offerText(text) {
  document.dispatchEvent(new CustomEvent("offer-text", { detail: text }));
}

const askedBot = (message) => message.via_bot ?? state.bots.find((bot) => bot.id === message.from.id)?.username ?? currentBot()?.username;

/** Lets the person choose a chat, opens it and types the query there. */
async function askElsewhere(text, button) {
  const only = button.switch_inline_query_chosen_chat;
  const fits = (place) => !only || (place.bot !== null ? only.allow_bot_chats : groupOf(place.id) ? only.allow_group_chats : only.allow_user_chats);
  const places = placesOf(state.person ?? 0).filter(fits);
  const buttons = [...places.map((place, at) => ({ key: String(at), text: titleOf(place) })), { key: "", text: t("cancel") }];
  const answer = await ask({ title: t("chooseChat"), text: "", testid: "chats-dialog", buttons });
  if (answer === "") return;
  openChat(state.person, places[Number(answer)]);
  setTimeout(() => offerText(text));
}

async function askBot(press) {
  const { callback_query_id: id } = await press();
  if (!id) return {};
  const answer = early.get(id) ?? (await Promise.race([new Promise((resolve) => asked.set(id, resolve)), lastLook(id)]));
  asked.delete(id);
  early.delete(id);
  return answer;
}

/** The live answer may have been lost while the connection was: look once more before giving up. */
async function lastLook(id) {
  await new Promise((resolve) => setTimeout(resolve, ANSWER_SECONDS * 1000));
  return api.getCallback(id, 0);
}

/** A bot answered some press; it is shown only to whom has pressed here. @param {Record<string, any>} answer */
export function answered(answer) {
  const id = String(answer.callback_query_id);
  if (asked.has(id)) asked.get(id)?.(answer);
  else early.set(id, answer);
  if (early.size > 50) early.delete(early.keys().next().value ?? "");
}

function showAnswer(answer) {
  if (answer.url) return followLink(answer.url, { ask: false });
  if (!answer.text) return undefined;
  return answer.show_alert ? alertBox(answer.text) : toast(answer.text);
}

/**
 * A link was tapped: to one of our bots it stays in the chat, to the share page it shows what would be shared, else it opens.
 * @param {string} href
 * @param {{ask: boolean}} options `ask`: show the address first, because the text did not
 */
export async function followLink(href, options) {
  const link = readBotLink(href);
  if (link?.name === "share") return shareText(link.query);
  if (link) return openBot(link.name, link.query.get("start"));
  const buttons = [{ key: "cancel", text: t("cancel") }, { key: "open", text: t("open") }];
  if (options.ask && (await ask({ title: t("openLink"), text: href, testid: "link-dialog", buttons })) !== "open") return undefined;
  return window.open(href, "_blank", "noopener");
}

/** @returns {{name: string, query: URLSearchParams} | null} */
function readBotLink(href) {
  const url = new URL(href, location.href);
  const query = url.searchParams;
  if (url.protocol === "tg:") return { name: url.host === "msg_url" ? "share" : (query.get("domain") ?? ""), query };
  if (!["t.me", "telegram.me", "telegram.dog"].includes(url.hostname)) return null;
  return { name: url.pathname.split("/")[1], query };
}

async function openBot(name, payload) {
  const bot = state.bots.find((known) => known.username?.toLowerCase() === name.toLowerCase());
  if (!bot || state.person === null) return toast(t("unknownBot", { name }));
  openChat(state.person, { id: state.person, bot: bot.id });
  return payload === null ? undefined : sendText(`/start ${payload}`.trim());
}

async function shareText(query) {
  const text = [query.get("text"), query.get("url")].filter(Boolean).join("\n");
  const buttons = [{ key: "cancel", text: t("close") }, { key: "copy", text: t("copy") }];
  return (await ask({ title: t("shareLink"), text, testid: "share-dialog", buttons })) === "copy" && copy(text);
}
