// The search opens where the theme's did, by the same keys. What it does is fetched when somebody first opens it.
(function () {
  "use strict";

  var dialog = document.getElementById("__search-dialog");
  var opener = document.querySelector("[data-bb-find]");
  var here = document.currentScript.src;

  if (new URLSearchParams(location.search).get("h")) {
    fetched().then(function (search) { search.light(); }, function () {});
  }
  if (!dialog || !opener || !dialog.showModal) {
    return;
  }
  var status = dialog.querySelector("[role=status]");
  opener.hidden = false;
  status.textContent = dialog.dataset.hint;

  function fetched() {
    return import(new URL("search.js", here));
  }

  // The first time, waits for the styles of what is found.
  function styled() {
    return document.querySelector("[data-bb-found]") || new Promise(function (ready) {
      var link = document.createElement("link");
      link.dataset.bbFound = "";
      link.rel = "stylesheet";
      link.href = new URL("search.css", here);
      link.onload = link.onerror = ready;
      document.head.append(link);
    });
  }

  // It opens at once: what is typed meanwhile is searched for when the rest is there.
  function open(words) {
    var input = dialog.querySelector("[name=q]");
    if (!dialog.open) {
      dialog.showModal();
    }
    input.value = words || input.value;
    input.focus();
    input.select();
    Promise.all([fetched(), styled()]).then(function ([search]) {
      search.start(dialog);
    }, function () {
      status.textContent = dialog.dataset.failed;
    });
  }

  opener.addEventListener("click", function () { open(); });
  document.addEventListener("keydown", function (event) {
    var typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    if (!dialog.open && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && "/sf".includes(event.key)) {
      event.preventDefault();
      open();
    }
  });
  var linked = new URLSearchParams(location.search).get("q");
  if (linked) {
    open(linked);
  }
})();
