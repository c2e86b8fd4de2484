// Says that a review is overdue on a page that was built before the due date: swaps what is shown and what is hidden.
(() => {
  "use strict";

  const today = new Date().toISOString().slice(0, 10);
  document.querySelectorAll("[data-bb-due]").forEach(element => {
    if (today > element.dataset.bbDue) {
      element.hidden = !element.hidden;
    }
  });
})();

// Marks every piece and the frame of the passage in the URL. Without this script, the style sheet finds them by :target.
(() => {
  "use strict";

  function show() {
    const name = location.hash.slice(1);
    document.querySelectorAll(".bb-target").forEach(piece => piece.classList.remove("bb-target"));
    document.querySelectorAll(`[data-at~="${CSS.escape(name)}"]`).forEach(piece => piece.classList.add("bb-target"));
    // What is folded opens for a reader whose link leads there.
    const place = name === "" ? null : document.getElementById(name);
    const folded = place ? [...document.querySelectorAll("details:not([open])")].filter(part => part.contains(place)) : [];
    folded.forEach(part => { part.open = true; });
    if (folded.length) {
      place.scrollIntoView();
    }
  }

  window.addEventListener("hashchange", show);
  show();
})();

// The button that prints.
document.querySelectorAll(".bb-print").forEach(button => {
  button.hidden = false;
  button.addEventListener("click", () => print());
});
