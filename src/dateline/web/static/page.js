// What every page shares: the names scripts use for each other. Pages are complete without it.
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
};
