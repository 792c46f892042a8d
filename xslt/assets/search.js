/* Search: a passage is found when it has all the words and phrases that are asked for. Files are loaded
   as they are needed: the words that begin alike, the passages that are shown, twenty at a time. What
   is found can be narrowed by text, year, kind, and by who and what is named. The query stands in the
   address. */
(() => {
  "use strict";
  const PAGE = 20;
  const MOST_CHECKED = 2000;
  const MOST_NAMES = 200;
  const BATCH = 60;
  const order = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true }).compare;
  const input = document.getElementById("q");
  const status = document.getElementById("found");
  const facets = document.getElementById("facets");
  const list = document.getElementById("hits");
  const said = JSON.parse(status.dataset.words);
  const FORMS = ["one", "two", "few"];
  const form = new Intl.PluralRules(document.documentElement.lang || "en");
  const parameters = new URLSearchParams(location.search);
  input.value = parameters.get("q") ?? "";

  const loaded = new Map();
  window.editioSearch = (kind, name, data) => loaded.set(`${kind} ${name}`, data);
  const coming = new Map();
  const load = (kind, name, file) => {
    const key = `${kind} ${name}`;
    if (loaded.has(key)) return Promise.resolve(loaded.get(key));
    if (!coming.has(key)) coming.set(key, new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = `search/${file}.js`;
      script.addEventListener("load", () => done(loaded.get(key)));
      script.addEventListener("error", fail);
      document.head.append(script);
    }));
    return coming.get(key);
  };
  const index = () => load("index", "", "index");
  /* What texts are called and narrowed by, some hundreds in a file: those that are shown, or all. */
  const texts = [];
  const some = async (n) => {
    const [{ span }, rows] = await Promise.all([index(), load("texts", `${n}`, `texts-${n}`)]);
    rows.forEach((row, at) => { texts[n * span + at] = row; });
  };
  const textOf = async (place) => {
    const { span } = await index();
    if (!texts[numberOf(place)]) await some(Math.floor(numberOf(place) / span));
    return texts[numberOf(place)];
  };
  const everyText = async () => {
    const { span, count } = await index();
    await Promise.all(Array.from({ length: Math.ceil(count / span) }, (_, n) => some(n)));
  };
  /* Who and what is named where: of all passages, so not before the first hits, unless it is asked for. */
  let names = null;
  const who = async () => names ??= await load("named", "", "named");
  const fileOf = (prefix) => "words/w-" + [...prefix].map((sign) =>
    /[a-z0-9]/i.test(sign) ? sign : `_${sign.codePointAt(0).toString(16)}`).join("");

  /* Words as the files have them: small letters without accents; a Chinese sign is a word; brackets of
     editors part no word, and what they say of a gap is none. */
  const SIGN = "[\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff]";
  const BRACKETS = "(?:\\(\\?\\)|[[\\](){}⟨⟩⟦⟧‹›⸢⸣ˋ´])+";
  const [LETTER, DIGIT] = ["[\\p{L}\\p{Nl}\\p{No}]", "\\p{Nd}"];
  const WITHIN = `(?<=${LETTER}\\p{M}*)${BRACKETS}(?=${LETTER})|(?<=${DIGIT})${BRACKETS}(?=${DIGIT})`;
  const BRACKETED = new RegExp(WITHIN, "gu");
  const WORD = new RegExp(`${SIGN}|(?:(?!${SIGN})[\\p{L}\\p{N}])+`, "gu");
  const WRITTEN = new RegExp(`${SIGN}|(?:(?!${SIGN})[\\p{L}\\p{N}\\p{M}]|${WITHIN})+`, "gu");
  const GAP = /\[…[^[\]]*\]/g;
  const folded = (words) =>
    words.toLowerCase().normalize("NFD").replace(/ß/g, "ss").replace(/ſ/g, "s").replace(/\p{M}/gu, "");
  const wordsOf = (text) => folded(text).replace(BRACKETED, "").match(WORD) ?? [];
  /* "free market" Lenin -> a phrase and a word. A word of four letters finds longer ones, too. */
  const asked = (query) => [...query.matchAll(/["“„«]([^"”“»]+)["”“»]|(\S+)/g)]
    .map(([, phrase, word]) => ({ words: wordsOf(phrase ?? word), exact: phrase !== undefined }))
    .filter((one) => one.words.length);
  const isLike = (term, word, exact) =>
    term === word || (!exact && word.length > 3 && term.startsWith(word));
  const isExact = (one, n) => one.exact || n < one.words.length - 1;

  /* A place is a number: that of its text, and that of the passage in it. */
  const SIDE = 2 ** 24;
  const numberOf = (place) => Math.floor(place / SIDE);
  /* text:passage,passage-passage;text:passage … Common words stand at tens of thousands of places. */
  const places = (coded) => {
    const found = [];
    for (const part of coded.split(";")) {
      const colon = part.indexOf(":");
      const text = part.slice(0, colon) * SIDE;
      for (const run of part.slice(colon + 1).split(",")) {
        const dash = run.indexOf("-");
        const from = dash < 0 ? +run : +run.slice(0, dash);
        const to = dash < 0 ? from : +run.slice(dash + 1);
        for (let at = from; at <= to; at += 1) found.push(text + at);
      }
    }
    return found;
  };
  const withWord = async (word, exact) => {
    const { prefixes } = await index();
    const longer = !exact && word.length > 3;
    const wanted = prefixes.filter((one) => one === `${word} `
      || (!one.endsWith(" ") && word.startsWith(one)) || (longer && one.startsWith(word)));
    const shards = await Promise.all(wanted.map((one) => load("words", one, fileOf(one))));
    const found = shards.flatMap((shard) => Object.keys(shard)
      .filter((term) => isLike(term, word, exact)).map((term) => places(shard[term])));
    return found.length === 1 ? found[0] : [...new Float64Array(new Set(found.flat())).sort()];
  };
  const passage = async (place) => {
    const { chunk } = await index();
    const at = place % SIDE;
    const name = `${(await textOf(place))[0]}-${Math.floor(at / chunk)}`;
    return (await load("passages", name, `passages/${encodeURIComponent(name)}`))[at % chunk];
  };

  /* Where a passage has what is asked for, as first and last sign. */
  const spans = (text, query) => {
    const said = text.replace(GAP, (one) => " ".repeat(one.length));
    const tokens = [...said.matchAll(WRITTEN)].flatMap((one) =>
      wordsOf(one[0]).map((term) => [term, one.index, one.index + one[0].length]));
    return query.flatMap((one) => tokens.flatMap((_, n) =>
      one.words.every((word, k) => tokens[n + k] && isLike(tokens[n + k][0], word, isExact(one, k)))
        ? [[tokens[n][1], tokens[n + one.words.length - 1][2]]] : []));
  };
  /* Of a passage: how the edition has it, then as its source spells it, then what witnesses have. */
  const wordings = ([, words, others = []]) => [words, ...others];
  const search = async (query) => {
    const lists = await Promise.all(
      query.flatMap((one) => one.words.map((word, n) => withWord(word, isExact(one, n)))));
    lists.sort((a, b) => a.length - b.length);
    let found = lists[0] ?? [];
    /* Both are in order: one step through each. */
    for (const other of lists.slice(1)) {
      let at = 0;
      found = found.filter((place) => {
        while (other[at] < place) at += 1;
        return other[at] === place;
      });
    }
    return found;
  };
  /* That words follow each other is seen in the passages alone, which are read a batch at a time: until
     so many have the phrases, or so many have been read; `is` says whether it is still asked for. */
  const reading = (found, query, is) => {
    const phrases = query.filter((one) => one.words.length > 1);
    const hits = { kept: phrases.length ? [] : found, read: phrases.length ? 0 : found.length };
    const read = async (enough, most) => {
      while (is() && hits.kept.length < enough && hits.read < Math.min(found.length, most)) {
        const some = found.slice(hits.read, hits.read + (hits.read ? BATCH : PAGE));
        const said = await Promise.all(some.map(passage));
        hits.kept.push(...some.filter((_, n) => phrases.every((one) =>
          wordings(said[n]).some((words) => spans(words, [one]).length))));
        hits.read += some.length;
      }
    };
    /* One after the other: a reader may ask for more while all are counted. */
    let last = Promise.resolve();
    hits.upTo = async (enough, most = Infinity) => {
      if (hits.kept.length < enough) await (last = last.then(() => read(enough, most)));
    };
    hits.areAll = () => hits.read >= found.length;
    hits.has = (at) => hits.kept.length > at || !hits.areAll();
    return hits;
  };

  const element = (name, words, attributes = {}) => {
    const made = Object.assign(document.createElement(name), attributes);
    if (words !== undefined) made.textContent = words;
    return made;
  };

  /* What is found is narrowed: by facts of its text, and by who and what its passage names. */
  const KEYS = ["text", "author", "partner", "year", "kind", "person", "place"];
  const SPAN = ["from", "to"];
  const fact = (place, n) => [texts[numberOf(place)][n]].filter(Boolean);
  const VALUES = {
    text: (place) => fact(place, 0),
    year: (place) => fact(place, 3),
    kind: (place) => fact(place, 4),
    author: (place) => texts[numberOf(place)][5].map((n) => names.people[n]),
    partner: (place) => texts[numberOf(place)][6].map((n) => names.people[n]),
  };
  /* A text of several years is of each of them. */
  const years = (place) => {
    const [, , , first, , , , last = first] = texts[numberOf(place)];
    return first ? [+first, +last] : [];
  };
  const isWithin = (place) => {
    const [from, to] = SPAN.map((key) => parameters.get(key));
    const [first, last] = years(place);
    return !(from || to) || (first !== undefined && (!from || last >= +from) && (!to || first <= +to));
  };
  /* Where an entry is named. */
  const named = new Map();
  const namedAt = (entry) => {
    if (!named.has(entry)) named.set(entry, names.named[entry] ? places(names.named[entry]) : []);
    return named.get(entry);
  };
  const fitting = (key) => {
    const value = parameters.get(key);
    if (SPAN.includes(key)) return isWithin;
    if (VALUES[key]) return (place) => VALUES[key](place).includes(value);
    const there = new Set(namedAt(value));
    return (place) => there.has(place);
  };
  /* How many of what is found have each value: counted text by text, and entry by entry. */
  const counts = (found) => {
    const count = Object.fromEntries(KEYS.map((key) => [key, new Map()]));
    const inText = new Map();
    for (const place of found) inText.set(numberOf(place), (inText.get(numberOf(place)) ?? 0) + 1);
    for (const [text, n] of inText)
      for (const [key, values] of Object.entries(VALUES))
        for (const value of values(text * SIDE)) count[key].set(value, (count[key].get(value) ?? 0) + n);
    const all = new Set(found);
    for (const entry of Object.keys(names.named)) {
      const n = namedAt(entry).reduce((sum, place) => sum + all.has(place), 0);
      if (n) count[names.entries[entry][0]].set(entry, n);
    }
    return count;
  };
  let titles = null;
  const titleOf = (id) => (titles ??= new Map(texts.map(([text, title]) => [text, title]))).get(id) ?? id;
  const called = (key, value) =>
    key === "text" ? titleOf(value)
      : key === "kind" ? said.kinds[value] ?? value
        : key === "author" || key === "partner" ? value
        : key === "year" ? `${Math.abs(value)}${value < 0 ? ` ${said["before-christ"]}` : ""}` : names.entries[value]?.[1] ?? value;
  const choice = (key, values) => {
    const field = element("label", `${said[key]} `);
    const select = element("select", undefined, { name: key });
    select.append(new Option(said.all, ""),
      ...values.map(([id, words, n]) => new Option(`${words} (${n})`, id)));
    select.value = parameters.get(key) ?? "";
    select.addEventListener("change", () => go({ [key]: select.value }));
    field.append(select);
    return field;
  };
  const bound = (key, year) => {
    const field = element("label", `${said.year}, ${said[key]} `);
    const entry = element("input", undefined, { type: "number", name: key, placeholder: year });
    entry.value = parameters.get(key) ?? "";
    entry.addEventListener("change", () => go({ [key]: entry.value }));
    field.append(entry);
    return field;
  };
  /* From one year to another, where there are several. */
  const bounds = (found) => {
    const all = [...new Set(found.map(numberOf))].flatMap((text) => years(text * SIDE));
    const ends = all.length ? [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))] : ["", ""];
    const offered = ends[0] !== ends[1] || SPAN.some((key) => parameters.get(key));
    return offered ? SPAN.map((key, n) => bound(key, ends[n])) : [];
  };
  const offer = (found) => {
    const count = counts(found);
    const fields = KEYS.map((key) => {
      const most = [...count[key]].sort((a, b) => b[1] - a[1]).slice(0, MOST_NAMES);
      const named = most.map(([value, n]) => [value, called(key, value), n]);
      return [key, named.sort((a, b) => (key === "year" ? a[0] - b[0] : b[2] - a[2]) || order(a[1], b[1]))];
    });
    const focused = facets.contains(document.activeElement) ? document.activeElement.name : null;
    facets.replaceChildren(...fields
      .filter(([key, some]) => some.length > 1 || parameters.get(key) || (some.length && key !== "kind" && key !== "year"))
      .flatMap((one) => [choice(...one), ...(one[0] === "year" ? bounds(found) : [])]));
    if (focused) facets.querySelector(`[name=${focused}]`)?.focus();
  };

  /* The words around what is found; a short passage is shown whole. */
  const AROUND = 70;
  const excerpt = (text, marks) => {
    const parts = [];
    let last = 0;
    for (const [from, to] of marks.sort((a, b) => a[0] - b[0])) {
      if (from < last) continue;
      const begin = Math.max(last, text.lastIndexOf(" ", Math.max(0, from - AROUND)) + 1);
      const between = text.slice(last, from);
      parts.push(between.length > 2 * AROUND
        ? `${last ? `${text.slice(last, text.indexOf(" ", last + AROUND))} ` : ""}… ${text.slice(begin, from)}`
        : between);
      parts.push(element("mark", text.slice(from, to)));
      last = to;
    }
    const end = text.indexOf(" ", last + AROUND);
    return [...parts, end < 0 ? text.slice(last) : `${text.slice(last, end)} …`];
  };
  /* What the edition does not have itself, as source or witness has it. */
  const elsewhere = (passage, query) => {
    const missed = query.filter((one) => !spans(passage[1], [one]).length);
    const found = missed.map((one) => wordings(passage).find((words) => spans(words, [one]).length));
    return [...new Set(found.filter(Boolean))].map((words) => {
      const part = element("span", undefined, { className: "elsewhere" });
      part.append(` ${said.elsewhere}: `, ...excerpt(words, spans(words, missed)));
      return part;
    });
  };
  const line = (text, passage, query) => {
    const [id, words] = passage;
    const [place, view] = id.startsWith("~") ? [id.slice(1), "-diplomatic"] : [id, ""];
    const item = element("li");
    /* An id that was made, not given, says nothing to readers. */
    const sign = /^[a-z]+\d+(\.[a-zA-Z]+\d+)+$/.test(place) ? "¶" : place || said.top;
    const link = element("a", sign, { href: `${text[0]}${view}.html${place ? `#${place}` : ""}` });
    item.lang = text[2];
    if (sign !== place) link.setAttribute("aria-label", `${sign} ${text[1]}`);
    item.append(link, " ", ...excerpt(words, spans(words, query)), ...elsewhere(passage, query));
    return item;
  };
  const show = async (some, query, mine) => {
    const read = await Promise.all(some.map(passage));
    if (mine !== turn) return;
    some.forEach((place, n) => {
      const text = texts[numberOf(place)];
      if (list.lastChild?.dataset.text !== text[0]) {
        const item = element("li");
        item.dataset.text = text[0];
        const head = element("h2");
        head.append(element("a", text[1], { href: `${text[0]}.html` }));
        item.append(head, element("ul"));
        list.append(item);
      }
      list.lastChild.lastChild.append(line(text, read[n], query));
    });
  };
  /* Twenty more, each as soon as it is found. */
  const further = async (hits, query, from, mine) => {
    document.getElementById("more")?.remove();
    for (let at = from; at < from + PAGE && hits.has(at);) {
      await hits.upTo(at + 1);
      const some = hits.kept.slice(at, from + PAGE);
      await show(some, query, mine);
      if (mine !== turn) return;
      at += some.length;
    }
    offerMore(hits, query, from + PAGE, mine);
  };
  const offerMore = (hits, query, from, mine) => {
    if (!hits.has(from)) return;
    const more = element("button", said.more, { type: "button", id: "more" });
    more.addEventListener("click", () => further(hits, query, from, mine));
    list.after(more);
  };

  let turn = 0;
  const go = async (changed) => {
    for (const [name, value] of Object.entries(changed))
      if (value) parameters.set(name, value);
      else parameters.delete(name);
    history.replaceState(null, "", parameters.size ? `?${parameters}` : location.pathname);
    const mine = ++turn;
    const query = asked(parameters.get("q") ?? "");
    document.getElementById("more")?.remove();
    if (!query.length) return void (list.replaceChildren(), facets.replaceChildren(), status.textContent = "");
    status.textContent = said.searching;
    /* Hits come in the order of the texts: what the first ones are called is asked for with the words. */
    some(0).catch(() => {});
    const every = await search(query);
    if (mine !== turn) return;
    const wanted = [...KEYS, ...SPAN].filter((key) => parameters.get(key));
    if (wanted.length) await Promise.all([everyText(), who()]);
    const fit = wanted.map(fitting);
    const fits = (place) => fit.every((one) => one(place));
    const is = () => mine === turn;
    const hits = reading(every.filter(fits), query, is);
    await hits.upTo(1);
    if (!is()) return;
    list.replaceChildren();
    await further(hits, query, 0, mine);
    /* The first hits are seen before all are counted; of phrases that many passages may have, some are. */
    await new Promise((done) => setTimeout(done));
    await hits.upTo(Infinity, MOST_CHECKED);
    const all = wanted.length ? reading(every, query, is) : hits;
    await all.upTo(Infinity, MOST_CHECKED);
    await Promise.all([everyText(), who()]);
    if (!is()) return;
    if (!hits.has(list.querySelectorAll("li li").length)) document.getElementById("more")?.remove();
    const n = hits.kept.length;
    status.textContent = n ? `${hits.areAll() ? "" : "≥ "}${n} ${said.hits[FORMS.indexOf(form.select(n))] ?? said.hits[3]}` : said["no-hits"];
    offer(all.kept);
  };
  let wait;
  input.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(() => go({ q: input.value.trim() }), 200);
  });
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    go({ q: input.value.trim() });
  });
  /* The page asks for the index next to this script. */
  document.addEventListener("DOMContentLoaded", () => go({}));
})();
