/** @file Starts the page: reads the state, opens the chat that the address names, and redraws whatever changes. */

import * as api from "./api.js";
import { answered, openChat } from "./actions.js";
import { apply, readAll, readChat, readOthers } from "./sync.js";
import { byId, icon } from "./dom.js";
import { change, markRead, placesOf, state, subscribe } from "./state.js";
import { drawComposer, setupComposer } from "./composer.js";
import { drawHeader, setupHeader } from "./header.js";
import { drawMessages, setupMessages } from "./messages.js";
import { drawPeople, setupPeople } from "./people.js";
import { drawTopics, setupTopics } from "./topics.js";
import { lang, t } from "./words.js";
import { complain } from "./toast.js";
import { drawReplyKeyboard } from "./keyboards.js";
import { setupMessageMenu } from "./message_menu.js";

const REFRESH_MS = 250;

function draw() {
  drawHeader();
  drawComposer();
  drawReplyKeyboard();
  drawTopics();
  drawMessages();
  drawPeople();
}

/** Opens `?person=&bot=&chat=`, or the first person's first chat. */
function openFromAddress() {
  const query = new URLSearchParams(location.search);
  const wanted = (name) => Number(query.get(name));
  const person = state.people.find((known) => known.id === wanted("person")) ?? state.people[0];
  if (!person) return;
  const places = placesOf(person.id);
  const { peopleOpen } = state;
  openChat(person.id, places.find((place) => place.id === wanted("chat")) ?? places.find((place) => place.bot === wanted("bot")), topicIn(query));
  change({ peopleOpen }); // who opened the drawer before the people were read is still choosing
}

const topicIn = (query) => (query.get("topic") === "general" ? "general" : Number(query.get("topic")) || null);

/** Whatever was missed while there was no connection is read again. */
async function refresh() {
  await readAll();
  const known = state.people.some((person) => person.id === state.person);
  if (known && state.place) await readChat(state.place);
  else openFromAddress();
  change({ loaded: true, online: true });
  readOthers();
}

/** Events are applied one after the other: each may read from the server. */
let queue = Promise.resolve();
const inTurn = (work) => {
  queue = queue.then(work).catch(complain);
};

/** People, bots or groups have changed, or all was reset: one reading for many changes in a row. */
let refreshing = 0;
function refreshSoon() {
  clearTimeout(refreshing);
  refreshing = setTimeout(() => inTurn(refresh), REFRESH_MS);
}

function happened(event) {
  if (event.kind === "callback") answered(event.data);
  else if (event.kind === "state") refreshSoon();
  else inTurn(() => apply(event));
}

document.documentElement.lang = lang;
document.title = t("page");
byId("to-end").append(icon("down"));
byId("to-end").setAttribute("aria-label", t("toBottom"));
setupPeople();
setupHeader();
setupMessages();
setupMessageMenu();
setupTopics();
setupComposer();
subscribe(draw);
document.addEventListener("visibilitychange", () => (markRead(), change()));
api.listen({ opened: () => inTurn(refresh), lost: () => change({ online: false }), happened });
