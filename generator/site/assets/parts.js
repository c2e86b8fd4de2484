// Leads a link to a paragraph or a passage that is in another part of a long text on to the page of this part.
function follow() {
  const name = location.hash.slice(1);
  const found = /^p(\d+)$|^at-(\d+)-/.exec(name);
  if (!found || document.getElementById(name)) {
    return;
  }
  document.querySelectorAll("[data-span]").forEach(link => {
    const [first, last, start, end] = link.dataset.span.split(" ").map(Number);
    if (found[1] ? found[1] >= first && found[1] <= last : found[2] >= start && found[2] < end) {
      location.replace(link.href.split("#")[0] + location.hash);
    }
  });
}

addEventListener("hashchange", follow);
follow();
