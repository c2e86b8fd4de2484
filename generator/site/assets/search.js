// Asks the search index, which is loaded in small pieces, and shows the results. Results are built as text, so that no
// word of a source can become an element.
const { open } = await import(new URL("search-index.js", import.meta.url));
const base = new URL("../../", import.meta.url);
const shown = 8;
const around = 90; // characters of a text before the words that were found
const longest = 260; // characters of a text in a result
const pause = 300; // milliseconds without typing before words are corrected
const cards = ["quote", "reported", "assessment"];
const sourced = ["stance", "source"].concat(cards); // the words of a source
let started = false;

/** Searches for the words in the dialog, now and at every change. `messages` is what the search says; `first` is the answer to the first
    request for the list of files. */
export function start(dialog, messages, first) {
  if (!started) {
    started = true;
    listen(dialog, messages, first);
  }
  dialog.dispatchEvent(new Event("search-again"));
}

function listen(dialog, messages, first) {
  var form = dialog.querySelector("form");
  var input = form.elements.q;
  var status = dialog.querySelector("[role=status]");
  var list = dialog.querySelector("ol");
  var more = dialog.querySelector(".bb-more");
  var index = null;
  var result = null;
  var turns = 0;

  function load() {
    if (!index) {
      index = open(new URL("search-index/", base), first).then(function (opened) {
        offer(opened);
        return opened;
      });
      index.catch(function () { index = first = undefined; });
    }
    return index;
  }

  // Builds a checkbox for each kind and each briefing; a single value is not offered.
  function offer(opened) {
    form.querySelectorAll("fieldset").forEach(function (set) {
      var name = set.dataset.filter;
      var values = name === "kind" ? opened.kinds : opened.briefings;
      set.hidden = values.length < 2;
      values.forEach(function (value) {
        var label = document.createElement("label");
        var box = document.createElement("input");
        box.type = "checkbox";
        box.name = name;
        box.value = value;
        label.append(box, name === "kind" ? messages[value] : value, document.createElement("small"));
        set.append(label);
      });
    });
  }

  function chosen(name) {
    return Array.from(form.querySelectorAll("[name=" + name + "]:checked"), function (box) { return box.value; });
  }

  async function search() {
    var turn = ++turns;
    busy(true);
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

  async function answer(turn) {
    var opened = await load();
    var words = input.value.trim();
    if (turn !== turns) {
      return;
    }
    if (!words) {
      result = null;
      list.replaceChildren();
      more.hidden = true;
      status.textContent = dialog.dataset.hint;
      return;
    }
    var filters = { kind: chosen("kind"), briefing: chosen("briefing") };
    var answers = await opened.search(words, filters, false);
    if (!answers.total) {
      // Perhaps the reader is still typing.
      await new Promise(function (ready) { setTimeout(ready, pause); });
      answers = turn === turns && await opened.search(words, filters, true);
    }
    if (turn !== turns) {
      return;
    }
    result = answers;
    form.querySelectorAll("fieldset label").forEach(function (label) {
      var box = label.querySelector("input");
      var count = result.counts[box.name][box.value] || 0;
      label.querySelector("small").textContent = count;
      label.hidden = !count && !box.checked;
    });
    list.replaceChildren();
    await show(turn);
    if (turn === turns) {
      status.textContent = summary(words);
    }
  }

  /** Says how many results there are, and for which words if they are not the ones asked for. */
  function summary(words) {
    var count = result.ids.length;
    if (!count) {
      return messages.none.replace("{words}", words);
    }
    var number = count === 1 && !result.more ? messages.one : messages[result.more ? "least" : "many"].replace("{n}", count);
    if (result.corrected) {
      number = messages.near.replace("{words}", words).replace("{other}", result.corrected) + " " + number;
    }
    return result.some ? messages.some + " " + number : number;
  }

  async function show(turn) {
    var opened = await load();
    var from = list.children.length;
    var asked = result;
    var parts = asked.ids.slice(from, from + shown).map(function (id) { return opened.record(id, asked.asked); });
    for (var part of parts) { // the first ones are shown while the last ones are fetched
      part = await part;
      if (turn !== turns) {
        return;
      }
      list.append(row(part));
    }
    more.hidden = list.children.length >= asked.ids.length;
  }

  function busy(yes) {
    list.setAttribute("aria-busy", yes);
  }

  function row(part) {
    var link = document.createElement("a");
    var address = new URL(part.at, base);
    address.searchParams.set("h", result.corrected || input.value.trim());
    link.href = address.href;
    var kind = document.createElement("small");
    kind.className = "bb-kind";
    kind.textContent = [messages[part.kind], part.kind === "briefing" ? "" : part.briefing].filter(Boolean).join(" · ");
    var title = document.createElement("b");
    mark(title, part.title, part.inTitle, 0, part.title.length);
    title.append(cards.includes(part.kind) && part.title !== part.page ? " · " + part.page : part.basis ? " · " + part.basis : "");
    link.append(kind, title);
    if (part.proposition) {
      var proposition = document.createElement("small");
      var name = messages.proposition.split("{text}");
      proposition.append(name[0]);
      mark(proposition, part.proposition, part.inProposition, 0, part.proposition.length);
      proposition.append(name[1]);
      link.append(proposition);
    }
    link.append(words(part));
    var item = document.createElement("li");
    item.append(link);
    return item;
  }

  /** Returns the words that were found, which are marked, in the line of the text that has most of them. */
  function words(part) {
    var box = document.createElement("span");
    box.className = sourced.includes(part.kind) ? "bb-v" : "";
    box.lang = part.language;
    box.dir = "auto";
    var line = best(part);
    var from = line.from;
    var to = line.to;
    if (line.first - from > around && to - from > longest) {
      from = part.text.indexOf(" ", line.first - around) + 1;
      from = from > line.from && from <= line.first ? from : line.first - around;
    }
    if (to - from > longest) {
      to = part.text.lastIndexOf(" ", from + longest);
      to = to > from + longest / 2 ? to : from + longest;
    }
    box.append(from > line.from ? "… " : "");
    mark(box, part.text, part.places, from, to);
    box.append(to < line.to ? " …" : "");
    return box;
  }

  /** Adds a part of a text to the box, with the words that were found marked. */
  function mark(box, text, places, from, to) {
    var at = from;
    places.forEach(function (place) {
      if (place.start >= at && place.end <= to) {
        var found = document.createElement("mark");
        found.textContent = text.slice(place.start, place.end);
        box.append(text.slice(at, place.start), found);
        at = place.end;
      }
    });
    box.append(text.slice(at, to));
  }

  /** Returns the line with most of the words asked for, and where these begin. */
  function best(part) {
    var found = null;
    var from = 0;
    part.text.split("\n").forEach(function (text) {
      var to = from + text.length;
      part.places.forEach(function (place) {
        if (place.start >= from && place.end <= to) {
          var near = part.places.filter(function (other) {
            return other.start >= place.start && other.end <= Math.min(to, place.start + longest - around);
          });
          // Words as they were typed count more than their other forms.
          var value = 1000 * new Set(near.map(function (other) { return other.group; })).size
            + near.filter(function (other) { return other.exact; }).length;
          if (!found || value > found.value) {
            found = { value: value, from: from, to: to, first: place.start };
          }
        }
      });
      from = to + 1;
    });
    return found || { from: 0, to: (part.text + "\n").indexOf("\n"), first: 0 };
  }

  var waiting;
  form.addEventListener("input", function () {
    clearTimeout(waiting);
    turns += 1; // ignore the results of an earlier search
    busy(true);
    load().then(function (opened) { return opened.prepare(input.value); }).catch(function () {}); // the search itself says what fails
    waiting = setTimeout(search, 60);
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
