// Copies the words of a card with their citation and its address, or the citation of a page, or the address of a statement. On a
// phone, a statement is shared through the menu of the phone. Prints a page.

// The address of the page for other readers, if the site knows it.
const known = document.querySelector('meta[property="og:url"]');
const page = known ? known.content : location.href;

// What a card shows, as a citation: the words; who said them; the source; where it is from. Each has its own place in the card.
function citation(card, button) {
  const text = selector => [...card.querySelectorAll(selector)].map(part => part.textContent);
  const words = [...card.querySelectorAll("blockquote > b")].map(part =>
    "marked" in part.dataset ? part.textContent : `“${part.textContent}”`);
  const [source, from] = card.querySelectorAll(".bb-meta > span");
  const [kind, place] = ["kind", "place"].map(name => text(`.bb-meta [data-of="${name}"]`));
  // A publisher that is not known has an element, and a comma follows it.
  const publisher = from.firstChild.nodeType === Node.TEXT_NODE ? [from.firstChild.data.replace(/, $/, "")] : [];
  const groups = [
    text(".bb-who"),
    [source.textContent.replace(/^\S+ /, ""), ...kind],
    [...publisher, from.lastChild.textContent, ...place, button.value],
    text(".bb-warn"),
  ];
  const details = groups.map(group => group.join(", ")).filter(Boolean);
  const address = button.dataset.address || new URL(card.querySelector(".bb-share").getAttribute("href"), page).href;
  return `${words.join(" … ")} (${details.join("; ")}) ${address}`;
}
const status = document.createElement("output");
status.className = "bb-vh";
document.body.append(status);

function copy(text, control) {
  return navigator.clipboard.writeText(text).then(() => {
    if (!status.textContent) {
      const label = control.textContent;
      const { bbCopied, bbShared } = document.querySelector("[data-bb-copied]").dataset;
      control.textContent = status.textContent = control.matches(".bb-share") ? bbShared : bbCopied;
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
    const card = button.closest(".bb-card");
    const whole = address ? `${words} ${new URL(address, location.href).href}` : words;
    copy(card ? citation(card, button) : whole, button).catch(() => {});
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
