// Loads optional scripts: filters for a matrix and for changes, copying and sharing, and previews when a reader first points at a link
// that has one.
(() => {
  "use strict";

  const src = document.currentScript.src;
  const root = document.documentElement;
  const previewed = "a.bb-ev, .bb-meta a, [data-bb-peek], .bb-peek";
  const load = name => import(new URL(name, src));

  // Shown at once, so that the table does not move while a reader looks at it.
  document.querySelectorAll("[data-bb-matrix]").forEach(form => {
    form.hidden = false;
    load("matrix.js").catch(() => { form.hidden = true; });
  });
  document.querySelectorAll("[data-bb-since]").forEach(form => {
    form.hidden = false;
    load("since.js").catch(() => { form.hidden = true; });
  });
  if (document.querySelector(".bb-copy, .bb-share")) {
    load("copy.js").catch(() => {});
  }
  if (!root.showPopover || !document.querySelector(previewed)) {
    return;
  }
  // With a pointer, the stance opens its statement; otherwise a button does.
  root.classList.add("bb-live");

  const events = ["pointerover", "focusin"];
  function onFirst(event) {
    const link = event.target.closest && event.target.closest(previewed);
    if (!link) {
      return;
    }
    events.forEach(name => document.removeEventListener(name, onFirst));
    load("preview.js").then(() => {
      // Repeat the event that came before the script was loaded.
      if (link.matches(":hover") || document.activeElement === link) {
        event.target.dispatchEvent(new event.constructor(event.type, event));
      }
    }, () => root.classList.remove("bb-live"));
  }

  events.forEach(name => document.addEventListener(name, onFirst));
})();
