/* Other forms of the text, and its translations, in columns beside this one: each in a frame, so that
   ids stay one page's own and it is there from disk, too. All are kept at the same place. */
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
  const room = () => (narrow() ? 1 : Math.max(2, Math.floor(innerWidth / 340) - 1) - hasImage());
  const arrange = () => {
    others = columns.map(({ frame }) => frame.contentWindow);
    columns.forEach(({ column }, n) => column.style.setProperty("--place", n - columns.length - 1));
    main.style.setProperty("--columns", columns.length);
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
  const open = (link, button, stay = false) => {
    if (narrow() && hasImage()) image.click();
    crowd(room() - 1);
    const column = document.createElement("aside");
    column.className = "column-beside";
    column.setAttribute("aria-label", link.textContent);
    const frame = document.createElement("iframe");
    frame.title = link.textContent;
    const bar = document.createElement("div");
    bar.className = "pane-tools";
    const shut = document.createElement("button");
    Object.assign(shut, { type: "button", textContent: "×", title: main.dataset.card.split("|")[0] });
    shut.setAttribute("aria-label", shut.title);
    const one = { column, frame, button };
    shut.addEventListener("click", () => { close(one); button.closest("details").querySelector("summary").focus(); });
    const name = document.createElement("span");
    name.textContent = link.textContent;
    bar.append(name, shut);
    column.append(bar, frame);
    main.append(column);
    frame.src = link.href.replace(/#.*/, "");
    button.setAttribute("aria-pressed", "true");
    columns.push(one);
    arrange();
    const line = document.querySelector(".toolbar");
    if (!stay && !narrow() && line.getBoundingClientRect().top > 0) line.scrollIntoView();
  };
  for (const link of all("a:not([aria-current])", views)) {
    if (/-(comparison|collated)\.html$/.test(link.getAttribute("href"))) continue;
    const one = document.createElement("button");
    one.type = "button";
    one.textContent = `${link.textContent}, ${views.dataset.beside}`;
    one.setAttribute("aria-pressed", "false");
    one.addEventListener("click", () => {
      const shown = columns.find(({ button }) => button === one);
      if (shown) close(shown);
      else open(link, one);
    });
    views.append(Object.assign(document.createElement("li"), { className: "choice" }));
    views.lastChild.append(one);
    /* As the edition wants it at first, where there is room. */
    const wanted = document.documentElement.dataset.diplomatic === "on" && !narrow();
    if (wanted && /-diplomatic\.html$/.test(link.getAttribute("href"))) open(link, one, true);
  }
  /* The image takes the room of a column; in a narrow window, all of it. */
  image?.addEventListener("click", () => setTimeout(() => crowd(narrow() && hasImage() ? 0 : room())));
  addEventListener("resize", () => { if (columns.length > room()) crowd(room()); });
})();
