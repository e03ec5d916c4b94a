/** @file Files and the other things one can send: the paper clip's menu, dropping and pasting. */

import { byId, icon } from "./dom.js";
import { change } from "./state.js";
import { popup } from "./toast.js";
import { sendKind, shareContact } from "./actions.js";
import { t } from "./words.js";

const chooser = () => /** @type {HTMLInputElement} */ (byId("file-input"));

/** @param {File | null | undefined} file */
function take(file) {
  if (!file) return;
  change({ file, editing: null });
  byId("composer-input").focus();
}

/** Takes the chosen file back. */
export function clearFile() {
  chooser().value = "";
  change({ file: null });
}

function openMenu() {
  const items = [
    { testid: "attach-file", text: t("attachFile"), icon: icon("file"), press: () => chooser().click() },
    { testid: "attach-contact", text: t("sendContact"), icon: icon("person"), press: () => shareContact() },
    { testid: "attach-sticker", text: t("sendSticker"), icon: icon("smile"), press: () => sendKind("sticker") },
    { testid: "attach-voice", text: t("sendVoice"), icon: icon("mic"), press: () => sendKind("voice") },
  ];
  popup(byId("attach"), { testid: "attach-menu", label: t("attach"), items });
}

/** A file held over the phone shows where it will land. */
function setupDrop(phone) {
  let depth = 0;
  const mark = (by) => {
    depth = Math.max(0, depth + by);
    byId("drop-hint").hidden = depth === 0;
  };
  phone.addEventListener("dragenter", (event) => (event.preventDefault(), mark(1)));
  phone.addEventListener("dragleave", () => mark(-1));
  phone.addEventListener("dragover", (event) => event.preventDefault());
  phone.addEventListener("drop", (event) => {
    event.preventDefault();
    mark(-depth);
    take(event.dataTransfer?.files[0]);
  });
}

/** Wires the paper clip, dropping and pasting once. */
export function setupAttach() {
  byId("attach").append(icon("clip"));
  byId("attach").setAttribute("aria-label", t("attach"));
  byId("attach").title = t("attach");
  byId("attach").addEventListener("click", openMenu);
  chooser().addEventListener("change", () => take(chooser().files?.[0]));
  byId("composer-input").addEventListener("paste", (event) => take(event.clipboardData?.files[0]));
  byId("drop-hint").textContent = t("dropHere");
  setupDrop(byId("phone"));
}
