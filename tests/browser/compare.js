// Compares pages of a hostile site with those of a site of the same shape that holds plain words, as the browser reads both.
// `pairs` has for each plain text what stands in its place, the long ones before those that they begin with.
// Gives what differs: the page, and both sides.
async ({ paths, lines, shared, pairs }) => {
  // One text stands on many places of a page.
  const once = (work) => { const known = new Map(); return (text) => known.get(text) ?? known.set(text, work(text)).get(text); };
  const flat = once((text) => text.toLowerCase().replace(/[\s\u00a0]+/g, " ").trim()
    // Quoted words are shown in the source's own characters, from the first of them to the last.
    .replace(/[“”„‟«»]/g, '"').replace(/(^| )\u200b/g, "").replace(/ ?" ?/g, '"')
    // A full stop or comma that a sentence has before the closing mark stands behind it.
    .replace(/([.,])"/g, '"$1').replace(/"([.,]) /g, '"$1')
    .replace(/ς/g, "σ").replace(/[0-9a-f]{64}/g, "#").replace(/\d+ words/g, "# words").replace(/at(-\d+)+/g, "@"));
  const written = Object.entries(pairs).map((pair) => pair.map((text) => text.toLowerCase()));
  const filled = once((text) => written.reduce((now, [plain, hostile]) =>
    now.includes(plain) ? now.split(plain).join(hostile) : now, text.toLowerCase()));
  const same = (plain, hostile) => flat(hostile) === flat(filled(plain));
  // Where emphasis and links are meant, their marks are not shown: what stands there is compared elsewhere.
  const isInline = (text) => text.toLowerCase().includes("inline words");

  const read = async (address) => {
    const answer = await fetch(address, { cache: "no-store" });
    if (!answer.ok) throw new Error(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const one of page.querySelectorAll("q.bb-v, article em:not([class]), article strong:not([class]), article a[href^=http]:not([class])"))
      // The style sheet writes the marks of quoted words.
      one.replaceWith(...(one.localName === "q" ? ['"', ...one.childNodes, '"'] : one.childNodes));
    // A title that an editor put in brackets is said to be one.
    for (const one of page.querySelectorAll("th > br, th > br + .bb-xs")) one.remove();
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
  const told = (node) => !node ? "nothing" : node.nodeType === Node.ELEMENT_NODE ? node.cloneNode().outerHTML : node.data;
  const names = (element) => [element.nodeName, ...element.getAttributeNames().sort()].join(" ");
  const kinds = (page) => new Set([...page.querySelectorAll("*")].map(names));
  // JSON-LD: the same keys, and the same texts behind them.
  const leaves = (value, at = "") => value !== null && typeof value === "object"
    ? Object.entries(value).flatMap(([key, one]) => leaves(one, `${at}/${key}`)) : [[at, String(value)]];

  // What paragraphs of several lines and passages of several paragraphs bring.
  const ofLines = new Set(["BR", "A aria-label class data-k href"]);

  const faults = [];
  const seen = { nodes: 0, texts: 0 };
  const compared = (path, plain, hostile) => {
    const [ours, theirs] = [nodes(plain), nodes(hostile)];
    for (let at = 0; at < Math.max(ours.length, theirs.length); at++) {
      const [one, two] = [ours[at], theirs[at]];
      const fault = () => faults.push([path, told(one), told(two)]);
      if (!one || !two || one.nodeName !== two.nodeName) return fault();
      seen.nodes++;
      if (one.nodeType !== Node.ELEMENT_NODE) {
        if (one.parentNode.type === "application/ld+json") {
          const [a, b] = [leaves(JSON.parse(one.data)), leaves(JSON.parse(two.data))];
          if (a.length !== b.length || a.some(([key, text], nth) => key !== b[nth][0] || !same(text, b[nth][1]))) fault();
        } else if (!isInline(one.data)) {
          if (!same(one.data, two.data)) fault();
          else if (flat(filled(one.data)) !== flat(one.data)) seen.texts++;
        }
        continue;
      }
      if (names(one) !== names(two)) return fault();
      if (one.getAttributeNames().some((name) => !same(one.getAttribute(name), two.getAttribute(name)) && !isInline(one.getAttribute(name)))) fault();
    }
  };
  for (const path of paths) compared(path, await read(`plain/${path}`), await read(`hostile/${path}`));
  // Pages in which texts of several lines are more paragraphs, or on which texts are sorted: no element of another kind.
  for (const [path, texts] of Object.entries({ ...lines, ...shared })) {
    const [plain, hostile] = [await read(`plain/${path}`), await read(`hostile/${path}`)];
    const [known, shows] = [kinds(plain), flat(hostile.body.textContent)];
    for (const kind of kinds(hostile)) if (!known.has(kind) && !ofLines.has(kind)) faults.push([path, "no such element", kind]);
    for (const text of texts) if (flat(text) && !shows.includes(flat(text))) faults.push([path, text, "not shown"]); else seen.texts++;
  }
  return { faults, seen };
}
