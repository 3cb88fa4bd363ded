// Narrowing down without loading the page anew: what is picked goes into the address, and what comes back takes the
// place of what was shown. The map stays and follows.
"use strict";
(() => {
  const main = document.getElementById("main");
  let asked = 0;

  const address = (form) => {
    const said = [...new FormData(form)].filter(([, value]) => value !== "");
    return "/" + (said.length ? "?" + new URLSearchParams(said) : "");
  };

  async function show(url, { push }) {
    const turn = ++asked;
    main.setAttribute("aria-busy", "true");
    const answer = await fetch(url, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (turn !== asked) return;
    const next = page.querySelector("main");
    if (!answer.ok || !next.querySelector("#ask")) { location.assign(url); return; }
    if (push) history.pushState(null, "", url);
    take(next, page.title);
  }

  function take(next, title) {
    const held = document.activeElement?.id;
    const open = new Map([...main.querySelectorAll("details[id]")].map((one) => [one.id, one.open]));
    const map = main.querySelector("#map");
    const place = next.querySelector("#map");
    if (map && place && map.dataset.live) place.replaceWith(map);
    for (const one of next.querySelectorAll("details[id]")) if (open.has(one.id)) one.open = open.get(one.id);
    main.replaceChildren(...next.childNodes);
    main.removeAttribute("aria-busy");
    document.title = title;
    if (held) document.getElementById(held)?.focus({ preventScroll: true });
    brush();
    document.dispatchEvent(new CustomEvent("dateline:shown"));
  }

  main.addEventListener("submit", (event) => {
    if (event.target.id !== "ask") return;
    event.preventDefault();
    show(address(event.target), { push: true });
  });
  main.addEventListener("change", (event) => {
    if (event.target.form?.id === "ask" && event.target.type !== "search") show(address(event.target.form), { push: true });
  });
  main.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const plain = link && !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0;
    if (!plain || link.closest(".lede p:not(.chips)")) return;
    const url = new URL(link.getAttribute("href"), location.href);
    if (url.origin !== location.origin || url.pathname !== "/") return;
    event.preventDefault();
    show(url.href, { push: true });
  });
  addEventListener("popstate", () => show(location.href, { push: false }));
  document.addEventListener("dateline:ask", (event) => {
    const url = new URL(location.href);
    for (const [name, value] of Object.entries(event.detail)) value ? url.searchParams.set(name, value) : url.searchParams.delete(name);
    url.searchParams.delete("page");
    show(url.href, { push: true });
  });

  // Drag over the days to take them.
  function brush() {
    const svg = main.querySelector("svg.days");
    if (!svg) return;
    let from = null, box = null;
    const at = (event) => {
      const frame = svg.getBoundingClientRect();
      return Math.min(1, Math.max(0, (event.clientX - frame.left) / frame.width));
    };
    svg.addEventListener("pointerdown", (event) => { if (event.button === 0) from = at(event); });
    svg.addEventListener("dragstart", (event) => event.preventDefault());
    svg.addEventListener("pointermove", (event) => {
      if (from === null) return;
      const to = at(event);
      if (!box && Math.abs(to - from) < 0.008) return;
      if (!box) {
        box = document.createElementNS(svg.namespaceURI, "rect");
        box.setAttribute("class", "brush"); box.setAttribute("y", 0); box.setAttribute("height", 128);
        svg.append(box); svg.setPointerCapture(event.pointerId);
      }
      box.setAttribute("x", Math.min(from, to) * 960); box.setAttribute("width", Math.abs(to - from) * 960);
    });
    svg.addEventListener("pointerup", (event) => {
      if (box) {
        const [a, b] = [from, at(event)].sort((x, y) => x - y);
        const first = Date.parse(svg.dataset.first), last = Date.parse(svg.dataset.last) + 864e5;
        const day = (share) => new Date(first + share * (last - first)).toISOString().slice(0, 10);
        svg.addEventListener("click", (click) => { click.preventDefault(); click.stopPropagation(); }, { once: true, capture: true });
        document.dispatchEvent(new CustomEvent("dateline:ask", { detail: { from: day(a), to: day(Math.max(a, b - 1e-6)) } }));
      }
      from = null; box = null;
    });
  }
  brush();
})();
