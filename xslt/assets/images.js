/* Images beside the text, in OpenSeadragon: page by page as one reads, zones and lines linked both
   ways. What is on another server is asked for after a click, and its absence is told. */
(() => {
  "use strict";
  const all = (what, from = document) => [...from.querySelectorAll(what)];
  const data = document.querySelector("script.images");
  const leaves = JSON.parse(data.textContent);
  const [, pageWord, backWord, onWord, inWord, outWord, wholeWord, turnWord, homeWord, closeWord,
    remoteWord, showWord, failedWord, placeWord, ofWord] = data.dataset.words.split("|");
  const button = document.querySelector("[data-pane=image]");
  const byId = (id) => document.getElementById(id);
  const asked = new Set(JSON.parse(sessionStorage.getItem("image-hosts") ?? "[]"));

  /* The pane: a line of buttons, the image, what is said of it. */
  const make = (tag, props = {}, ...inside) => {
    const one = Object.assign(document.createElement(tag), props);
    one.append(...inside);
    return one;
  };
  const press = (words, sign, act) => {
    const one = make("button", { type: "button", title: words, textContent: sign });
    one.setAttribute("aria-label", words);
    one.addEventListener("click", act);
    return one;
  };
  const choice = make("select", { title: pageWord });
  choice.setAttribute("aria-label", pageWord);
  leaves.forEach((leaf, n) => choice.append(new Option(leaf.n || `${n + 1}`, n)));
  const home = make("a", { className: "image-home", textContent: "↗", title: homeWord });
  home.setAttribute("aria-label", homeWord);
  const back = press(backWord, "‹", () => choose(at - 1));
  const on = press(onWord, "›", () => choose(at + 1));
  const zoom = (factor) => () => viewer?.viewport?.zoomBy(factor).applyConstraints();
  const bar = make("div", { className: "pane-tools" }, back, choice,
    make("span", { className: "pane-count", textContent: `${ofWord} ${leaves.length}` }), on,
    press(inWord, "+", zoom(1.4)), press(outWord, "−", zoom(1 / 1.4)),
    press(wholeWord, "⤢", () => viewer?.viewport?.goHome()),
    press(turnWord, "↻", () => viewer?.viewport?.setRotation(viewer.viewport.getRotation() + 90)),
    home, press(closeWord, "×", () => show(false)));
  const stage = make("div", { className: "pane-image" });
  const said = make("div", { className: "pane-said" });
  said.setAttribute("role", "status");
  const pane = make("aside", { className: "pane" }, bar, stage, said);
  pane.setAttribute("aria-label", data.dataset.words.split("|")[0]);
  data.after(pane);

  /* What OpenSeadragon opens. */
  const tiles = (leaf) => {
    const [width, height] = [Number(leaf.width), Number(leaf.height)];
    const folder = leaf.src.replace(/\.\w+$/, "/");
    return { width, height, tileSize: 512, tileOverlap: 0, minLevel: 9,
      maxLevel: Math.ceil(Math.log2(Math.max(width, height))),
      getTileUrl: (level, x, y) => `${folder}${level}/${x}_${y}.jpg` };
  };
  const plain = (url) => ({ type: "image", url, buildPyramid: false });
  const canvas = async (leaf) => {
    const manifest = await (await fetch(leaf.manifest)).json();
    const pages = manifest.items ?? manifest.sequences[0].canvases;
    const page = pages.find((one) => (one.id ?? one["@id"]) === leaf.url) ?? pages[Math.min(leaves.filter((one) => one.manifest).indexOf(leaf), pages.length - 1)];
    const body = page.items?.[0].items[0].body ?? page.images[0].resource;
    const service = [body.service].flat()[0];
    return service ? `${service.id ?? service["@id"]}/info.json` : plain(body.id ?? body["@id"]);
  };
  const source = async (leaf) => {
    if (leaf.src) return leaf.tiled ? tiles(leaf) : plain(leaf.src);
    if (leaf.manifest) return canvas(leaf);
    if (!leaf.iiif) return plain(leaf.url);
    const info = await fetch(`${leaf.iiif}/info.json`).catch(() => null);
    // Of a service that tells nothing of itself: the picture that is named, else the whole one.
    const whole = /\.(jpe?g|png|gif|webp)$/i.test(leaf.url) ? leaf.url : `${leaf.iiif}/full/max/0/default.jpg`;
    return info?.ok ? info.json() : plain(whole);
  };

  let viewer = null;
  let at = -1;
  const library = () => window.OpenSeadragon ?? new Promise((done, failed) => {
    const script = make("script", { onload: () => done(window.OpenSeadragon), onerror: failed });
    script.src = new URL("openseadragon/openseadragon.min.js", here).href;
    document.head.append(script);
  });
  const here = document.currentScript?.src ?? all("script").find((one) => one.src.endsWith("/images.js")).src;
  const start = async () => {
    const OpenSeadragon = await library();
    // The viewer writes a style into the page, which a strict host forbids; this stands in for it.
    const guard = document.createElementNS("urn:editio:ns", "style");
    guard.setAttribute("data-openseadragon-mobile-css", "true");
    document.head.append(guard);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    viewer ??= OpenSeadragon({ element: stage, prefixUrl: "", showNavigationControl: false,
      drawer: "canvas", crossOriginPolicy: false, visibilityRatio: 0.4, minZoomImageRatio: 0.7,
      maxZoomPixelRatio: 4, animationTime: still ? 0 : 0.5, gestureSettingsMouse: { clickToZoom: false } });
    viewer.addHandler("open", overlay);
    viewer.addHandler("open-failed", () => tell(failedWord));
    viewer.canvas.setAttribute("aria-label", pane.getAttribute("aria-label"));
  };
  const tell = (words, ...more) => said.replaceChildren(words, ...more);
  const link = (leaf) => make("a", { href: leaf.src ?? leaf.url, textContent: leaf.src ?? leaf.url });

  /* One image; zone: the place of the text to show on it. */
  const turn = async (n, zone) => {
    if (!leaves[n]) return;
    const leaf = leaves[n];
    const fresh = n !== at;
    at = n;
    choice.value = n;
    [back.disabled, on.disabled] = [n === 0, n === leaves.length - 1];
    home.href = leaf.src ?? leaf.url;
    if (!fresh) return void (zone && focus(zone));
    wanted = zone;
    viewer?.close();
    tell("");
    const host = leaf.src ? "" : new URL(leaf.url).host;
    if (host && !leaf.remote && !asked.has(host)) {
      const yes = make("button", { type: "button", textContent: showWord });
      yes.addEventListener("click", () => {
        asked.add(host);
        sessionStorage.setItem("image-hosts", JSON.stringify([...asked]));
        at = -1;
        turn(n, zone);
      });
      return void tell(`${remoteWord} ${host}. `, yes, " ", link(leaf));
    }
    try {
      if (!viewer) await start();
      const opened = await source(leaf);
      if (at === n) viewer.open(opened);
    } catch { tell(`${failedWord} `, link(leaf)); }
  };

  /* Zones, drawn over the image in its own measure; each leads to its place in the text. */
  let wanted = null;
  const points = (zone) => {
    const given = (zone.points ?? "").split(/[\s,]+/).filter(Boolean).map(Number);
    const xs = given.filter((_, n) => n % 2 === 0);
    const ys = given.filter((_, n) => n % 2 === 1);
    return zone.box ? zone.box.split(" ").map(Number)
      : [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  };
  const rectangle = (zone) => {
    const image = viewer.world.getItemAt(0);
    const size = image.getContentSize();
    const [left, top, right, bottom] = (leaves[at].box ?? `0 0 ${size.x} ${size.y}`).split(" ").map(Number);
    const [x, y, x2, y2] = points(zone);
    const scale = [size.x / (right - left), size.y / (bottom - top)];
    return image.imageToViewportRectangle((x - left) * scale[0], (y - top) * scale[1],
      (x2 - x) * scale[0], (y2 - y) * scale[1]);
  };
  const overlay = () => {
    viewer.clearOverlays();
    (leaves[at].zones ?? []).forEach((zone, n) => {
      const element = make("a", { className: "image-zone", href: `#${zone.to}` });
      element.dataset.to = zone.to;
      element.setAttribute("aria-label", `${placeWord} ${n + 1}`);
      element.addEventListener("click", (event) => { event.preventDefault(); lead(zone.to); });
      element.addEventListener("mouseenter", () => light(zone.to));
      element.addEventListener("focus", () => light(zone.to));
      new window.OpenSeadragon.MouseTracker({ element, clickHandler: () => lead(zone.to) });
      viewer.addOverlay({ element, location: rectangle(zone) });
    });
    if (wanted) focus(wanted);
  };
  const focus = (to) => {
    light(to);
    const zone = (leaves[at].zones ?? []).find((one) => one.to === to);
    if (!zone || !viewer?.world.getItemCount()) return;
    const box = rectangle(zone);
    if (!viewer.viewport.getBounds().containsPoint(box.getCenter())) viewer.viewport.panTo(box.getCenter());
  };

  /* A place of the text: an element, or what stands between one mark of a line and the next. */
  const stretch = (to) => {
    const place = byId(to);
    if (!place) return null;
    const range = document.createRange();
    range.selectNodeContents(place);
    if (!place.textContent.trim()) {
      range.setStartAfter(place);
      const marks = all("article [id]").filter((one) => linked.has(one.id));
      const next = marks[marks.indexOf(place) + 1];
      const block = place.closest("p, div, section");
      if (next && block.contains(next)) range.setEndBefore(next);
      else range.setEndAfter(block.lastChild);
    }
    return range;
  };
  const linked = new Map(leaves.flatMap((leaf, n) => (leaf.zones ?? []).map((zone) => [zone.to, n])));
  const light = (to) => {
    for (const one of all(".image-zone", pane)) one.classList.toggle("lit", one.dataset.to === to);
    if (!window.Highlight) return;
    const range = to && stretch(to);
    CSS.highlights.delete("zone");
    if (range) CSS.highlights.set("zone", new Highlight(range));
  };
  const lead = (to) => { led = true; light(to); byId(to)?.scrollIntoView({ block: "center" }); };

  /* Reading turns the image; what was chosen stays until the reader moves in the text. */
  let led = false;
  for (const what of ["wheel", "touchstart", "keydown", "pointerdown"])
    addEventListener(what, ({ target }) => { if (!pane.contains(target)) led = false; }, { passive: true });
  const choose = (n) => {
    led = true;
    turn(n);
    byId((leaves[n]?.at ?? "").split(" ")[0])?.scrollIntoView();
  };
  const starts = leaves.flatMap((leaf, n) => (leaf.at ?? "").split(" ").filter(Boolean).map((id) => [id, n]));
  const read = () => {
    const edge = innerWidth < 960 ? innerHeight * 0.3 : 160;
    const passed = starts.filter(([id]) => byId(id) && byId(id).getBoundingClientRect().top < edge);
    turn((passed.at(-1) ?? starts[0] ?? [0, 0])[1]);
  };
  let waiting = 0;
  let open = false;
  addEventListener("scroll", () => {
    clearTimeout(waiting);
    if (open && !led) waiting = setTimeout(read, 150);
  }, { passive: true });
  const zoneAt = ({ target, clientX, clientY }) => {
    for (let one = target; one && one.tagName !== "ARTICLE"; one = one.parentElement)
      if (linked.has(one.id)) return one.id;
    const word = document.caretPositionFromPoint?.(clientX, clientY)?.offsetNode
      ?? document.caretRangeFromPoint?.(clientX, clientY)?.startContainer ?? target;
    const marks = all("article [id]").filter((one) => linked.has(one.id) && !one.textContent.trim());
    const before = Node.DOCUMENT_POSITION_FOLLOWING;
    return marks.filter((one) => one.compareDocumentPosition(word) & before).at(-1)?.id ?? null;
  };
  document.querySelector("article").addEventListener("click", (event) => {
    const to = open && !event.target.closest("a, button, summary") && linked.size && zoneAt(event);
    if (to) turn(linked.get(to), to);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.to-image");
    const n = link ? leaves.findIndex((leaf) => (leaf.src ?? leaf.url) === link.getAttribute("href")) : -1;
    if (n < 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(true, n);
  });
  const show = (wish, n, stay = false) => {
    open = wish;
    led = n !== undefined;
    document.body.classList.toggle("with-image", open);
    button.setAttribute("aria-pressed", String(open));
    dispatchEvent(new Event("resize"));
    if (!open) return void (light(null), button.focus());
    const line = document.querySelector(".toolbar");
    if (!stay && innerWidth >= 960 && line.getBoundingClientRect().top > 0) line.scrollIntoView();
    if (n === undefined) read();
    else turn(n);
  };
  choice.addEventListener("change", () => choose(Number(choice.value)));
  button.addEventListener("click", () => {
    show(!open, undefined, "first" in button.dataset);
    delete button.dataset.first;
  });
})();
