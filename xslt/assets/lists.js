/* Lists: filtered, sorted, grouped, fifty lines at a time, from the file of the list. Until a reader
   asks for it, the lines of the page are what there is. The choice stands in the address. */
(() => {
  "use strict";
  const PAGE = 50;
  const MOST_NAMES = 300;
  const FORMS = ["one", "two", "few"];
  const form = new Intl.PluralRules(document.documentElement.lang || "en");
  const parameters = new URLSearchParams(location.search);
  const element = (name, words, attributes = {}) => {
    const made = Object.assign(document.createElement(name), attributes);
    if (words !== undefined) made.textContent = words;
    return made;
  };
  const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  for (const tools of document.querySelectorAll("[data-list]")) {
    const said = JSON.parse(tools.dataset.words);
    const place = tools.parentElement.querySelector(".list");
    const lang = document.documentElement.lang || undefined;
    const status = element("p", "", { role: "status" });
    let data = null;
    let from = 0;

    const load = () => new Promise((done) => {
      if (data) return void done();
      const script = element("script", undefined, { src: `${tools.dataset.up}assets/lists/${tools.dataset.list}.js` });
      script.addEventListener("load", () => {
        data = window.editioLists[tools.dataset.list];
        done();
      });
      document.head.append(script);
    });

    /* A line: address, title, words, day or span of days, language, mentions, numbers of its names by key. */
    const year = (row) => /^-?\d{4}/.exec(row[3])?.[0];
    /* Old texts are told by decades and half centuries, by each that their dates touch; there is no year 0. */
    const STEPS = { decade: 10, half: 50 };
    const within = (day, key) => {
      const found = /^-?\d{4}/.exec(day)?.[0];
      return Math.floor((Number(found) - (found > 0 && key === "half" ? 1 : 0)) / STEPS[key]);
    };
    const periods = (row, key) => {
      if (!year(row)) return [];
      const [from, to] = row[3].split("/").map((day) => within(day, key));
      return Array.from({ length: Math.max(1, (to || from) - from + 1) }, (_, n) => `${from + n}`);
    };
    /* 1840–1849; 1151–1200 (s. XII/2) */
    const ROMAN = [[10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"]];
    const roman = (n) => (n ? ROMAN.filter(([worth]) => worth <= n).slice(0, 1)
      .map(([worth, sign]) => sign + roman(n - worth)).join("") : "");
    const period = (key, n) => {
      const first = n * STEPS[key] + (n >= 0 && key === "half" ? 1 : 0);
      const ends = [first, first + STEPS[key] - 1].map(Math.abs);
      const sign = n >= 0 && key === "half" ? ` (s. ${roman(Math.floor(n / 2) + 1)}/${(n % 2) + 1})` : "";
      return `${ends.join("–")}${n < 0 ? ` ${said["before-christ"]}` : sign}`;
    };
    const called = (key, name) => (STEPS[key] && Number.isInteger(Number(name)) ? period(key, Number(name))
      : key !== "year" || !Number(name) ? name
      : `${Math.abs(name)}${name < 0 ? ` ${said["before-christ"]}` : ""}`);
    const byName = (key) => (a, b) => ((key === "year" || STEPS[key]) && Number(a[0]) - Number(b[0]))
      || a[0].localeCompare(b[0], lang, { numeric: true });
    const namesOf = (row, key) => {
      if (key === "year") return year(row) ? [year(row)] : [];
      if (STEPS[key]) return periods(row, key);
      const n = data.keys.indexOf(key);
      return row[6 + n].map((at) => data.names[n][at]);
    };
    /* Years of a long time are too many to choose from. */
    const reach = () => {
      const years = data.rows.filter(year).map((row) => Number(year(row)));
      return years.length ? Math.max(...years) - Math.min(...years) : 0;
    };
    const keys = () => ["year", ...["decade"].filter(() => reach() > 20), ...["half"].filter(() => reach() > 100), ...data.keys]
      .filter((key) => new Set(data.rows.flatMap((row) => namesOf(row, key))).size > 1);

    const orders = {
      title: (a, b) => a[1].localeCompare(b[1], lang, { numeric: true }),
      day: (a, b) => (year(a) ?? Infinity) - (year(b) ?? Infinity) || a[3].localeCompare(b[3]),
      count: (a, b) => b[5] - a[5],
    };
    const chosen = () => {
      const words = plain(parameters.get("find") ?? "").split(/\s+/).filter(Boolean);
      const wanted = keys().filter((key) => parameters.get(key));
      const found = data.rows.filter((row) =>
        words.every((word) => plain(`${row[1]} ${row[2]}`).includes(word))
        && wanted.every((key) => namesOf(row, key).includes(parameters.get(key))));
      const order = orders[parameters.get("sort")];
      return order ? found.toSorted(order) : found;
    };
    const grouped = (rows) => {
      const key = parameters.get("group");
      if (!keys().includes(key)) return rows.map((row) => ["", row]);
      return rows.flatMap((row) => (namesOf(row, key).length ? namesOf(row, key) : ["–"]).map((name) => [name, row]))
        .toSorted(byName(key)).map(([name, row]) => [called(key, name), row]);
    };

    const line = ([href, title, words, , language]) => {
      const item = element("li");
      if (language) item.lang = language;
      item.append(element("a", title, { href: tools.dataset.up + href }));
      if (words) item.append(element("span", words, { className: "what" }));
      return item;
    };
    const step = (words, to) => {
      const button = element("button", words, { type: "button" });
      button.addEventListener("click", () => {
        from = to;
        show();
        tools.scrollIntoView();
      });
      return button;
    };
    const show = () => {
      const rows = grouped(chosen());
      const parts = [];
      let last = "";
      for (const [name, row] of rows.slice(from, from + PAGE)) {
        if (name !== last || !parts.length) {
          if (name) parts.push(element(tools.dataset.heading, name, { className: "group" }));
          parts.push(element("ol", undefined, { className: "entries" }));
          last = name;
        }
        parts.at(-1).append(line(row));
      }
      const pager = element("p", undefined, { className: "pager" });
      if (from) pager.append(step(said.before, from - PAGE), " ");
      if (rows.length > PAGE) pager.append(`${from + 1}–${Math.min(rows.length, from + PAGE)} / ${rows.length} `);
      if (from + PAGE < rows.length) pager.append(step(said.after, from + PAGE));
      place.replaceChildren(...parts, pager);
      status.textContent = `${rows.length} ${said.entries[FORMS.indexOf(form.select(rows.length))] ?? said.entries[3]}`;
    };

    const change = async (name, value) => {
      if (value) parameters.set(name, value);
      else parameters.delete(name);
      history.replaceState(history.state, "", `${location.pathname}${parameters.size ? `?${parameters}` : ""}`);
      from = 0;
      await load();
      show();
    };
    const field = (words, control) => {
      const label = element("label", `${words} `);
      label.append(control);
      return label;
    };
    const select = (name, first, values) => {
      const made = element("select", undefined, { name });
      made.append(new Option(first, ""), ...values.map(([value, words]) => new Option(words, value)));
      made.value = parameters.get(name) ?? "";
      made.addEventListener("change", () => change(name, made.value));
      return made;
    };
    const facet = (key) => {
      const count = new Map();
      for (const name of data.rows.flatMap((row) => namesOf(row, key))) count.set(name, (count.get(name) ?? 0) + 1);
      const names = [...count].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_NAMES)
        .toSorted(byName(key));
      return field(said[key], select(key, "–", names.map(([name, n]) => [name, `${called(key, name)} (${n})`])));
    };
    const further = element("details");
    const choices = element("div");
    /* What needs the file comes when it is opened, or with an address that asks. */
    const more = async () => {
      await load();
      if (choices.firstChild) return;
      const sorts = ["title", ...(data.rows.some((row) => row[3]) ? ["day"] : []),
        ...(data.rows.some((row) => row[5]) ? ["count"] : [])];
      choices.append(
        field(said.sort, select("sort", said["as-is"], sorts.map((one) => [one, said[one]]))),
        field(said.group, select("group", said.none, keys().map((one) => [one, said[one]]))),
        ...keys().map(facet));
    };

    const find = element("input", undefined, { type: "search", value: parameters.get("find") ?? "" });
    let wait;
    find.addEventListener("input", () => {
      clearTimeout(wait);
      wait = setTimeout(() => change("find", find.value.trim()), 120);
    });
    further.append(element("summary", said.more), choices);
    further.addEventListener("toggle", more);
    tools.append(field(said.filter, find), further, status);
    if (!["find", "sort", "group", "year", "decade", "half", "author", "partner", "place", "kind", "material", "language"].some((one) => parameters.has(one))) continue;
    more().then(show);
    further.open = [...parameters.keys()].some((one) => one !== "find");
  }
})();
