// Filters and sorts the matrix. The state is in the URL, so that readers can link to a view. Without this script the
// table is complete. Only cells with the attribute `data-code` hold stances; other columns take no part.
document.querySelectorAll("[data-bb-matrix]").forEach(form => {
  const table = document.getElementById(form.dataset.bbMatrix);
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const classes = table.className;
  const fields = form.elements;
  const fold = form.querySelector(".bb-fold");
  const names = ["issue", "party", "stance", "result", "order"];
  const codes = [...fields.stance.options].map(option => option.value);
  const query = new URLSearchParams(location.search);
  let reverse = false;

  const title = row => row.querySelector("th a").textContent;
  const cell = (row, party) => row.querySelector("td[data-party='" + party + "'], .bb-nobody");
  const sign = () => reverse ? -1 : 1;
  const stances = td => td.dataset.code.split(" ");

  function fits(row) {
    const [issue, party, stance, result] = names.map(name => fields[name].value);
    const cells = party ? [cell(row, party)] : [...row.querySelectorAll("td[data-code]")];
    return title(row).toLowerCase().includes(issue.trim().toLowerCase()) &&
      (!stance || cells.some(td => stances(td).includes(stance))) &&
      (!result || row.querySelector("[data-result='" + result + "']"));
  }

  // Sorts by the scale; the first of several stances counts. Cells without a stance on the scale come last in both orders.
  function rank(row, party) {
    const places = stances(cell(row, party)).map(code => codes.indexOf(code)).filter(place => place > 0 && place <= form.dataset.levels);
    return places.length ? sign() * Math.min(...places) : codes.length;
  }

  function compare(row, other) {
    const order = fields.order.value;
    if (order === "issue") {
      return sign() * title(row).localeCompare(title(other), document.documentElement.lang);
    }
    return order === "result" ? sign() * (row.dataset.rank - other.dataset.rank) : order ? rank(row, order.slice(6)) - rank(other, order.slice(6)) : 0;
  }

  function apply() {
    const party = fields.party.value;
    const order = fields.order.value;
    let shown = 0;
    body.append(...[...rows].sort(compare));
    rows.forEach(row => {
      row.hidden = !fits(row);
      shown += !row.hidden;
    });
    table.className = party ? "bb-mx" : classes;
    table.querySelectorAll("[data-party]").forEach(td => { td.hidden = party && td.dataset.party !== party; });
    table.querySelectorAll(".bb-nobody").forEach(td => { td.colSpan = party ? 1 : fields.party.length - 1; });
    table.querySelectorAll("thead th").forEach(th => th.removeAttribute("aria-sort"));
    table.querySelectorAll(".bb-sort").forEach(button => {
      const active = button.dataset.order === order;
      button.ariaPressed = active;
      if (active) {
        button.parentNode.ariaSort = reverse ? "descending" : "ascending";
      }
    });
    form.querySelector("output").textContent = form.dataset.count.replace("{shown}", shown).replace("{all}", rows.length);
    const address = new URL(location.href);
    names.forEach(name => {
      address.searchParams.delete(name);
      if (fields[name].value) {
        address.searchParams.set(name, (name === "order" && reverse ? "-" : "") + fields[name].value);
      }
    });
    history.replaceState(null, "", address);
  }

  // A heading sorts by its column; a second click reverses the order; a third click restores the default order.
  table.querySelectorAll("th[data-order]").forEach(th => th.replaceChildren(...th.dataset.order.split(" ").map(order => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "bb-sort";
    button.dataset.order = order;
    button.textContent = (fields[order] ? fields[order].labels[0].firstChild : th).textContent.trim();
    button.addEventListener("click", () => {
      const same = fields.order.value === order;
      fields.order.value = same && reverse ? "" : order;
      reverse = same && !reverse;
      apply();
    });
    return button;
  })));

  names.forEach(name => {
    fields[name].value = (query.get(name) || "").replace(/^-/, "");
    if (fields[name].selectedIndex < 0) {
      fields[name].value = "";
    }
  });
  reverse = (query.get("order") || "")[0] === "-" && fields.order.value !== "";
  fold.ariaExpanded = names.some(name => query.has(name));
  fold.addEventListener("click", () => { fold.ariaExpanded = fold.ariaExpanded !== "true"; });
  form.addEventListener("input", event => {
    reverse = reverse && event.target !== fields.order;
    apply();
  });
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { reverse = false; apply(); }));
  if (names.some(name => query.has(name))) {
    apply();
  }
});
