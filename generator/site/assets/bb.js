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

// Highlights every piece of the passage in the URL and scrolls to the first. Without this script, :target highlights
// only the start of the passage.
(() => {
  "use strict";

  function show() {
    const name = location.hash.slice(1);
    const pieces = [...document.querySelectorAll("mark[data-at]")].filter(mark => {
      const found = name !== "" && mark.dataset.at.split(" ").includes(name);
      mark.classList.toggle("bb-target", found);
      return found;
    });
    if (pieces.length) {
      pieces[0].scrollIntoView({ block: "center" });
    }
    // The evidence of a superseded position is folded: open it for a reader whose link leads there.
    const place = name === "" ? null : document.getElementById(name);
    const folded = place && place.closest("details");
    if (folded && !folded.open) {
      folded.open = true;
      place.scrollIntoView();
    }
  }

  window.addEventListener("hashchange", show);
  show();
})();
