// Shows at once what a link leads to: the full statement of a cell, and the passage of a marker in its paragraph. Pointer
// and keyboard alike; Escape closes it. Where the source's page cannot be fetched, the link is a link.
(function () {
  "use strict";

  if (!HTMLElement.prototype.showPopover) {
    return;
  }
  // Where there is a pointer, the stance itself opens its statement; elsewhere a button does.
  document.documentElement.classList.add("bb-live");
  var pages = new Map();
  var glance = document.createElement("div");
  var open = null;
  var timer;
  glance.className = "bb-pop";
  glance.popover = "manual";
  glance.setAttribute("role", "tooltip");
  glance.id = "__glance";
  (document.querySelector(".md-typeset") || document.body).append(glance);

  // Below what it belongs to, above where there is no room; never over it, never outside the window.
  function place(pop, anchor) {
    var at = anchor.getBoundingClientRect();
    pop.dataset.placed = "";
    var height = pop.offsetHeight;
    var below = at.bottom + 6 + height < innerHeight || at.top < height + 12;
    pop.style.top = (below ? at.bottom + 6 : at.top - height - 6) + "px";
    pop.style.left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - pop.offsetWidth - 8)) + "px";
  }

  function show(pop, anchor) {
    hide();
    pop.showPopover();
    place(pop, anchor);
    open = { pop: pop, anchor: anchor };
  }

  function hide() {
    clearTimeout(timer);
    if (open && open.pop.matches(":popover-open")) {
      open.pop.hidePopover();
    }
    open = null;
  }

  function page(url) {
    if (!pages.has(url)) {
      pages.set(url, fetch(url).then(function (answer) {
        return answer.ok ? answer.text() : Promise.reject(new Error(answer.status));
      }).then(function (text) {
        return new DOMParser().parseFromString(text, "text/html");
      }));
    }
    return pages.get(url);
  }

  async function passage(link) {
    var address = new URL(link.href);
    var id = decodeURIComponent(address.hash.slice(1));
    address.hash = "";
    var found = await page(address.href);
    var mark = found.getElementById(id);
    var paragraph = mark && mark.closest(".bb-pp");
    if (!paragraph) {
      return false;
    }
    var title = document.createElement("p");
    title.className = "bb-xs";
    title.textContent = found.querySelector("h1").firstChild.textContent.trim() + " " + paragraph.querySelector(".bb-pn").textContent;
    var words = document.createElement("p");
    var source = paragraph.querySelector(":scope > p");
    words.className = "bb-was-said";
    words.lang = source.lang;
    source.childNodes.forEach(function (node) {
      var ours = node.dataset && node.dataset.at && node.dataset.at.split(" ").includes(id);
      var piece = document.createElement(ours ? "mark" : "span");
      piece.textContent = node.textContent;
      words.append(piece);
    });
    glance.replaceChildren(title, words);
    return true;
  }

  function target(event) {
    return event.target.closest && event.target.closest("a.bb-ev, .bb-meta a, [data-bb-peek]");
  }

  function start(event) {
    var link = target(event);
    if (!link || event.pointerType === "touch" || (open && open.anchor === link)) {
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(function () {
      if (link.dataset.bbPeek) {
        show(document.getElementById(link.dataset.bbPeek), link);
      } else {
        passage(link).then(function (there) {
          if (there && (link.matches(":hover") || document.activeElement === link)) {
            show(glance, link);
          }
        }, function () {});
      }
    }, event.type === "focusin" ? 0 : 250);
  }

  // It stays while the pointer is on it or on its way there.
  function stop(event) {
    var there = event.relatedTarget;
    if (open && there && there.nodeType === 1 && (open.pop.contains(there) || open.anchor.contains(there))) {
      return;
    }
    clearTimeout(timer);
    if (open) {
      timer = setTimeout(hide, event.type === "focusout" ? 0 : 200);
    }
  }

  document.addEventListener("pointerover", function (event) {
    if (open && open.pop.contains(event.target)) {
      clearTimeout(timer);
    }
    start(event);
  });
  document.addEventListener("pointerout", function (event) {
    if (target(event) || (open && open.pop.contains(event.target))) {
      stop(event);
    }
  });
  document.addEventListener("focusin", function (event) {
    if (event.target.matches(":focus-visible")) {
      start(event);
    }
  });
  document.addEventListener("focusout", stop);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      hide();
    }
  });
  addEventListener("scroll", hide, { passive: true });

  // A popover that its own button opens stands by that button too.
  document.addEventListener("toggle", function (event) {
    if (event.newState === "open" && event.target.matches(".bb-pop") && !(open && open.pop === event.target)) {
      var button = document.querySelector("[popovertarget='" + event.target.id + "']");
      if (button) {
        place(event.target, button);
      }
    }
  }, true);
})();
