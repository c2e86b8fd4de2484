// Marks every piece of the passage that the address names, and brings the first into view. Without this script the
// browser's own :target marks where the passage starts.
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
    // A superseded entry's evidence is folded away: unfold it for a reader who was sent there.
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
