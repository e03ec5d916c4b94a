/** @file The topics of a forum: a list in place of the messages, until one is opened; and the way back to it. */

import { arrowKeys, byId, el, icon, redraw } from "./dom.js";
import { currentView, groupOf, isListing, state, topicOf } from "./state.js";
import { dateOf, shortTime, summary } from "./bubble.js";
import { openTopic } from "./actions.js";
import { t } from "./words.js";

/** Draws the list of topics, or hides it where messages are to be seen. */
export function drawTopics() {
  const open = isListing();
  byId("topics").hidden = !open;
  byId("messages").hidden = open;
  const rows = open ? rowsOf(currentView()) : [];
  redraw(byId("topics"), [open, rows], () => rows.map(draw));
  drawClosed();
}

/** Every topic, and first of all what is in none of them. */
function rowsOf(view) {
  if (!view) return [];
  const general = { message_thread_id: "general", name: t("general"), general: true };
  return [general, ...view.topics].map((topic) => {
    const last = view.messages.findLast((message) => topicOf(view, message) === topic.message_thread_id);
    return { ...topic, preview: last ? summary(last) : "", from: last && !last.service ? last.from.name : "", time: last ? shortTime(dateOf(last)) : "" };
  });
}

function draw(topic) {
  const mark = topic.is_closed ? el("span", { class: "topic-closed", title: t("topicClosed") }, icon("lock")) : null;
  const top = el("span", { class: "row-top" }, el("span", { class: "row-name", text: topic.name }), mark, el("time", { text: topic.time }));
  const preview = el("span", { class: "row-preview" }, topic.from && el("b", { text: `${topic.from}: ` }), topic.preview);
  const props = { type: "button", class: "row topic", testid: `topic-${topic.message_thread_id}`, on: { click: () => openTopic(topic.message_thread_id) } };
  return el("button", props, face(topic), el("span", { class: "row-lines" }, top, preview));
}

/** Telegram draws a topic's icon in its colour, with the first letter of its name. */
export function face(topic) {
  const letter = topic.general ? "#" : ([...topic.name][0]?.toUpperCase() ?? "");
  const colour = topic.icon_color ? `background: #${topic.icon_color.toString(16).padStart(6, "0")}` : null;
  return el("span", { class: "topic-icon", style: colour, "aria-hidden": "true", text: letter });
}

/** Where nobody but those who may manage the topic can write, the composer gives way to a word about it. */
function drawClosed() {
  const topic = currentView()?.topics?.find((known) => known.message_thread_id === state.topic);
  const admins = groupOf(state.place?.id ?? null)?.admins ?? [];
  const closed = Boolean(topic?.is_closed) && !admins.includes(state.person);
  byId("closed-topic").hidden = !closed;
  if (closed || isListing()) byId("composer").hidden = true;
}

/** Wires the list once. */
export function setupTopics() {
  byId("topics").setAttribute("aria-label", t("topics"));
  byId("closed-topic").textContent = t("topicClosed");
  arrowKeys(byId("topics"), "button");
}
