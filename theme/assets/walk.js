// Lets a reader go from mark to mark of an open chart, by pointer, touch or arrow keys, and says what each mark is:
// in a box beside it, and to a screen reader when keys or a press led there.
"use strict";
(function (room) {
  // A mark is found by anybody who comes near it: a finger covers more than a pointer.
  const NEAR = { mouse: 26, pen: 26, touch: 44 };
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

  // Every mark of Vega's drawing that stands for a figure; a line or an area stands for many, so it is none.
  function* marks(mark) {
    for (const item of mark.items) {
      if (item.datum?.figure && ["symbol", "rect", "rule"].includes(mark.marktype)) yield { item, type: mark.marktype };
      if (mark.marktype === "group") for (const inner of item.items) yield* marks(inner);
    }
  }

  // One for each figure in the order of the chart's file: its point or bar, or its interval where it has nothing else.
  function walked({ view, chart, state }) {
    const found = new Map();
    for (const { item, type } of marks(view.scenegraph().root)) {
      const { figure, pick } = item.datum;
      if (state.picked && pick !== state.picked) continue;
      if (!found.has(figure) || type !== "rule") found.set(figure, item);
    }
    return Object.keys(chart.told).filter((figure) => found.has(figure)).map((figure) => ({ figure, item: found.get(figure) }));
  }

  const boxOf = ({ item }) => item._svg.getBoundingClientRect();

  function distance(box, x, y) {
    const across = Math.max(box.left - x, 0, x - box.right), down = Math.max(box.top - y, 0, y - box.bottom);
    return Math.hypot(across, down);
  }

  function nearest(explored, event) {
    const near = walked(explored).map((mark) => ({ mark, away: distance(boxOf(mark), event.clientX, event.clientY) }));
    const best = near.reduce((one, other) => (other.away < one.away ? other : one), { away: Infinity });
    return best.away <= (NEAR[event.pointerType] ?? NEAR.mouse) ? best.mark : null;
  }

  function labelled(className, attributes = {}) {
    const element = document.createElement("div");
    element.className = className;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }

  function fill(tip, lines) {
    tip.replaceChildren(...lines.map((line, place) => {
      const element = document.createElement(place ? "div" : "b");
      element.textContent = line;
      return element;
    }));
  }

  // Below the mark's right end, or above it where the window ends; never over the mark and never off the chart.
  function place(tip, ring, box, frame) {
    const left = box.right - frame.left, top = box.top - frame.top;
    Object.assign(ring.style, {
      left: `${box.left - frame.left - 4}px`, top: `${top - 4}px`,
      width: `${box.width + 8}px`, height: `${box.height + 8}px`,
    });
    const below = box.bottom + 12 + tip.offsetHeight <= innerHeight;
    tip.style.left = `${Math.max(0, Math.min(left + 8, frame.width - tip.offsetWidth))}px`;
    tip.style.top = `${below ? box.bottom - frame.top + 12 : top - tip.offsetHeight - 12}px`;
  }

  room.walk = function (explored) {
    const { stage, chart } = explored;
    const tip = labelled("tip", { "aria-hidden": "true" }), ring = labelled("ring", { "aria-hidden": "true" });
    const spoken = labelled("spoken", { role: "status", "aria-live": "polite" });
    const leaving = new AbortController();
    let current = null;
    stage.append(ring, tip);
    explored.live.append(spoken);

    function hide() {
      current = null;
      tip.hidden = ring.hidden = true;
      spoken.textContent = "";
    }

    function show(mark, aloud) {
      if (!mark) return hide();
      if (mark.figure !== current) {
        current = mark.figure;
        tip.hidden = ring.hidden = false;
        fill(tip, chart.told[current]);
      }
      place(tip, ring, boxOf(mark), stage.getBoundingClientRect());
      if (aloud) spoken.textContent = chart.told[current].join(". ");
    }

    function step(event) {
      if (event.key === "Escape") return hide();
      if (!(event.key in STEPS) || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const all = walked(explored);
      if (!all.length) return;
      const at = all.findIndex(({ figure }) => figure === current);
      // From outside, any key but End leads to the first mark.
      const next = at < 0 && event.key !== "End" ? 0 : Math.max(0, Math.min(at + STEPS[event.key], all.length - 1));
      all[next].item._svg.scrollIntoView({ block: "nearest" });
      show(all[next], true);
    }

    const listen = (target, name, does) => target.addEventListener(name, does, { signal: leaving.signal });
    listen(stage, "keydown", step);
    listen(stage, "blur", hide);
    listen(stage, "pointermove", (event) => { if (event.pointerType !== "touch") show(nearest(explored, event), false); });
    listen(stage, "pointerdown", (event) => show(nearest(explored, event), true));
    // A finger that is lifted has left the chart, but its reader still reads.
    listen(stage, "pointerleave", (event) => { if (event.pointerType !== "touch") hide(); });
    listen(document, "pointerdown", (event) => { if (!stage.contains(event.target)) hide(); });
    hide();

    return {
      hide,
      leave() {
        leaving.abort();
        for (const element of [tip, ring, spoken]) element.remove();
      },
    };
  };
})(window.unaccounted);
