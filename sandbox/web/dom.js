/** @file Small helpers to build and rebuild elements; the only place that knows how attributes are set. */

const ICONS = {
  menu: "M3 6h18v2H3zm0 5h18v2H3zm0 5h18v2H3z",
  back: "M20 11H7.8l5.6-5.6L12 4l-8 8 8 8 1.4-1.4L7.8 13H20z",
  more: "M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm0 6a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm0 6a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  send: "M2 21 23 12 2 3v7l15 2-15 2z",
  check: "m9 16.2-3.5-3.5L4 14.1l5 5L20.5 7.6 19 6.2z",
  clip: "M16.5 6v11.5a4 4 0 0 1-8 0V5a2.5 2.5 0 0 1 5 0v10.5a1 1 0 0 1-2 0V6H10v9.5a2.5 2.5 0 0 0 5 0V5a4 4 0 0 0-8 0v12.5a5.5 5.5 0 0 0 11 0V6z",
  close: "M19 6.4 17.6 5 12 10.6 6.4 5 5 6.4l5.6 5.6L5 17.6 6.4 19l5.6-5.6 5.6 5.6 1.4-1.4-5.6-5.6z",
  keyboard: "M4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zm2 4v3h3V8zm4.5 0v3h3V8zm4.5 0v3h3V8zM6 13v3h3v-3zm4.5 0v3h3v-3zm4.5 0v3h3v-3z",
  down: "M7.4 8.6 12 13.200l4.6-4.600L18 10l-6 6-6-6z",
  reply: "M10 9V5l-7 7 7 7v-4.100c5 0 8.5 1.6 11 5.1-1-5-4-10-11-11z",
  edit: "M3 17.200V21h3.800L17.8 9.900l-3.7-3.700zM20.7 7a1 1 0 0 0 0-1.400l-2.3-2.300a1 1 0 0 0-1.4 0l-1.8 1.8 3.7 3.700z",
  file: "M6 2h8l6 6v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4c0-1.1.9-2 2-2zm7 7h5.500L13 3.500z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm0 2c-2.7 0-8 1.3-8 4v2h16v-2c0-2.7-5.3-4-8-4z",
  smile: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm3.5 6a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zm-7 0a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zm3.5 9.500a5.5 5.5 0 0 1-5.1-3.500h10.200a5.5 5.5 0 0 1-5.1 3.500z",
  mic: "M12 14a3 3 0 0 0 3-3V5a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3zm5-3a5 5 0 0 1-10 0H5a7 7 0 0 0 6 6.900V21h2v-3.100A7 7 0 0 0 19 11z",
  block: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM4 12a8 8 0 0 1 12.9-6.300L5.7 16.900A8 8 0 0 1 4 12zm8 8a8 8 0 0 1-4.9-1.700L18.3 7.100A8 8 0 0 1 12 20z",
  play: "M8 5v14l11-7z",
  copy: "M16 1H4a2 2 0 0 0-2 2v14h2V3h12zm3 4H8a2 2 0 0 0-2 2v14c0 1.1.9 2 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2zm0 16H8V7h11z",
  trash: "M6 19a2 2 0 0 0 2 2h8a2 2 0 0 0 2-2V7H6zM19 4h-3.500l-1-1h-5l-1 1H5v2h14z",
  out: "M6 5v2h9.600L4 18.6 5.4 20 17 8.400V18h2V5z",
  group: "M16 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm-8 0a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm0 2c-2.3 0-7 1.2-7 3.500V19h14v-2.500C15 14.2 10.3 13 8 13zm8 0-1 .1c1.2.8 2 2 2 3.400V19h6v-2.500c0-2.3-4.7-3.5-7-3.500z",
  lock: "M18 8h-1V6A5 5 0 0 0 7 6v2H6a2 2 0 0 0-2 2v10c0 1.1.9 2 2 2h12a2 2 0 0 0 2-2V10a2 2 0 0 0-2-2zM9 6a3 3 0 0 1 6 0v2H9zm3 11a2 2 0 1 1 0-4 2 2 0 0 1 0 4z",
  globe: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm6.9 6h-3a15 15 0 0 0-1.3-3.600A8 8 0 0 1 18.9 8zM12 4c.8 1.2 1.5 2.5 1.9 4h-3.800c.4-1.5 1.1-2.8 1.9-4zM4.3 14a8 8 0 0 1 0-4h3.300a16 16 0 0 0 0 4zm.8 2h3c.3 1.3.8 2.5 1.3 3.600A8 8 0 0 1 5.1 16zm3-8h-3a8 8 0 0 1 4.3-3.600A15 15 0 0 0 8.1 8zM12 20a13 13 0 0 1-1.9-4h3.800c-.4 1.5-1.1 2.8-1.9 4zm2.3-6H9.700a15 15 0 0 1 0-4h4.600a15 15 0 0 1 0 4zm.3 5.600c.6-1.1 1-2.3 1.3-3.600h3a8 8 0 0 1-4.3 3.600zm1.8-5.600a16 16 0 0 0 0-4h3.300a8 8 0 0 1 0 4z",
};

