/** @file What can be done with one message: by right click, long press, double click (reply), or from the keyboard. */

import { byId, icon } from "./dom.js";
import { change, currentView, state } from "./state.js";
import { copy, popup } from "./toast.js";
import { removeMessage } from "./actions.js";
import { t } from "./words.js";

const LONG_PRESS_MS = 500;
const CONTROLS = "button, a, [role=button], input, textarea";

/** @param {EventTarget | null} target */
function messageAt(target) {
  const node = target instanceof Element ? target.closest("article.message") : null;
  const id = Number(node?.getAttribute("data-testid")?.replace("message-", ""));
  return { node, message: currentView()?.messages.find((message) => message.message_id === id) };
}

/** @param {import("./api.js").Message} message */
function reply(message) {
  change({ replyTo: message, editing: null });
  byId("composer-input").focus();
}

function openMenu(target) {
  const { node, message } = messageAt(target);
  if (!node || !message) return;
  const text = message.text ?? message.rich?.text ?? message.caption ?? "";
  const own = message.from.id === state.person;
  const items = [
    { testid: "action-reply", text: t("reply"), icon: icon("reply"), press: () => reply(message) },
    text && { testid: "action-copy", text: t("copy"), icon: icon("copy"), press: () => copy(text) },
    own && !message.via_bot && (message.text || message.photo || message.document) && { testid: "action-edit", text: t("edit"), icon: icon("edit"), press: () => change({ editing: message, replyTo: null, file: null }) },
    { testid: "action-delete", text: t("delete"), icon: icon("trash"), danger: true, press: () => removeMessage(message) },
  ];
  popup(node.querySelector(".bubble"), { testid: "message-menu", label: t("actions"), items: items.filter(Boolean) });
}

/** The keyboard walks from message to message with the arrows; Enter opens the menu. */
function onKey(event) {
  const { node } = messageAt(event.target);
  if (!node || event.target !== node) return;
  if (event.key === "Enter" || event.key === " " || event.key === "ContextMenu") openMenu(node);
  else if (event.key === "ArrowUp" || event.key === "ArrowDown") step(node, event.key === "ArrowUp" ? -1 : 1);
  else return;
  event.preventDefault();
}

function step(node, by) {
  const all = [...byId("message-list").querySelectorAll("article.message")];
  const goal = all[all.indexOf(node) + by];
  goal?.focus();
  goal?.scrollIntoView({ block: "nearest" });
}

function enterList(event) {
  if (event.target !== byId("messages") || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  event.preventDefault();
  [...byId("message-list").querySelectorAll("article.message")].at(-1)?.focus();
}

/** The menu opens when the finger lifts: opened under the finger, lifting it would count as a tap beside the menu. */
function setupLongPress(list) {
  let since = 0;
  list.addEventListener("touchstart", () => (since = performance.now()), { passive: true });
  for (const end of ["touchmove", "touchcancel"]) list.addEventListener(end, () => (since = Infinity), { passive: true });
  list.addEventListener("touchend", (event) => {
    if (performance.now() - since < LONG_PRESS_MS || event.target.closest(CONTROLS)) return;
    event.preventDefault();
    setTimeout(openMenu, 0, event.target);
  });
}

/** Where a button is still held, letting go of it beside the menu would close it again at once. */
function afterRelease(event, act) {
  const later = () => setTimeout(act, 0);
  if (event.buttons) addEventListener("pointerup", later, { once: true });
  else later();
}

/** Listens on the list as a whole, so that messages may come and go. */
export function setupMessageMenu() {
  const list = byId("messages");
  list.addEventListener("contextmenu", (event) => {
    if (!messageAt(event.target).node || event.target.closest("a")) return;
    event.preventDefault();
    afterRelease(event, () => openMenu(event.target));
  });
  list.addEventListener("dblclick", (event) => {
    const { message } = messageAt(event.target);
    if (message && !event.target.closest(CONTROLS)) reply(message);
  });
  setupLongPress(list);
  list.addEventListener("keydown", onKey);
  list.addEventListener("keydown", enterList);
}
