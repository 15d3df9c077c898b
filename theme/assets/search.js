// On the search page alone: fetches the index of its language and finds sections by every form of a word. The index is
// a script, so that it can be fetched from a folder too. What was asked stands in the address behind #.
"use strict";
(function () {
  const form = document.querySelector("form.search");
  const field = form.querySelector("input");
  const list = form.querySelector(".found");
  const status = form.querySelector("[role=status]");
  const MOST = 30, MOST_LETTERS = 220;
  let index;

  // The index says how a text is divided into words (scripts/website/assembly/search_index.py).
  function words(text) {
    const normal = index.normal.reduce((rest, [pattern, put]) => rest.replace(pattern, put), text.toLowerCase());
    return normal.match(index.word) || [];
  }

  // A word of the reader fits a stem if it begins it, or goes on from it with an ending of the language.
  function stems(word) {
    const fits = (stem) => stem === word || (word.length > 2 && stem.startsWith(word))
      || (word.startsWith(stem) && index.endings.has(word.slice(stem.length)));
    return index.names.filter(fits);
  }

  // The sections of a stem stand as the steps from one to the next.
  function places(word) {
    const found = new Map();
    for (const stem of stems(word)) {
      let place = 0;
      for (const step of index.stems[stem]) found.set(place += step, stem);
    }
    return found;
  }

  function score(place, chosen) {
    const [page, , title] = index.sections[place];
    const heads = words(`${title} ${index.pages[page][1]}`);
    return chosen.reduce((sum, stem) => sum + 1 + 4 * heads.some((word) => word.startsWith(stem)), 0);
  }

  function search(query) {
    const asked = words(query).map(places);
    if (!asked.length) return [];
    const common = [...asked[0].keys()].filter((place) => asked.every((found) => found.has(place)));
    const ranked = common.map((place) => ({ place, stems: asked.map((found) => found.get(place)) }));
    return ranked.sort((a, b) => score(b.place, b.stems) - score(a.place, a.stems) || a.place - b.place);
  }

  function marked(text, chosen) {
    const parts = text.split(index.printed);
    return parts.map((part) => {
      const word = words(part)[0];
      if (!word || !chosen.some((stem) => word.startsWith(stem))) return part;
      const mark = document.createElement("mark");
      mark.textContent = part;
      return mark;
    });
  }

  function excerpt(text, chosen) {
    const parts = text.split(/(?<=[.!?])\s+/);
    const first = Math.max(0, parts.findIndex((part) => words(part).some((word) => chosen.some((s) => word.startsWith(s)))));
    const whole = parts.slice(first).join(" ");
    return whole.length <= MOST_LETTERS ? whole : `${whole.slice(0, whole.lastIndexOf(" ", MOST_LETTERS))} …`;
  }

  function item({ place, stems: chosen }) {
    const [page, anchor, title, text] = index.sections[place];
    const [address, name] = index.pages[page];
    const link = document.createElement("a");
    link.href = anchor ? `${address}#${anchor}` : address;
    link.append(...marked(title, chosen));
    const where = document.createElement("span");
    where.className = "facts";
    where.textContent = name === title ? "" : ` ${name}`;
    const words = document.createElement("p");
    words.append(...marked(excerpt(text, chosen), chosen));
    const entry = document.createElement("li");
    entry.append(link, where, words);
    return entry;
  }

  function show() {
    const found = search(field.value);
    list.replaceChildren(...found.slice(0, MOST).map(item));
    status.textContent = !field.value.trim() ? "" : found.length ? status.dataset.found.replace("{}", found.length) : status.dataset.none;
    history.replaceState(null, "", field.value ? `#q=${encodeURIComponent(field.value)}` : "#");
  }

  const asked = () => decodeURIComponent((location.hash.match(/^#q=(.*)/) || ["", ""])[1]);

  window.unaccounted = Object.assign(window.unaccounted || {}, {
    search(content) {
      const pattern = (source) => new RegExp(source, "gu");
      index = {
        ...content,
        names: Object.keys(content.stems),
        endings: new Set(content.endings),
        normal: content.normal.map(([source, put]) => [pattern(source), put]),
        word: pattern(content.word),
        printed: new RegExp(`(${content.printed})`, "u"),
      };
      form.hidden = false;
      field.value = asked();
      field.addEventListener("input", show);
      form.addEventListener("submit", (event) => event.preventDefault());
      if (field.value) show();
      else if (!location.hash) field.focus();
    },
  });
  const script = document.createElement("script");
  script.src = form.dataset.index;
  document.head.append(script);
})();
