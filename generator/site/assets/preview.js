// Shows at once what a link leads to: the full statement of a cell, and the passage of a marker in its paragraph. Pointer
// and keyboard alike; Escape closes it. Where the source's page cannot be fetched, the link is a link.
const root = document.documentElement;
const pages = new Map();
const glance = document.createElement("div");
let open = []; // what is shown, each opened by an `anchor`; a later one by an anchor inside the one before
let opening;
let closing;
glance.className = "bb-pop";
glance.id = "bb-glance";
glance.popover = "manual";
glance.setAttribute("role", "tooltip");
(document.querySelector(".md-typeset") || document.body).append(glance);

// Below what it belongs to, or above where there is more room; never over it, never outside the window.
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

const near = ({ pop, anchor }, one) => pop.contains(one) || anchor.contains(one);

function close() {
  const { pop, anchor } = open.pop();
  anchor.removeAttribute("aria-describedby");
  if (pop.matches(":popover-open")) {
    pop.hidePopover();
  }
}

// Closes, from the last one, what neither the pointer at `one` nor the keyboard is at.
function settle(one) {
  const focused = document.querySelector(":focus-visible");
  while (open.length && !near(open[open.length - 1], one) && !(focused && near(open[open.length - 1], focused))) {
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
      .catch(fault => { pages.delete(url); throw fault; })); // the next time it may be had
  }
  return pages.get(url);
}

function line(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
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
  const about = line("p", paragraph.parentNode.dataset.about + ", " + paragraph.querySelector(".bb-pn").textContent);
  about.className = "bb-xs";
  const stored = paragraph.querySelector("p");
  const words = line("p", "");
  words.className = "bb-said";
  words.lang = stored.lang;
  words.dir = "auto";
  stored.childNodes.forEach(node => {
    const ours = node.dataset && node.dataset.at && node.dataset.at.split(" ").includes(id);
    const piece = line(ours ? "mark" : "span", node.textContent);
    if (node.className === "bb-gap") {
      piece.className = node.className; // our words, not the source's
    }
    words.append(piece);
  });
  return [about, words];
}

function peek(link) {
  if (open.some(one => one.anchor === link)) {
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
      glance.querySelector("mark").scrollIntoView({ block: "nearest" });
    }
  }, () => {});
}

// It stays while the pointer is on it or on its way there.
function at(event, wait) {
  const one = event.target;
  const link = one.closest("a.bb-ev, .bb-meta a, [data-bb-peek]");
  clearTimeout(opening);
  clearTimeout(closing);
  closing = setTimeout(settle, wait && 200, one);
  if (link) {
    opening = setTimeout(peek, wait, link);
  }
}

document.addEventListener("pointerover", event => {
  if (event.pointerType !== "touch") {
    at(event, 250);
  }
});
document.addEventListener("focusin", event => {
  if (event.target.matches(":focus-visible")) {
    at(event, 0);
  }
});
document.addEventListener("keydown", event => {
  if (event.key === "Escape" && open.length) {
    event.preventDefault();
    clearTimeout(opening);
    close();
  }
});
// It goes with what it belongs to, and out of sight with it.
addEventListener("scroll", () => {
  while (open.some(({ anchor }) => anchor.getBoundingClientRect().bottom < 48 || anchor.getBoundingClientRect().top > innerHeight)) {
    close();
  }
  open.forEach(place);
}, { passive: true });

// A popover that its own button opens stands by that button; one that is closed otherwise is forgotten.
document.addEventListener("toggle", ({ newState, target }) => {
  if (newState === "closed") {
    open = open.filter(one => one.pop !== target || target.matches(":popover-open"));
  } else if (newState === "open" && target.matches(".bb-pop") && !open.some(one => one.pop === target)) {
    place({ pop: target, anchor: document.querySelector("[popovertarget='" + target.id + "']") });
  }
}, true);
