// The words of a text as the search compares them. generator/build/search/words.py does the same to the texts of the site.
const REMOVED = /[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g;
const REPLACED = {
  "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ς": "σ",
  "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ٱ": "ا", "‐": "-", "⁄": "/", "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "′": "'", "׳": "'", "״": "'",
  ...Object.fromEntries(Array.from("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", (digit, at) => [digit, String(at % 10)]))
};
const LONGEST = 64;
const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1100-\\u11ff\\u1780-\\u17ff\\u3005-\\u3007\\u3041-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff\\u3130-\\u318f\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\ua960-\\ua97f\\uac00-\\ud7ff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const LETTERS = "(?:(?![" + UNSPACED + "])[\\p{L}\\p{N}\\p{M}])+";
const NUMBER = "[0-9]{1,3}(?:[ ,.'][0-9]{3})+(?![0-9])"; // with marks between the thousands
const CHUNK = new RegExp("[" + UNSPACED + "]+"
  + "|(?:[#§$€£¥](?: (?=[0-9]))?)?(?:" + NUMBER + "(?!" + LETTERS + ")|" + LETTERS + "(?:(?:[-'.,&@:/_+]|- )" + LETTERS + ")*)"
  + "(?:\\+\\+?|#|(?<=[0-9]) ?[%‰°€$£¥](?![0-9]))?", "gu");
const PART = new RegExp(LETTERS, "gu");
const IS_NUMBER = new RegExp("^[#§$€£¥]? ?" + NUMBER + " ?[%‰°€$£¥+#]*$", "u");
const IS_UNSPACED = new RegExp("^[" + UNSPACED + "]", "u");
const AROUND = /^[#§$€£¥+%‰°]+|[#§$€£¥+%‰°]+$/g;
// Words between marks of quotation, which must be found as they stand.
const PHRASE = /(?<![\p{L}\p{N}])["“”„«»「『]([^"“”„«»「」『』]+)["“”«»」』](?![\p{L}\p{N}])/gu;
// Endings of one word in several forms; other alphabets: any two letters.
const ENDINGS = new Set(["", "e", "d", "s", "es", "ed", "ing", "ings", "ion", "ions", "en", "em", "er", "n", "t", "te", "ten", "st"]);
const LATIN = /^[a-z]+$/;

/** Returns the text as it is compared, and for each of its characters the place in the text. */
function fold(text) {
  let folded = "";
  const places = [];
  let place = 0;
  // A kana and its mark are one letter.
  for (const [char] of text.matchAll(/.[\u3099\u309a\uff9e\uff9f]?/gsu)) {
    const plain = char.length === 1 && char <= "\x7f" ? char.toLowerCase()
      : char.normalize("NFKD").toLowerCase().replace(REMOVED, "").replace(/./gu, part => REPLACED[part] ?? part).normalize("NFC");
    for (let at = 0; at < plain.length; at++) {
      places.push(place);
    }
    folded += plain;
    place += char.length;
  }
  places.push(place);
  return { folded, places };
}

/** Returns the forms of a folded piece: the ways to look for it, from the closest to the widest. Each way is a list of words. */
function ways(chunk) {
  const parts = chunk.match(PART).map(part => part.slice(0, LONGEST));
  const whole = chunk.replace(IS_NUMBER.test(chunk) ? /[-' .,]/g : /[-' ]/g, "");
  const single = [whole, whole.replace(AROUND, ""), parts.join("")].map(word => word.slice(0, LONGEST));
  return [...new Set(single)].map(word => [word]).concat(parts.length > 1 ? [parts] : []);
}

/** Returns the pieces of a text: words with their signs, and runs of characters that no space divides. */
export function pieces(text) {
  const { folded, places } = fold(text);
  return Array.from(folded.matchAll(CHUNK), hit => {
    const start = hit.index;
    const place = (from, to) => ({ start: places[start + from], end: places[start + to] });
    const piece = { ...place(0, hit[0].length), folded: hit[0], parts: [], ways: [] };
    if (!IS_UNSPACED.test(hit[0])) {
      piece.ways = ways(hit[0]);
      piece.parts = Array.from(hit[0].matchAll(PART), part => ({ word: part[0].slice(0, LONGEST), ...place(part.index, part.index + part[0].length) }));
    } else {
      piece.place = place;
    }
    return piece;
  });
}

/** Returns the pairs of characters by which a run is found. */
export function pairs(run) {
  const chars = Array.from(run);
  return chars.length < 2 ? chars : chars.slice(1).map((char, at) => chars[at] + char);
}

/** Returns what a reader asks for: the words, and which of them stand between marks of quotation. */
export function read(query) {
  query = query.normalize("NFC");
  const phrases = Array.from(query.matchAll(PHRASE), hit => [hit.index, hit.index + hit[0].length]);
  const asked = pieces(query).map(piece => ({
    shown: query.slice(piece.start, piece.end),
    run: piece.ways.length ? "" : piece.folded,
    ways: piece.ways,
    words: piece.ways[0] || [],
    least: 3, // the shortest beginning of a word that is looked for
    phrase: phrases.findIndex(([from, to]) => from <= piece.start && piece.end <= to)
  }));
  return { query, asked };
}

/** Tells how a word of a text answers a word asked for: 0 is the same, 1 begins with it, 2 has another ending, -1 does not. */
export function kinship(word, asked, least) {
  if (word === asked) {
    return 0;
  }
  if (asked.length < least || word[0] !== asked[0]) {
    return -1;
  }
  if (word.startsWith(asked)) {
    return 1;
  }
  let same = 1;
  while (same < word.length && word[same] === asked[same]) {
    same += 1;
  }
  const ends = [word.slice(same), asked.slice(same)];
  const latin = LATIN.test(word + asked);
  const related = ends.includes("y") ? same > 2 && (ends.includes("ies") || ends.includes("ied"))
    : same > 3 && (latin ? ends.every(end => ENDINGS.has(end)) : !/[0-9]/.test(word + asked) && ends.every(end => end.length < 3));
  return related ? 2 : -1;
}

/** Returns the places in a text that answer the words asked for, in their order: start, end, the piece and the number of the word. */
export function places(text, asked) {
  const found = [];
  pieces(text).forEach((piece, number) => {
    asked.forEach((group, at) => {
      const add = (place, exact) => found.push({ ...place, number, group: at, exact });
      if (group.run || piece.place) {
        for (let from = group.run && piece.place ? piece.folded.indexOf(group.run) : -1; from >= 0; from = piece.folded.indexOf(group.run, from + 1)) {
          add(piece.place(from, from + group.run.length), true);
        }
        return;
      }
      // The whole piece, or else its parts: the "non" in "non-negotiable".
      const kin = words => words.flatMap(word => group.words.map(own => kinship(word, own, group.least))).filter(kind => kind >= 0);
      const whole = kin(piece.ways.filter(way => way.length === 1).flat());
      const parts = piece.parts.map(part => [part, kin([part.word])]).filter(([, kinds]) => kinds.length);
      if (whole.length && (whole.includes(0) || !parts.some(([, kinds]) => kinds.includes(0)))) {
        add(piece, whole.includes(0));
      } else {
        parts.forEach(([part, kinds]) => add(part, kinds.includes(0)));
      }
    });
  });
  return found.sort((one, other) => one.start - other.start || other.end - one.end);
}

/** Says whether a text has the phrases, and the runs of characters as they were typed. */
export function answers(text, asked, phrases) {
  return [text.places, text.inTitle, text.inProposition].some(hits =>
    asked.every((group, at) => group.run.length < 3 || hits.some(hit => hit.group === at))
    && phrases.every(phrase => hasPhrase(hits, asked, phrase)));
}

function hasPhrase(hits, asked, phrase) {
  const wanted = asked.map((group, at) => at).filter(at => asked[at].phrase === phrase);
  const exact = hits.filter(hit => hit.exact);
  return exact.some(first => first.group === wanted[0] && wanted.slice(1).reduce((last, at) =>
    last && exact.find(hit => hit.group === at && hit.start >= last.end && hit.number <= last.number + 1), first));
}

/** Returns how far apart the words asked for stand at best: 0 next to each other and in order, 1 near, 2 elsewhere. */
export function distance(found, words) {
  let best = 2;
  found.forEach((first, at) => {
    const seen = new Set();
    let inOrder = true;
    let last = null;
    for (const hit of found.slice(at)) {
      if (hit.number - first.number > words + 4) {
        break;
      }
      if (!seen.has(hit.group)) {
        inOrder = inOrder && hit.group === seen.size && (!last || hit.number - last.number <= 1);
        seen.add(hit.group);
        last = hit;
      }
    }
    if (seen.size === words) {
      best = Math.min(best, inOrder ? 0 : 1);
    }
  });
  return best;
}

/** Counts letters that are added, left out, changed or in another order between two words; more than `most` is not counted. */
export function changes(one, other, most) {
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let place = 1; place <= other.length; place++) {
      next[place] = Math.min(row[place] + 1, next[place - 1] + 1, row[place - 1] + (one[at - 1] === other[place - 1] ? 0 : 1));
      if (at > 1 && place > 1 && one[at - 1] === other[place - 2] && one[at - 2] === other[place - 1]) {
        next[place] = Math.min(next[place], before[place - 2] + 1);
      }
    }
    if (Math.min(...next) > most && Math.min(...row) >= most) {
      return 9;
    }
    before = row;
    row = next;
  }
  return row[other.length];
}

/** Highlights the words of a search on the page, without changing its text. */
export function light() {
  const address = new URL(location.href);
  const { asked } = read(address.searchParams.get("h") || "");
  address.searchParams.delete("h");
  history.replaceState(null, "", address);
  if (!window.Highlight || !CSS.highlights) {
    return;
  }
  const ranges = [];
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (const { start, end } of places(walker.currentNode.data, asked)) {
      const range = new Range();
      range.setStart(walker.currentNode, start);
      range.setEnd(walker.currentNode, end);
      ranges.push(range);
    }
  }
  CSS.highlights.set("bb-found", new Highlight(...ranges));
}
