/* Search: each word or quoted phrase is looked up with Pagefind; a place is found when its
   paragraph has all of them. Places can be narrowed by text and by who and what is named there.
   The query stands in the address. */
(async () => {
  "use strict";
  const input = document.getElementById("q");
  const status = document.getElementById("found");
  const facets = document.getElementById("facets");
  const list = document.getElementById("hits");
  const [hit, hits, none, searching, fromDisk, textWord, personWord, placeWord, every] =
    status.dataset.words.split("|");
  const parameters = new URLSearchParams(location.search);
  input.value = parameters.get("q") ?? "";
  if (!location.protocol.startsWith("http")) return void (status.textContent = fromDisk);

  const base = new URL("..", document.currentScript?.src ?? new URL("assets/search.js", location));
  let pagefind, places;
  const ready = async () => {
    if (pagefind) return;
    pagefind = await import(new URL("pagefind/pagefind.js", base));
    await pagefind.options({ excerptLength: 1 });
    places = await (await fetch(new URL("assets/places.json", base))).json();
  };

  /* "free market" Lenin -> the phrase and the word, each as its words. */
  const plain = (word) => word.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  const terms = (query) => [...query.matchAll(/["“„]([^"”“]+)["”“]|(\S+)/g)]
    .map((found) => (found[1] ?? found[2]).split(/\s+/).filter(plain)).filter((one) => one.length);
  const wordsOf = (page) => (page.raw_content ?? page.content).split(/\s+/);

  /* Between spaces there may be two words: “communism—the” ends one phrase and begins another. */
  const is = (word, wanted, end) => plain(word) === wanted
    || plain(word.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean).at(end) ?? "") === wanted;

  /* Where a term stands in a page. Pagefind tells one place of a phrase, readers want all. */
  const placesOf = (term, page) => {
    if (term.length === 1) return page.locations;
    const words = wordsOf(page);
    const wanted = term.map(plain);
    return words.flatMap((_, n) =>
      wanted.every((word, k) => is(words[n + k] ?? "", word, k ? 0 : -1)) ? wanted.map((_, k) => n + k) : []);
  };

  /* Paragraph -> places of a word in it, by number of the word, for one text. */
  const byParagraph = (page, at, known) => {
    const anchors = page.anchors.filter((one) => one.id in known).sort((a, b) => a.location - b.location);
    const found = new Map();
    for (const n of at) {
      const anchor = anchors.findLast((one) => one.location <= n);
      if (anchor) found.set(anchor.id, [...(found.get(anchor.id) ?? []), n]);
    }
    return found;
  };
  const look = async (term) => {
    const results = (await pagefind.search(term.join(" "))).results.slice(0, 200);
    const pages = await Promise.all(results.map((one) => one.data()));
    return new Map(pages.map((page) => {
      const id = page.url.replace(/^.*\//, "").replace(/\.html$/, "");
      return [id, { page, found: byParagraph(page, placesOf(term, page), places.texts[id]?.places ?? {}) }];
    }));
  };

  /* Every place that has all the terms: text, paragraph, numbers of the words. */
  const search = async (query) => {
    const looked = [];
    // One after the other: Pagefind hands out the same page for each term, with other places.
    for (const term of terms(query)) looked.push(await look(term));
    const found = [];
    for (const [text, first] of looked[0] ?? []) {
      const others = looked.slice(1).map((one) => one.get(text)?.found);
      for (const [paragraph, at] of first.found)
        if (others.every((one) => one?.has(paragraph)))
          found.push({ text, paragraph, page: first.page,
            at: [...at, ...others.flatMap((one) => one.get(paragraph))].sort((a, b) => a - b) });
    }
    return found;
  };

  const element = (name, words, attributes = {}) => {
    const made = Object.assign(document.createElement(name), attributes);
    if (words) made.textContent = words;
    return made;
  };
  /* The words before and after a hit; hits that follow each other are one. */
  const lines = ({ page, at }) => {
    const words = wordsOf(page);
    const runs = [];
    for (const n of new Set(at)) {
      const last = runs.at(-1);
      if (last && n <= last[1] + 1) last[1] = n;
      else runs.push([n, n]);
    }
    return runs.map(([from, to]) => [words.slice(Math.max(0, from - 9), from).join(" ") + " ",
      words.slice(from, to + 1).join(" "), " " + words.slice(to + 1, to + 10).join(" ")]);
  };
  const line = (place, [before, words, after]) => {
    const item = element("li");
    const link = element("a", place.paragraph, { href: `${place.text}.html#${place.paragraph}` });
    item.append(link, " ", before, element("mark", words), after);
    return item;
  };

  const choice = (name, label, values) => {
    const field = element("label", `${label} `);
    const select = element("select", "", { name });
    select.append(new Option(every, ""), ...values.map(([id, words, n]) => new Option(`${words} (${n})`, id)));
    select.value = parameters.get(name) ?? "";
    select.addEventListener("change", () => go({ [name]: select.value }));
    field.append(select);
    return field;
  };
  const named = (place) => places.texts[place.text].places[place.paragraph];
  const counted = (found, kind) => {
    const count = new Map();
    for (const place of found)
      for (const id of named(place))
        if (places.entries[id]?.[0] === kind) count.set(id, (count.get(id) ?? 0) + 1);
    return [...count].map(([id, n]) => [id, places.entries[id][1], n])
      .sort((a, b) => b[2] - a[2] || a[1].localeCompare(b[1]));
  };
  const offer = (found) => {
    const texts = Object.entries(places.texts).map(([id, text]) =>
      [id, text.title, found.filter((place) => place.text === id).length]).filter((one) => one[2]);
    const offered = [["text", textWord, texts], ["person", personWord, counted(found, "person")],
      ["place", placeWord, counted(found, "place")]];
    facets.replaceChildren(...offered.filter((one) => one[2].length || parameters.get(one[0]))
      .map((one) => choice(...one)));
  };
  const fits = (place) => (!parameters.get("text") || parameters.get("text") === place.text)
    && ["person", "place"].every((one) => !parameters.get(one) || named(place).includes(parameters.get(one)));

  const tell = (found) => {
    list.replaceChildren();
    for (const [id, text] of Object.entries(places.texts)) {
      const here = found.filter((place) => place.text === id);
      if (!here.length) continue;
      const item = element("li");
      const head = element("h2");
      head.append(element("a", text.title, { href: `${id}.html` }));
      const inner = element("ul");
      inner.append(...here.flatMap((place) => lines(place).map((words) => line(place, words))));
      item.append(head, inner);
      list.append(item);
    }
    const count = list.querySelectorAll("li li").length;
    status.textContent = count ? `${count} ${count === 1 ? hit : hits}` : none;
  };

  let turn = 0;
  const go = async (changed) => {
    for (const [name, value] of Object.entries(changed))
      if (value) parameters.set(name, value);
      else parameters.delete(name);
    history.replaceState(null, "", parameters.size ? `?${parameters}` : location.pathname);
    const mine = ++turn;
    const query = parameters.get("q") ?? "";
    if (!query.trim()) return void (list.replaceChildren(), facets.replaceChildren(), status.textContent = "");
    status.textContent = searching;
    await ready();
    const found = await search(query);
    if (mine !== turn) return;
    offer(found);
    tell(found.filter(fits));
  };
  let wait;
  input.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(() => go({ q: input.value.trim() }), 250);
  });
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    go({ q: input.value.trim() });
  });
  go({});
})();
