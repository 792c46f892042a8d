/* Comforts for reading; every page is whole without them. The reader's choices are remembered; a
   note, a correction or an entry opens in one card where it is called; the table of corrections can
   be filtered. */
(() => {
  "use strict";
  const root = document.documentElement;
  const main = document.querySelector("main");
  const all = (what, from = document) => [...from.querySelectorAll(what)];
  const remembered = (key, value) => {
    try {
      if (value === undefined) return localStorage.getItem(key);
      localStorage.setItem(key, value);
    } catch { /* no storage here: nothing is remembered */ }
    return null;
  };

  /* Theme: as the system has it, light, dark. */
  const themes = ["auto", "light", "dark"];
  const themeButton = document.querySelector(".theme");
  const showTheme = (theme) => {
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    const words = themeButton.dataset.words.split("|")[themes.indexOf(theme)];
    themeButton.querySelector("span").textContent = words;
    themeButton.title = words;
  };
  themeButton.addEventListener("click", () => {
    const next = themes[(themes.indexOf(root.dataset.theme ?? "auto") + 1) % 3];
    showTheme(next);
    remembered("theme", next);
  });
  showTheme(themes.includes(remembered("theme")) ? remembered("theme") : "auto");

  /* What is shown: corrections, names, pages, line ends, notes in the margin. */
  const show = (button, on) => {
    root.dataset[button.dataset.option] = on ? "on" : "off";
    button.setAttribute("aria-pressed", String(on));
  };
  for (const button of all("[data-option]")) {
    const kept = remembered(button.dataset.option);
    if (kept) show(button, kept === "on");
    button.addEventListener("click", () => {
      show(button, button.getAttribute("aria-pressed") !== "true");
      remembered(button.dataset.option, root.dataset[button.dataset.option]);
    });
  }

  /* The card. It belongs to the call that opened it: Escape and a step out of it lead back there. */
  const copy = (source) => {
    const part = source.cloneNode(true);
    for (const marked of [part, ...all("[id]", part)]) marked.removeAttribute("id");
    return [...part.childNodes];
  };
  const row = (cells, heads) => {
    const list = document.createElement("dl");
    cells.forEach((cell, n) => {
      if (!cell.textContent.trim()) return;
      const line = document.createElement("div");
      line.append(document.createElement("dt"), document.createElement("dd"));
      line.firstChild.textContent = heads[n].textContent;
      line.lastChild.append(...copy(cell));
      list.append(line);
    });
    return [list];
  };
  const entry = async (link) => {
    const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
    const article = page.querySelector("article.entry");
    const base = new URL(link.href);
    for (const inner of all("a", article)) inner.href = new URL(inner.getAttribute("href"), base);
    const head = article.querySelector("h1");
    const more = document.createElement("a");
    more.href = link.href;
    more.append(...head.childNodes);
    const heading = document.createElement("h2");
    heading.append(more);
    head.replaceWith(heading);
    return copy(article);
  };
  /* How to cite this paragraph: as the text, at its own address. */
  const paragraph = (link) => {
    history.replaceState(history.state, "", link.hash);
    const inside = copy(document.querySelector(".cite"));
    for (const part of inside) {
      const address = part.querySelector?.(".address");
      if (!address) continue;
      address.href = address.href.replace(/#.*/, "") + link.hash;
      address.textContent = address.href;
    }
    return inside;
  };
  const aim = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const content = async (link) => {
    if (link.matches(".n")) return entry(link);
    if (link.matches(".pl")) return paragraph(link);
    const target = aim(link);
    if (target?.matches("tr"))
      return row(all("th, td", target), all("thead th", target.closest("table")));
    return target?.matches("h2") ? copy(target.closest("section")) : copy(target);
  };
  const calls = "a.note-call, a.c, a.n, .toolbar a.tool, article a.pl";
  const mayOpen = (link) => link.matches(".n")
    ? location.protocol.startsWith("http")
    : link.pathname === location.pathname && aim(link)
      && (!link.matches(".pl") || document.querySelector(".cite .address"));

  let card = null;
  let caller = null;
  const makeCard = () => {
    card = document.createElement("div");
    card.className = "card";
    card.popover = "auto";
    card.tabIndex = -1;
    card.setAttribute("role", "group");
    main.append(card);
    card.addEventListener("toggle", (event) => {
      if (event.newState === "open" || !caller) return;
      caller.removeAttribute("aria-expanded");
      if (card.contains(document.activeElement) || document.activeElement === document.body)
        caller.focus({ preventScroll: true });
    });
    card.addEventListener("focusout", (event) => {
      if (event.relatedTarget === caller || card.contains(event.relatedTarget)) return;
      setTimeout(() => {
        if (document.hasFocus() && !card.contains(document.activeElement)) card.hidePopover();
      });
    });
  };
  /* Close, and the call of the same kind before and after this one. */
  const tools = () => {
    const bar = document.createElement("div");
    bar.className = "card-tools";
    const kind = ["note-call", "c", "n"].find((name) => caller.classList.contains(name));
    const same = kind ? all(`article a.${kind}`, main).filter((one) => one.checkVisibility()) : [];
    const at = same.indexOf(caller);
    const [close, previous, next] = main.dataset.card.split("|");
    const steps = [[previous, "‹", same[at - 1]], [next, "›", at < 0 ? null : same[at + 1]], [close, "×", caller]];
    for (const [words, sign, to] of steps) {
      if (!to) continue;
      const button = document.createElement("button");
      Object.assign(button, { type: "button", textContent: sign, title: words });
      button.setAttribute("aria-label", words);
      button.addEventListener("click", (event) => {
        event.stopPropagation();
        card.hidePopover();
        if (to === caller) return void caller.focus({ preventScroll: true });
        to.scrollIntoView({ block: "center" });
        open(to, true);
      });
      bar.append(button);
    }
    return bar;
  };
  const place = () => {
    const call = caller.getClientRects()[0];
    const size = card.getBoundingClientRect();
    const below = call.bottom + size.height + 12 < innerHeight;
    const left = Math.max(16, Math.min(call.left - 24, root.clientWidth - size.width - 16));
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${scrollY + Math.max(8, below ? call.bottom + 6 : call.top - size.height - 6)}px`;
  };
  const open = async (link, byKeyboard) => {
    const inside = await content(link).catch(() => null);
    if (!inside) return void (location.href = link.href);
    if (!card) makeCard();
    caller = link;
    card.replaceChildren(tools(), ...inside);
    card.setAttribute("aria-label", link.getAttribute("aria-label") ?? link.textContent);
    if (!link.matches("[role]")) link.setAttribute("aria-expanded", "true");
    card.showPopover({ source: link });
    place();
    card.scrollTop = 0;
    if (byKeyboard) card.focus();
  };
  if ("popover" in HTMLElement.prototype)
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.(calls);
      if (!link || link.closest(".card") || event.ctrlKey || event.metaKey || event.shiftKey || !mayOpen(link)) return;
      event.preventDefault();
      if (card?.matches(":popover-open")) card.hidePopover();
      open(link, event.detail === 0);
    });

  /* The table of corrections, narrowed by text, treatment and certainty. */
  for (const form of all("form[data-filters]")) {
    const rows = all(`#${form.dataset.filters} tbody tr:not(.group)`);
    const narrow = () => {
      const wanted = Object.fromEntries(new FormData(form));
      for (const line of rows) {
        const has = { ...line.dataset, text: line.parentElement.dataset.text };
        line.hidden = Object.entries(wanted).some(([name, value]) => value && has[name] !== value);
      }
      for (const group of all(`#${form.dataset.filters} tr.group`))
        group.hidden = all("tr:not(.group)", group.parentElement).every((line) => line.hidden);
      form.querySelector("[data-count]").textContent = rows.filter((line) => !line.hidden).length;
    };
    form.addEventListener("change", narrow);
    narrow();
  }
})();
