/** @file Polls and quizzes in a message: options to choose from, then how many have chosen what. */

import { change, state } from "./state.js";
import { el, icon } from "./dom.js";
import { locale, t } from "./words.js";
import { vote } from "./actions.js";

/** @typedef {import("./api.js").Message} Message */

/** What is ticked but not sent yet in polls of several answers. @type {Map<string, Set<number>>} */
const ticked = new Map();
const keyOf = (message) => `${state.person}|${state.place?.id}|${message.message_id}`;

/** Everything a poll shows that is not in its message. @param {Message} message */
export const tickedIn = (message) => [...(ticked.get(keyOf(message)) ?? [])];

/** @param {Message} message @returns {HTMLElement} */
export function pollCard(message) {
  const { poll } = message;
  const mine = poll.votes[String(state.person)] ?? [];
  const done = mine.length > 0 || poll.is_closed;
  const options = poll.options.map((option, at) => (done ? result(poll, option, at, mine) : choice(message, option, at)));
  const box = el("div", { class: "poll-options", role: "group", "aria-label": poll.question }, ...options);
  return el("div", { class: "poll", testid: `poll-${message.message_id}` }, ...head(poll), box, foot(message, mine, done));
}

function head(poll) {
  const about = poll.description ? el("div", { class: "poll-about", text: poll.description }) : null;
  const question = el("strong", { class: "poll-question", testid: "poll-question", text: poll.question });
  return [about, question, el("span", { class: "poll-kind", testid: "poll-kind", text: kindOf(poll) })].filter(Boolean);
}

function kindOf(poll) {
  if (poll.is_closed) return t("pollClosed");
  if (poll.type === "quiz") return t(poll.is_anonymous ? "anonymousQuiz" : "quiz");
  return t(poll.is_anonymous ? "anonymousPoll" : "poll");
}

/** An option before the vote: one answer is sent at once, several are ticked first. */
function choice(message, option, at) {
  const several = message.poll.allows_multiple_answers;
  const on = tickedIn(message).includes(at);
  const mark = el("span", { class: several ? "poll-mark square" : "poll-mark" }, on ? icon("check") : null);
  const press = () => (several ? tick(message, at) : vote(message, [at]));
  const props = { type: "button", class: "poll-option", testid: `poll-option-${at}`, "aria-pressed": several ? String(on) : null, on: { click: press } };
  return el("button", props, mark, el("span", { text: option.text }));
}

function tick(message, at) {
  const chosen = new Set(tickedIn(message));
  if (!chosen.delete(at)) chosen.add(at);
  ticked.set(keyOf(message), chosen);
  change();
}

/** An option after it: its share, and whether it was chosen or right. */
function result(poll, option, at, mine) {
  const share = poll.total_voter_count ? option.voter_count / poll.total_voter_count : 0;
  const right = poll.type === "quiz" && poll.correct_option_ids.includes(at);
  const wrong = poll.type === "quiz" && mine.includes(at) && !right;
  const mark = mine.includes(at) || right ? el("span", { class: "poll-mark on" }, icon(wrong ? "close" : "check")) : null;
  const percent = new Intl.NumberFormat(locale, { style: "percent" }).format(share);
  const words = el("span", { class: "poll-words" }, el("span", { text: option.text }), el("span", { class: "poll-bar", style: `--share: ${share * 100}%`, "aria-hidden": "true" }));
  const classes = ["poll-result", mine.includes(at) && "mine", right && "right", wrong && "wrong"].filter(Boolean).join(" ");
  return el("div", { class: classes, testid: `poll-result-${at}` }, el("span", { class: "poll-share", text: percent }), mark, words);
}

function foot(message, mine, done) {
  const { poll } = message;
  const said = done && poll.explanation ? el("div", { class: "poll-said", testid: "poll-explanation", text: poll.explanation }) : null;
  const count = el("span", { class: "poll-total", testid: "poll-total", text: poll.total_voter_count ? t("votes", { count: poll.total_voter_count }) : t("noVotes") });
  const button = poll.is_closed ? null : done ? retract(message, poll) : submit(message, poll);
  return el("div", { class: "poll-foot" }, said, count, button);
}

function retract(message, poll) {
  return poll.allows_revoting ? el("button", { type: "button", class: "poll-act", testid: "poll-retract", text: t("retract"), on: { click: () => vote(message, []) } }) : null;
}

function submit(message, poll) {
  const chosen = tickedIn(message).sort();
  const send = () => (ticked.delete(keyOf(message)), vote(message, chosen));
  return poll.allows_multiple_answers && chosen.length ? el("button", { type: "button", class: "poll-act", testid: "poll-send", text: t("sendVote"), on: { click: send } }) : null;
}
