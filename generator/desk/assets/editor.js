// The text editor: it begins at a line, shows its numbers, and asks what the format says about the key at the cursor.
"use strict";

for (const form of document.querySelectorAll("[data-editor]")) {
  const text = form.elements.namedItem("text");
  const numbers = form.querySelector(".nos");
  const help = form.querySelector("[data-key-help]");
  const sheet = form.querySelector(".sheet");
  const saved = text.value;
  let sent = false;

  const lineAt = (place) => text.value.slice(0, place).split("\n").length;

  const go = (line, column = 1) => {
    const lines = text.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    const place = Math.min(start + [...(lines[line - 1] || "")].slice(0, column - 1).join("").length, text.value.length);
    text.focus({ preventScroll: true });
    text.setSelectionRange(place, place);
    const item = numbers.children[line - 1];
    if (item) sheet.scrollTop = item.offsetTop - sheet.offsetTop - sheet.clientHeight / 3;
  };

  const fit = () => {
    const count = text.value.split("\n").length;
    while (numbers.children.length < count) {
      const item = document.createElement("li");
      item.textContent = numbers.children.length + 1;
      numbers.append(item);
    }
    while (numbers.children.length > count) numbers.lastElementChild.remove();
    text.rows = count + 1;
  };

  // The keys that lead to a line, by indentation, as generator/desk/key_help.py finds them.
  const keyed = /^([ \-{]*)([^\s:#\-[\]{},"'][^:#[\]{},"']*):(?:\s|$)/;
  const keysAt = (line) => {
    const found = [];
    let indent = Infinity;
    for (const each of text.value.split("\n").slice(0, line).reverse()) {
      const match = keyed.exec(each);
      if (!match || match[1].length >= indent) continue;
      found.unshift(match[2].trim());
      indent = match[1].length;
      if (!indent) break;
    }
    return found;
  };

  let asked = "";
  const showHelp = async () => {
    const line = lineAt(text.selectionStart);
    form.elements.namedItem("line").value = line;
    for (const [index, item] of [...numbers.children].entries()) item.classList.toggle("at", index === line - 1);
    const address = keysAt(line).reduce((sum, key) => `${sum}&key=${encodeURIComponent(key)}`, form.dataset.help);
    if (address === asked) return;
    asked = address;
    try {
      const answer = await fetch(address);
      const words = await answer.text();
      if (answer.ok && address === asked) help.innerHTML = words; // made and escaped by the desk
    } catch {
      asked = ""; // the desk was stopped: ask again when the cursor moves
    }
  };

  let waiting;
  document.addEventListener("selectionchange", () => {
    if (document.activeElement !== text) return;
    clearTimeout(waiting);
    waiting = setTimeout(showHelp, 150);
  });
  text.addEventListener("input", fit);
  form.addEventListener("submit", () => { sent = true; });
  form.addEventListener("click", (event) => {
    const link = event.target.closest("[data-go]");
    if (!link) return;
    event.preventDefault();
    go(Number(link.dataset.go), Number(link.dataset.column));
  });
  window.addEventListener("beforeunload", (event) => {
    if (!sent && text.value !== saved) event.preventDefault();
  });
  fit();
  go(Number(form.dataset.line));
}
