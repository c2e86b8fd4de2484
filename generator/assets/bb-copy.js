// A button on each card copies its words with what they are quoted from, and the address of the card.
(function () {
  "use strict";

  if (!navigator.clipboard) {
    return;
  }
  document.querySelectorAll(".bb-copy").forEach(button => {
    const said = document.createElement("output");
    button.hidden = false;
    button.after(said);
    button.addEventListener("click", () => {
      const card = new URL(button.dataset.address, location.href);
      navigator.clipboard.writeText(button.dataset.words + " " + card.href).then(() => {
        said.textContent = button.dataset.said;
        setTimeout(() => { said.textContent = ""; }, 4000);
      }, () => {});
    });
  });
})();