/**
 * An element. `testid`, `class`, `text` and `on` (listeners) are special; other props are attributes (false and null leave them out).
 * @param {string} tag
 * @param {Record<string, any>} [props]
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElement}
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) set(node, name, value);
  node.append(...children.filter((child) => child || child === ""));
  return node;
}

function set(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "on") for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
  else if (name === "text") node.textContent = value;
  else if (name === "testid") node.dataset.testid = value;
  else node.setAttribute(name, value === true ? "" : String(value));
}

/**
 * A decorative icon.
 * @param {keyof typeof ICONS} name
 * @returns {SVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  for (const [key, value] of [["viewBox", "0 0 24 24"], ["class", "icon"], ["aria-hidden", "true"]]) svg.setAttribute(key, value);
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/**
 * A button that shows an icon only; its label is read aloud and shown on hover.
 * @param {keyof typeof ICONS} name
 * @param {string} label
 * @param {string} testid
 * @param {(event: Event) => void} press
 * @param {Record<string, any>} [more]
 */
export function iconButton(name, label, testid, press, more = {}) {
  const props = { type: "button", class: "icon-button", title: label, "aria-label": label, testid, on: { click: press }, ...more };
  return el("button", props, icon(name));
}

/** @type {WeakMap<Element, string>} */
const drawn = new WeakMap();

/**
 * Rebuilds what is inside a place, only if what it shows has changed; the focus stays on the element with the same test id.
 * @param {Element} place
 * @param {unknown} shown everything the content depends on
 * @param {() => (Node | string | null)[]} build
 * @returns {boolean} whether it was rebuilt
 */
export function redraw(place, shown, build) {
  const signature = JSON.stringify(shown ?? null);
  if (drawn.get(place) === signature) return false;
  drawn.set(place, signature);
  keepFocus(place, () => place.replaceChildren(...build().filter((node) => node !== null)));
  return true;
}

/**
 * Runs a change of the page under `place` and gives the focus back to the element of the same test id.
 * @param {Element} place
 * @param {() => void} work
 */
export function keepFocus(place, work) {
  const focused = place.contains(document.activeElement) ? document.activeElement?.getAttribute("data-testid") : null;
  work();
  if (focused) place.querySelector(`[data-testid="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

/**
 * The element with this id; the page always has it.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * Arrow keys, Home and End walk through the focusable items of a list (one Tab stop).
 * @param {HTMLElement} list
 * @param {string} selector
 */
export function arrowKeys(list, selector) {
  list.addEventListener("keydown", (event) => {
    const items = [...list.querySelectorAll(selector)];
    const at = items.indexOf(/** @type {Element} */ (event.target));
    const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (at < 0 || goal === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    items[Math.max(0, Math.min(goal, items.length - 1))]?.focus();
  });
}
