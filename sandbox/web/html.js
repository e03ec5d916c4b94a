/** @file Telegram's HTML in a message: cleaned once more, then given its behaviour (spoilers, quotes, code, commands, links). */

import { copy } from "./toast.js";
import { el } from "./dom.js";
import { followLink, sendText } from "./actions.js";
import { t } from "./words.js";

const ALLOWED = new Set([
  "B", "STRONG", "I", "EM", "U", "INS", "S", "STRIKE", "DEL", "CODE", "PRE", "A", "BLOCKQUOTE", "SPAN", "TG-SPOILER", "TG-EMOJI", "BR",
]);
const SAFE_LINK = /^(https?|tg|mailto|tel):/i;
const FOUND = /(^|[\s(,.])(\/[a-z][a-z0-9_]{0,31}(?:@\w+)?)\b|(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])|\b((?:t\.me|telegram\.me)\/[^\s<>"]+[^\s<>".,;:!?)\]])/gi;

/**
 * The content of a message, ready to be put into the page.
 * @param {string} html made by the server from entities
 * @returns {DocumentFragment}
 */
export function richText(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  clean(template.content);
  for (const text of textsOf(template.content)) linkify(text);
  template.content.querySelectorAll("pre, blockquote").forEach(trimAround);
  template.content.querySelectorAll(".tg-spoiler, tg-spoiler").forEach(makeSpoiler);
  template.content.querySelectorAll("blockquote[expandable], blockquote.expandable").forEach(makeExpandable);
  template.content.querySelectorAll("pre").forEach(copyable);
  template.content.querySelectorAll("a[href]").forEach(linkTo);
  return template.content;
}

/** Whatever Telegram does not know becomes plain text, and attributes that do not belong are dropped. */
function clean(root) {
  for (const node of [...root.querySelectorAll("*")]) {
    if (!ALLOWED.has(node.tagName)) node.replaceWith(document.createTextNode(node.textContent ?? ""));
    for (const { name, value } of [...node.attributes]) if (!keeps(node, name, value)) node.removeAttribute(name);
  }
}

function keeps(node, name, value) {
  if (name === "href") return node.tagName === "A" && SAFE_LINK.test(value);
  return name === "class" ? /^(tg-spoiler|expandable|mention|hashtag|language-[\w+#-]+)$/.test(value) : name === "expandable" && node.tagName === "BLOCKQUOTE";
}

/** A block stands on lines of its own anyway: the line breaks around it would show as empty lines. */
function trimAround(block) {
  const { previousSibling: before, nextSibling: after } = block;
  if (before instanceof Text) before.data = before.data.replace(/\n$/, "");
  if (after instanceof Text) after.data = after.data.replace(/^\n/, "");
}

function textsOf(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement?.closest("a, code, pre")) found.push(walker.currentNode);
  return found;
}

/** Commands and bare addresses can be tapped, as in Telegram. */
function linkify(text) {
  const parts = [];
  let end = 0;
  for (const match of text.data.matchAll(FOUND)) {
    const [whole, before = "", command, address, short] = match;
    parts.push(text.data.slice(end, match.index) + before);
    parts.push(command ? commandLink(command) : el("a", { href: address ?? `https://${short}`, text: address ?? short }));
    end = match.index + whole.length;
  }
  if (parts.length) text.replaceWith(...parts, text.data.slice(end));
}

function commandLink(command) {
  const press = () => sendText(command);
  return el("button", { type: "button", class: "command-link", testid: `command-link-${command.slice(1)}`, text: command, on: { click: press } });
}

/** A link that asks before it leaves, when it does not show where it leads. @param {HTMLAnchorElement} link */
export function linkTo(link) {
  if (!SAFE_LINK.test(link.href)) return el("span", {}, ...link.childNodes);
  link.rel = "noopener noreferrer";
  link.dataset.testid = "message-link";
  link.addEventListener("click", (event) => {
    event.preventDefault();
    followLink(link.href, { ask: link.textContent !== link.getAttribute("href") });
  });
  return link;
}

function makeSpoiler(hidden) {
  hidden.replaceWith(spoiler([...hidden.childNodes]));
}

/** Behaves as a button until it is open. @param {(Node | string)[]} content */
export function spoiler(content) {
  const inner = el("span", { class: "spoiler-text", "aria-hidden": "true" }, ...content);
  const button = el("span", { class: "spoiler", role: "button", tabindex: 0, testid: "spoiler", "aria-label": t("spoiler") }, inner);
  const reveal = (event) => {
    event.preventDefault();
    button.replaceWith(el("span", { class: "spoiler open", testid: "spoiler-open" }, ...inner.childNodes));
  };
  button.addEventListener("click", reveal);
  button.addEventListener("keydown", (event) => (event.key === "Enter" || event.key === " ") && reveal(event));
  return button;
}

function makeExpandable(quote) {
  const body = el("span", { class: "quote-body" });
  body.append(...quote.childNodes);
  const toggle = el("button", { type: "button", class: "quote-toggle", testid: "quote-toggle", "aria-expanded": "false", text: t("more") });
  toggle.addEventListener("click", () => {
    const open = quote.classList.toggle("open");
    toggle.setAttribute("aria-expanded", String(open));
    toggle.textContent = t(open ? "less" : "more");
  });
  quote.classList.add("expandable");
  quote.append(body, toggle);
}

/** Code with a button that copies it. @param {HTMLElement} pre */
export function copyable(pre) {
  const text = pre.textContent ?? "";
  const language = pre.querySelector("code")?.className.replace("language-", "") ?? "";
  const button = el("button", { type: "button", class: "copy-code", testid: "copy-code", text: t("copy"), on: { click: () => copy(text) } });
  pre.prepend(el("span", { class: "code-head" }, el("span", { text: language }), button));
  return pre;
}
