// The frame of a page: its colours, and the section in view in its contents.
(() => {
  "use strict";

  // The reader's choice, kept in this browser, or the colours of the system.
  const button = document.querySelector("[data-bb-dark]");
  const system = matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  try {
    chosen = localStorage.getItem("bb-scheme");
  } catch {
    // A browser that stores nothing asks again on the next page.
  }

  function paint() {
    const scheme = chosen || (system.matches ? "slate" : "default");
    document.body.dataset.mdColorScheme = scheme;
    button.setAttribute("aria-pressed", scheme === "slate");
  }

  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => {
      chosen = document.body.dataset.mdColorScheme === "slate" ? "default" : "slate";
      try {
        localStorage.setItem("bb-scheme", chosen);
      } catch {
        // The choice holds for this page.
      }
      paint();
    });
    system.addEventListener("change", paint);
    paint();
  }

  // The last section whose heading is in the upper part of the window; at the end of a page, the one that was clicked.
  const links = [...document.querySelectorAll(".bb-toc a[href^='#']")];
  const sections = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let waiting = false;

  function follow() {
    waiting = false;
    const tops = sections.map(section => section ? section.getBoundingClientRect().top : Infinity);
    const clicked = links.findIndex(link => link.hash === location.hash);
    const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    let current = tops.findLastIndex(top => top < innerHeight / 4);
    if (isAtEnd && clicked > current && tops[clicked] < innerHeight) {
      current = clicked;
    }
    links.forEach((link, nth) => link.classList.toggle("bb-here", nth === current));
    const list = current >= 0 && links[current].closest(".md-sidebar__scrollwrap");
    if (list) {
      const [box, area] = [links[current].getBoundingClientRect(), list.getBoundingClientRect()];
      list.scrollTop += Math.min(0, box.top - area.top) + Math.max(0, box.bottom - area.bottom);
    }
  }

  function later() {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(follow);
    }
  }

  if (links.length) {
    ["scroll", "resize", "hashchange"].forEach(name => addEventListener(name, later, { passive: true }));
    later();
  }
})();
