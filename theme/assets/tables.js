// Lets a reader sort and filter tables, each of which is complete without this. Its words stand at the table
// (data-filter, data-shown), what a cell is sorted by at the cell (data-value) where that is not its text.
"use strict";
(function () {
  const FEW = 3, MANY = 12;
  const language = document.documentElement.lang || "en";
  const words = new Intl.Collator(language, { numeric: true });

  function key(row, column) {
    const cell = row.cells[column];
    return cell.dataset.value ?? cell.textContent.trim();
  }

  // Cells without a number or a word stay last in both directions.
  function ordered(rows, column, isNumber, direction) {
    const compare = isNumber ? (one, other) => one - other : words.compare;
    return rows.map((row, place) => [key(row, column), place, row]).sort(([one, first], [other, second]) => {
      if (!one || !other) return (one ? 0 : 1) - (other ? 0 : 1) || first - second;
      return direction * compare(one, other) || first - second;
    }).map(([, , row]) => row);
  }

  function sortable(table) {
    const body = table.tBodies[0];
    const original = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];

    function sort(head, column) {
      const isNumber = head.classList.contains("number");
      const turns = isNumber ? ["descending", "ascending"] : ["ascending", "descending"];
      const next = turns[turns.indexOf(head.getAttribute("aria-sort")) + 1];
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      if (next) head.setAttribute("aria-sort", next);
      body.replaceChildren(...(next ? ordered(original, column, isNumber, next === "ascending" ? 1 : -1) : original));
    }

    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(head, column));
      head.append(button);
    });
  }

  function filterable(table) {
    const rows = [...table.tBodies[0].rows];
    const texts = rows.map((row) => row.textContent.toLocaleLowerCase(language));
    const label = document.createElement("label");
    const field = document.createElement("input");
    const count = document.createElement("output");
    const frame = table.closest(".table-frame") || table;
    label.className = "filter";
    label.textContent = table.dataset.filter;
    field.type = "search";
    field.autocomplete = "off";
    label.append(field, count);
    frame.before(label);

    function filter() {
      const sought = field.value.toLocaleLowerCase(language).split(/\s+/);
      rows.forEach((row, place) => { row.hidden = !sought.every((word) => texts[place].includes(word)); });
      const shown = rows.filter((row) => !row.hidden).length;
      const told = [shown, rows.length].map((number) => number.toLocaleString(language));
      count.textContent = field.value ? table.dataset.shown.replace(/\{\}/g, () => told.shift()) : "";
    }

    field.addEventListener("input", filter);
    // An address that leads to a row leads there also when the row was filtered out.
    window.addEventListener("hashchange", () => {
      const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!rows.includes(row) || !row.hidden) return;
      field.value = "";
      filter();
      row.scrollIntoView();
    });
  }

  function prepare(table) {
    const count = table.tBodies[0].rows.length;
    if (table.querySelector(".sort") || !table.tHead || count < FEW) return;
    sortable(table);
    if (count > MANY) filterable(table);
  }

  const start = () => document.querySelectorAll("table[data-filter]").forEach(prepare);
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
