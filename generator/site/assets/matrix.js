// Filters and orders the matrix. The state stands in the address, so that a view can be linked; the table is complete
// without it.
document.querySelectorAll("[data-bb-matrix]").forEach(form => {
  const table = document.getElementById(form.dataset.bbMatrix);
  const body = table.tBodies[0];
  const declared = [...body.rows];
  const dress = table.className;
  const fields = form.elements;
  const fold = form.querySelector(".bb-fold");
  const names = ["issue", "party", "stance", "result", "order"];
  const codes = [...fields.stance.options].map(option => option.value);
  const asked = new URLSearchParams(location.search);
  let back = false;

  const title = row => row.querySelector("th a").textContent;
  const cell = (row, party) => row.querySelector("td[data-party='" + party + "']") || row.querySelector(".bb-nobody");
  const held = one => one.dataset.code.split(" ");

  function fits(row) {
    const [issue, party, stance, result] = names.map(name => fields[name].value);
    const cells = party ? [cell(row, party)] : [...row.querySelectorAll("td")];
    return title(row).toLowerCase().includes(issue.trim().toLowerCase()) &&
      (!stance || cells.some(one => held(one).includes(stance))) &&
      (!result || row.querySelector("[data-result='" + result + "']"));
  }

  // Stances stand in the order of the scale, the first of several counts; what is not on it comes last both ways.
  function rank(row, party) {
    const places = held(cell(row, party)).map(code => codes.indexOf(code)).filter(at => at > 0 && at <= form.dataset.levels);
    return places.length ? (back ? -1 : 1) * Math.min(...places) : codes.length;
  }

  function compare(one, other) {
    const order = fields.order.value;
    const way = back ? -1 : 1;
    if (order === "issue") {
      return way * title(one).localeCompare(title(other), document.documentElement.lang);
    }
    return order === "result" ? way * (one.dataset.rank - other.dataset.rank) : order ? rank(one, order.slice(6)) - rank(other, order.slice(6)) : 0;
  }

  function apply() {
    const party = fields.party.value;
    const order = fields.order.value;
    let shown = 0;
    body.append(...[...declared].sort(compare));
    declared.forEach(row => {
      row.hidden = !fits(row);
      shown += !row.hidden;
    });
    table.className = party ? "bb-mx" : dress;
    table.querySelectorAll("[data-party]").forEach(one => { one.hidden = party && one.dataset.party !== party; });
    table.querySelectorAll(".bb-nobody").forEach(one => { one.colSpan = party ? 1 : fields.party.length - 1; });
    table.querySelectorAll("thead th").forEach(head => head.removeAttribute("aria-sort"));
    table.querySelectorAll(".bb-sort").forEach(button => {
      button.ariaPressed = button.dataset.order === order;
      if (button.dataset.order === order) {
        button.parentNode.ariaSort = back ? "descending" : "ascending";
      }
    });
    form.querySelector("output").textContent = form.dataset.count.replace("{shown}", shown).replace("{all}", declared.length);
    const address = new URL(location.href);
    names.forEach(name => {
      address.searchParams.delete(name);
      if (fields[name].value) {
        address.searchParams.set(name, (name === "order" && back ? "-" : "") + fields[name].value);
      }
    });
    history.replaceState(null, "", address);
  }

  // A head orders by its column; once more, the other way round; once more, as declared.
  table.querySelectorAll("th[data-order]").forEach(head => head.replaceChildren(...head.dataset.order.split(" ").map(order => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "bb-sort";
    button.dataset.order = order;
    button.textContent = (fields[order] ? fields[order].labels[0].firstChild : head).textContent.trim();
    button.addEventListener("click", () => {
      const same = fields.order.value === order;
      fields.order.value = same && back ? "" : order;
      back = same && !back;
      apply();
    });
    return button;
  })));

  names.forEach(name => {
    fields[name].value = (asked.get(name) || "").replace(/^-/, "");
    if (fields[name].selectedIndex < 0) {
      fields[name].value = "";
    }
  });
  back = (asked.get("order") || "")[0] === "-" && fields.order.value !== "";
  fold.ariaExpanded = names.some(name => asked.has(name));
  fold.addEventListener("click", () => { fold.ariaExpanded = fold.ariaExpanded !== "true"; });
  form.addEventListener("input", event => {
    back = back && event.target !== fields.order;
    apply();
  });
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { back = false; apply(); }));
  if (names.some(name => asked.has(name))) {
    apply();
  }
});
