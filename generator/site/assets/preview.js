// Previews for pointer and keyboard: the passage of a marker in its paragraph. Escape closes the preview. If the page of the
// source cannot be loaded, the link stays a plain link.
const root = document.documentElement;
const pages = new Map();
const pop = document.createElement("div");
let anchor = null; // the link whose preview is open
let opening;
let closing;
pop.className = "bb-pop";
pop.id = "bb-preview";
pop.popover = "manual";
pop.setAttribute("role", "tooltip");
(document.querySelector(".md-typeset") || document.body).append(pop);

// Places the preview below its anchor, or above if there is more space; never over the anchor or outside the window.
function place() {
  const at = anchor.getBoundingClientRect();
  pop.style.maxHeight = "";
  const below = innerHeight - at.bottom - 14;
  const above = at.top - 14;
  const under = pop.offsetHeight <= below || below >= above;
  pop.style.maxHeight = Math.min(innerHeight * .6, Math.max(under ? below : above, 80)) + "px";
  pop.style.top = (under ? at.bottom + 6 : at.top - pop.offsetHeight - 6) + "px";
  const start = getComputedStyle(pop).direction === "rtl" ? at.right - pop.offsetWidth : at.left;
  pop.style.left = Math.max(8, Math.min(start, root.clientWidth - pop.offsetWidth - 8)) + "px";
}

function close() {
  if (anchor) {
    anchor.removeAttribute("aria-describedby");
    anchor = null;
    pop.hidePopover();
  }
}

// Closes the preview if neither the pointer (at `element`) nor the focus is on it or on its anchor.
function settle(element) {
  const focused = document.querySelector(":focus-visible");
  if (anchor && ![element, focused].some(node => node && (pop.contains(node) || anchor.contains(node)))) {
    close();
  }
}

function page(url) {
  if (!pages.has(url)) {
    pages.set(url, fetch(url).then(answer => answer.ok ? answer.text() : Promise.reject(answer.status))
      .then(text => new DOMParser().parseFromString(text, "text/html"))
      .catch(error => { pages.delete(url); throw error; })); // so that the next try loads again
  }
  return pages.get(url);
}

function element(name, text) {
  const node = document.createElement(name);
  node.textContent = text;
  return node;
}

async function passage(link) {
  const address = new URL(link.href);
  const id = decodeURIComponent(address.hash.slice(1));
  address.hash = "";
  if (!id || address.origin !== location.origin) {
    return null;
  }
  const found = await page(address.href);
  const mark = found.getElementById(id);
  const paragraph = mark && mark.closest(".bb-pp");
  if (!paragraph) {
    return null;
  }
  const about = element("p", paragraph.parentNode.dataset.about + ", " + paragraph.querySelector(".bb-pn a").textContent);
  about.className = "bb-xs";
  const stored = paragraph.querySelector("p");
  const words = element("p", "");
  words.className = "bb-said";
  words.lang = stored.closest("[lang]").lang;
  words.dir = "auto";
  stored.childNodes.forEach(node => {
    const cited = node.dataset && node.dataset.at && node.dataset.at.split(" ").includes(id);
    const piece = element(cited ? "mark" : "span", node.textContent);
    if (node.className === "bb-gap") {
      piece.className = node.className; // the words of the site, not of the source
    }
    words.append(piece);
  });
  return [about, words];
}

function peek(link) {
  if (anchor === link) {
    return;
  }
  passage(link).then(lines => {
    if (lines && link.matches(":hover, :focus-visible")) {
      close();
      pop.replaceChildren(...lines);
      anchor = link;
      pop.showPopover();
      place();
      link.setAttribute("aria-describedby", pop.id);
      pop.querySelector("mark")?.scrollIntoView({ block: "nearest" });
    }
  }, () => {});
}

// A preview stays open while the pointer is on it or on the way to it.
function schedule(event, wait) {
  const link = event.target.closest("a.bb-ev, .bb-meta a");
  clearTimeout(opening);
  clearTimeout(closing);
  closing = setTimeout(settle, wait && 200, event.target);
  if (link) {
    opening = setTimeout(peek, wait, link);
  }
}

document.addEventListener("pointerover", event => {
  if (event.pointerType !== "touch") {
    schedule(event, 250);
  }
});
document.addEventListener("focusin", event => {
  if (event.target.matches(":focus-visible")) {
    schedule(event, 0);
  }
});
document.addEventListener("keydown", event => {
  if (event.key === "Escape" && anchor) {
    event.preventDefault();
    clearTimeout(opening);
    close();
  }
});
// The preview moves with its anchor, and closes when the anchor leaves the window.
addEventListener("scroll", () => {
  if (anchor) {
    const { bottom, top } = anchor.getBoundingClientRect();
    if (bottom < 48 || top > innerHeight) {
      close();
    } else {
      place();
    }
  }
}, { passive: true });
