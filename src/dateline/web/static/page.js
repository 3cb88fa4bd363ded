// What every page shares: how scripts send and colour things, and the key that shows or veils distressing words.
"use strict";
window.dateline = {
  colour(name) { return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim(); },
  async send(address, fields) {
    const answer = await fetch(address, {
      method: "POST", headers: { accept: "application/json" }, body: new URLSearchParams(fields), credentials: "same-origin",
    });
    const told = await answer.json().catch(() => ({ detail: `the answer was ${answer.status}` }));
    return { ok: answer.ok, status: answer.status, told };
  },
  writing(event) { return event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox], [type=range]), select, textarea") || document.querySelector("dialog[open]"); },
};
(() => {
  const form = document.getElementById("veil");
  const button = form?.querySelector("button");
  function turn() {
    const veiled = document.body.classList.toggle("veiled");
    fetch("/veil", { method: "POST", redirect: "manual", body: new URLSearchParams({ token: document.body.dataset.token, words: veiled ? "on" : "off" }) });
    button.value = veiled ? "off" : "on";
    button.firstChild.data = veiled ? "Show distressing words everywhere " : "Veil distressing words ";
  }
  form?.addEventListener("submit", (event) => { event.preventDefault(); turn(); });
  addEventListener("keydown", (event) => { if (form && event.key === "v" && !window.dateline.writing(event)) turn(); });
})();
