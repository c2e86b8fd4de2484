// Marks every piece of the passage that the address names, and brings the first into view. Without this script the
// browser's own :target marks where the passage starts.
(function () {
  "use strict";

  function show() {
    var name = location.hash.slice(1);
    var pieces = Array.prototype.filter.call(document.querySelectorAll("mark[data-at]"), function (mark) {
      var found = name !== "" && mark.dataset.at.split(" ").indexOf(name) >= 0;
      mark.classList.toggle("bb-target", found);
      return found;
    });
    if (pieces.length) {
      pieces[0].scrollIntoView({ block: "center" });
    }
    // A superseded entry's evidence is folded away: unfold it for a reader who was sent there.
    var place = name === "" ? null : document.getElementById(name);
    var folded = place && place.closest("details");
    if (folded && !folded.open) {
      folded.open = true;
      place.scrollIntoView();
    }
  }

  window.addEventListener("hashchange", show);
  show();
})();
