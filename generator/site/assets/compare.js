// Shows only the parties and issues that the address names, such as ?parties=a,b&issues=x. The form writes the address, so that readers
// can keep it. Without this script, everything is shown.
document.querySelectorAll("[data-bb-compare]").forEach(form => {
  const most = Number(form.dataset.bbCompare);
  const note = form.querySelector("output");
  const boxes = name => [...form.querySelectorAll(`[name="${name}"]`)];
  const chosen = name => boxes(name).filter(box => box.checked).map(box => box.value);
  const named = name => (new URLSearchParams(location.search).get(name) || "").split(",").filter(Boolean);
  const contents = heading => [...document.querySelectorAll(".md-nav__link")].filter(link => link.hash === "#" + heading.id);

  // Checks the boxes that the address names. Returns the names that no box has.
  function read(name) {
    const values = boxes(name).map(box => box.value);
    const known = named(name).filter(value => values.includes(value)).slice(0, name === "parties" ? most : undefined);
    boxes(name).forEach(box => { box.checked = known.includes(box.value); });
    return named(name).filter(value => !values.includes(value));
  }

  function show(unknown = []) {
    const parties = chosen("parties");
    const issues = chosen("issues");
    document.querySelectorAll(".bb-columns > li").forEach(column => {
      column.hidden = parties.length > 1 && !parties.includes(column.dataset.party);
    });
    document.querySelectorAll(".bb-compared").forEach(part => {
      const hidden = issues.length > 0 && !issues.includes(part.dataset.issue);
      const heading = part.previousElementSibling;
      [part, heading, ...contents(heading).map(link => link.parentElement)].forEach(element => { element.hidden = hidden; });
    });
    boxes("parties").forEach(box => { box.disabled = !box.checked && parties.length >= most; });
    const words = unknown.length ? [note.dataset.unknown.replace("{names}", unknown.join(", "))] : [];
    note.textContent = (parties.length === 1 ? [...words, note.dataset.one] : words).join(" ");
  }

  function keep() {
    const url = new URL(location);
    const values = ["parties", "issues"].map(name => [name, chosen(name).join(",")]).filter(([, value]) => value);
    url.search = values.map(([name, value]) => `${name}=${value}`).join("&");
    history.replaceState(null, "", url);
    show();
  }

  show([...read("parties"), ...read("issues")]);
  form.querySelectorAll("details").forEach(part => { part.open = chosen("issues").length > 0; });
  form.addEventListener("change", keep);
  form.addEventListener("reset", () => setTimeout(keep));
  form.addEventListener("submit", event => event.preventDefault());
});
