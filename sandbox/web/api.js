/** @file The sandbox's control API (docs/sandbox.md) over HTTP and server-sent events. Nothing else here talks to the server. */

/**
 * @typedef {{id: number, first_name: string, last_name?: string, username?: string, phone?: string, note?: string}} Person
 * @typedef {{id: number, first_name: string, username?: string}} Bot
 * @typedef {{id: number, title: string, is_forum: boolean, members: number[], bots: number[], admins: number[]}} Group
 * @typedef {{message_thread_id: number, name: string, icon_color: number, is_closed: boolean}} Topic
 * @typedef {{question: string, description?: string, type: string, options: {text: string, voter_count: number}[], total_voter_count: number, is_closed: boolean, is_anonymous: boolean,
 *   allows_multiple_answers: boolean, allows_revoting: boolean, correct_option_ids?: number[], explanation?: string, votes: Record<string, number[]>}} Poll
 * @typedef {{id: number, people: number[]}} Dialogue
 * @typedef {{text: string, callback_data?: string, url?: string, copy_text?: {text: string}, style?: string,
 *   switch_inline_query?: string, switch_inline_query_current_chat?: string, switch_inline_query_chosen_chat?: {query?: string}}} Button
 * @typedef {{message_id: number, name: string, text: string}} ReplyTo
 * @typedef {{name: string, size: number, url: string}} Document
 * @typedef {{message_id: number, date: number | string, from: {id: number, name: string, is_bot: boolean}, via_bot?: string, rich?: {text: string, blocks: Record<string, any>[]}, text?: string, html?: string,
 *   caption?: string, caption_html?: string, photo?: string, document?: Document, contact?: Record<string, any>, sticker?: unknown,
 *   voice?: unknown, reply_to?: ReplyTo, inline_keyboard?: Button[][], edited?: boolean, service?: string, thread?: number, poll?: Poll}} Message
 * @typedef {{chat: number, bot: number, topics: Topic[] | null, messages: Message[], reply_keyboard: Record<string, any> | null,
 *   commands: {command: string, description: string}[], blocked: boolean, chat_action: string | null}} ChatView
 * @typedef {{id: number, bot: number | null}} Place a chat as one person sees it: a private chat has its bot, a group any of its bots
 * @typedef {{kind: string, chat?: number, bot?: number, message?: Message, data: Record<string, any>}} LiveEvent
 */

/** A call was refused; its message is the server's sentence. */
export class ApiError extends Error {}

async function call(path, options) {
  const response = await fetch(path, options);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(answer.error ?? `${response.status} ${response.statusText}`);
  return answer;
}

/** @param {string} path @param {Record<string, unknown>} body */
function post(path, body) {
  return call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

/** @param {Place} place */
function withBot(place) {
  return place.bot === null ? {} : { bot: place.bot };
}

/** @returns {Promise<{bots: Bot[], people: Person[], groups: Group[], dialogues: Dialogue[]}>} */
export const getState = () => call("/api/state");

/** @param {Place} place @param {number} limit @returns {Promise<ChatView>} */
export const getChat = (place, limit) =>
  call(`/api/chats/${place.id}?${new URLSearchParams({ limit: String(limit), ...(place.bot === null ? {} : { bot: String(place.bot) }) })}`);

/**
 * Somebody writes.
 * @param {Place} place
 * @param {number} person
 * @param {{text?: string, reply_to?: number, topic?: number, contact?: true, sticker?: true, voice?: true}} content
 */
export const send = (place, person, content) => post(`/api/chats/${place.id}/send`, { from: person, ...withBot(place), ...content });

/** @param {Place} place @param {number} person @param {File} file @param {string} caption @param {{reply_to?: number, topic?: number}} where */
export function sendFile(place, person, file, caption, where) {
  const form = new FormData();
  form.append("from", String(person));
  if (place.bot !== null) form.append("bot", String(place.bot));
  if (caption) form.append("caption", caption);
  for (const [name, value] of Object.entries(where)) form.append(name, String(value));
  form.append("file", file, file.name);
  return call(`/api/chats/${place.id}/send`, { method: "POST", body: form });
}

/**
 * Somebody presses an inline button, named by its place in the keyboard.
 * @returns {Promise<{callback_query_id?: string, url?: string}>}
 */
export const press = (place, person, message_id, row, column) =>
  post(`/api/chats/${place.id}/press`, { from: person, ...withBot(place), message_id, row, column });

/** The bot's answer to a press, waiting up to `seconds` for it. */
export const getCallback = (id, seconds) => call(`/api/callbacks/${encodeURIComponent(id)}?wait=${seconds}`);

/** @param {number} person @param {number} bot @param {boolean} blocked */
export const setBlocked = (person, bot, blocked) => post(`/api/people/${person}/block`, { bot, blocked });

/** @param {Place} place @param {number} person @param {number} message_id */
export const remove = (place, person, message_id) => post(`/api/chats/${place.id}/delete`, { from: person, ...withBot(place), message_id });

/** @param {Place} place @param {number} person @param {number} message_id @param {string} text */
export const edit = (place, person, message_id, text) =>
  post(`/api/chats/${place.id}/edit`, { from: person, ...withBot(place), message_id, text });

/** Somebody votes in a poll; without options the vote is taken back. */
export const vote = (place, person, message_id, options) => post(`/api/chats/${place.id}/vote`, { from: person, ...withBot(place), message_id, options });

/**
 * Somebody types `@bot text`, and then sees what the bot offers, waiting up to `seconds` for it.
 * @returns {Promise<{inline_query_id: string}>}
 */
export const askInline = (place, person, via, query, offset) =>
  post(`/api/chats/${place.id}/inline`, { from: person, ...withBot(place), via, query, offset });

export const getInline = (id, seconds) => call(`/api/inline/${encodeURIComponent(id)}?wait=${seconds}`);

export const chooseInline = (place, person, inline_query_id, result_id) =>
  post(`/api/chats/${place.id}/choose`, { from: person, ...withBot(place), inline_query_id, result_id });

const KINDS = ["state", "message", "edited", "deleted", "callback", "keyboard", "action", "blocked", "commands", "topics"];
const RETRY_MS = 2000;

/**
 * Everything that happens, in every chat, as it happens. Reconnects for ever; `opened` is called at each (re)connection, because
 * what happened in between was missed.
 * @param {{opened: () => void, lost: () => void, happened: (event: LiveEvent) => void}} listener
 */
export function listen(listener) {
  const source = new EventSource("/api/events");
  source.addEventListener("open", listener.opened);
  source.addEventListener("error", () => {
    listener.lost();
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => listen(listener), RETRY_MS);
  });
  for (const kind of KINDS) source.addEventListener(kind, (event) => listener.happened(parse(kind, event.data)));
}

/** @returns {LiveEvent} */
function parse(kind, text) {
  const data = JSON.parse(text);
  return { kind, chat: data.chat, bot: data.bot, message: data.message, data };
}
