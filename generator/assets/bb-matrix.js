// Filters and orders the matrix. The state stands in the address, so that a view can be linked; the table is complete
// without it.
(function () {
  "use strict";

  document.querySelectorAll("[data-bb-matrix]").forEach(function (form) {
    var table = document.getElementById(form.dataset.bbMatrix);
    var body = table.tBodies[0];
    var rows = Array.from(body.rows);
    var declared = new Map(rows.map(function (row, index) { return [row, index]; }));
    var codes = Array.from(form.elements.stance.options, function (option) { return option.value; });
    var fields = ["issue", "party", "stance", "result", "order"];

    function cell(row, party) {
      return row.querySelector("td[data-party='" + party + "']") || row.querySelector(".bb-nobody");
    }

    function held(one) {
      return one.dataset.code.split(" ");
    }

    function fits(row) {
      var party = form.elements.party.value;
      var stance = form.elements.stance.value;
      var result = form.elements.result.value;
      var title = row.querySelector("th a").textContent.toLowerCase();
      var cells = party ? [cell(row, party)] : Array.from(row.querySelectorAll("td"));
      return title.includes(form.elements.issue.value.trim().toLowerCase()) &&
        (!stance || cells.some(function (one) { return held(one).includes(stance); })) &&
        (!result || row.querySelector("[data-result='" + result + "']"));
    }

    // The stances of a party stand in the order of the scale.
    function rank(row, party) {
      return Math.min.apply(null, held(cell(row, party)).map(function (code) {
        var at = codes.indexOf(code);
        return at < 0 ? codes.length : at;
      }));
    }

    function compare(one, other) {
      var order = form.elements.order.value;
      var by = 0;
      if (order === "issue") {
        by = one.querySelector("th a").textContent.localeCompare(other.querySelector("th a").textContent, document.documentElement.lang);
      } else if (order === "result") {
        by = one.dataset.rank - other.dataset.rank;
      } else if (order) {
        by = rank(one, order) - rank(other, order);
      }
      return by || declared.get(one) - declared.get(other);
    }

    function apply() {
      var party = form.elements.party.value;
      var shown = 0;
      rows.sort(compare).forEach(function (row) {
        row.hidden = !fits(row);
        shown += row.hidden ? 0 : 1;
        body.append(row);
      });
      table.querySelectorAll("[data-party]").forEach(function (one) {
        one.hidden = Boolean(party) && one.dataset.party !== party;
      });
      form.querySelector("output").textContent = form.dataset.count.replace("{shown}", shown).replace("{all}", rows.length);
      var address = new URL(location.href);
      fields.forEach(function (name) {
        var value = form.elements[name].value;
        if (value) {
          address.searchParams.set(name, value);
        } else {
          address.searchParams.delete(name);
        }
      });
      history.replaceState(null, "", address);
    }

    var asked = new URLSearchParams(location.search);
    fields.forEach(function (name) {
      if (asked.has(name)) {
        form.elements[name].value = asked.get(name);
      }
    });
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () { setTimeout(apply); });
    if (fields.some(function (name) { return asked.has(name); })) {
      apply();
    }
  });
})();
