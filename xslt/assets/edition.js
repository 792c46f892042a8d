/* Comforts for reading; the page is whole without them. Shows the reading or the diplomatic text,
   marks what the editors changed, and remembers both. */
(() => {
  "use strict";
  const root = document.documentElement;
  const toolbar = document.querySelector(".toolbar");
  if (!toolbar) return;
  const remembered = (key, value) => {
    try {
      if (value === undefined) return localStorage.getItem(key);
      localStorage.setItem(key, value);
    } catch { /* no storage here: nothing is remembered */ }
    return null;
  };
  const showText = (text) => {
    root.dataset.text = text;
    for (const button of toolbar.querySelectorAll("[data-text]"))
      button.setAttribute("aria-pressed", String(button.dataset.text === text));
  };
  const showMarks = (on) => {
    root.toggleAttribute("data-marks", on);
    toolbar.querySelector("[data-marks]").setAttribute("aria-pressed", String(on));
  };
  toolbar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.text) {
      showText(button.dataset.text);
      remembered("text", button.dataset.text);
    } else {
      showMarks(!root.hasAttribute("data-marks"));
      remembered("marks", String(root.hasAttribute("data-marks")));
    }
  });
  if (remembered("text") === "diplomatic") showText("diplomatic");
  if (remembered("marks") === "true") showMarks(true);
  toolbar.hidden = false;
})();
