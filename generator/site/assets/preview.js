// Previews for pointer and keyboard: the statement of a matrix cell, and the passage of a marker in its paragraph.
// Escape closes a preview. If the page of the source cannot be loaded, the link stays a plain link.
const root = document.documentElement;
const pages = new Map();
const glance = document.createElement("div");
let open = []; // open previews with their anchors; the anchor of a later preview is inside the one before
let opening;
let closing;
glance.className = "bb-pop";
glance.id = "bb-glance";
glance.popover = "manual";
glance.setAttribute("role", "tooltip");
(document.querySelector(".md-typeset") || document.body).append(glance);

// Places a preview below its anchor, or above if there is more space; never over the anchor or outside the window.
function place({ pop, anchor }) {
  const at = anchor.getBoundingClientRect();
  pop.dataset.placed = "";
  pop.style.maxHeight = "";
  const below = innerHeight - at.bottom - 14;
  const above = at.top - 14;
  const under = pop.offsetHeight <= below || below >= above;
  pop.style.maxHeight = Math.min(innerHeight * .6, Math.max(under ? below : above, 80)) + "px";
  pop.style.top = (under ? at.bottom + 6 : at.top - pop.offsetHeight - 6) + "px";
  const start = getComputedStyle(pop).direction === "rtl" ? at.right - pop.offsetWidth : at.left;
  pop.style.left = Math.max(8, Math.min(start, root.clientWidth - pop.offsetWidth - 8)) + "px";
}

const contains = ({ pop, anchor }, element) => pop.contains(element) || anchor.contains(element);

function close() {
  const { pop, anchor } = open.pop();
  anchor.removeAttribute("aria-describedby");
  if (pop.matches(":popover-open")) {
    pop.hidePopover();
  }
}

// Closes previews, the last first, that have neither the pointer (at `element`) nor the focus.
function settle(element) {
  const focused = document.querySelector(":focus-visible");
  while (open.length && !contains(open[open.length - 1], element) && !(focused && contains(open[open.length - 1], focused))) {
    close();
  }
}

function show(pop, anchor) {
  while (open.length && !open[open.length - 1].pop.contains(anchor)) {
    close();
  }
  open.push({ pop, anchor });
  pop.showPopover();
  place({ pop, anchor });
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
  words.lang = stored.lang;
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
  if (open.some(({ anchor }) => anchor === link)) {
    return;
  }
  if (link.dataset.bbPeek) {
    show(document.getElementById(link.dataset.bbPeek), link);
    return;
  }
  passage(link).then(lines => {
    if (lines && link.matches(":hover, :focus-visible")) {
      glance.replaceChildren(...lines);
      show(glance, link);
      link.setAttribute("aria-describedby", glance.id);
      glance.querySelector("mark")?.scrollIntoView({ block: "nearest" });
    }
  }, () => {});
}

// A preview stays open while the pointer is on it or on the way to it.
function schedule(event, wait) {
  const link = event.target.closest("a.bb-ev, .bb-meta a, [data-bb-peek]");
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
  if (event.key === "Escape" && open.length) {
    event.preventDefault();
    clearTimeout(opening);
    close();
  }
});
// A preview moves with its anchor, and closes when the anchor leaves the window.
addEventListener("scroll", () => {
  while (open.some(({ anchor }) => anchor.getBoundingClientRect().bottom < 48 || anchor.getBoundingClientRect().top > innerHeight)) {
    close();
  }
  open.forEach(place);
}, { passive: true });

// Places a popover that its own button opened, and forgets previews that were closed in another way.
document.addEventListener("toggle", ({ newState, target }) => {
  if (newState === "closed") {
    open = open.filter(({ pop }) => pop !== target || target.matches(":popover-open"));
  } else if (newState === "open" && target.matches(".bb-pop") && !open.some(({ pop }) => pop === target)) {
    place({ pop: target, anchor: document.querySelector("[popovertarget='" + target.id + "']") });
  }
}, true);
