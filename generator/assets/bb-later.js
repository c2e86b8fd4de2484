// Fetches what a page can be read without: the filters where there is a table, the copying where there are cards, and the
// previews when somebody first comes near a link that has one.
(function () {
  "use strict";

  var here = document.currentScript.src;
  var previewed = "a.bb-ev, .bb-meta a, [data-bb-peek], .bb-peek";

  function fetched(name) {
    return import(new URL(name, here));
  }

  // They take their place at once, so that the table does not move under a reader's eyes.
  document.querySelectorAll("[data-bb-matrix]").forEach(function (form) {
    form.hidden = false;
    fetched("matrix.js").catch(function () { form.hidden = true; });
  });
  if (document.querySelector(".bb-copy")) {
    fetched("copy.js").catch(function () {});
  }
  if (!HTMLElement.prototype.showPopover || !document.querySelector(previewed)) {
    return;
  }
  // Where there is a pointer, the stance itself opens its statement; elsewhere a button does.
  document.documentElement.classList.add("bb-live");

  function near(event) {
    var link = event.target.closest && event.target.closest(previewed);
    if (!link) {
      return;
    }
    document.removeEventListener("pointerover", near);
    document.removeEventListener("focusin", near);
    fetched("preview.js").then(function () {
      // What happened before it was there happens again.
      if (link.matches(":hover") || document.activeElement === link) {
        event.target.dispatchEvent(new event.constructor(event.type, event));
      }
    });
  }

  document.addEventListener("pointerover", near);
  document.addEventListener("focusin", near);
})();
