// Lets a reader touch a chart. Until the first touch nothing more is loaded than this; then the library, the rooms that
// use it and the chart itself are fetched from this site. The picture and the table stay when anything fails.
"use strict";
(function () {
  const base = new URL("..", document.currentScript.src);
  const room = (window.unaccounted = Object.assign(window.unaccounted || {}, { charts: {} }));
  const loaded = new Map();

  function script(address) {
    if (!loaded.has(address)) {
      loaded.set(address, new Promise((resolve, reject) => {
        const element = document.createElement("script");
        element.src = new URL(address, base).href;
        element.onload = resolve;
        // Forget a failure, so that the next touch tries again.
        element.onerror = () => { loaded.delete(address); element.remove(); reject(new Error(address)); };
        document.head.append(element);
      }));
    }
    return loaded.get(address);
  }

  const fetched = (name) => Promise.all([
    "assets/vega.js", "assets/explore.js", "assets/walk.js", `${document.documentElement.lang}/charts/${name}.js`,
  ].map(script));

  // What is open stands in the address, so that it can be linked: #chart-NAME&series=…&from=2023&to=2024-06
  function wanted() {
    const [place, ...chosen] = location.hash.slice(1).split("&");
    const figure = chosen.length ? document.getElementById(place) : null;
    return figure?.matches("figure.chart") ? { figure, chosen: new URLSearchParams(chosen.join("&")) } : null;
  }

  async function open(figure, chosen) {
    const name = figure.dataset.chart, status = figure.querySelector(".chart-status");
    if (figure.classList.contains("is-busy")) return;
    figure.classList.add("is-busy");
    try {
      await fetched(name);
      figure.opened?.close();
      figure.opened = await room.explore(figure, room.charts[name], chosen);
      figure.querySelector(".explore").textContent = figure.dataset.back;
      status.textContent = "";
    } catch {
      close(figure);
      status.textContent = figure.dataset.failed;
    }
    figure.classList.remove("is-busy");
  }

  function close(figure) {
    figure.opened?.close();
    figure.opened = null;
    figure.querySelector(".explore").textContent = figure.dataset.explore;
  }

  async function touched(figure) {
    if (figure.opened) {
      close(figure);
      history.replaceState(null, "", `#${figure.id}`);
    } else {
      await open(figure, new URLSearchParams());
      figure.opened?.begin();
    }
  }

  function prepare(figure) {
    const button = figure.querySelector(".explore");
    button.hidden = false;
    button.addEventListener("click", () => touched(figure));
    figure.querySelector(".canvas").addEventListener("click", () => { if (!figure.opened) touched(figure); });
    for (const first of ["pointerenter", "focus"]) {
      button.addEventListener(first, () => fetched(figure.dataset.chart).catch(() => {}), { once: true });
    }
  }

  async function restore() {
    const asked = wanted();
    if (!asked) return;
    await open(asked.figure, asked.chosen);
    asked.figure.scrollIntoView({ block: "start" });
  }

  // The same place in another language, also where it is a single number.
  const carry = (event) => { event.currentTarget.hash = location.hash; };

  function start() {
    document.querySelectorAll(".languages a").forEach((link) => link.addEventListener("click", carry));
    document.querySelectorAll("figure.chart").forEach(prepare);
    document.querySelectorAll("details.chart-table").forEach((details) =>
      details.addEventListener("toggle", () => script("assets/tables.js").catch(() => {}), { once: true }));
    restore();
  }

  addEventListener("hashchange", restore);
  if (window.document$) window.document$.subscribe(start);
  else document.addEventListener("DOMContentLoaded", start);
})();
