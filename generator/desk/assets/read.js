// Read and pick: words that are selected by mouse or keyboard become parts of the selection; the server says what they are.
"use strict";

for (const root of document.querySelectorAll("[data-read]")) {
  const text = root.querySelector("[data-text]");
  const panel = root.querySelector("#panel");
  const { paragraphs, paragraphOf, paragraphAt, placeOf, wordsOf, rangesOf, wordsIn, neighbour, letter } = textPlaces(text);
  const nextQuotation = quotationKeys(root, text, placeOf);

  const meet = (one, two) => one[0] < two[1] && two[0] < one[1];

  // The selection: its parts are those that the server answered with last, until the editor changes them.

  const readParts = () => {
    const spans = panel.querySelector("[data-spans]").dataset.spans;
    return spans ? spans.split(",").map((span) => span.split("-").map(Number)) : [];
  };
  let parts = readParts();
  const history = [];

  const paint = () => {
    for (const old of text.querySelectorAll(".sel")) old.classList.remove("sel");
    highlight("desk-part", parts.flatMap(rangesOf));
  };

  const swap = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const focused = document.activeElement;
    const name = panel.contains(focused) && focused.name;
    for (const block of page.querySelectorAll("[data-swap]")) {
      const own = panel.querySelector(`[data-swap=${block.dataset.swap}]`);
      if (own.innerHTML === block.innerHTML) continue;
      own.replaceChildren(...block.childNodes);
      Object.assign(own.dataset, block.dataset);
    }
    if (!name || document.contains(focused)) return;
    const same = [...panel.elements].filter((each) => each.name === name);
    (same.find((each) => each.value === focused.value) || same[0])?.focus({ preventScroll: true });
  };

  // A press of a button while the panel is still that of an earlier selection waits for the answer.
  let asked = 0;
  let isBusy = false;
  let pressed = false;
  panel.addEventListener("click", (event) => {
    if (!isBusy || !event.target.closest("[data-enter]")) return;
    event.preventDefault();
    pressed = true;
  });

  const ask = async (fields, focus) => {
    const number = ++asked;
    isBusy = true;
    let answer, html;
    try {
      answer = await fetch(root.dataset.select, {
        method: "POST", body: fields, headers: { "X-Desk-Token": root.dataset.token },
      });
      html = await answer.text();
    } catch {
      answer = null;
    }
    if (number !== asked) return; // the editor selected something else meanwhile
    isBusy = false;
    const isPressed = pressed;
    pressed = false;
    if (!answer || (!answer.ok && answer.status !== 409)) {
      panel.querySelector("[data-swap=verdicts]").textContent = root.dataset.failed;
      return;
    }
    swap(html);
    const words = panel.querySelector("[data-swap=words]").dataset;
    if (readParts().length && words.part !== root.dataset.part) {
      location.assign(words.url);
      return;
    }
    parts = readParts();
    paint();
    window.history.replaceState(null, "", words.url);
    if (focus) panel.querySelector("#selection").focus({ preventScroll: true });
    if (isPressed) panel.querySelector("[data-enter]")?.click();
  };

  const fieldsOf = (spans, isNew) => {
    const fields = new URLSearchParams(new FormData(panel));
    for (const name of ["token", "seen", "spans", "words"]) fields.delete(name);
    if (isNew) for (const name of [...fields.keys()]) if (name !== "briefing") fields.delete(name);
    if (spans.length) fields.set("spans", spans.map((span) => span.join("-")).join(","));
    for (const span of spans) fields.append("words", wordsOf(span));
    return fields;
  };

  let waiting;
  const choose = (next, { isNew = !parts.length, delay = 0 } = {}) => {
    const fields = fieldsOf(next, isNew);
    parts = next;
    isBusy = true;
    paint();
    clearTimeout(waiting);
    waiting = setTimeout(() => ask(fields), delay);
  };

  const remember = () => history.push(parts);
  const withPart = (base, part) => [...base.filter((each) => !meet(each, part)), part].sort((one, two) => one[0] - two[0]);

  const takeBack = () => {
    endDraft();
    const before = history.length ? history.pop() : parts.slice(0, -1);
    choose(before, { isNew: !before.length });
  };

  const endDraft = () => {
    draft = null;
    highlight("desk-cursor", []);
  };

  const applyLink = (link) => {
    remember();
    endDraft();
    clearTimeout(waiting);
    ask(new URLSearchParams(new URL(link.href).search), true);
  };

  // By mouse or touch.

  let draft = null; // of the keyboard: the parts before it, and the places where it began and where it ends

  const takeNative = () => {
    const selection = getSelection();
    if (draft || !selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(text)) return;
    const from = text.contains(range.startContainer) ? placeOf(range.startContainer, range.startOffset) : paragraphs[0].start;
    const to = text.contains(range.endContainer) ? placeOf(range.endContainer, range.endOffset) : paragraphs.at(-1).end;
    if (from >= to || !wordsOf([from, to]).trim()) return;
    remember();
    choose(withPart(parts, [from, to]));
    selection.removeAllRanges();
  };
  let isDown = false;
  text.addEventListener("pointerdown", () => { isDown = true; endDraft(); });
  document.addEventListener("pointerup", (event) => {
    if (!isDown || event.button) return;
    isDown = false;
    const quotation = event.target.closest?.("[data-of]");
    setTimeout(() => { // the browser has then removed a selection that the click ended
      if (getSelection().isCollapsed) {
        if (quotation) applyLink(root.querySelector(`[data-quotation="${quotation.dataset.of}"]`));
      } else takeNative();
    });
  });
  document.addEventListener("pointercancel", () => { isDown = false; });
  // Handles on a touch screen change a selection without the pointer on the text.
  let settling;
  document.addEventListener("selectionchange", () => {
    clearTimeout(settling);
    if (!isDown && matchMedia("(pointer: coarse)").matches) settling = setTimeout(takeNative, 900);
  });

  // By keyboard: one paragraph is a stop of the Tab key; arrows move from word to word, and Shift extends.

  let current = paragraphs[0];
  let cursor = null; // the word at the cursor, as places

  const stop = (own) => {
    current.element.tabIndex = -1;
    current = own;
    current.element.tabIndex = 0;
  };
  for (const each of paragraphs) each.element.tabIndex = -1;
  current.element.tabIndex = 0;

  const showCursor = (span) => {
    const own = paragraphAt(span[0]);
    if (own !== current || document.activeElement !== own.element) {
      stop(own);
      own.element.focus({ preventScroll: true });
    }
    const [range] = rangesOf(span);
    highlight("desk-cursor", [range]);
    const box = range.getBoundingClientRect();
    if (box.top < 90 || box.bottom > innerHeight - 20) own.element.scrollIntoView({ block: "center" });
  };

  // The first press takes the word at the cursor; the next ones move the end of the part by words, or by letters with Alt.
  const extend = (event, by) => {
    const isFirst = !draft;
    if (isFirst) {
      remember();
      draft = { base: parts, from: cursor, to: cursor, part: [...cursor], isNew: !parts.length };
    }
    if (event.altKey) {
      const end = draft.to[0] < draft.from[0] ? 0 : 1;
      const part = draft.part.with(end, letter(draft.part[end], by));
      if (part[0] < part[1]) draft.part = part;
    } else {
      if (event.key === "Home") draft.to = wordsIn(current)[0];
      else if (event.key === "End") draft.to = wordsIn(current).at(-1);
      else if (!isFirst) draft.to = neighbour(draft.to, by);
      draft.part = [Math.min(draft.from[0], draft.to[0]), Math.max(draft.from[1], draft.to[1])];
      if (event.key === "End") draft.part[1] = current.end; // with the marks after the last word
    }
    cursor = draft.to;
    showCursor(cursor);
    choose(withPart(draft.base, draft.part), { isNew: draft.isNew, delay: 150 });
  };

  text.addEventListener("focusin", (event) => {
    const own = paragraphOf(event.target);
    if (own && own !== current) stop(own);
    if (own && (!cursor || cursor[0] < own.start || cursor[0] >= own.end)) cursor = wordsIn(own)[0];
  });
  text.addEventListener("keydown", (event) => {
    if (!paragraphOf(event.target) || event.ctrlKey || event.metaKey || event.isComposing) return;
    const isRtl = getComputedStyle(current.element).direction === "rtl";
    const by = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key];
    if (event.shiftKey && (by || event.key === "End" || event.key === "Home")) {
      event.preventDefault();
      extend(event, by || 1);
      return;
    }
    let next = null;
    if (by && !event.altKey) next = neighbour(cursor, by);
    else if (event.key === "Home" || event.key === "End") next = wordsIn(current).at(event.key === "Home" ? 0 : -1);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const other = paragraphs[paragraphs.indexOf(current) + (event.key === "ArrowDown" ? 1 : -1)];
      next = other ? wordsIn(other)[0] : cursor;
    } else return;
    event.preventDefault();
    draft = null;
    cursor = next;
    showCursor(cursor);
  });

  // The panel, the list of quotations, and the find form.

  document.addEventListener("change", (event) => {
    if (event.target.form !== panel) return;
    if (event.target.name === "goes" && !event.target.value) return;
    ask(fieldsOf(parts, false));
  });
  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-apply], [data-quotation], [data-take-back]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if ("takeBack" in link.dataset) takeBack();
    else applyLink(link);
  });
  const find = root.querySelector("[data-find]");
  find.addEventListener("submit", (event) => {
    event.preventDefault();
    remember();
    endDraft();
    ask(new URLSearchParams(new FormData(find)), true);
  });

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      if (event.target.closest("[data-find]")) current.element.focus();
      else if (!isField(event.target) && (parts.length || history.length)) takeBack();
    } else if (isField(event.target)) {
      return;
    } else if (event.key.toLowerCase() === "n" && singleKeys.on) {
      event.preventDefault();
      nextQuotation(event.shiftKey ? -1 : 1);
    } else if (event.key === "Enter" && !event.target.closest("a, button, summary, select")) {
      event.preventDefault(); // on a choice, Enter would send the form
      const button = panel.querySelector("[data-enter]");
      if (button) button.click();
      else if (isBusy) pressed = true;
    }
  });
  paint();
}
