// A button on each card copies its words with what they are quoted from, and the address of the card.
if (navigator.clipboard) {
  document.querySelectorAll(".bb-copy").forEach(button => {
    const said = document.createElement("output"), words = button.textContent;
    said.className = "bb-vh";
    button.hidden = false;
    button.after(said);
    button.addEventListener("click", () => {
      const card = new URL(button.dataset.address, location.href);
      navigator.clipboard.writeText(button.dataset.words + " " + card.href).then(() => {
        button.textContent = said.textContent = button.dataset.said;
        setTimeout(() => {
          button.textContent = words;
          said.textContent = "";
        }, 4000);
      }, () => {});
    });
  });
} else { // its place was kept
  document.querySelectorAll(".bb-copy").forEach(button => button.remove());
}
