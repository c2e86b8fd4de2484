// The list of quotations of a text: keys go from one to the next, and the text shows where it is.
"use strict";

// Return the function that goes on by a number of quotations. After words were added at a place, the next quotation is the first behind it.
function quotationKeys(root, text, placeOf) {
  const links = [...root.querySelectorAll("[data-quotation]")];
  const at = Number(root.dataset.at);
  let current = links.findLastIndex((link) => {
    const own = text.querySelector(`[data-n="${link.dataset.quotation}"]`);
    return own && placeOf(own, 0) < at;
  });
  return (by) => {
    if (!links.length) return;
    const focused = links.indexOf(document.activeElement);
    if (focused >= 0) current = focused;
    current = current < 0 && by < 0 ? links.length - 1
      : (current + by + links.length) % links.length;
    const link = links[current];
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: "nearest" });
    const shown = [...text.querySelectorAll(`[data-of="${link.dataset.quotation}"]`)];
    shown[0]?.scrollIntoView({ block: "nearest" });
    const ranges = shown.map((each) => {
      const range = document.createRange();
      range.selectNodeContents(each);
      return range;
    });
    highlight("desk-cursor", ranges);
  };
}
