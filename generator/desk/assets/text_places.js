// Places in a stored text on a page: from the selection of the browser to places and back, and from word to word.
// A place counts code points of the stored text, as on the server. The text on the page has the same characters.
"use strict";

// Browsers without highlights show the selection in the panel only.
function highlight(name, ranges) {
  if (CSS.highlights) CSS.highlights.set(name, new Highlight(...ranges));
}

// Return functions for the paragraphs of the part that the page shows. A span is a pair of places, and a word is the span of it.
function textPlaces(text) {
  const paragraphs = [...text.querySelectorAll("[data-start]")].map((element) => {
    const start = Number(element.dataset.start);
    const characters = [...element.textContent];
    return { element, start, end: start + characters.length, characters };
  });

  const paragraphOf = (node) => paragraphs.find((each) => each.element.contains(node));
  const paragraphAt = (place) => paragraphs.find((each) => place >= each.start && place <= each.end);

  const placeOf = (node, offset) => {
    const own = paragraphOf(node);
    const range = document.createRange();
    if (own) {
      range.setStart(own.element, 0);
      range.setEnd(node, offset);
      return own.start + [...range.toString()].length;
    }
    range.setStart(text, 0);
    range.setEnd(node, offset);
    return paragraphs.findLast((each) => range.comparePoint(each.element, each.element.childNodes.length) <= 0)?.end
      ?? paragraphs[0].start;
  };

  const pointOf = (own, place) => {
    const walker = document.createTreeWalker(own.element, NodeFilter.SHOW_TEXT);
    let left = own.characters.slice(0, place - own.start).join("").length;
    let node = walker.nextNode();
    while (node && left > node.length) {
      left -= node.length;
      node = walker.nextNode();
    }
    return [node || own.element, node ? left : 0];
  };

  const wordsOf = ([start, end]) => {
    let words = "";
    for (const each of paragraphs) {
      if (each.end <= start || each.start >= end) continue;
      words += words ? " " : "";
      words += each.characters.slice(Math.max(0, start - each.start), end - each.start).join("");
    }
    return words;
  };

  const rangesOf = ([start, end]) => paragraphs.filter((each) => each.end > start && each.start < end).map((each) => {
    const range = document.createRange();
    range.setStart(...pointOf(each, Math.max(start, each.start)));
    range.setEnd(...pointOf(each, Math.min(end, each.end)));
    return range;
  });

  const segmenter = (own, granularity) => new Intl.Segmenter(own.element.lang || text.lang || undefined, { granularity });
  const wordsIn = (own) => {
    if (!own.words) {
      const place = (index) => own.start + [...own.element.textContent.slice(0, index)].length;
      own.words = [...segmenter(own, "word").segment(own.element.textContent)].filter((each) => each.isWordLike)
        .map((each) => [place(each.index), place(each.index + each.segment.length)]);
      if (!own.words.length) own.words = [[own.start, own.end]];
    }
    return own.words;
  };

  const neighbour = (word, by) => {
    const own = paragraphAt(word[0]);
    const words = wordsIn(own);
    const index = words.findIndex((each) => each[0] === word[0]);
    const next = words[index + by];
    if (next) return next;
    const other = paragraphs[paragraphs.indexOf(own) + by];
    return other ? wordsIn(other).at(by > 0 ? 0 : -1) : word;
  };

  const letter = (place, by) => {
    const own = paragraphAt(place);
    let at = own.start;
    const ends = [at, ...[...segmenter(own, "grapheme").segment(own.element.textContent)].map((each) => (at += [...each.segment].length))];
    return (by > 0 ? ends.find((end) => end > place) : ends.findLast((end) => end < place)) ?? place;
  };

  return { paragraphs, paragraphOf, paragraphAt, placeOf, wordsOf, rangesOf, wordsIn, neighbour, letter };
}
