// Opens the search in the place of the theme's search, with the same keys. The search itself is loaded on first use.
(() => {
  "use strict";

  const dialog = document.getElementById("__search-dialog");
  const opener = document.querySelector("[data-bb-find]");
  const scriptUrl = document.currentScript.src;

  if (new URLSearchParams(location.search).get("h")) {
    loadSearch().then(search => search.light(), () => {});
  }
  if (!dialog || !opener || !dialog.showModal) {
    return;
  }
  const status = dialog.querySelector("[role=status]");
  opener.hidden = false;
  status.textContent = dialog.dataset.hint;

  function loadSearch() {
    return import(new URL("search.js", scriptUrl));
  }

  // Waits for the styles of the results on first use.
  function loadStyles() {
    return document.querySelector("[data-bb-found]") || new Promise(ready => {
      const link = document.createElement("link");
      link.dataset.bbFound = "";
      link.rel = "stylesheet";
      link.href = new URL("search.css", scriptUrl);
      link.onload = link.onerror = ready;
      document.head.append(link);
    });
  }

  // Opens at once; words typed before the search is loaded are searched for then.
  function open(words) {
    const input = dialog.querySelector("[name=q]");
    if (!dialog.open) {
      dialog.showModal();
    }
    input.value = words || input.value;
    input.focus();
    input.select();
    Promise.all([loadSearch(), loadStyles()]).then(([search]) => {
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
