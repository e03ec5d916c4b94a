/** @file Inline mode: what a bot offers while `@bot ...` is typed, shown above the text; a tap sends it. */

import * as api from "./api.js";
import { byId, el, redraw } from "./dom.js";
import { change, keyOf, state } from "./state.js";
import { complain } from "./toast.js";
import { openChat, sendText } from "./actions.js";
import { t } from "./words.js";

/** So long typing must rest before the bot is asked, as in Telegram's apps. */
const PAUSE_MS = 300;
const WAIT_SECONDS = 10;

/** @typedef {{query: string, id: string, title: string, description: string | null, text: string | null}} Result */
/** @typedef {{results: Result[], button: {text: string, start_parameter: string} | null, next_offset: string}} Offer */

/** What is typed, as chat, bot and text; empty when it is no inline query. */
let asked = "";
/** @type {Offer | null} */
let offer = null;
let busy = false;
let chosen = 0;
let timer = 0;
/** @type {HTMLTextAreaElement} */
let input;

/** The bot that is typed to, and the text after its name. @returns {{bot: api.Bot, text: string} | null} */
function typed() {
  const match = /^@(\w+)\s([^]*)$/.exec(input.value);
  const bot = match && state.bots.find((known) => known.username?.toLowerCase() === match[1].toLowerCase());
  return bot && !state.editing && !state.file ? { bot, text: match[2].trim() } : null;
}

/** Asks the bot when the text has changed, and draws what it offers. */
export function drawInline() {
  const query = typed();
  const key = query && state.place ? JSON.stringify([state.person, keyOf(state.place), query.bot.id, query.text]) : "";
  if (key !== asked) begin(key, query);
  byId("inline").hidden = !key || (!offer && !busy);
  chosen = Math.min(chosen, Math.max((offer?.results.length ?? 0) - 1, 0));
  input.setAttribute("aria-controls", key ? "inline" : "commands");
  if (key) input.setAttribute("aria-activedescendant", offer?.results.length ? `inline-${chosen}` : "");
  redraw(byId("inline"), [offer, busy, chosen], rows);
  byId("inline").querySelector("[aria-selected='true']")?.scrollIntoView({ block: "nearest" });
}

function begin(key, query) {
  clearTimeout(timer);
  asked = key;
  chosen = 0;
  busy = Boolean(key);
  if (!key) offer = null;
  else timer = setTimeout(() => ask(key, query).catch(complain), PAUSE_MS);
}

/** An answer that comes after the text has changed is for nobody. */
async function ask(key, query, offset = "") {
  const { inline_query_id: id } = await api.askInline(state.place, state.person, query.bot.id, query.text, offset);
  const found = await api.getInline(id, WAIT_SECONDS);
  if (asked !== key) return;
  busy = false;
  offer = found.answered ? { ...found, results: found.results.map((result) => ({ ...result, query: id })) } : null;
  change();
}

function rows() {
  if (!offer) return busy ? [el("p", { class: "hint", text: t("searching") })] : [];
  const more = offer.next_offset ? el("button", { type: "button", class: "inline-more", testid: "inline-more", text: t("moreResults"), on: { click: readMore } }) : null;
  const none = !offer.results.length && !offer.button ? el("p", { class: "hint", text: t("noResults") }) : null;
  return [offer.button && startButton(offer.button), ...offer.results.map(row), none, more].filter(Boolean);
}

function row(result, at) {
  const lines = [el("span", { class: "inline-title", text: result.title }), result.description && el("span", { class: "inline-about", text: result.description })];
  const props = { role: "option", id: `inline-${at}`, testid: `inline-${result.id}`, class: "inline-result", "aria-selected": String(at === chosen) };
  return el("div", { ...props, on: { click: () => choose(result) } }, ...lines);
}

/** The button above the results opens the chat with the bot and starts it. */
function startButton({ text, start_parameter }) {
  const bot = typed()?.bot;
  const press = async () => {
    clear();
    openChat(state.person, { id: state.person, bot: bot.id });
    await sendText(`/start ${start_parameter}`);
  };
  return el("button", { type: "button", class: "inline-start", testid: "inline-start", text, on: { click: press } });
}

async function readMore() {
  const query = typed();
  if (!query || !offer) return;
  const before = offer.results;
  await ask(asked, query, offer.next_offset).catch(complain);
  if (offer) offer = { ...offer, results: [...before, ...offer.results] };
  change();
}

/** Every page of results has a query of its own. @param {Result} result */
async function choose(result) {
  clear();
  await api.chooseInline(state.place, state.person, result.query, result.id).catch(complain);
}

function clear() {
  input.value = "";
  change();
}

/**
 * Keys while results are shown: arrows choose, Enter takes, Esc takes the query back.
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the key was used up
 */
export function inlineKey(event) {
  const list = asked && offer ? offer.results : [];
  if (!list.length || event.shiftKey) return false;
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by) chosen = (chosen + by + list.length) % list.length;
  else if (event.key === "Escape") clear();
  else if (event.key === "Enter") choose(list[chosen]);
  else return false;
  event.preventDefault();
  drawInline();
  return true;
}

/** Wires the list once. @param {HTMLTextAreaElement} field where queries are typed */
export function setupInline(field) {
  input = field;
  byId("inline").setAttribute("aria-label", t("inlineResults"));
}
