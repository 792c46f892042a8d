/* A text page: menus of the tool line, contents that know the place one is at, notes beside the text
   where there is room, what is folded after it, copies with their source. Every page is whole
   without it. */
(() => {
  "use strict";
  const all = (what, from = document) => [...from.querySelectorAll(what)];
  const main = document.querySelector("main");
  const contents = document.querySelector(".menu-contents");
  const inMargin = () =>
    contents && getComputedStyle(contents).getPropertyValue("--in-margin").trim() === "1";

  /* One menu is open at a time; Escape and a click elsewhere close it. */
  const menus = all(".menu");
  const mayClose = (menu) => menu.open && !(menu === contents && inMargin());
  const closeMenus = (but) => {
    for (const menu of menus) if (menu !== but && mayClose(menu)) menu.open = false;
  };
  for (const menu of menus)
    menu.addEventListener("toggle", () => { if (menu.open) closeMenus(menu); });
  document.addEventListener("click", (event) => {
    const menu = event.target.closest(".menu");
    closeMenus(event.target.closest(".panel a") ? null : menu);
  });
  document.addEventListener("keydown", (event) => {
    const menu = menus.find(mayClose);
    if (event.key !== "Escape" || !menu) return;
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) menu.querySelector("summary").focus();
  });

  /* From one text to the other at the same place. */
  const shown = () => all("article [id]").find((one) =>
    one.matches(".p, .line, h2, h3, [role=doc-pagebreak]") && one.getBoundingClientRect().bottom > 60);
  for (const link of all(".views a"))
    link.addEventListener("click", () => {
      const place = shown();
      if (scrollY > 300 && place && !link.href.includes("-comparison")) link.hash = place.id;
    });

  /* Contents: in the margin where there is room, and the place one is at. */
  if (contents) {
    const here = document.createElement("span");
    here.className = "here";
    contents.querySelector("summary").append(here);
    const links = all(".contents a", contents);
    const heads = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    let current = null;
    const mark = () => {
      const passed = heads.filter((head) => head && head.getBoundingClientRect().top < 130);
      const link = links[heads.indexOf(passed.at(-1))] ?? null;
      if (link === current) return;
      current?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "location");
      current = link;
      here.textContent = link ? link.textContent : "";
      if (inMargin()) link?.scrollIntoView({ block: "nearest", container: "nearest" });
    };
    const fit = () => { contents.open = inMargin(); mark(); };
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; mark(); });
    }, { passive: true });
    let margin = null;
    const resized = () => { if (inMargin() !== margin) { margin = inMargin(); fit(); } };
    addEventListener("resize", resized);
    resized();
  }

  /* The address of a verse, a heading, an item: a sign where it is pointed at or touched, or its number.
     Each fifth verse is a stop of the keyboard; arrows lead to those around it. */
  const MARKED = "article :is(.line, .entry, h2, h3, h4, h5, h6, li, figure)[id]:not(nav *, .notes *, .editorial-notes *)";
  const signOf = (place) => {
    const number = place.querySelector(":scope > .line-number");
    const known = (number ?? place).querySelector(":scope > .pl");
    if (known) return known;
    const link = document.createElement("a");
    Object.assign(link, { className: "pl", href: `#${encodeURIComponent(place.id)}`, tabIndex: -1 });
    link.textContent = number ? "" : "¶";
    link.setAttribute("aria-label", `¶ ${number?.dataset.n ?? place.textContent.trim().slice(0, 40)}`);
    (number ?? place).prepend(link);
    return link;
  };
  let since = 4;
  for (const verse of all("article .line[id]")) {
    const stops = verse.querySelector(":scope > .line-number") || since === 4;
    if (stops) signOf(verse).tabIndex = 0;
    since = stops ? 0 : since + 1;
  }
  let pointed = null;
  document.addEventListener("pointerover", (event) => {
    const place = event.buttons && event.pointerType === "mouse" ? null : event.target.closest?.(MARKED);
    if (!place || place.querySelector(":scope > .pl, :scope > .line-number > .pl")) return;
    if (pointed && pointed !== document.activeElement && !pointed.ariaExpanded) pointed.remove();
    pointed = signOf(place);
  });
  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const verse = step && event.target.matches(".line .pl") && event.target.closest(".line");
    if (!verse) return;
    const verses = all("article .line[id]");
    const next = verses[verses.indexOf(verse) + step];
    if (!next) return;
    event.preventDefault();
    signOf(next).focus();
  });

  /* Notes and entries of the apparatus beside the text: copies for the eye, so they are kept from
     everything else. Entries of one line are one. */
  const beside = () => {
    let free = 0;
    const top = main.getBoundingClientRect().top;
    const places = all(".side", main).map((note) =>
      [note, document.getElementById(note.dataset.call).getBoundingClientRect().top - top - 4, note.offsetHeight]);
    for (const [note, wanted, height] of places) {
      note.style.top = `${Math.max(wanted, free)}px`;
      free = Math.max(wanted, free) + height + 10;
    }
  };
  const arrange = () => {
    if (all(".side", main)[0]?.checkVisibility()) beside();
  };
  const aim = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const twin = (source) => {
    const copy = source.cloneNode(true);
    for (const marked of all("[id]", copy)) marked.removeAttribute("id");
    return copy;
  };
  if (document.body.matches(".noted")) {
    let key = null;
    const known = new Set();
    for (const call of all("article a:is(.note-call[role], .c)", main)) {
      const source = aim(call);
      const entry = source?.matches(".entries li");
      if (!source || known.has(source) || !(entry || call.matches(".note-call"))) continue;
      known.add(source);
      const piece = document.createElement("span");
      piece.append(...twin(source).childNodes);
      if (entry) piece.className = source.closest(".layer").className;
      const sign = entry ? piece.querySelector(".entry-key") : null;
      if (sign && sign.textContent === key) {
        sign.replaceWith(" ‖ ");
        main.lastElementChild.append(piece);
        continue;
      }
      key = sign?.textContent ?? null;
      const place = call.id ? call : call.closest("[id]");
      const note = document.createElement("div");
      note.className = entry ? "side varied" : "side";
      note.inert = true;
      note.dataset.call = place.id;
      note.setAttribute("aria-hidden", "true");
      note.append(piece);
      main.append(note);
    }
    arrange();
    addEventListener("resize", arrange);
    document.fonts?.ready.then(arrange);
    for (const button of all("[data-option]")) button.addEventListener("click", arrange);
  }

  /* A text and its translations: the row that is read is lit; where there is one column, what corresponds
     follows one another. Of three the reader may leave out some. */
  const buttons = all("button[data-side]");
  for (const parallel of all(".parallel")) {
    const columns = all(":scope > .column", parallel);
    const sides = columns.map((side) => all(":scope > .pair", side));
    parallel.addEventListener("mouseover", (event) => {
      const pair = event.target.closest(".pair");
      const at = Math.max(...sides.map((side) => side.indexOf(pair)));
      sides.forEach((side) => side.forEach((one, n) => one.classList.toggle("lit", pair && n === at)));
    });
    sides.forEach((side, which) => side.forEach((one, n) => { one.style.order = sides.length * n + which; }));
    const choose = () => {
      const off = buttons.filter((one) => one.getAttribute("aria-pressed") !== "true").map((one) => one.dataset.side);
      columns.forEach((one) => { one.hidden = off.includes(one.lang); });
      const shown = columns.filter((one) => !one.hidden);
      parallel.style.setProperty("--sides", shown.length);
      columns.forEach((one, n) => sides[n].forEach((pair) => pair.style.setProperty("--at", shown.indexOf(one) + 1)));
    };
    for (const button of buttons) button.addEventListener("click", choose);
    if (buttons.length) choose();
  }

  /* Images: their viewer is asked for when they are. */
  const paneButton = document.querySelector("[data-pane=image]");
  const images = (event) => {
    const link = event.target.closest("[data-pane=image], a.to-image");
    if (!paneButton || !link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    document.removeEventListener("click", images);
    const script = document.createElement("script");
    script.src = document.querySelector("script[src$='reading.js']").src.replace("reading.js", "images.js");
    script.onload = () => link.click();
    document.head.append(script);
  };
  document.addEventListener("click", images);
  /* As the edition wants it at first, where there is room and nothing is asked of another server. */
  const wanted = paneButton && document.documentElement.dataset.image === "on" && innerWidth >= 960;
  if (wanted && window === parent && JSON.parse(document.querySelector("script.images").textContent)[0].src) {
    paneButton.dataset.first = "";
    paneButton.click();
  }

  /* A link into what is folded opens it; on paper everything is open. */
  const unfold = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = target && target.closest(".fold");
    if (!fold || fold.open) return;
    fold.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();
  addEventListener("beforeprint", () => { for (const fold of all(".fold")) fold.open = true; });

  /* The address of a place that is on another page of a long text: the first page knows on which. */
  const sendOn = () => {
    const place = decodeURIComponent(location.hash.slice(1));
    const file = document.body.dataset.places;
    if (!file || !place || document.getElementById(place)) return;
    const view = document.body.matches(".diplomatic") ? "-diplomatic" : document.body.matches(".wide") ? "-comparison" : "";
    window.editioPlaces = (parts) => {
      const number = Object.keys(parts).find((one) => parts[one].includes(place));
      const page = `${file.replace(/-places\.js$/, "")}-part-${number}${view}.html#${encodeURIComponent(place)}`;
      if (number) location.replace(new URL(page, location.href));
    };
    const script = document.createElement("script");
    script.src = file;
    document.head.append(script);
  };
  addEventListener("hashchange", sendOn);
  sendOn();

  /* Citing: the address at which this is read, copies, a passage with its source. */
  const cite = document.querySelector(".cite");
  const [copied, copyCited] = cite ? cite.dataset.words.split("|") : [];
  const address = cite?.querySelector(".address");
  if (address && address.closest("[hidden]")) {
    address.textContent = address.href;
    address.closest("[hidden]").hidden = false;
  }
  const write = async (words) => {
    try { await navigator.clipboard.writeText(words); } catch { return false; }
    return true;
  };
  let toast = null;
  const say = (...parts) => {
    toast ??= document.createElement("div");
    toast.className = "toast";
    toast.setAttribute("role", "status");
    main.append(toast);
    toast.replaceChildren(...parts);
    clearTimeout(say.timer);
    say.timer = setTimeout(() => toast.remove(), 9000);
  };
  const words = (what, from) => from.querySelector(`.${what}`).textContent.trim();
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    if (await write(words(button.dataset.copy, button.closest(".card, .cite")))) button.textContent = copied;
  });
  /* Words of the text are copied without the notes beside them; a note that one begins in is copied. */
  document.addEventListener("copy", () => {
    const node = getSelection().anchorNode;
    const begun = node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
    if (!begun?.closest("article") || begun.closest(".note-margin")) return;
    document.body.classList.add("copying");
    setTimeout(() => document.body.classList.remove("copying"));
  });
  if (cite) document.addEventListener("copy", () => {
    const selection = getSelection();
    const node = selection.anchorNode;
    const from = node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
    if (selection.isCollapsed || !from?.closest("article") || String(selection).length < 20) return;
    const passage = String(selection).trim();
    const id = from.closest("article [id]")?.id;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = copyCited;
    button.addEventListener("click", async () => {
      const at = address.href.replace(/#.*/, "") + (id ? `#${id}` : "");
      if (await write(`${passage}\n\n${words("citation", cite)} ${at}`)) say(copied);
    });
    say(`${copied}.`, button);
  });
})();
