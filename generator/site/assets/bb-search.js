// Opens the search in the place of the theme's search, with the same keys. The search itself is loaded on first use.
(() => {
  "use strict";

  const dialog = document.getElementById("__search-dialog");
  const opener = document.querySelector("[data-bb-find]");
  const query = new URLSearchParams(location.search);
  const src = document.currentScript.src;
  let index;

  if (query.get("h")) {
    import(new URL("query-words.js", src)).then(words => words.light(), () => {});
  }
  if (!dialog || !opener || !dialog.showModal) {
    return;
  }
  const status = dialog.querySelector("[role=status]");
  opener.hidden = false;
  status.textContent = dialog.dataset.hint;

  // All scripts and the list of files at once: each script would load the next one only when it runs.
  function load() {
    index = index || fetch(new URL("../../search-index/index.json", src), { cache: "no-cache" });
    return Promise.all(["search.js", "search-index.js", "query-words.js"].map(name => import(new URL(name, src))));
  }

  // Waits for the styles of the results on first use.
  function loadStyle() {
    return document.querySelector("[data-bb-found]") || new Promise(ready => {
      const link = document.createElement("link");
      link.dataset.bbFound = "";
      link.rel = "stylesheet";
      link.href = new URL("search.css", src);
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
    const messages = fetch(new URL("search-words.json", src), { cache: "no-cache" }).then(answer => answer.json());
    Promise.all([load(), messages, loadStyle()]).then(([[search], texts]) => {
      search.start(dialog, texts, index);
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
  if (query.get("q")) {
    open(query.get("q"));
  }
})();
