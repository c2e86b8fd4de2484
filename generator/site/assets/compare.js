// Shows only the parties and issues that the address names, such as ?parties=a,b&issues=x. The form writes the address, so that readers
// can keep it. Without this script, everything is shown.
document.querySelectorAll("[data-bb-compare]").forEach(form => {
  const most = Number(form.dataset.bbCompare);
  const longest = 60; // characters of a name that is said
  const note = form.querySelector("output");
  const boxes = name => [...form.querySelectorAll(`[name="${name}"]`)];
  const chosen = name => boxes(name).filter(box => box.checked).map(box => box.value);
  const named = name => {
    const values = new URLSearchParams(location.search).getAll(name).join().split(",").map(value => value.trim());
    return [...new Set(values)].filter(Boolean);
  };
  const contents = heading => [...document.querySelectorAll(".bb-toc a")].filter(link => link.hash === "#" + heading.id);

  // Checks the boxes that the address names. Returns what is to be said about the names that are left out.
  function read(name) {
    const values = boxes(name).map(box => box.value);
    const known = named(name).filter(value => values.includes(value));
    const unknown = named(name).filter(value => !values.includes(value)).map(value => value.slice(0, longest));
    const room = name === "parties" ? most : known.length;
    const left = boxes(name).filter(box => known.indexOf(box.value) >= room).map(box => box.parentElement.textContent.trim());
    boxes(name).forEach(box => { box.checked = known.slice(0, room).includes(box.value); });
    return [[note.dataset.unknown, unknown], [note.dataset.many, left]].filter(([, names]) => names.length)
      .map(([words, names]) => words.replace("{names}", () => names.join(", ")));
  }

  function show(said = []) {
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
    note.textContent = (parties.length === 1 ? [...said, note.dataset.one] : said).join(" ");
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
