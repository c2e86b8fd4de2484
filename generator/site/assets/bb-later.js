// Fetches what a page can be read without: the filters where there is a table, the copying where there are cards, and the
// previews when somebody first comes near a link that has one.
(() => {
  "use strict";

  const here = document.currentScript.src;
  const root = document.documentElement;
  const previewed = "a.bb-ev, .bb-meta a, [data-bb-peek], .bb-peek";
  const fetched = name => import(new URL(name, here));

  // They take their place at once, so that the table does not move under a reader's eyes.
  document.querySelectorAll("[data-bb-matrix]").forEach(form => {
    form.hidden = false;
    fetched("matrix.js").catch(() => { form.hidden = true; });
  });
  if (document.querySelector(".bb-copy")) {
    fetched("copy.js").catch(() => {});
  }
  if (!root.showPopover || !document.querySelector(previewed)) {
    return;
  }
  // Where there is a pointer, the stance itself opens its statement; elsewhere a button does.
  root.classList.add("bb-live");

  const when = ["pointerover", "focusin"];
  function near(event) {
    const link = event.target.closest && event.target.closest(previewed);
    if (!link) {
      return;
    }
    when.forEach(one => document.removeEventListener(one, near));
    fetched("preview.js").then(() => {
      // What happened before it was there happens again.
      if (link.matches(":hover") || document.activeElement === link) {
        event.target.dispatchEvent(new event.constructor(event.type, event));
      }
    }, () => root.classList.remove("bb-live"));
  }

  when.forEach(one => document.addEventListener(one, near));
})();
