// The theme asks for the search index with every first page, and its worker with it. Here the question is held back
// until a reader turns to the search field, which spares everybody else a quarter of the page.
"use strict";
(function () {
  const wanted = new Promise((resolve) => {
    const turned = (event) => { if (event.target.closest(".md-search, [for=__search]")) resolve(); };
    for (const kind of ["focusin", "pointerdown"]) document.addEventListener(kind, turned);
    document.addEventListener("keydown", (event) => { if (["f", "s", "/"].includes(event.key)) resolve(); });
    if (new URL(location.href).searchParams.has("q")) resolve();
  });

  const { open, send } = XMLHttpRequest.prototype;
  const held = new WeakSet();
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    if (String(address).endsWith("search/search_index.json")) held.add(this);
    return open.call(this, method, address, ...rest);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (held.has(this)) wanted.then(() => send.apply(this, body));
    else send.apply(this, body);
  };

  // A worker that starts when it is first spoken to; the theme speaks to it once it has the index.
  const Thread = window.Worker;
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      this.address = address;
    }

    postMessage(message) {
      if (!this.thread) {
        this.thread = new Thread(this.address);
        this.thread.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
      }
      this.thread.postMessage(message);
    }
  };
})();
