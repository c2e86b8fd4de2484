// The search opens where the theme's did, by the same keys. What it does is fetched when somebody first opens it.
(() => {
  "use strict";

  const dialog = document.getElementById("__search-dialog");
  const opener = document.querySelector("[data-bb-find]");
  const here = document.currentScript.src;

  if (new URLSearchParams(location.search).get("h")) {
    fetched().then(search => search.light(), () => {});
  }
  if (!dialog || !opener || !dialog.showModal) {
    return;
  }
  const status = dialog.querySelector("[role=status]");
  opener.hidden = false;
  status.textContent = dialog.dataset.hint;

  function fetched() {
    return import(new URL("search.js", here));
  }

  // The first time, waits for the styles of what is found.
  function styled() {
    return document.querySelector("[data-bb-found]") || new Promise(ready => {
      const link = document.createElement("link");
      link.dataset.bbFound = "";
      link.rel = "stylesheet";
      link.href = new URL("search.css", here);
      link.onload = link.onerror = ready;
      document.head.append(link);
    });
  }

  // It opens at once: what is typed meanwhile is searched for when the rest is there.
  function open(words) {
    const input = dialog.querySelector("[name=q]");
    if (!dialog.open) {
      dialog.showModal();
    }
    input.value = words || input.value;
    input.focus();
    input.select();
    Promise.all([fetched(), styled()]).then(([search]) => {
      search.start(dialog);
    }, () => {
      status.textContent = dialog.dataset.failed;
    });
  }

  opener.addEventListener("click", () => open());
  document.addEventListener("keydown", event => {
    const typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    if (!dialog.open && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && "/sf".includes(event.key)) {
      event.preventDefault();
      open();
    }
  });
  const linked = new URLSearchParams(location.search).get("q");
  if (linked) {
    open(linked);
  }
})();
