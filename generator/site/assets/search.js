// Asks the search index, which is loaded in small pieces, and shows the results. Results are built as text, so that no
// word of a source can become an element.
const base = new URL("../../", import.meta.url);
const shown = 8;
const cards = ["quote", "reported", "assessment"];
let started = false;

/** Searches for the words in the dialog, now and at every change. */
export function start(dialog) {
  if (!started) {
    started = true;
    listen(dialog);
  }
  dialog.dispatchEvent(new Event("search-again"));
}

// A single word, in scripts that separate words with spaces.
const WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{N}]{4,}$/u;

/** Highlights the words of the search on the page, without changing its text. */
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
    // Only letters and digits, so nothing needs to be escaped in the pattern.
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
  var turns = 0;
  var searched = ""; // the words that the results are for

  function load() {
    if (!index) {
      index = import(new URL("pagefind/pagefind.js", base)).then(async function (engine) {
        await engine.options({ excerptLength: 24 });
        await engine.init();
        // Records in other languages than the page's have their own index.
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
    return Object.keys(languages).sort(function (code, other) {
      return languages[other].page_count - languages[code].page_count;
    })[0];
  }

  // Builds a checkbox for each kind and each briefing; a single value is not offered.
  function offer(filters) {
    form.querySelectorAll("fieldset").forEach(function (set) {
      var name = set.dataset.filter;
      var counts = filters[name] || {};
      var values = name === "kind" ? ["briefing", "issue", "party", ...cards, "source", "page"] : Object.keys(counts).sort();
      values = values.filter(function (value) { return counts[value]; });
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
    var turn = ++turns;
    try {
      await answer(turn);
    } catch {
      status.textContent = dialog.dataset.failed;
    } finally {
      if (turn === turns) {
        busy(false);
      }
    }
  }

  /** Asks the engine. If no word begins with the word asked for, the engine takes words that are a beginning of it, as short as “z” for “Zelensky”: these are left out. */
  async function ask(engine, words) {
    var answers = await engine.search(words, { filters: chosen() });
    if (answers.results.length && WORD.test(words)) {
      var marked = (await answers.results[0].data()).excerpt.match(/(?<=<mark>)[^<]+/g);
      if (marked && marked.every(function (word) { return word.match(/[\p{L}\p{N}]/gu)?.length < 3; })) {
        return { results: [] };
      }
    }
    return answers;
  }

  /** Puts stored texts last, since the title of a text may equal the word asked for. */
  async function textsLast(engine, results) {
    var texts = await engine.search(searched, { filters: Object.assign(chosen(), { kind: "source" }) });
    var ids = new Set(texts.results.map(function (result) { return result.id; }));
    return results.filter(function (result) { return !ids.has(result.id); })
      .concat(results.filter(function (result) { return ids.has(result.id); }));
  }

  async function answer(turn) {
    var engine = await load();
    if (turn !== turns) {
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
    var answers = await ask(engine, words);
    // Try a shorter word: the ending or the spelling may differ.
    searched = words;
    while (!answers.results.length && searched.length > 4 && words.length - searched.length < 3 && turn === turns) {
      searched = searched.slice(0, -1);
      answers = await ask(engine, searched);
    }
    if (turn !== turns) {
      return;
    }
    found = await textsLast(engine, answers.results);
    if (turn !== turns) {
      return;
    }
    form.querySelectorAll("fieldset label").forEach(function (label) {
      var box = label.querySelector("input");
      var counts = (answers.totalFilters || answers.filters || {})[box.name] || {};
      label.querySelector("small").textContent = counts[box.value] || 0;
    });
    list.replaceChildren();
    status.textContent = found.length === 0 ? dialog.dataset.none
      : found.length === 1 ? dialog.dataset.one : dialog.dataset.many.replace("{n}", found.length);
    if (found.length && searched !== words) {
      status.textContent += " · " + dialog.dataset.near.replace("{words}", searched);
    }
    await show(turn);
  }

  async function show(turn) {
    var from = list.children.length;
    var parts = await Promise.all(found.slice(from, from + shown).map(function (result) { return result.data(); }));
    if (turn !== turns) {
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
    address.searchParams.set("h", searched);
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
    // Pagefind escapes the words and marks what it found; the marks are built again, as elements.
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
    turns += 1; // ignore the results of an earlier search
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
    show(turns).then(function () { list.children[next]?.firstChild.focus(); })
      .catch(function () { status.textContent = dialog.dataset.failed; })
      .finally(function () { more.disabled = false; });
  });
  dialog.addEventListener("click", function (event) {
    // A click beside the dialog or on a result closes it: a link to this page loads nothing.
    if (event.target === dialog || event.target.closest("a")) {
      dialog.close();
    }
  });
  dialog.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      event.preventDefault(); // otherwise the first Escape only empties the field
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
