// Measure what a reader sees of a page, and return the problems, one line each.
// `longest` is the number of letters of the longest word that every column must have room for. On paper there are no targets.
({ longest, paper }) => {
  const problems = new Set();
  const styles = new Map(), clips = new Map(), regions = new Set();
  const style = (element) => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element);
  const describe = (element, text = element.textContent) =>
    `${element.localName}${[...element.classList].map((name) => `.${name}`).join("")} “${text.trim().replace(/\s+/g, " ").slice(0, 40)}”`;
  const report = (problem, element, text) => problems.add(`${problem}: ${describe(element, text)}`);
  const isShown = (element) => element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true });
  const isVertical = (element) => style(element).writingMode !== "horizontal-tb";
  // The nearest ancestor that is not inline: the column that a word has.
  const column = (element) => { while (/^(inline|contents)$/.test(style(element).display)) element = element.parentElement; return element; };

  // The part of the page in which an element can be seen, and the element that cuts it. Words for screen readers alone are in no part.
  const clip = (element) => {
    if (!element) return { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
    if (clips.has(element)) return clips.get(element);
    const { position, overflowX, clip: area, clipPath } = style(element);
    const outer = clip(position === "fixed" || position === "absolute" ? element.offsetParent : element.parentElement);
    let found = { ...outer, fixed: position === "fixed" || outer.fixed };
    if (position === "fixed" || area !== "auto" || clipPath !== "none") found.none = area !== "auto" || clipPath !== "none" || outer.none;
    else if (overflowX !== "visible" && element !== document.body && element !== document.documentElement) {
      const box = element.getBoundingClientRect();
      const [left, top] = [box.left + element.clientLeft, box.top + element.clientTop];
      const scrolls = /auto|scroll/.test(overflowX);
      if (scrolls && element.scrollWidth > element.clientWidth + 1) regions.add(element);
      found = {
        ...found, by: element, scrolls: scrolls || outer.scrolls, none: outer.none || box.width < 2 || box.height < 2,
        left: Math.max(outer.left, left), top: Math.max(outer.top, top),
        right: Math.min(outer.right, left + element.clientWidth), bottom: Math.min(outer.bottom, top + element.clientHeight),
      };
    }
    clips.set(element, found);
    return found;
  };
  const within = (box, area) => ({
    left: Math.max(box.left, area.left), right: Math.min(box.right, area.right),
    top: Math.max(box.top, area.top), bottom: Math.min(box.bottom, area.bottom),
  });

  // The boxes of all texts and pictures that can be seen.
  const boxes = [];
  const add = (node, element, rect, text) => {
    const area = clip(element);
    if (area.none || area.fixed || rect.width < 1 || rect.height < 1 || rect.right <= 0 || rect.bottom + scrollY <= 0) return;
    const seen = within(rect, area);
    const cut = Math.max(rect.width - (seen.right - seen.left), rect.height - (seen.bottom - seen.top));
    // Letters may be a little higher than their lines.
    if (cut > 4 && !area.scrolls && style(area.by).textOverflow !== "ellipsis" && style(area.by).webkitLineClamp === "none")
      report("cut without a sign", element, text);
    if (seen.left < -1) report("cut at the side of the page", element, text);
    // Only the middle of a line: the boxes of lines overlap where lines are close.
    const [x, y] = isVertical(element) ? [rect.width / 4, 1] : [1, rect.height / 4];
    const box = { left: seen.left + x, right: seen.right - x, top: seen.top + y, bottom: seen.bottom - y, node, element, text };
    if (box.right > box.left && box.bottom > box.top) boxes.push(box);
  };

  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, element = node.parentElement;
    if (!node.data.trim() || element.closest("script, style, noscript, title, desc, option") || !isShown(element)) continue;
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()];
    for (const line of lines) add(node, element, line, node.data);
    if (clip(element).none || element.closest("svg")) continue;

    const block = column(element), { paddingLeft, paddingRight, paddingTop, paddingBottom } = style(block), vertical = isVertical(element);
    const outer = block.getBoundingClientRect();
    if (!vertical && style(block).overflowX === "visible" && !clip(element).scrolls && !element.closest("pre") && lines.some((line) => line.right > outer.right + 2 || line.left < outer.left - 2))
      report("sticks out of its column", element, node.data);
    if (new Set(lines.map((line) => Math.round(vertical ? line.left : line.top))).size < 2) continue;
    // The browser or the editor divides these with hyphens; paths and addresses have no other place for a line break, and Han characters need none.
    if (style(element).hyphens === "auto" || element.closest("code")) continue;
    const room = vertical
      ? block.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom)
      : block.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    for (const { 0: word, index } of node.data.matchAll(/(?<![^\s]*[/@][^\s]*)[\p{L}\p{M}\p{N}\u00ad]{2,}(?![^\s]*[/@])/gu)) {
      if (/\p{Script=Han}|\u00ad/u.test(word)) continue;
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const parts = [...range.getClientRects()];
      if (new Set(parts.map((part) => Math.round(vertical ? part.left : part.top))).size < 2) continue;
      const length = parts.reduce((sum, part) => sum + (vertical ? part.height : part.width), 0);
      // Beside a box in the same line, a word has less room than its column has: never more than the longest line.
      const line = Math.max(...lines.map((box) => (vertical ? box.height : box.width)));
      if (length <= room && length <= line) report("word broken", element, word);
      else if (word.length <= longest) report("column narrower than a word", element, word);
    }
  }
  const pictures = [...document.querySelectorAll("svg, img, :is(i, span, b):empty")].filter((picture) =>
    !picture.parentElement.closest("svg") && isShown(picture) && (/^(svg|img)$/.test(picture.localName) || style(picture).maskImage !== "none"));
  for (const picture of pictures) add(picture, picture, picture.getBoundingClientRect(), picture.localName);

  // Every pair of boxes that overlap, from the top to the bottom.
  boxes.sort((a, b) => a.top - b.top);
  let open = [];
  for (const box of boxes) {
    open = open.filter((other) => other.bottom - box.top > 1);
    for (const other of open)
      if (other.node !== box.node && Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1
        && !other.node.contains(box.node) && !box.node.contains(other.node))
        report(`overlaps ${describe(other.element, other.text)}`, box.element, box.text);
    open.push(box);
  }

  // A scroll bar is a sign only for those who can use it: a region that scrolls has a name and takes the focus.
  for (const region of regions)
    if (region.matches("table:not([class])")) continue; // in manuals, which browsers let everybody scroll
    else if (!region.hasAttribute("aria-label") && !region.hasAttribute("aria-labelledby")) report("scrolls without a name", region);
    else if (region.tabIndex < 0) report("scrolls without taking the focus", region);

  for (const picture of pictures) {
    const named = picture.querySelector("title, text") || ["alt", "aria-label", "aria-labelledby"].some((name) => picture.getAttribute(name));
    const place = picture.parentElement.closest("a, button, summary, label, td, th, li, dt, dd, p, h1, h2, h3, h4, figure, div");
    if (!named && !place?.textContent.trim() && !place?.closest("[aria-label], [title]")) report("mark without a word", place ?? picture);
  }

  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width || document.body.scrollWidth > width) problems.add("the page scrolls sideways");

  if (!paper) {
    // WCAG 2.2, 2.5.8: a target is at least 24 pixels high and wide, or has that much room around its middle, or is in a line of text.
    const targets = [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [role=button]")]
      .filter((target) => isShown(target) && !clip(target).none && !clip(target).fixed)
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.width && box.height && box.right > 0 && box.bottom + scrollY > 0);
    const isSmall = ({ box }) => box.width < 23.5 || box.height < 23.5;
    const inText = ({ target }) => style(target).display.startsWith("inline")
      && column(target.parentElement).textContent.trim().length > target.textContent.trim().length
      && [...column(target.parentElement).childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const middle = ({ box }) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    for (const small of targets.filter((target) => isSmall(target) && !inText(target))) {
      const [x, y] = middle(small);
      const near = targets.some((other) => {
        if (other === small || other.target.contains(small.target) || small.target.contains(other.target)) return false;
        const [a, b] = middle(other);
        if (isSmall(other) && Math.hypot(a - x, b - y) < 23.5) return true;
        return Math.hypot(Math.max(other.box.left - x, 0, x - other.box.right), Math.max(other.box.top - y, 0, y - other.box.bottom)) < 11.5;
      });
      if (near) report("target below 24 pixels", small.target);
    }
  }
  return [...problems];
}
