/* Another form of the text in a column beside this one, in a frame, so that ids stay one page's own
   and it is there from disk, too. The two are kept at the same place. */
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
  /* What a place is called in a translation that is a text of its own. */
  const told = document.querySelector("[data-across]")?.dataset.across.split(" ") ?? [];
  const across = new Map(told.flatMap((id, n) => (n % 2 ? [] : [[id, told[n + 1]]])));
  const back = new Map([...across].map(([id, there]) => [there, id]));
  let mine = false;
  let other = null;
  let waiting = 0;
  for (const what of ["pointerover", "wheel", "touchstart", "keydown"])
    addEventListener(what, () => { mine = true; }, { passive: true });
  const tell = () => {
    const place = read();
    if (place) other?.postMessage({ editioPlace: place.id, across: across.get(place.id), top: place.getBoundingClientRect().top - top() }, "*");
  };
  addEventListener("scroll", () => {
    clearTimeout(waiting);
    if (mine && other) waiting = setTimeout(tell, 60);
  }, { passive: true });
  addEventListener("message", ({ source, data }) => {
    if (source !== other || !data) return;
    if (data.editioReady) return tell();
    const place = [data.across, back.get(data.editioPlace), data.editioPlace]
      .map((id) => id && document.getElementById(id)).find(Boolean);
    if (!place) return;
    mine = false;
    scrollBy({ top: place.getBoundingClientRect().top - top() - data.top, behavior: "instant" });
  });

  /* In a frame: the text alone; links that leave it leave the frame. */
  if (window !== window.parent) {
    document.documentElement.classList.add("beside");
    other = window.parent;
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      if (link && link.href.replace(/#.*/, "") !== location.href.replace(/#.*/, "")) link.target = "_top";
    }, true);
    other.postMessage({ editioReady: true }, "*");
    return;
  }

  /* One button for each other form; one of them is shown at a time. */
  let column = null;
  let button = null;
  const narrow = () => innerWidth < 960;
  const image = document.querySelector("[data-pane=image]");
  const close = () => {
    column?.remove();
    button?.setAttribute("aria-pressed", "false");
    [column, button, other] = [null, null, null];
    document.body.classList.remove("with-column");
    dispatchEvent(new Event("resize"));
  };
  const open = (link, pressed, stay = false) => {
    if (narrow() && image?.getAttribute("aria-pressed") === "true") image.click();
    column = document.createElement("aside");
    column.className = "column-beside";
    column.setAttribute("aria-label", link.textContent);
    const frame = document.createElement("iframe");
    frame.title = link.textContent;
    const bar = document.createElement("div");
    bar.className = "pane-tools";
    const shut = document.createElement("button");
    Object.assign(shut, { type: "button", textContent: "×", title: main.dataset.card.split("|")[0] });
    shut.setAttribute("aria-label", shut.title);
    shut.addEventListener("click", () => { close(); pressed.closest("details").querySelector("summary").focus(); });
    const name = document.createElement("span");
    name.textContent = link.textContent;
    bar.append(name, shut);
    column.append(bar, frame);
    main.append(column);
    frame.src = link.href.replace(/#.*/, "");
    other = frame.contentWindow;
    button = pressed;
    button.setAttribute("aria-pressed", "true");
    document.body.classList.add("with-column");
    dispatchEvent(new Event("resize"));
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
      const again = one === button;
      close();
      if (!again) open(link, one);
    });
    views.append(Object.assign(document.createElement("li"), { className: "choice" }));
    views.lastChild.append(one);
    /* As the edition wants it at first, where there is room. */
    const wanted = document.documentElement.dataset.diplomatic === "on" && !narrow();
    if (wanted && /-diplomatic\.html$/.test(link.getAttribute("href"))) open(link, one, true);
  }
  image?.addEventListener("click", () => {
    if (narrow() && image.getAttribute("aria-pressed") !== "true") close();
  });
})();
