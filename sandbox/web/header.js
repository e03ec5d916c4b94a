/** @file The strip above the chat: whose chat it is, what the other side is doing, and the chat's menu. */

import { byId, el, icon, iconButton, redraw } from "./dom.js";
import { change, currentPerson, currentView, dialogueOf, groupOf, isListing, nameOf, state, titleOf } from "./state.js";
import { openTopic, sendText, setBlocked } from "./actions.js";
import { avatar } from "./bubble.js";
import { face } from "./topics.js";
import { popup } from "./toast.js";
import { t } from "./words.js";

/** Draws title and subtitle. */
export function drawHeader() {
  const { place } = state;
  const topic = openedTopic();
  const title = topic?.name ?? (place ? titleOf(place) : "");
  const person = currentPerson();
  const action = currentView()?.chat_action;
  const status = state.online ? (action ? actionText(action) : kindText()) : t("connecting");
  redraw(byId("chat-head"), [place, title, topic, person, status, action], () => [
    topic ? iconButton("back", t("toTopics"), "topic-back", () => openTopic(null), { class: "icon-button topic-back" }) : null,
    topic ? face(topic) : place ? avatar(place.bot ?? place.id, title) : null,
    el("span", { class: "head-lines" }, heading(title), subtitle(status, action, person)),
  ]);
  byId("offline").hidden = state.online;
  byId("chat-menu").hidden = Boolean(dialogueOf(place?.id ?? null)) || isListing();
}

/** The topic of a forum that is open, General among them. */
function openedTopic() {
  if (!groupOf(state.place?.id ?? null)?.is_forum || state.topic === null) return null;
  if (state.topic === "general") return { name: t("general"), general: true };
  return currentView()?.topics?.find((topic) => topic.message_thread_id === state.topic) ?? null;
}

const heading = (title) => el("h1", { testid: "chat-title", text: title });

function subtitle(status, action, person) {
  const dots = action ? el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i")) : null;
  const left = el("span", { class: action ? "status acting" : "status", testid: action ? "typing" : "chat-status" }, status, dots);
  return el("span", { class: "head-sub" }, left, person && el("span", { class: "as", testid: "chat-as", text: t("as", { name: nameOf(person) }) }));
}

function kindText() {
  const group = groupOf(state.place?.id ?? null);
  if (!state.place) return "";
  if (dialogueOf(state.place.id)) return t("noBotHere");
  if (group && openedTopic()) return group.title;
  return group ? t("members", { count: group.members.length + group.bots.length }) : t("bot");
}

const actionText = (action) => t(String(action).startsWith("upload") ? "uploading" : "typing");

function openMenu() {
  const blocked = currentView()?.blocked;
  const inGroup = Boolean(groupOf(state.place?.id ?? null));
  const start = { testid: "menu-start", text: t("sendStart"), icon: icon("play"), press: () => sendText("/start") };
  const block = { testid: "menu-block", text: t("blockBot"), icon: icon("block"), danger: true, press: () => setBlocked(true) };
  const unblock = { testid: "menu-unblock", text: t("unblockBot"), icon: icon("block"), press: () => setBlocked(false) };
  const items = inGroup ? [start] : blocked ? [unblock] : [start, block];
  popup(byId("chat-menu"), { testid: "chat-menu-list", label: t("chatMenu"), items });
}

/** Wires the header once. */
export function setupHeader() {
  byId("people-button").prepend(icon("menu"));
  byId("people-button").setAttribute("aria-label", t("openPeople"));
  byId("people-button").addEventListener("click", () => change({ peopleOpen: true }));
  byId("chat-menu").replaceWith(iconButton("more", t("chatMenu"), "chat-menu", openMenu, { id: "chat-menu", "aria-haspopup": "menu" }));
  byId("offline").textContent = t("offline");
}
