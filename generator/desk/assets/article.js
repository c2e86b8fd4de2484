// The review of an article by keyboard: arrows move between lines, K keeps, X strikes, J joins with the line above.
"use strict";

for (const form of document.querySelectorAll("[data-article]")) {
  const rows = [...form.querySelectorAll("[data-line]")];
  const count = form.querySelector("[data-count]");
  const rights = form.elements.namedItem("rights");
  let current = rows.find((row) => row.classList.contains("dbt")) || rows[0];
  let isSent = false;

  const isOpen = (row) => row.classList.contains("dbt") && !row.querySelector("[type=radio]:checked");
  const box = (row, value) => row.querySelector(`[name^="line-"][value="${value}"]`);

  const show = () => {
    const open = rows.filter(isOpen).length;
    const struck = rows.filter((row) => box(row, "strike").checked).length;
    count.textContent = `${count.dataset.open.replace("{num}", open)} · ${count.dataset.struck.replace("{num}", struck)}`;
    for (const button of form.querySelectorAll("[data-marked]")) button.disabled = !open;
  };

  const decide = (row, value) => {
    const keep = box(row, "keep");
    if (value === "keep" && !keep) box(row, "strike").checked = false;
    else box(row, value).checked = true;
  };

  const decideMarked = (value) => {
    for (const row of rows.filter(isOpen)) decide(row, value);
    show();
  };

  const go = (row) => {
    if (!row) return;
    current = row;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  };

  form.addEventListener("focusin", (event) => { current = event.target.closest("[data-line]") || current; });
  form.addEventListener("change", show);
  for (const button of form.querySelectorAll("[data-marked]")) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      decideMarked(button.dataset.marked);
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isField(event.target)) return;
    if (event.target.closest("[type=radio]") && event.key.startsWith("Arrow")) return;
    const key = event.key.toLowerCase();
    const index = rows.indexOf(current);
    if (key === "arrowdown" || key === "arrowup") {
      if (event.target.closest("aside, [data-line]") === null && document.activeElement !== document.body) return;
      go(rows[index + (key === "arrowdown" ? 1 : -1)]);
    } else if (!singleKeys.on) return;
    else if (key === "x" || key === "k") {
      const value = key === "x" ? "strike" : "keep";
      if (event.shiftKey) decideMarked(value);
      else {
        decide(current, value);
        show();
        go(rows.slice(index + 1).find(isOpen) || rows.find(isOpen) || current);
      }
    } else if (key === "j") {
      const join = current.querySelector("[name=join]");
      if (join) join.checked = !join.checked;
    } else return;
    event.preventDefault();
  });

  // Rights and what readers see are as in the last source of the publisher that is chosen, unless they were typed.
  let areTyped = false;
  rights.addEventListener("input", () => { areTyped = true; });
  form.elements.namedItem("publisher").addEventListener("change", (event) => {
    const known = [...document.querySelectorAll("#publishers option")].find((each) => each.value === event.target.value);
    if (!known || areTyped) return;
    rights.value = known.dataset.rights;
    const choice = form.querySelector(`[name=publish][value="${known.dataset.publish}"]`);
    if (choice) choice.checked = true;
  });

  form.addEventListener("submit", () => { isSent = true; });
  window.addEventListener("beforeunload", (event) => {
    if (!isSent) event.preventDefault();
  });
  show();
}
