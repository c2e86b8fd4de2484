// The search itself: asks the index, which comes in small pieces, and shows what it finds. Results are built as text, so
// that no word of a source can become an element.
const base = new URL("../../", import.meta.url);
const shown = 8;
const cards = ["quote", "reported", "assessment"];
let started = false;

/** Searches for what stands in the dialog, from now on at every change. */
export function start(dialog) {
  if (!started) {
    started = true;
    listen(dialog);
  }
  dialog.dispatchEvent(new Event("search-again"));
}

// One word, in the scripts that set words apart.
const WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{N}]{4,}$/u;

/** Marks the words that led here, without a change to the page: what it quotes stays as it is. */
export function light() {
  var address = new URL(location.href);
  var words = (address.searchParams.get("h") || "").match(/[\p{L}\p{N}]+/gu);
  if (!words) {
    return;
  }
  address.searchParams.delete("h");
  history.replaceState(null, "", address);
  if (!window.Highlight || !CSS.highlights) {
    return;
  }
  var ranges = [];
  var walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    // Letters and digits alone: no sign of a pattern is among them.
    for (var hit of walker.currentNode.textContent.matchAll(new RegExp(words.join("|"), "giu"))) {
      var range = new Range();
      range.setStart(walker.currentNode, hit.index);
      range.setEnd(walker.currentNode, hit.index + hit[0].length);
      ranges.push(range);
    }
  }
  CSS.highlights.set("bb-found", new Highlight(...ranges));
}

