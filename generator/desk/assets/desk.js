// What every screen of the desk needs: keys, copying, and forms that are sent when a choice changes.
"use strict";

document.documentElement.classList.add("js");

const singleKeys = {
  get on() { return localStorage.getItem("briefing-desk-keys") !== "off"; },
  set on(on) { localStorage.setItem("briefing-desk-keys", on ? "on" : "off"); },
};

function isField(element) {
  return element.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") !== null;
}

// Use an element by its key: a field takes the focus, anything else is pressed.
function use(element) {
  if (isField(element)) element.focus();
  else element.click();
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  if (event.ctrlKey || event.metaKey) {
    if (event.key !== "Enter") return;
    const form = event.target.closest("form");
    const save = (form || document).querySelector("[data-save]");
    if (save) {
      event.preventDefault();
      save.click();
    }
    return;
  }
  if (event.altKey || isField(event.target) || !singleKeys.on) return;
  const key = event.key.toLowerCase();
  const found = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].at(-1); // that of the screen before that of the header
  if (found) {
    event.preventDefault();
    use(found);
  }
});

for (const button of document.querySelectorAll("[data-single-keys]")) {
  const show = () => { button.textContent = singleKeys.on ? button.dataset.on : button.dataset.off; };
  button.hidden = false;
  show();
  button.addEventListener("click", () => { singleKeys.on = !singleKeys.on; show(); });
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    // A browser may refuse: the text is selected then, and the editor copies it.
    const copied = await navigator.clipboard.writeText(field.value).then(() => true, () => false);
    button.textContent = copied ? button.dataset.copied : button.dataset.selected;
  });
}

for (const select of document.querySelectorAll("[data-submit]"))
  select.addEventListener("change", () => select.form.requestSubmit());

for (const select of document.querySelectorAll("[data-addresses]"))
  select.addEventListener("change", () => { location.href = select.value; });

// A double click on a button sends its form once: the second time would be told that the file has changed.
let sentAt = -Infinity;
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method !== "post") return;
  if (event.timeStamp - sentAt < 1000) event.preventDefault(); // ms
  else sentAt = event.timeStamp;
});
