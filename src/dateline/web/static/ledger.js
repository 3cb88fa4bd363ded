// The slider over the days: it moves the date beside it, and the page follows when it rests.
"use strict";
(() => {
  const slide = document.getElementById("slide"), day = document.getElementById("day");
  if (!slide) return;
  slide.hidden = false;
  const first = Date.parse(slide.dataset.first);
  const told = () => new Date(first + slide.value * 864e5).toISOString().slice(0, 10);
  slide.addEventListener("input", () => { day.value = told(); slide.setAttribute("aria-valuetext", day.value); });
  slide.addEventListener("change", async () => {
    const url = `/ledger?day=${told()}`;
    const page = new DOMParser().parseFromString(await (await fetch(url)).text(), "text/html");
    history.replaceState(null, "", url);
    const beside = page.querySelector(".gantt");
    if (beside) document.querySelector(".gantt").replaceWith(beside);
    for (const one of page.querySelectorAll(".agreement")) {
      const here = document.getElementById(one.id);
      here?.querySelector(".facts").replaceWith(one.querySelector(".facts"));
      for (const part of [".strip", ".ticks"]) {
        const drawn = one.querySelector(part);
        if (drawn) here?.querySelector(part).replaceWith(drawn);
      }
    }
    for (const kind of ["csv", "json"]) document.querySelector(`.head a[href^="/ledger.${kind}"]`)?.setAttribute("href", `/ledger.${kind}?day=${told()}`);
  });
})();
