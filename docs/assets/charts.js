// Lets a reader touch a chart: the library and the chart's specification are fetched from this site on the first
// pointer, focus or press, never before; the picture and the table stay when anything fails.
"use strict";
(function () {
  const base = new URL("..", document.currentScript.src);
  const language = () => document.documentElement.lang || "en";
  const scripts = new Map();
  window.unaccounted = { specifications: {} };

  function script(address) {
    if (!scripts.has(address)) {
      scripts.set(address, new Promise((resolve, reject) => {
        const element = document.createElement("script");
        element.src = new URL(address, base).href;
        element.onload = resolve;
        element.onerror = () => { scripts.delete(address); reject(new Error(address)); };
        document.head.append(element);
      }));
    }
    return scripts.get(address);
  }

  const fetched = (name) => Promise.all([script("assets/vega.js"), script(`${language()}/charts/${name}.js`)]);

  function tooltip(figure) {
    const tip = document.createElement("div");
    tip.className = "tip";
    tip.setAttribute("role", "status");
    tip.hidden = true;
    figure.append(tip);
    return (handler, event, item, value) => {
      tip.hidden = !value;
      if (!value) return;
      const head = document.createElement("b");
      head.textContent = value.amount;
      tip.replaceChildren(head, ...["series", "when", "told", "source"].filter((key) => value[key]).map((key) => {
        const line = document.createElement("div");
        line.textContent = value[key];
        return line;
      }));
      const frame = figure.getBoundingClientRect();
      const left = Math.min(event.clientX - frame.left + 14, frame.width - tip.offsetWidth);
      tip.style.left = `${Math.max(0, left)}px`;
      tip.style.top = `${event.clientY - frame.top + 16}px`;
    };
  }

  async function show(figure, button) {
    const name = figure.dataset.chart;
    await fetched(name);
    const canvas = figure.querySelector(".canvas");
    const place = document.createElement("div");
    place.className = "live";
    canvas.append(place);
    const width = canvas.clientWidth < 480 ? "narrow" : "wide";
    const options = { mode: "vega-lite", renderer: "svg", ast: true, actions: false, defaultStyle: false, tooltip: tooltip(figure) };
    figure.view = (await window.vegaEmbed(place, unaccounted.specifications[name][width], options)).view;
    const svg = place.querySelector("svg");
    svg.setAttribute("viewBox", `0 0 ${svg.getAttribute("width")} ${svg.getAttribute("height")}`);
    figure.classList.add("is-live");
    button.dataset.explore = button.textContent;
    button.textContent = button.dataset.back;
  }

  function hide(figure, button) {
    figure.view.finalize();
    figure.view = null;
    figure.querySelectorAll(".live, .tip").forEach((element) => element.remove());
    figure.classList.remove("is-live");
    button.textContent = button.dataset.explore;
  }

  function prepare(figure) {
    const button = figure.querySelector(".explore");
    let busy = false;
    const toggle = async () => {
      if (busy) return;
      busy = true;
      try { await (figure.view ? hide(figure, button) : show(figure, button)); } catch { button.hidden = true; }
      busy = false;
    };
    button.hidden = false;
    button.addEventListener("click", toggle);
    figure.querySelector(".canvas").addEventListener("click", () => { if (!figure.view) toggle(); });
    for (const first of ["pointerenter", "touchstart", "focusin"]) {
      figure.addEventListener(first, () => fetched(figure.dataset.chart).catch(() => {}), { once: true, passive: true });
    }
  }

  const start = () => {
    document.querySelectorAll("figure.chart").forEach(prepare);
    document.querySelectorAll("details.chart-table").forEach((details) =>
      details.addEventListener("toggle", () => script("assets/tables.js").catch(() => {}), { once: true }));
  };
  if (window.document$) window.document$.subscribe(start);
  else document.addEventListener("DOMContentLoaded", start);
})();
