// Looks words up in the search index, of which it fetches only the parts that it needs.
const { answers, changes, distance, kinship, pairs, places, read } = await import(new URL("query-words.js", import.meta.url));
const KINDS = { b: "briefing", i: "issue", p: "party", q: "quote", r: "reported", a: "assessment", t: "stance", g: "page", s: "source" };
const RANKS = Object.keys(KINDS);
const PASSAGES = ["quote", "reported", "assessment", "stance"];
const MOST_PARTS = 6; // of the index, for one word
const LOOKED_INTO = 32; // results whose texts are compared at once
const MOST_LOOKED_INTO = 320; // for words between marks of quotation
const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"; // the second half: those before the last digit of a number

async function json(request) {
  const answer = await request;
  if (!answer.ok) {
    throw new Error(answer.url);
  }
  return answer.json();
}

/** Opens the index in the folder. Its list of files may be asked for before. */
export async function open(folder, request = fetch(new URL("index.json", folder), { cache: "no-cache" })) {
  const fetched = new Map();
  function file(name) {
    if (!fetched.has(name)) {
      const answer = json(fetch(new URL(name + ".json", folder)));
      answer.catch(() => fetched.delete(name));
      fetched.set(name, answer);
    }
    return fetched.get(name);
  }

  const inFiles = new Map();
  /** Returns the records of a file, each with the URL and the title of its page. */
  async function texts(name) {
    const pages = await file(name);
    if (!inFiles.has(name)) {
      inFiles.set(name, pages.flatMap(([url, page, ...records]) => records.map(record => [url, page, record])));
    }
    return inFiles.get(name);
  }

  const index = await json(request);
  // The letters of the kinds of all records, the number of the file of each, and the first record of each file.
  const kinds = index.texts.map(([, , runs]) => runs.replace(/([a-z])(\d+)/g, (_, kind, times) => kind.repeat(times)));
  const kindOf = kinds.join("");
  const fileOf = new Uint32Array(kindOf.length);
  const firstOf = [0];
  kinds.forEach((records, number) => {
    firstOf.push(firstOf[number] + records.length);
    fileOf.fill(number, firstOf[number], firstOf[number + 1]);
  });
  const briefingOf = id => index.briefings[index.texts[fileOf[id]][1]];

  /** Returns the number of the part that has a word, if any has. */
  function partOf(word) {
    let low = 0;
    let high = index.firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (index.firsts[middle] <= word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Math.max(0, low - 1);
  }

  const parts = (from, to) => Promise.all(index.parts.slice(from, to + 1).map(name => file(name)));

  /** Adds the records of a word to the found ones. A number is twice the kinship, and one more outside the title. */
  function add(found, postings, kind) {
    postings.split(" ").forEach((text, title) => {
      let id = -1;
      let gap = 0;
      for (const char of text) {
        const digit = DIGITS.indexOf(char);
        gap = gap * 32 + digit % 32;
        if (digit < 32) {
          id += gap + 1;
          gap = 0;
          const rank = kind * 2 + 1 - title;
          if (!(found.get(id) <= rank)) {
            found.set(id, rank);
          }
        }
      }
    });
  }

  /** Returns the records with exactly this word. */
  async function exactly(word) {
    const found = new Map();
    const part = (await parts(partOf(word), partOf(word)))[0] || {};
    if (Object.hasOwn(part, word)) {
      add(found, part[word], 0);
    }
    return found;
  }

  /** Returns the beginning of a word and of its other forms, and the parts of the index that have them. */
  async function relatives(word) {
    let begin = word.slice(0, Math.max(3, word.length - 4));
    let from = partOf(begin);
    let to = partOf(begin + "\uffff");
    if (to - from >= MOST_PARTS) {
      begin = word;
      from = partOf(word);
      to = Math.min(partOf(word + "\uffff"), from + MOST_PARTS - 1);
    }
    return [begin, await parts(from, to)];
  }

  /** Returns the records with a word and its other forms. */
  async function related(word, least) {
    if (word.length < least) {
      return exactly(word);
    }
    const [found, [begin, around]] = await Promise.all([exactly(word), relatives(word)]);
    for (const part of around) {
      for (const other in part) {
        const kind = other.startsWith(begin) ? kinship(other, word, least) : -1;
        if (kind > 0) {
          add(found, part[other], kind);
        }
      }
    }
    return found;
  }

  /** Fetches the words of a query while the reader is typing. */
  function prepare(query) {
    return Promise.all(read(query).asked.flatMap(group => group.words).filter(word => word.length > 2).map(relatives));
  }

  /** Returns the records that have all the words. */
  async function together(words) {
    const all = await Promise.all(words.map(exactly));
    all.sort((one, other) => one.size - other.size);
    const found = new Map();
    for (const [id, rank] of all[0]) {
      if (all.every(one => one.has(id))) {
        found.set(id, Math.max(rank, ...all.map(one => one.get(id))));
      }
    }
    return found;
  }

  /** Returns the records that answer one word asked for, in the closest way that finds any. */
  async function find(group) {
    if (group.run) {
      return together(pairs(group.run));
    }
    for (const way of group.ways) {
      group.words = way;
      group.least = 3;
      let found = way.length > 1 ? await together(way) : await related(way[0], group.least);
      if (!found.size && way.length === 1 && way[0].length < 3) {
        group.least = 1;
        found = await related(way[0], 1);
      }
      if (found.size) {
        return found;
      }
    }
    return new Map();
  }

  /** Returns the record with this number, with the places of the words asked for. */
  async function record(id, asked) {
    const [url, page, [at, ownTitle, text, language, proposition, basis]] = (await texts(index.texts[fileOf[id]][0]))[id - firstOf[fileOf[id]]];
    const title = ownTitle || page;
    return {
      id, kind: KINDS[kindOf[id]], at: url + at, title, text, language, proposition, basis,
      page, briefing: briefingOf(id),
      places: places(text, asked), inTitle: places(title, asked), inProposition: places(proposition || "", asked)
    };
  }

  /** Searches with the filters: lists of kinds and of briefings, empty for all. */
  async function search(query, filters, correct) {
    let { asked } = read(query);
    let lists = await Promise.all(asked.map(find));
    let corrected = "";
    if (correct && lists.some(list => !list.size)) {
      const changed = await Promise.all(asked.map((group, at) => lists[at].size ? group.shown : near(group)));
      if (changed.some((shown, at) => shown !== asked[at].shown)) {
        corrected = changed.join(" ");
        ({ asked } = read(corrected));
        lists = await Promise.all(asked.map(find));
      }
    }
    const most = new Map();
    lists.forEach(list => list.forEach((rank, id) => {
      const seen = most.get(id);
      most.set(id, seen ? [seen[0] + 1, Math.max(seen[1], rank >> 1), seen[2] + rank % 2] : [1, rank >> 1, rank % 2]);
    }));
    let words = 0; // the most words in one record, of more records than Math.max has arguments for
    most.forEach(([count]) => { words = Math.max(words, count); });
    const some = words < asked.length && words > 0;
    const ids = !some || correct ? Array.from(most.keys()).filter(id => most.get(id)[0] === words) : [];
    const chosen = ids.filter(id => allowed(id, filters));
    // Closest words first, then words in a title, then by kind, stored texts last; pages keep their order.
    const order = id => {
      const [, kind, outside] = most.get(id);
      const stored = kindOf[id] === "s" ? 1 : 0;
      return [kind, stored, outside && !stored ? 1 : 0, RANKS.indexOf(kindOf[id]), id];
    };
    const orders = new Map(chosen.map(id => [id, order(id)]));
    chosen.sort((one, other) => compare(orders.get(one), orders.get(other)));
    const ranked = await look(chosen, asked, orders);
    if (corrected && ranked.ids.length) {
      // As it is written there, with capital letters and accents.
      const first = await record(ranked.ids[0], asked);
      corrected = asked.map((group, at) => {
        const in_text = first.places.find(place => place.group === at);
        const in_title = first.inTitle.find(place => place.group === at);
        return in_text ? first.text.slice(in_text.start, in_text.end) : in_title ? first.title.slice(in_title.start, in_title.end) : group.shown;
      }).join(" ");
    }
    return {
      ...ranked, total: ranked.ids.length, asked, corrected, some,
      counts: {
        kind: count(ids.filter(id => allowed(id, { ...filters, kind: [] })), id => KINDS[kindOf[id]]),
        briefing: count(ids.filter(id => allowed(id, { ...filters, briefing: [] })), briefingOf)
      }
    };
  }

  function allowed(id, { kind, briefing }) {
    return (!kind.length || kind.includes(KINDS[kindOf[id]]))
      && (!briefing.length || briefing.includes(briefingOf(id)));
  }

  /** Compares the texts of the first results, where more than a single word is asked for: words that stand together come first. */
  async function look(ids, asked, orders) {
    const phrases = [...new Set(asked.map(group => group.phrase))].filter(phrase => phrase >= 0);
    const strict = phrases.length > 0 || asked.some(group => group.run.length > 2);
    if (asked.length < 2 && !strict) {
      return { ids, more: false };
    }
    const kept = [];
    let at = 0;
    while (at < ids.length && (at === 0 || strict && kept.length < LOOKED_INTO && at < MOST_LOOKED_INTO)) {
      const texts = await Promise.all(ids.slice(at, at + LOOKED_INTO).map(id => record(id, asked)));
      at += LOOKED_INTO;
      for (const text of texts) {
        if (answers(text, asked, phrases)) {
          const [kind, stored, outside, ...rest] = orders.get(text.id);
          const apart = Math.min(...[text.places, text.inTitle, text.inProposition].map(hits => distance(hits, asked.length)));
          // Of texts with the words in their order, passages come before pages.
          kept.push([text.id, [kind, apart, stored, outside, apart || PASSAGES.includes(text.kind) ? 0 : 1, ...rest]]);
        }
      }
    }
    kept.sort((one, other) => compare(one[1], other[1]));
    const rest = ids.slice(at);
    return { ids: kept.map(([id]) => id).concat(strict ? [] : rest), more: strict && rest.length > 0 };
  }

  /** Returns the names of words in the index that are close to a word, as a query; the word itself if there are none. */
  async function near(group) {
    const word = group.ways.at(-1)?.join("") || "";
    if (word.length < 4 || /[0-9]/.test(word)) {
      return group.shown;
    }
    const most = word.length < 8 ? 1 : 2;
    let best = null;
    let last = "";
    // Each word begins with as many characters of the one before it as its first character says.
    for (const entry of (await file(index.words)).split(" ")) {
      last = last.slice(0, parseInt(entry[0], 36)) + entry.slice(1);
      const between = last.includes(word) ? 1.5 : Math.abs(last.length - word.length) <= most ? changes(last, word, most) : 9;
      if (between <= Math.max(most, 1.5)) {
        const order = [between, last[0] === word[0] ? 0 : 1, last.length];
        if (!best || compare(order, best[0]) < 0) {
          best = [order, last];
        }
      }
    }
    return best ? best[1] : group.shown;
  }

  return {
    search, record, prepare,
    kinds: RANKS.filter(letter => kindOf.includes(letter)).map(letter => KINDS[letter]),
    briefings: index.briefings.filter(Boolean).sort()
  };
}

function compare(one, other) {
  const at = one.findIndex((value, place) => value !== other[place]);
  return at < 0 ? 0 : one[at] - other[at];
}

function count(ids, name) {
  const counts = Object.create(null);
  ids.forEach(id => { counts[name(id)] = (counts[name(id)] || 0) + 1; });
  return counts;
}
