/** @file What appears above the chat: toasts, alerts, questions, the picture viewer, and what is read aloud. */

import { byId, el } from "./dom.js";
import { t } from "./words.js";

const TOAST_MS = 3500;
let timer = 0;

/** A short notice that goes away by itself. @param {string} text @param {"" | "error"} [kind] */
export function toast(text, kind = "") {
  clearTimeout(timer);
  byId("toasts").replaceChildren(el("div", { class: `toast ${kind}`, testid: "toast", text }));
  timer = setTimeout(() => byId("toasts").replaceChildren(), TOAST_MS);
}

/** Shows what went wrong with a call. @param {unknown} error */
export function complain(error) {
  console.warn(error);
  toast(error instanceof Error ? error.message : String(error), "error");
}

/** Read aloud by screen readers, not shown. @param {string} text */
export function announce(text) {
  byId("announcer").append(el("p", { text }));
  while (byId("announcer").childElementCount > 5) byId("announcer").firstElementChild?.remove();
}

/**
 * A modal question. Answers the key of the pressed button, or "" for Esc and a tap beside it.
 * @param {{text: string, title?: string, testid: string, body?: Node, buttons: {key: string, text: string, danger?: boolean}[]}} question
 * @returns {Promise<string>}
 */
export function ask({ text, title, testid, body, buttons }) {
  const dialog = el("dialog", { class: "dialog", testid, role: testid === "alert" ? "alertdialog" : null, "aria-label": title ?? text });
  const button = ({ key, text: label, danger }) =>
    el("button", { type: "button", class: danger ? "danger" : "", testid: `${testid}-${key}`, text: label, on: { click: () => dialog.close(key) } });
  dialog.append(el("div", { class: "dialog-box" }, title && el("h2", { text: title }), el("p", { text }), body, el("div", { class: "dialog-buttons" }, ...buttons.map(button))));
  return show(dialog);
}

/** A callback answer with show_alert. @param {string} text */
export const alertBox = (text) => ask({ text, testid: "alert", buttons: [{ key: "ok", text: t("ok") }] });

/** A picture as large as the screen allows. @param {string} url @param {string} label */
export function viewPhoto(url, label) {
  const dialog = el("dialog", { class: "viewer", testid: "photo-viewer", "aria-label": label });
  const close = () => dialog.close("");
  dialog.append(el("button", { type: "button", class: "viewer-close", testid: "photo-close", "aria-label": t("close"), text: "×", on: { click: close } }));
  dialog.append(el("img", { src: url, alt: label, on: { click: close } }));
  return show(dialog);
}

function show(dialog) {
  byId("app").append(dialog);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close(""));
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}

/** Puts a text on the clipboard and says so. @param {string} text */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyTheOldWay(text);
  }
  toast(t("copied"));
}

/** Where the clipboard is not allowed (a page not served from localhost). */
function copyTheOldWay(text) {
  const area = el("textarea", { class: "sr-only" });
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

/**
 * A small menu at a button. Esc or a tap elsewhere closes it; arrow keys walk through it.
 * @param {HTMLElement} anchor
 * @param {{testid: string, label: string, items: {testid: string, text: string, icon?: Node, danger?: boolean, press: () => void}[]}} menu
 */
export function popup(anchor, { testid, label, items }) {
  const menu = el("div", { class: "popup", role: "menu", popover: "auto", testid, "aria-label": label });
  const choose = (item) => () => {
    menu.hidePopover();
    item.press();
  };
  for (const item of items) {
    const props = { type: "button", role: "menuitem", class: item.danger ? "danger" : "", testid: item.testid, on: { click: choose(item) } };
    menu.append(el("button", props, item.icon, el("span", { text: item.text })));
  }
  byId("app").append(menu);
  open(menu, anchor);
}

function open(menu, anchor) {
  if (anchor.matches("button")) anchor.setAttribute("aria-expanded", "true");
  menu.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    if (anchor.matches("button")) anchor.setAttribute("aria-expanded", "false");
    menu.remove();
  });
  menu.addEventListener("keydown", (event) => walk(menu, event));
  menu.showPopover();
  place(menu, anchor.getBoundingClientRect());
  menu.querySelector("button")?.focus();
}

function walk(menu, event) {
  const items = [...menu.querySelectorAll("button")];
  const at = items.indexOf(document.activeElement);
  const goal = { ArrowDown: (at + 1) % items.length, ArrowUp: (at - 1 + items.length) % items.length, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === "Tab") menu.hidePopover();
  if (goal === undefined) return;
  event.preventDefault();
  items[goal].focus();
}

/** Near the anchor, inside the phone. */
function place(menu, anchor) {
  const frame = byId("phone").getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const left = Math.min(Math.max(anchor.left, frame.left + 8), frame.right - width - 8);
  const below = anchor.bottom + height + 8 < frame.bottom;
  menu.style.left = `${left}px`;
  menu.style.top = `${below ? anchor.bottom + 4 : Math.max(frame.top + 8, anchor.top - height - 4)}px`;
}
