// The table by keyboard: arrows move, Enter opens, Space marks an empty cell. Only one cell is a stop of the Tab key.
"use strict";

for (const table of document.querySelectorAll("[data-table]")) {
  const form = table.closest("form");
  const rows = [...table.tBodies[0].rows].map((row) =>
    [...row.cells].map((cell) => cell.querySelector("[data-cell]")).filter(Boolean)).filter((row) => row.length);
  let current = rows[0]?.[0];

  const place = (cell) => {
    for (const [y, row] of rows.entries()) {
      const x = row.indexOf(cell);
      if (x >= 0) return [x, y];
    }
    return [0, 0];
  };

  const choose = (cell) => {
    if (!cell) return;
    if (current) current.tabIndex = -1;
    current = cell;
    current.tabIndex = 0;
  };

  for (const cell of rows.flat()) cell.tabIndex = -1;
  choose(current);
  table.addEventListener("focusin", (event) => {
    const cell = event.target.closest("[data-cell]");
    if (cell) choose(cell);
  });

  const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  table.addEventListener("keydown", (event) => {
    const cell = event.target.closest("[data-cell]");
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    const [x, y] = place(cell);
    let next;
    if (event.key in moves) next = rows[y + moves[event.key][1]]?.[x + moves[event.key][0]];
    else if (event.key === "Home") next = rows[y][0];
    else if (event.key === "End") next = rows[y].at(-1);
    else if (event.key === "Enter" && cell.type === "checkbox") {
      event.preventDefault(); // it would send the form
      cell.closest("td").querySelector("[data-opens]")?.click();
      return;
    } else return;
    event.preventDefault();
    if (!next) return;
    choose(next);
    next.focus({ preventScroll: true });
    next.closest("td").scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  const boxes = [...table.querySelectorAll("input[type=checkbox]")];
  const words = form.querySelector("[data-marked]");
  const button = form.querySelector("[data-save]");
  if (!words) continue;
  const before = words.textContent;
  words.setAttribute("aria-live", "polite");
  const count = () => {
    const number = boxes.filter((box) => box.checked).length;
    button.disabled = !number;
    words.closest(".fill").classList.toggle("some", number > 0);
    words.textContent = !number ? before : number === 1 ? words.dataset.one : words.dataset.many.replace("{num}", number);
  };
  form.addEventListener("change", count);
  const all = form.querySelector("[data-mark-all]");
  all.hidden = boxes.length < 2;
  all.addEventListener("click", () => {
    for (const box of boxes) box.checked = !box.closest(".faint");
    count();
  });
  count();
}