function listen(dialog) {
  var form = dialog.querySelector("form");
  var input = form.elements.q;
  var status = dialog.querySelector("[role=status]");
  var list = dialog.querySelector("ol");
  var more = dialog.querySelector(".bb-more");
  var index = null;
  var found = [];
  var asked = 0;
  var near = ""; // the words that were searched for

  function load() {
    if (!index) {
      index = import(new URL("pagefind/pagefind.js", base)).then(async function (engine) {
        await engine.options({ excerptLength: 24 });
        await engine.init();
        // Records in other languages than the page's have an index of their own.
        var entry = await (await fetch(new URL("pagefind/pagefind-entry.json", base))).json();
        var own = document.documentElement.lang.toLowerCase();
        var main = entry.languages[own] ? own : own.split("-")[0];
        for (var code of Object.keys(entry.languages)) {
          if (code !== main && (entry.languages[main] || code !== largest(entry.languages))) {
            await engine.mergeIndex(new URL("pagefind/", base).href, { language: code });
          }
        }
        offer(await engine.filters());
        return engine;
      });
      index.catch(function () {
        index = null;
        status.textContent = dialog.dataset.failed;
      });
    }
    return index;
  }

  // Without an index in the page's language, Pagefind begins with the largest.
  function largest(languages) {
    return Object.keys(languages).sort(function (one, other) {
      return languages[other].page_count - languages[one].page_count;
    })[0];
  }

  // Makes a button for each kind and each briefing; one alone is no choice.
  function offer(filters) {
    form.querySelectorAll("fieldset").forEach(function (set) {
      var name = set.dataset.filter;
      var held = filters[name] || {};
      var values = name === "kind" ? ["briefing", "issue", "party", ...cards, "source", "page"] : Object.keys(held).sort();
      values = values.filter(function (value) { return held[value]; });
      set.hidden = values.length < 2;
      values.forEach(function (value) {
        var label = document.createElement("label");
        var box = document.createElement("input");
        box.type = "checkbox";
        box.name = name;
        box.value = value;
        label.append(box, name === "kind" ? dialog.dataset[value] : value, document.createElement("small"));
        set.append(label);
      });
    });
  }

  function chosen() {
    var filters = {};
    ["kind", "briefing"].forEach(function (name) {
      var values = Array.from(form.querySelectorAll("[name=" + name + "]:checked"), function (box) { return box.value; });
      if (values.length) {
        filters[name] = { any: values };
      }
    });
    return filters;
  }

  async function search() {
    var turn = ++asked;
    try {
      await answer(turn);
    } catch {
      status.textContent = dialog.dataset.failed;
    } finally {
      if (turn === asked) {
        busy(false);
      }
    }
  }

  /** Asks the engine. Where no word begins with the asked one it takes words that the asked one begins with, as short as “z” for “Zelensky”: no answer. */
  async function ask(engine, words) {
    var said = await engine.search(words, { filters: chosen() });
    if (said.results.length && WORD.test(words)) {
      var marked = (await said.results[0].data()).excerpt.match(/(?<=<mark>)[^<]+/g);
      if (marked && marked.every(function (one) { return one.match(/[\p{L}\p{N}]/gu)?.length < 3; })) {
        return { results: [] };
      }
    }
    return said;
  }

  /** Puts stored texts below all else: the title of one may be the very word that is asked for. */
  async function textsLast(engine, results) {
    var texts = await engine.search(near, { filters: Object.assign(chosen(), { kind: "source" }) });
    var ids = new Set(texts.results.map(function (one) { return one.id; }));
    return results.filter(function (one) { return !ids.has(one.id); })
      .concat(results.filter(function (one) { return ids.has(one.id); }));
  }

  async function answer(turn) {
    var engine = await load();
    if (turn !== asked) {
      return;
    }
    var words = input.value.trim();
    if (!words) {
      found = [];
      list.replaceChildren();
      more.hidden = true;
      status.textContent = dialog.dataset.hint;
      return;
    }
    var said = await ask(engine, words);
    // Another ending, another spelling: the beginning may be found.
    near = words;
    while (!said.results.length && near.length > 4 && words.length - near.length < 3 && turn === asked) {
      near = near.slice(0, -1);
      said = await ask(engine, near);
    }
    if (turn !== asked) {
      return;
    }
    found = await textsLast(engine, said.results);
    if (turn !== asked) {
      return;
    }
    form.querySelectorAll("fieldset label").forEach(function (label) {
      var box = label.querySelector("input");
      var counts = (said.totalFilters || said.filters || {})[box.name] || {};
      label.querySelector("small").textContent = counts[box.value] || 0;
    });
    list.replaceChildren();
    status.textContent = found.length === 0 ? dialog.dataset.none
      : found.length === 1 ? dialog.dataset.one : dialog.dataset.many.replace("{n}", found.length);
    if (found.length && near !== words) {
      status.textContent += " · " + dialog.dataset.near.replace("{words}", near);
    }
    await show(turn);
  }

  async function show(turn) {
    var from = list.children.length;
    var parts = await Promise.all(found.slice(from, from + shown).map(function (one) { return one.data(); }));
    if (turn !== asked) {
      return;
    }
    parts.forEach(function (part) { list.append(row(part)); });
    more.hidden = list.children.length >= found.length;
  }

  function busy(yes) {
    list.setAttribute("aria-busy", yes);
  }

  function row(part) {
    var meta = part.meta;
    var link = document.createElement("a");
    var address = new URL(meta.at || "", base);
    address.searchParams.set("h", near);
    link.href = address.href;
    var kind = document.createElement("small");
    kind.className = "bb-kind";
    kind.textContent = [dialog.dataset[meta.kind], meta.kind === "briefing" ? "" : meta.briefing].filter(Boolean).join(" · ");
    var title = document.createElement("b");
    title.textContent = meta.title || "";
    if (cards.includes(meta.kind) && meta.detail) {
      title.textContent += " · " + meta.detail;
    }
    var words = document.createElement("span");
    words.className = cards.includes(meta.kind) || meta.kind === "source" ? "bb-v" : "";
    // Pagefind escapes the words and marks what was found; the marks are made anew, from text.
    new DOMParser().parseFromString(part.excerpt, "text/html").body.childNodes.forEach(function (node) {
      var piece = document.createElement(node.nodeName === "MARK" ? "mark" : "span");
      piece.textContent = node.textContent;
      words.append(piece);
    });
    link.append(kind, title, words);
    var item = document.createElement("li");
    item.append(link);
    return item;
  }

  var waiting;
  form.addEventListener("input", function () {
    clearTimeout(waiting);
    asked += 1; // what is on its way is not waited for
    busy(true);
    waiting = setTimeout(search, 120);
  });
  form.addEventListener("submit", function (event) {
    if (!event.submitter || event.submitter.value !== "close") {
      event.preventDefault();
      var first = list.querySelector("a");
      if (first && document.activeElement === input) {
        first.click();
      }
    }
  });
  more.addEventListener("click", function () {
    var next = list.children.length;
    more.disabled = true;
    show(asked).then(function () { list.children[next]?.firstChild.focus(); })
      .catch(function () { status.textContent = dialog.dataset.failed; })
      .finally(function () { more.disabled = false; });
  });
  dialog.addEventListener("click", function (event) {
    // Beside the dialog, or on a result: a link to a place on this very page loads nothing, and must be seen.
    if (event.target === dialog || event.target.closest("a")) {
      dialog.close();
    }
  });
  dialog.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      event.preventDefault(); // else the first empties the field
      dialog.close();
    }
    var places = [input].concat(Array.from(list.querySelectorAll("a")));
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    var at = places.indexOf(document.activeElement);
    if (step && at >= 0) {
      event.preventDefault();
      (places[at + step] || places[at]).focus();
    }
  });
  dialog.addEventListener("search-again", search);
}
