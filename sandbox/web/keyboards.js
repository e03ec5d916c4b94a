/** @file The buttons of a bot: inline keyboards under a message, and the reply keyboard in place of the phone's own. */

import { byId, el, icon, redraw } from "./dom.js";
import { change, currentView, state } from "./state.js";
import { pressButton, sendText, shareContact, waiting } from "./actions.js";
import { toast } from "./toast.js";
import { t } from "./words.js";

/** @typedef {import("./api.js").Message} Message */
/** @typedef {import("./api.js").Button} Button */

/** @param {Message} message @returns {HTMLElement} */
export function inlineKeyboard(message) {
  const rows = (message.inline_keyboard ?? []).map((row, at) =>
    el("div", { class: "inline-row" }, ...row.map((button, column) => inlineButton(message, button, at, column))),
  );
  return el("div", { class: "inline-keyboard", testid: `keyboard-${message.message_id}` }, ...rows);
}

function inlineButton(message, button, row, column) {
  const mark = button.url ? icon("out") : button.copy_text ? icon("copy") : null;
  const busy = waiting.has(`${state.place?.id}/${message.message_id}/${row}/${column}`);
  const classes = ["inline-button", busy && "busy", button.style && `style-${button.style}`].filter(Boolean).join(" ");
  const props = {
    type: "button", class: classes, testid: `button-${button.text}`, "data-row": row, "data-column": column, "aria-busy": busy ? "true" : null,
    on: { click: () => pressButton(message, button, row, column) },
  };
  return el("button", props, el("span", { text: button.text }), mark);
}

/** The reply keyboard of the open chat, if it has buttons. */
export function replyMarkup() {
  const markup = currentView()?.reply_keyboard;
  return markup?.keyboard?.length ? markup : null;
}

/** Shows, updates or hides the reply keyboard under the composer. */
export function drawReplyKeyboard() {
  const place = byId("reply-keyboard");
  const markup = state.keyboardHidden || currentView()?.blocked ? null : replyMarkup();
  place.hidden = !markup;
  place.setAttribute("aria-label", t("replyKeyboard"));
  place.classList.toggle("resize", Boolean(markup?.resize_keyboard));
  redraw(place, markup, () => (markup?.keyboard ?? []).map((row) => el("div", { class: "reply-row" }, ...row.map(replyButton))));
}

function replyButton(entry) {
  const button = typeof entry === "string" ? { text: entry } : entry;
  const props = { type: "button", class: "reply-button", testid: `reply-${button.text}`, on: { click: () => pressReply(button) } };
  return el("button", props, el("span", { text: button.text }));
}

/** A one-time keyboard goes away after its first use; it can be called back, as in Telegram. */
async function pressReply(button) {
  const once = replyMarkup()?.one_time_keyboard;
  const sent = await sendReply(button);
  if (sent && once) change({ keyboardHidden: true });
}

function sendReply(button) {
  if (button.request_contact) return shareContact();
  const other = Object.keys(button).some((key) => key !== "text" && key !== "style" && button[key]);
  return other ? toast(t("notSupported")) : sendText(button.text);
}
