// Shows only what changed since a date. The date is in the URL, so that readers can keep it. Of an inexact date the last day counts,
// so that nothing is hidden that may have happened since. A list that is cut says so if the date is before its end. Without this
// script, everything is shown.
document.querySelectorAll("[data-bb-since]").forEach(form => {
  const field = form.elements.since;
  const note = form.querySelector("output");
  const cut = form.querySelector("[data-until]");
  const days = [...document.querySelectorAll("[data-bb-day]")];
  const contents = heading => [...document.querySelectorAll(".bb-toc a")].filter(link => link.hash === "#" + heading.id);

  // A day is its heading and all that follows up to the next heading of its level.
  function show(heading, visible) {
    let part = heading;
    do {
      part.hidden = !visible;
      part = part.nextElementSibling;
    } while (part && !part.matches("h2, .bb-follow, .bb-foot"));
    contents(heading).forEach(link => { link.parentElement.hidden = !visible; });
  }

  function update() {
    let shown = 0;
    days.forEach(heading => {
      const visible = heading.dataset.bbDay >= field.value;
      shown += visible;
      show(heading, visible);
    });
    if (cut) {
      cut.hidden = !field.value || field.value > cut.dataset.until;
    }
    note.textContent = shown ? "" : note.dataset.none;
    const url = new URL(location);
    if (field.value) {
      url.searchParams.set("since", field.value);
    } else {
      url.searchParams.delete("since");
    }
    history.replaceState(null, "", url);
  }

  // A link to a change must show it, also if it is older.
  function reveal() {
    const place = location.hash && document.getElementById(location.hash.slice(1));
    if (place && place.closest("[hidden]")) {
      field.value = "";
      update();
      place.scrollIntoView();
    }
  }

  field.value = new URLSearchParams(location.search).get("since");
  if (field.value) {
    update();
    reveal();
  }
  field.addEventListener("input", update);
  form.addEventListener("submit", event => event.preventDefault());
  addEventListener("hashchange", reveal);
});
