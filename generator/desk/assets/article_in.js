// An article comes in: a file is read as soon as it is dropped or chosen, and reading can be stopped.
"use strict";

for (const form of document.querySelectorAll("[data-drop]")) {
  const error = document.querySelector("[data-error]");
  const reading = form.querySelector("[data-reading]");
  const field = form.elements.namedItem("file");
  let stopper;

  const say = (words) => {
    error.querySelector("p").textContent = words;
    error.hidden = false;
    error.scrollIntoView({ block: "center" });
  };

  const read = async (file) => {
    stopper?.abort();
    const own = new AbortController();
    stopper = own;
    error.hidden = true;
    if (file.size > Number(form.dataset.largest)) {
      say(form.dataset.tooLarge);
      return;
    }
    reading.hidden = false;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: file,
        signal: own.signal,
        headers: {
          "Content-Type": "application/octet-stream",
          "X-Desk-Token": form.elements.namedItem("token").value,
          "X-Desk-File": encodeURIComponent(file.name),
        },
      });
      const words = await answer.text();
      if (own.signal.aborted) return;
      if (answer.ok) {
        location.assign(words);
        return;
      }
      say(answer.status === 413 ? form.dataset.tooLarge : answer.status === 422 ? words : form.dataset.failed);
    } catch {
      if (own.signal.aborted) return;
      say(form.dataset.failed);
    }
    reading.hidden = true;
  };

  field.addEventListener("change", () => { if (field.files.length) read(field.files[0]); });
  form.querySelector("[data-stop]").addEventListener("click", () => {
    stopper?.abort();
    reading.hidden = true;
    form.reset();
  });
  // The whole page takes a file, so that none opens in its place.
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) form.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    const file = event.dataTransfer.files[0];
    if (file) read(file);
  });
}
