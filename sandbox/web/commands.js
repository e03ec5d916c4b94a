/** @file The bot's commands: the Menu button, and the list that helps while a command is typed. */

import { byId, el, redraw } from "./dom.js";
import { currentView } from "./state.js";
import { t } from "./words.js";

let menuOpen = false;
let chosen = 0;
let dismissed = "";
/** @type {HTMLTextAreaElement} */
let input;
/** @type {(command: string) => void} */
let run;

const all = () => currentView()?.commands ?? [];

/** The commands on offer: all from the button, those that begin alike while typing. */
function offered() {
  if (menuOpen) return all();
  const typed = /^\/(\w*)$/.exec(input.value)?.[1];
  return typed === undefined || input.value === dismissed ? [] : all().filter((entry) => entry.command.startsWith(typed.toLowerCase()));
}

/** Draws the button and the list. */
export function drawCommands() {
  const list = offered();
  chosen = Math.min(chosen, Math.max(list.length - 1, 0));
  const open = list.length > 0 || menuOpen;
  byId("commands").hidden = !open;
  byId("commands-button").setAttribute("aria-expanded", String(open));
  byId("commands-button").hidden = all().length === 0;
  input.setAttribute("aria-activedescendant", open && list[chosen] ? `command-${list[chosen].command}` : "");
  redraw(byId("commands"), [list, chosen, menuOpen], () => (list.length ? list.map(row) : [el("p", { class: "hint", text: t("noCommands") })]));
  byId("commands").children[chosen]?.scrollIntoView({ block: "nearest" });
}

function row(entry, at) {
  const lines = [el("span", { class: "command-name", text: `/${entry.command}` }), el("span", { class: "command-about", text: entry.description })];
  const props = { role: "option", id: `command-${entry.command}`, testid: `command-${entry.command}`, class: "command", "aria-selected": String(at === chosen) };
  return el("div", { ...props, on: { click: () => choose(entry.command) } }, ...lines);
}

function choose(command) {
  closeCommands();
  run(`/${command}`);
}

/** Closes the list; what is typed is not offered again until it changes. */
export function closeCommands() {
  menuOpen = false;
  chosen = 0;
  dismissed = input.value;
  drawCommands();
}

/**
 * Keys while the list is open: arrows choose, Enter and Tab take, Esc closes.
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the key was used up
 */
export function commandKey(event) {
  const list = offered();
  if (!list.length) return false;
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by) chosen = (chosen + by + list.length) % list.length;
  else if (event.key === "Escape") closeCommands();
  else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey) choose(list[chosen].command);
  else return false;
  event.preventDefault();
  event.stopPropagation();
  drawCommands();
  return true;
}

function toggle() {
  menuOpen = !menuOpen;
  chosen = 0;
  drawCommands();
  input.focus();
}

/**
 * Wires the list once.
 * @param {HTMLTextAreaElement} field where commands are typed
 * @param {(command: string) => void} send
 */
export function setupCommands(field, send) {
  input = field;
  run = send;
  byId("commands-button").lastElementChild.textContent = t("commands");
  byId("commands-button").setAttribute("aria-label", t("commandsLabel"));
  byId("commands").setAttribute("aria-label", t("commandsLabel"));
  byId("commands-button").addEventListener("click", toggle);
  field.addEventListener("input", () => (menuOpen = false));
  document.addEventListener("pointerdown", (event) => {
    if (menuOpen && !event.target.closest("#commands, #commands-button")) closeCommands();
  });
}
