/** @file The list of people whose chats can be opened, with what is unread; a drawer on a phone. */

import { arrowKeys, byId, el, iconButton, redraw } from "./dom.js";
import { avatar, dateOf, shortTime, summary } from "./bubble.js";
import { change, keyOf, nameOf, placesOf, state, titleOf, unreadIn, unreadOf } from "./state.js";
import { lang, t } from "./words.js";
import { openChat } from "./actions.js";

/** @typedef {import("./api.js").Person} Person */
/** @typedef {import("./api.js").Place} Place */

/** Draws the list, and opens or closes the drawer. */
export function drawPeople() {
  drawList();
  drawTotal();
  if (byId("phone").inert !== state.peopleOpen) moveDrawer(state.peopleOpen);
}

/** The focus goes along: into the drawer, and back to the button that opened it. */
function moveDrawer(open) {
  byId("app").classList.toggle("people-open", open);
  byId("people-scrim").hidden = !open;
  byId("phone").inert = open;
  const goal = open ? byId("people-list").querySelector("[aria-current], button") : byId("people-button");
  goal?.focus();
}

function drawList() {
  const rows = state.people.map(rowOf);
  redraw(byId("people-list"), [state.loaded, rows], () => (rows.length || !state.loaded ? rows.map(draw) : [el("li", { class: "hint", text: t("noPeople") })]));
}

/** Everything a row shows. @param {Person} person */
function rowOf(person) {
  const places = placesOf(person.id);
  const active = person.id === state.person;
  const last = places[0] && state.views.get(keyOf(places[0]))?.messages.at(-1);
  return {
    id: person.id, name: nameOf(person), note: person.note ?? (person.username ? `@${person.username}` : ""), active, unread: unreadOf(person.id),
    preview: last ? summary(last) : "", own: last?.from?.id === person.id, time: last ? shortTime(dateOf(last)) : "",
    chats: active && places.length > 1 ? places.map((place) => chatOf(person, place)) : [],
  };
}

function chatOf(person, place) {
  const active = Boolean(state.place) && keyOf(state.place) === keyOf(place);
  return { place, title: titleOf(place), active, unread: unreadIn(person.id, place), group: place.bot === null };
}

function draw(row) {
  const top = el("span", { class: "row-top" }, el("span", { class: "row-name", text: row.name }), el("time", { text: row.time }));
  const bottom = el("span", { class: "row-bottom" }, el("span", { class: "row-preview" }, row.own && el("b", { text: `${t("you")}: ` }), row.preview), badge(row.unread, `unread-${row.id}`));
  const lines = el("span", { class: "row-lines" }, top, row.note && el("span", { class: "row-note", text: row.note }), bottom);
  const props = { type: "button", class: "row", testid: `person-${row.id}`, "aria-current": row.active ? "true" : null, on: { click: () => openChat(row.id) } };
  const chats = row.chats.length ? el("ul", { class: "chats" }, ...row.chats.map((chat) => drawChat(row.id, chat))) : null;
  return el("li", {}, el("button", props, avatar(row.id, row.name), lines), chats);
}

function drawChat(person, chat) {
  const testid = chat.group ? `chat-${chat.place.id}` : `chat-bot-${chat.place.bot}`;
  const props = { type: "button", class: "chat-row", testid, "aria-current": chat.active ? "true" : null, on: { click: () => openChat(person, chat.place) } };
  const face = avatar(chat.place.bot ?? chat.place.id, chat.title, "tiny");
  return el("li", {}, el("button", props, face, el("span", { class: "row-name", text: chat.title }), badge(chat.unread, `unread-${testid}`)));
}

function badge(count, testid) {
  return count ? el("span", { class: "badge", testid, "aria-label": t("unread", { count }), text: count > 99 ? "99+" : String(count) }) : null;
}

/** On the menu button of a phone: what the others have not read. */
function drawTotal() {
  const total = state.people.filter((person) => person.id !== state.person).reduce((sum, person) => sum + unreadOf(person.id), 0);
  redraw(byId("people-total"), total, () => [badge(total, "unread-total")]);
  document.title = total ? `(${total}) ${t("page")}` : t("page");
}

const close = () => change({ peopleOpen: false });

/** Wires the list once. */
export function setupPeople() {
  byId("people-title").textContent = t("people");
  byId("people-hint").textContent = t("peopleHint");
  byId("people-list").setAttribute("aria-label", t("people"));
  byId("people-close").replaceWith(iconButton("close", t("closePeople"), "people-close", close, { id: "people-close" }));
  byId("people-scrim").addEventListener("click", close);
  byId("people").addEventListener("keydown", (event) => event.key === "Escape" && state.peopleOpen && close());
  arrowKeys(byId("people-list"), "button");
  const other = byId("language");
  other.textContent = t("otherLanguage");
  other.addEventListener("click", () => {
    const query = new URLSearchParams(location.search);
    query.set("lang", lang === "id" ? "en" : "id");
    location.search = query.toString();
  });
}
