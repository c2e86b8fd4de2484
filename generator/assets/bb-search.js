// The search opens where the theme's did, by the same keys. What it does is fetched when somebody first opens it.
(function () {
  "use strict";

  var dialog = document.getElementById("__search-dialog");
  var opener = document.querySelector("[data-bb-find]");
  var module = new URL("search.js", document.currentScript.src);

  light();
  if (!dialog || !opener || !dialog.showModal) {
    return;
  }
  var status = dialog.querySelector("[role=status]");
  opener.hidden = false;
  status.textContent = dialog.dataset.hint;

  // It opens at once: what is typed meanwhile is searched for when the rest is there.
  function open(words) {
    var input = dialog.querySelector("[name=q]");
    if (!dialog.open) {
      dialog.showModal();
    }
    input.value = words || input.value;
    input.focus();
    input.select();
    import(module).then(function (search) {
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

  // Marks the words that led here, without a change to the page: what it quotes stays as it is.
  function light() {
    var address = new URL(location.href);
    var words = (address.searchParams.get("h") || "").toLowerCase().match(/[\p{L}\p{N}]+/gu);
    if (!words) {
      return;
    }
    address.searchParams.delete("h");
    history.replaceState(null, "", address);
    if (!window.Highlight || !CSS.highlights) {
      return;
    }
    var ranges = [];
    var walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      var text = walker.currentNode.textContent.toLowerCase();
      words.forEach(function (word) {
        for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
          var range = new Range();
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, at + word.length);
          ranges.push(range);
        }
      });
    }
    CSS.highlights.set("bb-found", new Highlight(...ranges));
  }
})();
