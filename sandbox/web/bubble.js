/** @file One message as an element: bubble, sender, quote of what it replies to, content, time, buttons. */

import { el, icon } from "./dom.js";
import { inlineKeyboard } from "./keyboards.js";
import { locale, t } from "./words.js";
import { pollCard } from "./poll.js";
import { richBlocks } from "./rich.js";
import { richText } from "./html.js";
import { viewPhoto } from "./toast.js";

/** @typedef {import("./api.js").Message} Message */

/** @param {Message} message @returns {Date} */
export const dateOf = (message) => new Date(typeof message.date === "number" ? message.date * 1000 : message.date);

const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });

const calendar = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });

/** The time of today, the date of other days. @param {Date} date */
export const shortTime = (date) => (date.toDateString() === new Date().toDateString() ? clock : calendar).format(date);

/** One of seven colours, always the same for the same id. @param {number} id */
export const colourOf = (id) => `colour-${Math.abs(id) % 7}`;

/** The first letters of the first two words. @param {string} name */
export const initials = (name) => name.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => [...word][0]?.toUpperCase()).join("");

/** @param {number} id @param {string} name @param {string} [size] */
export const avatar = (id, name, size = "") => el("span", { class: `avatar ${colourOf(id)} ${size}`, "aria-hidden": "true", text: initials(name) });

/** A line that says what a message is about, for previews and screen readers. @param {Message} message */
export function summary(message) {
  const kind = message.photo ? t("photo") : message.document ? message.document.name : message.contact ? t("contact") : message.poll ? t("poll") : "";
  const other = message.sticker ? t("sticker") : message.voice ? t("voice") : "";
  return [kind || other, message.service ?? message.text ?? message.rich?.text ?? message.caption ?? message.poll?.question ?? ""].filter(Boolean).join(": ").replace(/\s+/g, " ");
}

/**
 * @param {Message} message
 * @param {{own: boolean, first: boolean, last: boolean, group: boolean, jump: (id: number) => void}} where `first` and `last` of a run by
 *   the same sender; `jump` goes to another message
 * @returns {HTMLElement}
 */
export function bubble(message, where) {
  const { own, first, last, group, jump } = where;
  const classes = ["message", own ? "own" : "other", first && "first", last && "last", message.photo && "has-photo", message.rich && "has-rich"].filter(Boolean).join(" ");
  const time = el("span", { class: "meta" }, showsEdited(message) && el("span", { text: t("edited") }), el("time", { datetime: dateOf(message).toISOString(), text: clock.format(dateOf(message)) }));
  const body = el("div", { class: "bubble", testid: `bubble-${message.message_id}` });
  if (group && !own && first) body.append(el("div", { class: `sender ${colourOf(message.from.id)}`, text: message.from.name }));
  if (message.via_bot) body.append(el("div", { class: "via", testid: "via-bot", text: t("via", { name: message.via_bot }) }));
  if (message.reply_to) body.append(quoted(message.reply_to, jump));
  body.append(...content(message), time);
  const column = el("div", { class: "column" }, body);
  if (message.inline_keyboard?.length) column.append(inlineKeyboard(message));
  const face = group && !own ? el("div", { class: "face" }, last && avatar(message.from.id, message.from.name, "small")) : null;
  return el("article", { class: classes, tabindex: -1, testid: `message-${message.message_id}`, "data-own": own, "aria-label": label(message) }, face, column);
}

/** Telegram does not mark a bot's messages as edited: editing in place is how bots work. */
const showsEdited = (message) => message.edited && !message.from.is_bot;

const label = (message) => `${message.from.name}, ${clock.format(dateOf(message))}`;

function quoted(reply, jump) {
  const lines = [el("span", { class: "quoted-name", text: reply.name }), el("span", { class: "quoted-text", text: reply.text })];
  return el("button", { type: "button", class: "quoted", testid: `quoted-${reply.message_id}`, on: { click: () => jump(reply.message_id) } }, ...lines);
}

/** Up to three emoji alone are shown large. */
const JUMBO = /^(\p{RGI_Emoji}\s*){1,3}$/v;

function content(message) {
  const parts = [];
  if (message.photo) parts.push(photo(message));
  if (message.document) parts.push(fileCard(message.document));
  if (message.contact) parts.push(contactCard(message.contact));
  if (message.sticker) parts.push(el("div", { class: "sticker", text: message.sticker.emoji ?? "🙂" }));
  if (message.voice) parts.push(voiceCard(message.voice));
  const html = message.html ?? message.caption_html ?? escape(message.text ?? message.caption ?? "");
  const big = JUMBO.test(message.text ?? "") ? "text jumbo" : "text";
  if (html) parts.push(el("div", { class: big, testid: "message-text" }, richText(html)));
  if (message.rich) parts.push(richBlocks(message.rich.blocks));
  if (message.poll) parts.push(pollCard(message));
  if (message.service) parts.push(el("div", { class: "text service", text: message.service }));
  return parts.length ? parts : [el("div", { class: "text unsupported", text: t("unsupported") })];
}

function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function photo(message) {
  const name = message.caption || t("photo");
  const image = el("img", { src: message.photo, alt: name, loading: "lazy" });
  return el("button", { type: "button", class: "photo", testid: "photo", "aria-label": t("openPhoto"), on: { click: () => viewPhoto(message.photo, name) } }, image);
}

const UNITS = ["B", "KB", "MB", "GB"];

/** @param {number} bytes */
export function sizeText(bytes) {
  const power = bytes > 0 ? Math.min(Math.floor(Math.log(bytes) / Math.log(1024)), UNITS.length - 1) : 0;
  const value = new Intl.NumberFormat(locale, { maximumFractionDigits: power ? 1 : 0 }).format(bytes / 1024 ** power);
  return `${value} ${UNITS[power]}`;
}

function fileCard(document) {
  const lines = el("span", { class: "card-lines" }, el("span", { class: "card-title", text: document.name }), el("span", { class: "card-detail", text: sizeText(document.size) }));
  const props = { class: "card", href: document.url, download: document.name, testid: "document", "aria-label": t("download", { name: document.name }) };
  return el("a", props, el("span", { class: "card-icon" }, icon("file")), lines);
}

function contactCard(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ") || t("contact");
  const lines = el("span", { class: "card-lines" }, el("span", { class: "card-title", text: name }), el("span", { class: "card-detail", text: contact.phone_number ?? "" }));
  return el("div", { class: "card", testid: "contact" }, avatar(contact.user_id ?? 0, name), lines);
}

function voiceCard(voice) {
  const lines = el("span", { class: "card-lines" }, el("span", { class: "wave", "aria-hidden": "true" }), el("span", { class: "card-detail", text: `${t("voice")} · 0:0${voice.duration ?? 1}` }));
  return el("div", { class: "card", testid: "voice" }, el("span", { class: "card-icon" }, icon("play")), lines);
}
