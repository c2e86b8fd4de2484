// Loads optional scripts: a filter for changes, a choice of parties to compare, copying and sharing, the parts of a long text, and previews when a reader first points at a link that
// has one.
(() => {
  "use strict";

  const src = document.currentScript.src;
  const previewed = "a.bb-ev, .bb-meta a";
  const load = name => import(new URL(name, src));

  // Shown at once, so that the list does not move while a reader looks at it.
  document.querySelectorAll("[data-bb-since]").forEach(form => {
    form.hidden = false;
    load("since.js").catch(() => { form.hidden = true; });
  });
  document.querySelectorAll("[data-bb-compare]").forEach(form => {
    form.hidden = false;
    load("compare.js").catch(() => { form.hidden = true; });
  });
  if (document.querySelector("[data-bb-parts]")) {
    load("parts.js").catch(() => {});
  }
  if (document.querySelector(".bb-copy, .bb-share, .bb-print")) {
    load("copy.js").catch(() => {});
  }
  if (!document.documentElement.showPopover || !document.querySelector(previewed)) {
    return;
  }
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
    }, () => {});
  }

  events.forEach(name => document.addEventListener(name, onFirst));
})();
