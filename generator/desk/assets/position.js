// The form of a position: buttons that change it without a new page, verdicts while typing, digits for stances.
"use strict";

for (const form of document.querySelectorAll("[data-position]")) {
  let before = Promise.resolve();
  let sent = false;
  let changed = false;

  // Send the form as a button would, and return the page that comes back; null if the desk did not answer.
  const ask = async (name, value) => {
    const fields = new FormData(form);
    fields.append(name, value);
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(fields) });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      return page.querySelector("[data-position]") ? page : null;
    } catch {
      return null;
    }
  };

  // One request after the other: each sends the form as the one before has left it.
  const inTurn = (work) => { before = before.then(work); };

  // Put the parts of a page with these names in place of the present ones. What is open stays open.
  const swap = (page, names) => {
    const open = [...form.querySelectorAll("details[open][id]")].map((each) => each.id);
    const focused = document.activeElement;
    const mark = focused?.id || (focused?.value && focused.name ? `${focused.name} ${focused.value}` : "");
    for (const name of names) {
      const [before, after] = [form, page].map((each) => each.querySelector(`[data-swap="${name}"]`));
      if (before && after && before.innerHTML !== after.innerHTML) before.innerHTML = after.innerHTML; // made and escaped by the desk
    }
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    prepare();
    if (document.activeElement !== focused && mark) focusAgain(mark);
  };

  const focusAgain = (mark) => {
    const same = document.getElementById(mark)
      || [...form.querySelectorAll("button")].find((each) => `${each.name} ${each.value}` === mark);
    (same || form.querySelector("#f-evidence button"))?.focus({ preventScroll: true });
  };

  const prepare = () => {
    for (const button of form.querySelectorAll("[data-fill]")) button.hidden = false;
  };

  const live = ["verdicts", "count", "preview", "suggested"];
  let waiting;
  const check = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => inTurn(async () => {
      const page = await ask("do", "check");
      if (page) swap(page, live);
    }), 350);
  };

  // An amount, or a stance on a proposition, is an answer of its own: it chooses the answer that it belongs to.
  const choose = (value) => {
    const radio = form.querySelector(`input[name="answer"][value="${value}"]`);
    if (radio) radio.checked = true;
  };
  form.addEventListener("input", (event) => {
    if (event.target.name === "amount") choose("amount");
    if (event.target.name?.startsWith("stance.")) choose("each");
    changed = true;
    check();
  });

  // Do what a button says, with what was typed while the desk worked. Without an answer, the browser sends the form and shows why.
  const press = async (button, name, value) => {
    const typed = () => new URLSearchParams(new FormData(form)).toString();
    let fields, page;
    do {
      fields = typed();
      page = await ask(name, value);
    } while (page && fields !== typed());
    if (!page) {
      if (button.isConnected) form.requestSubmit(button);
      return;
    }
    changed = true;
    swap(page, ["claims", "evidence", ...live]);
    if (value.startsWith("add ")) form.querySelector(`#f-${value.slice(4)} .claim:last-of-type textarea`)?.focus();
  };

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.fill) {
      form.elements.namedItem(button.dataset.fill).value = button.dataset.value;
      changed = true;
      check();
    } else if (button.matches("[data-take]")) {
      event.preventDefault();
      const statement = form.elements.namedItem("statement");
      statement.value = button.value;
      statement.focus();
      changed = true;
      check();
    } else if (button.matches("[data-do]")) {
      event.preventDefault();
      const { name, value } = button;
      clearTimeout(waiting);
      inTurn(() => press(button, name, value));
    }
  });
  form.addEventListener("submit", () => { sent = true; });
  window.addEventListener("beforeunload", (event) => {
    if (changed && !sent) event.preventDefault();
  });

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      form.querySelector("[data-draft]").click();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target) || !singleKeys.on) return;
    if (!/^[1-9]$/.test(event.key)) return;
    const group = event.target.closest("[data-digits]") || form.querySelector("[data-digits]");
    const radio = group.querySelectorAll("input[type=radio]")[event.key - 1];
    if (!radio) return;
    event.preventDefault();
    radio.focus();
    radio.click();
  });

  prepare();
  document.querySelector(".summary")?.focus();
}
