// Copies the words of a card with their citation and the URL of the card.
if (navigator.clipboard) {
  document.querySelectorAll(".bb-copy").forEach(button => {
    const status = document.createElement("output"), label = button.textContent;
    status.className = "bb-vh";
    button.hidden = false;
    button.after(status);
    button.addEventListener("click", () => {
      const card = new URL(button.dataset.address, location.href);
      navigator.clipboard.writeText(button.dataset.words + " " + card.href).then(() => {
        button.textContent = status.textContent = button.dataset.copied;
        setTimeout(() => {
          button.textContent = label;
          status.textContent = "";
        }, 4000);
      }, () => {});
    });
  });
} else { // remove the space that is reserved for the button
  document.querySelectorAll(".bb-copy").forEach(button => button.remove());
}
