/** @file Rich messages: headings, lists, tables, details and so on, built from the Bot API's blocks. Nothing here is read as HTML. */

import { copyable, linkTo, spoiler } from "./html.js";
import { el } from "./dom.js";
import { sendText } from "./actions.js";
import { t } from "./words.js";

/** @typedef {Record<string, any>} Block */
/** @typedef {string | Record<string, any> | any[]} Text */

const MARKS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", subscript: "sub", superscript: "sup", marked: "mark", code: "code" };

/** @param {Block[]} blocks @returns {HTMLElement} */
export function richBlocks(blocks) {
  return el("div", { class: "text rich", testid: "message-text" }, ...blocks.map(block));
}

function block(given) {
  return (BLOCKS[given.type] ?? unknown)(given);
}

const unknown = () => el("p", { class: "unsupported", text: t("unsupported") });
const inner = (blocks) => (blocks ?? []).map(block);

const BLOCKS = {
  paragraph: ({ text }) => el("p", {}, ...texts(text)),
  // The page has its own h1 and h2: in a message the outline goes on below them.
  heading: ({ text, size }) => el(`h${Math.min(size + 2, 6)}`, { class: `rich-heading size-${size}`, testid: "rich-heading" }, ...texts(text)),
  pre: ({ text, language }) => copyable(el("pre", {}, el("code", { class: language ? `language-${language}` : "" }, ...texts(text)))),
  footer: ({ text }) => el("p", { class: "rich-footer" }, ...texts(text)),
  divider: () => el("hr"),
  mathematical_expression: ({ expression }) => el("p", { class: "rich-math" }, el("code", { text: expression })),
  anchor: ({ name }) => el("span", { "data-anchor": name }),
  blockquote: ({ blocks, credit }) => el("blockquote", {}, ...inner(blocks), cite(credit)),
  expandable_blockquote: folded,
  pullquote: ({ text, credit }) => el("p", { class: "rich-pull" }, ...texts(text), cite(credit)),
  list,
  table,
  details,
};

const cite = (credit) => credit && el("cite", {}, "— ", ...texts(credit));

/** A long quotation is a line that opens. */
function folded({ text, credit }) {
  return el("details", { class: "rich-quote", testid: "rich-quote" }, el("summary", {}, el("span", {}, ...texts(text))), cite(credit));
}

function list({ items }) {
  return el("ul", { class: "rich-list" }, ...items.map((item) => el("li", {}, mark(item), el("div", {}, ...inner(item.blocks)))));
}

function mark(item) {
  if (!item.has_checkbox) return el("span", { class: "rich-label", text: item.label });
  return el("input", { type: "checkbox", disabled: true, checked: item.is_checked, "aria-label": t(item.is_checked ? "done" : "notDone") });
}

/** A table wider than the phone is pushed sideways, by finger or by the arrow keys. */
function table({ cells, caption, is_bordered, is_striped, is_compact }) {
  const classes = ["rich-table", is_bordered && "bordered", is_striped && "striped", is_compact && "compact"].filter(Boolean).join(" ");
  const title = caption && el("caption", {}, ...texts(caption));
  const body = el("table", { class: classes, testid: "rich-table" }, title, el("tbody", {}, ...cells.map((row) => el("tr", {}, ...row.map(cell)))));
  return el("div", { class: "rich-scroll", tabindex: 0, role: "group", "aria-label": title?.textContent || t("table") }, body);
}

function cell({ text, is_header, align, valign, colspan, rowspan }) {
  const props = { colspan, rowspan, class: `align-${align} valign-${valign}` };
  return el(is_header ? "th" : "td", props, ...(text === undefined ? [] : texts(text)));
}

function details({ summary, blocks, is_open }) {
  return el("details", { class: "rich-details", testid: "rich-details", open: is_open }, el("summary", {}, el("span", {}, ...texts(summary))), ...inner(blocks));
}

/** @param {Text} text @returns {(Node | string)[]} */
function texts(text) {
  if (Array.isArray(text)) return text.flatMap(texts);
  if (typeof text === "string") return [text];
  if (MARKS[text.type]) return [el(MARKS[text.type], {}, ...texts(text.text))];
  return [(TEXTS[text.type] ?? plain)(text)];
}

const plain = ({ text, alternative_text, expression }) => el("span", {}, ...texts(text ?? alternative_text ?? expression ?? ""));
const link = (href) => (given) => linkTo(el("a", { href: href(given) }, ...texts(given.text)));
const named = ({ text, name }) => el("span", { "data-anchor": name }, ...(text ? texts(text) : []));
const jump = (name) => (given) => el("button", { type: "button", class: "command-link", on: { click: (event) => goTo(event, name(given)) } }, ...texts(given.text));

const TEXTS = {
  url: link(({ url }) => url),
  email_address: link(({ email_address }) => `mailto:${email_address}`),
  phone_number: link(({ phone_number }) => `tel:${phone_number}`),
  spoiler: ({ text }) => spoiler(texts(text)),
  mention: ({ text }) => el("span", { class: "mention" }, ...texts(text)),
  text_mention: ({ text }) => el("span", { class: "mention" }, ...texts(text)),
  hashtag: ({ text }) => el("span", { class: "hashtag" }, ...texts(text)),
  bot_command: ({ bot_command }) => el("button", { type: "button", class: "command-link", testid: `command-link-${bot_command.slice(1)}`, text: bot_command, on: { click: () => sendText(bot_command) } }),
  mathematical_expression: ({ expression }) => el("code", { text: expression }),
  anchor: named,
  reference: named,
  anchor_link: jump(({ anchor_name }) => anchor_name),
  reference_link: jump(({ reference_name }) => reference_name),
};

/** To a place in the same message; without a name to its top. Whatever is folded around the place opens. */
function goTo(event, name) {
  const message = event.target.closest(".rich");
  const place = name ? message.querySelector(`[data-anchor="${CSS.escape(name)}"]`) : message;
  for (let at = place?.closest("details"); at; at = at.parentElement?.closest("details")) at.open = true;
  place?.scrollIntoView({ block: "center" });
}
