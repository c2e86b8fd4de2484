// Copies the words of a card with their citation and its address, or the citation of a page, or the address of a statement. On a
// phone, a statement is shared through the menu of the phone. Prints a page.
const status = document.createElement("output");
status.className = "bb-vh";
document.body.append(status);

function copy(text, control) {
  return navigator.clipboard.writeText(text).then(() => {
    if (!status.textContent) {
      const label = control.textContent;
      control.textContent = status.textContent = control.dataset.copied;
      setTimeout(() => {
        control.textContent = label;
        status.textContent = "";
      }, 4000);
    }
  });
}

document.querySelectorAll(".bb-copy").forEach(button => {
  if (!navigator.clipboard) {
    button.remove(); // and the space that is reserved for it
    return;
  }
  button.hidden = false;
  button.addEventListener("click", () => {
    const { words, address } = button.dataset;
    copy(address ? words + " " + new URL(address, location.href).href : words, button).catch(() => {});
  });
});

document.querySelectorAll(".bb-print").forEach(button => {
  button.hidden = false;
  button.addEventListener("click", () => print());
});

document.addEventListener("click", event => {
  const link = event.target.closest("a.bb-share");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
    return;
  }
  const shares = navigator.share && matchMedia("(pointer: coarse)").matches;
  if (!shares && !navigator.clipboard) {
    return; // the link shows the address
  }
  event.preventDefault();
  if (shares) {
    navigator.share({ title: document.title, url: link.href }).catch(() => {}); // the reader may close the menu
  } else {
    copy(link.href, link).catch(() => { location.href = link.href; });
  }
});
