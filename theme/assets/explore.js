// The view of a chart that a reader can touch: buttons for its series, a choice of time, and the address that keeps
// both. How its marks are walked and what they say is in walk.js; how it is drawn, in the chart's own file.
"use strict";
(function (room) {
  const SVG = "http://www.w3.org/2000/svg";
  // As the page's own style sheet has it, a little less than the narrow drawing's letters need to grow.
  const NARROW = 480;

  function made(tag, attributes = {}, ...content) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...content);
    return element;
  }

  function drawn(tag, attributes) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }

  // A line as it is dashed in the chart, or a square; kinds of numbers have their sign in their words.
  function swatch({ hue, dash }) {
    const svg = drawn("svg", { width: dash ? 28 : 12, height: 12, "aria-hidden": "true" });
    const colour = `var(--${hue})`;
    svg.append(dash
      ? drawn("line", { x1: 0, x2: 28, y1: 6, y2: 6, stroke: colour, "stroke-width": 3, "stroke-dasharray": dash })
      : drawn("rect", { width: 12, height: 12, fill: colour }));
    return svg;
  }

  function picks(chart, words, choose) {
    const group = made("div", { class: "chart-picks", role: "group", "aria-label": words.series });
    for (const pick of chart.picks) {
      const button = made("button", { type: "button", "data-pick": pick.code, "aria-pressed": "false" });
      button.append(...(pick.hue ? [swatch(pick)] : []), pick.name);
      button.addEventListener("click", () => choose(button.getAttribute("aria-pressed") === "true" ? "" : pick.code));
      group.append(button);
    }
    return group;
  }

  function select(id, months, chosen, change) {
    const list = made("select", { id }, ...months.map(([code, name]) => made("option", { value: code }, name)));
    list.value = chosen;
    list.addEventListener("change", change);
    return list;
  }

  // A year alone means its first or its last month; what the chart does not have means all of its time.
  function month(months, code, last) {
    const codes = months.map(([each]) => each);
    if (last) codes.reverse();
    return (code && codes.find((each) => each.startsWith(code))) || codes[0] || "";
  }

  const moment = (code, months) => Date.UTC(Number(code.slice(0, 4)), Number(code.slice(5)) - 1 + months, 1);

  // What the reader chose, and the same as the end of an address.
  function chosenFrom(chart, asked) {
    const picked = chart.picks.some(({ code }) => code === asked.get("series")) ? asked.get("series") : "";
    const [from, to] = [month(chart.months, asked.get("from"), false), month(chart.months, asked.get("to"), true)];
    return { picked, from: from < to ? from : to, to: from < to ? to : from };
  }

  function address(figure, chart, state) {
    const parts = [
      state.picked && `series=${encodeURIComponent(state.picked)}`,
      state.from !== month(chart.months, "", false) && `from=${state.from}`,
      state.to !== month(chart.months, "", true) && `to=${state.to}`,
    ].filter(Boolean);
    return `#${figure.id}&${parts.join("&") || "explore"}`;
  }

  function frame(figure, words) {
    const canvas = made("div", { class: "drawn", "aria-hidden": "true" });
    const keys = made("p", { class: "chart-keys", id: `${figure.id}-keys` }, words.keys);
    const stage = made("div", {
      class: "stage", tabindex: "0", role: "application", "aria-roledescription": words.role,
      "aria-label": figure.querySelector("svg.picture title").textContent, "aria-describedby": keys.id,
    }, canvas);
    const live = made("div", { class: "live" }, stage, keys);
    return { live, stage, canvas };
  }

  // The chart without eval: its expressions are walked as trees, so that the page's policy can forbid it.
  async function view(canvas, specification) {
    const runtime = vega.parse(specification, {}, { ast: true });
    const made = new vega.View(runtime, { expr: vega.expressionInterpreter, renderer: "svg", container: canvas });
    return made.runAsync();
  }

  class Explored {
    constructor(figure, chart, asked) {
      Object.assign(this, { figure, chart, words: figure.dataset, state: chosenFrom(chart, asked) });
      Object.assign(this, frame(figure, this.words));
      if (chart.months.length > 1) this.live.prepend(this.range());
      if (chart.picks.length) this.live.prepend(picks(chart, this.words, (code) => this.choose({ picked: code })));
    }

    range() {
      const { months } = this.chart, { from, to, period } = this.words;
      const ids = [`${this.figure.id}-from`, `${this.figure.id}-to`];
      const one = select(ids[0], months, this.state.from, () => this.span(one.value, this.state.to, true));
      const other = select(ids[1], months, this.state.to, () => this.span(this.state.from, other.value));
      this.selects = [one, other];
      const labels = [from, to].map((word, place) => made("label", { for: ids[place] }, word));
      return made("div", { class: "chart-range", role: "group", "aria-label": period }, labels[0], one, labels[1], other);
    }

    // The month that was not touched gives way when the two cross, to the end of the time that there is.
    span(from, to, firstTouched) {
      const { months } = this.chart;
      if (from > to) [from, to] = firstTouched ? [from, months.at(-1)[0]] : [months[0][0], to];
      this.selects[0].value = from;
      this.selects[1].value = to;
      return this.choose({ from, to });
    }

    get width() { return this.figure.querySelector(".canvas").clientWidth < NARROW ? "narrow" : "wide"; }

    async draw() {
      this.shown = this.width;
      this.walk?.leave();
      this.view?.finalize();
      this.view = await view(this.canvas, { ...this.chart.wide, ...this.chart[this.shown] });
      if (this.chart.months.length) this.whole = [this.view.signal("first"), this.view.signal("last")];
      this.walk = room.walk(this);
      await this.apply();
    }

    async apply() {
      const { picked, from, to } = this.state;
      this.walk.hide();
      this.view.signal("picked", picked);
      if (this.whole) {
        const [first, last] = this.whole;
        // The ends of the whole are its first and last mark, not the ends of their months.
        this.view.signal("first", Math.max(first, moment(from, 0))).signal("last", Math.min(last, moment(to, 1) - 1));
      }
      for (const button of this.live.querySelectorAll("[data-pick]")) {
        button.setAttribute("aria-pressed", String(button.dataset.pick === picked));
      }
      await this.view.runAsync();
    }

    async choose(change) {
      Object.assign(this.state, change);
      await this.apply();
      history.replaceState(null, "", address(this.figure, this.chart, this.state));
    }

    async open() {
      this.figure.querySelector(".canvas").append(this.live);
      await this.draw();
      this.figure.classList.add("is-live");
      this.sizes = new ResizeObserver(() => { if (this.shown !== this.width) this.draw(); });
      this.sizes.observe(this.figure);
      return this;
    }

    // After the reader's own press: the keys now belong to the chart, and its address says that it is open.
    begin() {
      this.stage.focus({ preventScroll: true });
      history.replaceState(null, "", address(this.figure, this.chart, this.state));
    }

    close() {
      this.sizes?.disconnect();
      this.walk?.leave();
      this.view?.finalize();
      this.live.remove();
      this.figure.classList.remove("is-live");
    }
  }

  room.explore = async (figure, chart, asked) => {
    const explored = new Explored(figure, chart, asked);
    try {
      return await explored.open();
    } catch (error) {
      explored.close();
      throw error;
    }
  };
})(window.unaccounted);
