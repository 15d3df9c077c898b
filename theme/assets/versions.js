// Where releases stand beside each other, lets a reader change between them on the page at hand, and says on an old
// release that it is old. Elsewhere (in a folder, an unpacked zip, a site of its own) it asks for nothing.
"use strict";
(function () {
  const base = new URL("..", document.currentScript.src);
  const notice = document.querySelector(".older");
  const release = notice && notice.dataset.release;

  if (!release || !location.protocol.startsWith("http") || !base.pathname.endsWith(`/${release}/`)) {
    const config = document.getElementById("__config");
    config.textContent = JSON.stringify({ ...JSON.parse(config.textContent), version: null });
    return;
  }

  const asked = (name) => fetch(new URL(`../${name}`, base)).then((answer) => answer.json());
  const moved = (address, version) => address.replace(base.href, new URL(`../${version}/`, base).href);

  async function change(event) {
    const link = event.target.closest(".md-version__link, .older .same");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    const address = moved(location.href, new URL(link.href).pathname.split("/").at(-2));
    const there = await fetch(address, { method: "HEAD" }).then((answer) => answer.ok, () => false);
    location.assign(there ? address : link.href);
  }

  function line(figure, since, latest) {
    const link = document.createElement("a");
    const bound = document.querySelector(`a[href$="#${CSS.escape(figure)}"]`);
    link.href = moved(bound ? bound.href : new URL(`#${figure}`, location.href).href, latest);
    link.textContent = figure;
    const item = document.createElement("li");
    item.append(link, ` ${notice.querySelector("ul").dataset.since.replace("{}", since)}`);
    return item;
  }

  function tell(latest, changed) {
    const same = notice.querySelector(".same");
    const which = notice.querySelector(".which");
    which.textContent = which.textContent.replace("{}", latest);
    same.href = new URL(`../${latest}/`, base).href;
    const shown = Object.entries(changed).filter(([figure]) =>
      document.getElementById(figure) || document.querySelector(`a[href$="#${CSS.escape(figure)}"]`));
    notice.querySelector("ul").replaceChildren(...shown.map(([figure, since]) => line(figure, since, latest)));
    notice.querySelector(".changed").hidden = !shown.length;
    notice.hidden = false;
  }

  document.addEventListener("click", change, true);
  Promise.all([asked("versions.json"), asked("corrected.json")]).then(([versions, corrected]) => {
    const { version } = versions.find(({ aliases }) => aliases.includes("latest"));
    if (version !== release) tell(version, corrected[release] || {});
  }).catch(() => {});
})();
