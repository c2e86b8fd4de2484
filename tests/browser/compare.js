// Compare the pages of a hostile site with those of a site of the same shape with plain words, as the browser parses both.
// `pairs` has the hostile text for each plain text. A long plain text comes before its own beginning.
// Return the differences (page, plain side, hostile side), and how many nodes and texts were compared.
async ({ paths, lines, shared, pairs }) => {
  // The same text is in many places of a page.
  const remember = (work) => { const known = new Map(); return (text) => known.get(text) ?? known.set(text, work(text)).get(text); };
  const spaced = remember((text) => text.toLowerCase().replace(/[\s\u00a0]+/g, " ").trim().replace(/(^| )\u200b/g, "").replace(/ς/g, "σ"));
  const flat = remember((text) => spaced(text)
    // The page draws the marks of quoted words that the source has, whichever marks the editor wrote. Two apostrophes are one mark.
    .replace(/''/g, '"').replace(/[“”„‟«»'‘’‚‹›]/g, '"').replace(/ ?" ?/g, '"')
    // Full stops, commas, semicolons and colons before a closing quotation mark are printed after it.
    .replace(/([.,;:]+)"/g, '"$1').replace(/"([.,;:]+) /g, '"$1')
    // A text that ends with a full stop gets no second one.
    .replace(/([.!?…])\./g, "$1")
    // A page or a clause that begins with a number has a label.
    .replace(/(^|, )(pp?\.|clause) /g, "$1")
    .replace(/[0-9a-f]{64}/g, "#").replace(/\d+ words/g, "# words").replace(/\d+ of \d+ sentences/g, "# sentences").replace(/at(-\d+)+/g, "@"));
  const written = Object.entries(pairs).map((pair) => pair.map((text) => text.toLowerCase()));
  const filled = remember((text) => written.reduce((now, [plain, hostile]) =>
    now.includes(plain) ? now.split(plain).join(hostile) : now, text.toLowerCase()));
  const same = (plain, hostile) => flat(hostile) === flat(filled(plain));
  // The label of a link begins with the first words of a text, without the marks of quoted words.
  const bare = (text) => flat(text).replace(/["…\s]/g, "");
  const begins = (plain, hostile) => {
    const [start] = plain.toLowerCase().match(/plain words \d+/) ?? [];
    const [, text] = written.filter(([key]) => start && key.startsWith(start)).sort(([a], [b]) => b.length - a.length)[0] ?? [];
    const [wanted, found] = [bare(text ?? ""), bare(hostile.slice(plain.indexOf(":") + 1))];
    return text !== undefined && wanted.startsWith(found) && found.length >= Math.min(wanted.length, 10);
  };
  // A description ends with “…” after the last word that fits in 300 characters. The second full stops that pages leave out do not count.
  const shortened = (characters, most) => {
    const start = characters.slice(0, most - 2).join("");
    const words = characters[most - 2].trim() ? start.slice(0, Math.max(start.lastIndexOf(" "), 0)) : start;
    return words ? `${words.replace(/[ ,;:]+$/, "")} …` : `${start}…`;
  };
  const cut = (plain, hostile) => {
    const wanted = Array.from(filled(plain));
    for (let most = 300; most <= 304 && most < wanted.length; most++) if (flat(shortened(wanted, most)) === flat(hostile)) return true;
    return false;
  };
  const isDescription = (element) => element.localName === "meta" && /^(og:)?description$/.test(element.getAttribute("name") ?? element.getAttribute("property"));
  // Fields that allow emphasis and links do not show their markup. tests/hostile/test_pages.py checks them.
  const isInline = (text) => text.toLowerCase().includes("inline words");

  const read = async (address) => {
    const answer = await fetch(address, { cache: "no-store" });
    if (!answer.ok) throw new Error(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const element of page.querySelectorAll("q.bb-v, article em:not([class]), article strong:not([class]), article a[href^=http]:not([class])"))
      // The style sheet adds the quotation marks.
      element.replaceWith(...(element.localName === "q" ? ['"', ...element.childNodes, '"'] : element.childNodes));
    // Names with long words turn the table at a glance on its side, and a list names its numbers.
    for (const table of page.querySelectorAll(".bb-on-side")) table.classList.remove("bb-on-side");
    for (const list of page.querySelectorAll(".bb-nums")) list.remove();
    // The cited words that head what they are evidence for are cut, so that the two sites show other parts of them.
    for (const cited of page.querySelectorAll("[data-at] > p > q")) cited.parentElement.replaceChildren("is evidence for:");
    // A speaker with the name of the party is not named again; names are compared on cards.
    for (const said of page.querySelectorAll("[data-at] li > span")) said.remove();
    // A note explains a title in brackets.
    for (const note of page.querySelectorAll("th > br, th > br + .bb-xs")) note.remove();
    // A page says when the title of its source is in brackets.
    for (const note of page.querySelectorAll("h1 + p.bb-ask")) if (note.textContent.startsWith("In brackets: the stored text has no title,")) note.remove();
    page.documentElement.normalize();
    return page;
  };
  const nodes = (page) => {
    const found = [];
    const walk = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
    while (walk.nextNode()) {
      const node = walk.currentNode;
      if (node.nodeType !== Node.TEXT_NODE || flat(node.data)) found.push(node);
    }
    return found;
  };
  const describe = (node) => !node ? "nothing" : node.nodeType === Node.ELEMENT_NODE ? node.cloneNode().outerHTML : node.data;
  const value = (element, name) => {
    const text = element.getAttribute(name);
    return text.startsWith("mailto:") ? decodeURIComponent(text) : text;
  };
  const names = (element) => [element.nodeName, ...element.getAttributeNames().sort()].join(" ");
  const kinds = (page) => new Set([...page.querySelectorAll("*")].map(names));
  // JSON-LD must have the same keys with the same texts.
  const leaves = (value, at = "") => value !== null && typeof value === "object"
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${at}/${key}`)) : [[at, String(value)]];

  // Elements of paragraphs with several lines, and of passages with several paragraphs.
  const ofLines = new Set(["BR", "A aria-label class data-k href"]);

  const problems = [];
  const seen = { nodes: 0, texts: 0 };
  const compared = (path, plain, hostile) => {
    const [plainNodes, hostileNodes] = [nodes(plain), nodes(hostile)];
    for (let at = 0; at < Math.max(plainNodes.length, hostileNodes.length); at++) {
      const [ours, theirs] = [plainNodes[at], hostileNodes[at]];
      const problem = () => problems.push([path, describe(ours), describe(theirs)]);
      if (!ours || !theirs || ours.nodeName !== theirs.nodeName) return problem();
      seen.nodes++;
      if (ours.nodeType !== Node.ELEMENT_NODE) {
        if (ours.parentNode.type === "application/ld+json") {
          const [a, b] = [leaves(JSON.parse(ours.data)), leaves(JSON.parse(theirs.data))];
          if (a.length !== b.length || a.some(([key, text], nth) =>
            key !== b[nth][0] || !(same(text, b[nth][1]) || key === "/description" && cut(text, b[nth][1])))) problem();
        } else if (!isInline(ours.data)) {
          if (!same(ours.data, theirs.data)) problem();
          else if (flat(filled(ours.data)) !== flat(ours.data)) seen.texts++;
        }
        continue;
      }
      if (names(ours) !== names(theirs)) return problem();
      const equal = (plain, hostile) => same(plain, hostile) || ours.className === "bb-share" && begins(plain, hostile) || isDescription(ours) && cut(plain, hostile);
      if (ours.getAttributeNames().some((name) => !equal(value(ours, name), value(theirs, name)) && !isInline(ours.getAttribute(name)))) problem();
    }
  };
  for (const path of paths) compared(path, await read(`plain/${path}`), await read(`hostile/${path}`));
  // Pages with more paragraphs, or with sorted texts, must have no element of another kind.
  for (const [path, texts] of Object.entries({ ...lines, ...shared })) {
    const [plain, hostile] = [await read(`plain/${path}`), await read(`hostile/${path}`)];
    const [known, shows] = [kinds(plain), spaced(hostile.body.textContent)];
    for (const kind of kinds(hostile)) if (!known.has(kind) && !ofLines.has(kind)) problems.push([path, "no such element", kind]);
    for (const text of texts) if (spaced(text) && !shows.includes(spaced(text))) problems.push([path, text, "not shown"]); else seen.texts++;
  }
  return { problems, seen };
}
