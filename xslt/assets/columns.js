/* Other forms of the text, its translations, and its notes, in columns beside this one: each form in a
   frame, so that ids stay one page's own and it is there from disk, too. All are kept at the same place. */
(() => {
  "use strict";
  const all = (what, from = document) => [...from.querySelectorAll(what)];
  const views = document.querySelector(".views");
  const main = document.querySelector("main");
  if (!views) return;

  /* What is read here, and how far from the top it stands. */
  const top = () => (document.querySelector(".toolbar")?.getBoundingClientRect().bottom ?? 0) + 4;
  const places = all("article :is(.p, .line, .zone, h2, h3, [role=doc-pagebreak])[id]");
  const read = () => places.find((one) => one.getBoundingClientRect().bottom > Math.max(top(), 0));
  /* What a place is called in the versions that are texts of their own. */
  const across = new Map();
  const back = new Map();
  const told = views.dataset.across?.split(" ") ?? [];
  for (let n = 0; n + 1 < told.length; n += 2) {
    across.set(told[n], [...(across.get(told[n]) ?? []), told[n + 1]]);
    back.set(told[n + 1], told[n]);
  }
  let mine = false;
  let others = [];
  let waiting = 0;
  for (const what of ["pointerover", "wheel", "touchstart", "keydown"])
    addEventListener(what, () => { mine = true; }, { passive: true });
  const tell = (those) => {
    const place = read();
    if (!place) return;
    const where = { editioPlace: place.id, across: across.get(place.id) ?? [], top: place.getBoundingClientRect().top - top() };
    for (const other of those) other.postMessage(where, "*");
  };
  addEventListener("scroll", () => {
    clearTimeout(waiting);
    if (mine && others.length) waiting = setTimeout(() => tell(others), 60);
  }, { passive: true });
  addEventListener("message", ({ source, data }) => {
    if (!others.includes(source) || !data) return;
    if (data.editioReady) return tell([source]);
    /* Two translations meet in what both translate. */
    const place = [...data.across.map((id) => back.get(id)), ...data.across, back.get(data.editioPlace), data.editioPlace]
      .map((id) => id && document.getElementById(id)).find(Boolean);
    if (!place) return;
    mine = false;
    scrollBy({ top: place.getBoundingClientRect().top - top() - data.top, behavior: "instant" });
    const rest = others.filter((other) => other !== source);
    if (rest.length) tell(rest);
  });

  /* In a frame: the text alone; links that leave it leave the frame. */
  if (window !== window.parent) {
    /* Landmarks of two pages in one window are told apart by the form of the text. */
    const form = views.querySelector("[aria-current]")?.textContent ?? document.title;
    main.ariaLabel = form;
    for (const one of all("main [aria-labelledby]")) {
      const name = document.getElementById(one.getAttribute("aria-labelledby"))?.textContent;
      if (!name) continue;
      one.removeAttribute("aria-labelledby");
      one.ariaLabel = `${name}, ${form}`;
    }
    document.documentElement.classList.add("beside");
    others = [window.parent];
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      if (link && link.href.replace(/#.*/, "") !== location.href.replace(/#.*/, "")) link.target = "_top";
    }, true);
    others[0].postMessage({ editioReady: true }, "*");
    return;
  }

  /* One button for each other form: as many of them are shown as there is room for. */
  const columns = [];
  const narrow = () => innerWidth < 960;
  const image = document.querySelector("[data-pane=image]");
  const hasImage = () => image?.getAttribute("aria-pressed") === "true";
  /* Versions that stand in the text itself take room, too. */
  const sides = () => (document.documentElement.dataset.parallel === "off" ? 1
    : Math.max(1, ...all(".parallel").map((one) => all(":scope > .column:not([hidden])", one).length)));
  const room = () => (narrow() ? 1
    : Math.max(1, Math.max(3, Math.floor(innerWidth / 340)) - sides() - hasImage()));
  const arrange = () => {
    others = columns.flatMap(({ frame }) => frame?.contentWindow ?? []);
    columns.forEach(({ column }, n) => column.style.setProperty("--place", n - columns.length - 1));
    main.style.setProperty("--columns", columns.length);
    main.style.setProperty("--own", `${0.4 + 0.6 * sides()}fr`);
    document.body.classList.toggle("with-column", columns.length > 0);
    dispatchEvent(new Event("resize"));
  };
  const close = (one) => {
    columns.splice(columns.indexOf(one), 1);
    one.column.remove();
    one.button.setAttribute("aria-pressed", "false");
    arrange();
  };
  const crowd = (most) => { while (columns.length > most) close(columns[0]); };
  const made = (name, properties) => Object.assign(document.createElement(name), properties);
  const open = (name, button, fill, stay = false) => {
    if (narrow() && hasImage()) image.click();
    crowd(room() - 1);
    const column = made("aside", { className: "column-beside", ariaLabel: name });
    const bar = made("div", { className: "pane-tools" });
    const shut = made("button", { type: "button", textContent: "×", title: main.dataset.card.split("|")[0] });
    shut.ariaLabel = shut.title;
    const one = { column, button };
    shut.addEventListener("click", () => { close(one); button.closest("details").querySelector("summary").focus(); });
    bar.append(made("span", { textContent: name }), shut);
    column.append(bar);
    main.append(column);
    Object.assign(one, fill(column));
    button.setAttribute("aria-pressed", "true");
    columns.push(one);
    arrange();
    one.begin?.();
    const line = document.querySelector(".toolbar");
    if (!stay && !narrow() && line.getBoundingClientRect().top > 0) line.scrollIntoView();
  };
  const offer = (name, fill, stay = false) => {
    const one = made("button", { type: "button", textContent: `${name}, ${views.dataset.beside}`, ariaPressed: "false" });
    one.addEventListener("click", () => {
      const shown = columns.find(({ button }) => button === one);
      if (shown) close(shown);
      else open(name, one, fill);
    });
    views.append(made("li", { className: "choice" }));
    views.lastChild.append(one);
    if (stay) open(name, one, fill, stay);
  };
  for (const link of all("a:not([aria-current])", views)) {
    if (/-(comparison|collated)\.html$/.test(link.getAttribute("href"))) continue;
    /* As the edition wants it at first, where there is room. */
    const wanted = document.documentElement.dataset.diplomatic === "on" && !narrow();
    offer(link.textContent, (column) => {
      const frame = made("iframe", { title: link.textContent });
      column.append(frame);
      frame.src = link.href.replace(/#.*/, "");
      return { frame };
    }, wanted && /-diplomatic\.html$/.test(link.getAttribute("href")));
  }

  /* The notes, as they stand below the text; the first one that is called on the screen is at the top. */
  const series = all("article > [role=doc-endnotes]");
  const noteOf = (call, list) => list.querySelector(`[data-note="${CSS.escape(decodeURIComponent(call.hash.slice(1)))}"]`);
  const calls = all("article a[role=doc-noteref]");
  const isSeen = (call) => call.getBoundingClientRect().bottom > Math.max(top(), 0);
  const lead = (note, list) => {
    const place = note?.previousElementSibling ? note : note?.closest("div");
    if (place) list.scrollTo({ top: place.getBoundingClientRect().top - list.getBoundingClientRect().top + list.scrollTop - 8 });
  };
  const notesBeside = (column) => {
    const list = made("div", { className: "notes-beside", tabIndex: 0, role: "group", ariaLabel: column.ariaLabel });
    for (const some of series) {
      const part = made("div", { className: some.className });
      if (series.length > 1) part.append(made("p", { className: "group", textContent: some.querySelector("h2").textContent }));
      part.append(some.querySelector("ol").cloneNode(true));
      for (const note of all("li[id]", part)) note.dataset.note = note.id;
      for (const marked of all("[id]", part)) marked.removeAttribute("id");
      list.append(part);
    }
    column.append(list);
    return { notes: list, begin: () => lead(calls.filter(isSeen).map((call) => noteOf(call, list)).find(Boolean), list) };
  };
  const notesColumn = () => columns.find(({ notes }) => notes);
  if (series.length) offer(series[0].querySelector("h2").textContent, notesBeside);
  let turning = 0;
  addEventListener("scroll", () => {
    cancelAnimationFrame(turning);
    turning = requestAnimationFrame(() => notesColumn()?.begin());
  }, { passive: true });
  /* With its note beside it, a call opens no card. */
  document.addEventListener("click", (event) => {
    const list = notesColumn()?.notes;
    const call = list && event.target.closest("article a[role=doc-noteref]");
    const note = call && noteOf(call, list);
    if (!note) return;
    event.preventDefault();
    event.stopPropagation();
    for (const other of all("[aria-current]", list)) other.removeAttribute("aria-current");
    note.setAttribute("aria-current", "true");
    lead(note, list);
  }, true);

  /* The image takes the room of a column; in a narrow window, all of it. */
  image?.addEventListener("click", () => setTimeout(() => crowd(narrow() && hasImage() ? 0 : room())));
  addEventListener("resize", () => { if (columns.length > room()) crowd(room()); });
})();
