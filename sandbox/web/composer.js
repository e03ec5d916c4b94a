/** @file Where a person writes: the text, what it answers or edits or carries, the START button, and the way to the reply keyboard. */

import { byId, el, icon, iconButton, redraw } from "./dom.js";
import { change, currentView, dialogueOf, groupOf, openMessages, state } from "./state.js";
import { clearFile, setupAttach } from "./attach.js";
import { closeCommands, commandKey, drawCommands, setupCommands } from "./commands.js";
import { restart, saveEdit, sendFile, sendText } from "./actions.js";
import { drawInline, inlineKey, setupInline } from "./inline.js";
import { replyMarkup } from "./keyboards.js";
import { sizeText, summary } from "./bubble.js";
import { t } from "./words.js";

const MAX_HEIGHT = 140;
const input = () => /** @type {HTMLTextAreaElement} */ (byId("composer-input"));

/** What was written but not sent, per chat. @type {Map<string, string>} */
const drafts = new Map();
let draftKey = "";
/** @type {import("./api.js").Message | null} */
let edited = null;

/** Draws everything below the messages. */
export function drawComposer() {
  swapDraft();
  takeEdited();
  const view = currentView();
  const id = state.place?.id ?? null;
  const group = Boolean(groupOf(id) ?? dialogueOf(id));
  const big = !view || group ? "" : view.blocked ? "restart" : view.messages.length ? "" : "start";
  byId("big-button").hidden = !big;
  byId("composer").hidden = Boolean(big) || !state.place;
  byId("big-button").dataset.testid = `${big || "start"}-button`;
  byId("big-button").textContent = t(big === "restart" ? "restart" : "start");
  input().placeholder = state.file || (state.editing && !state.editing.text) ? t("caption") : (replyMarkup()?.input_field_placeholder ?? t("message"));
  if (!byId("composer").hidden) grow();
  drawBar();
  drawKeyboardToggle();
  drawCommands();
  drawInline();
  drawSend();
}

function swapDraft() {
  const key = `${state.person}|${state.place?.id}|${state.place?.bot}|${state.topic}`;
  if (key === draftKey) return;
  if (draftKey) drafts.set(draftKey, input().value);
  draftKey = key;
  setText(drafts.get(key) ?? "");
}

function takeEdited() {
  if (state.editing === edited) return;
  edited = state.editing;
  setText(edited?.text ?? edited?.caption ?? "");
  if (edited) input().focus();
}

function setText(text) {
  input().value = text;
  grow();
}

/** The strip above the text: a reply, an edit or a file. */
function drawBar() {
  const { replyTo, editing, file } = state;
  byId("composer-bar").hidden = !replyTo && !editing && !file;
  redraw(byId("composer-bar"), [replyTo, editing, file && [file.name, file.size]], () => {
    if (file) return bar("file", "attachment", file.name, sizeText(file.size), clearFile);
    if (editing) return bar("edit", "edit-bar", t("editing"), summary(editing), () => change({ editing: null }));
    return replyTo ? bar("reply", "reply-bar", t("replyTo", { name: replyTo.from.name }), summary(replyTo), () => change({ replyTo: null })) : [];
  });
}

function bar(mark, testid, title, detail, close) {
  const lines = el("span", { class: "card-lines", testid }, el("span", { class: "quoted-name", text: title }), el("span", { class: "quoted-text", text: detail }));
  return [icon(mark), lines, iconButton("close", t(mark === "file" ? "remove" : "cancel"), "bar-close", close)];
}

function drawKeyboardToggle() {
  const toggle = byId("keyboard-toggle");
  toggle.hidden = !replyMarkup() || Boolean(input().value);
  toggle.setAttribute("aria-expanded", String(!state.keyboardHidden));
  toggle.setAttribute("aria-label", t(state.keyboardHidden ? "showKeyboard" : "hideKeyboard"));
  toggle.title = toggle.getAttribute("aria-label") ?? "";
}

function drawSend() {
  const ready = Boolean(input().value.trim() || mayBeEmpty());
  const button = byId("composer-send");
  button.setAttribute("aria-disabled", String(!ready));
  button.setAttribute("aria-label", t(state.editing ? "save" : "send"));
  redraw(button, Boolean(state.editing), () => [icon(state.editing ? "check" : "send")]);
}

/** A file goes without words, and a caption may be taken away. */
const mayBeEmpty = () => Boolean(state.file || (state.editing && !state.editing.text));

async function submit() {
  const text = input().value.trim();
  if (!text && !mayBeEmpty()) return;
  setText("");
  closeCommands();
  const done = await deliver(text);
  if (done === false && !input().value) setText(text);
  change();
}

function deliver(text) {
  const { file, editing } = state;
  if (editing) {
    change({ editing: null });
    return saveEdit(editing, text);
  }
  if (!file) return sendText(text);
  clearFile();
  return sendFile(file, text);
}

function grow() {
  const area = input();
  area.style.height = "";
  if (area.value) area.style.height = `${Math.min(area.scrollHeight, MAX_HEIGHT)}px`;
}

function onKey(event) {
  if (event.isComposing || commandKey(event) || inlineKey(event)) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    submit();
  }
  if (event.key === "Escape") change({ replyTo: null, editing: null, file: null });
  if (event.key === "ArrowUp" && !input().value) editLast(event);
}

/** Arrow up in an empty field edits the person's newest message, as on Telegram's desktop. */
function editLast(event) {
  const own = openMessages().findLast((message) => message.from?.id === state.person && message.text);
  if (!own) return;
  event.preventDefault();
  change({ editing: own, replyTo: null });
}

/** Wires the composer once. */
export function setupComposer() {
  input().setAttribute("aria-label", t("message"));
  input().addEventListener("keydown", onKey);
  input().addEventListener("input", () => (grow(), drawComposer()));
  byId("composer-send").addEventListener("click", submit);
  byId("big-button").addEventListener("click", () => (currentView()?.blocked ? restart() : sendText("/start")));
  byId("keyboard-toggle").append(icon("keyboard"));
  byId("keyboard-toggle").addEventListener("click", () => change({ keyboardHidden: !state.keyboardHidden }));
  document.addEventListener("offer-text", (event) => (setText(event.detail), input().focus(), change()));
  setupAttach();
  setupInline(input());
  setupCommands(input(), (command) => (setText(""), sendText(command)));
}
