// One key a decision. A decision is sent at once and the next event comes up; z takes the last one back.
"use strict";
(() => {
  const { send, writing } = window.dateline;
  if (!document.getElementById("bulk")) return;   // somebody who only reads
  const VERDICTS = { y: "accept", n: "reject", u: "unsure" }, PAIRED = { y: "same", n: "different", u: "unsure" };
  const SAID = { accept: "✓ accepted", reject: "✗ rejected", unsure: "? unsure", same: "⇄ the same", different: "≠ different", withdraw: "taken back" };
  const list = document.querySelector(".queue"), keys = document.getElementById("keys"), help = document.getElementById("help");
  const items = [...document.querySelectorAll(".item[data-subject]")];
  const done = [];
  let at = -1;
  keys.hidden = false;

  function go(to, scroll = true) {
    if (!items.length) return;
    items[at]?.classList.remove("here");
    at = Math.min(items.length - 1, Math.max(0, to));
    items[at].classList.add("here");
    items[at].focus({ preventScroll: true });
    if (scroll) items[at].scrollIntoView({ block: "center" });
  }

  const told = (item, words) => { item.querySelector("[role=status]").textContent = words; };

  async function decide(item, verdict) {
    const { subject, seen, other = "" } = item.dataset;
    told(item, "…");
    const answer = await send("/review/decide", { token: list.dataset.token, subject, seen, verdict, other: verdict === "withdraw" ? "" : other });
    if (!answer.ok) { told(item, answer.status === 409 ? "somebody else decided on this meanwhile; load the page again" : answer.told.detail); return false; }
    item.dataset.seen = answer.told.number;
    item.classList.toggle("done", verdict !== "withdraw");
    told(item, SAID[verdict]);
    waiting();
    return true;
  }

  const ticks = () => items.filter((one) => one.querySelector("[name=picked]")?.checked);

  async function judge(key) {
    const ticked = ticks();
    const chosen = ticked.length ? ticked : at >= 0 ? [items[at]] : [];
    for (const item of chosen) {
      if (await decide(item, (item.dataset.other ? PAIRED : VERDICTS)[key])) { done.push(item); for (const box of item.querySelectorAll("[name=picked]")) box.checked = false; }
    }
    if (!ticked.length && chosen.length) go(at + 1);
  }

  async function undo() {
    const item = done.pop();
    if (item && await decide(item, "withdraw")) go(items.indexOf(item));
  }

  const ACTS = {
    j: () => go(at + 1), k: () => go(at - 1), z: undo,
    m: () => { if (ticks().length > 1) document.querySelector("#bulk [value=merge]").click(); },
    x: () => { const box = items[at]?.querySelector("[name=picked]"); if (box) box.checked = !box.checked; },
    Enter: () => { if (at >= 0) location.assign(items[at].querySelector("h2 a, p a").href); },
    "?": () => help.showModal(),
  };

  addEventListener("keydown", (event) => {
    if (writing(event) || (event.key === "Enter" && event.target.matches("a, button, summary, input, .veil"))) return;
    const act = VERDICTS[event.key] ? () => judge(event.key) : ACTS[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  document.addEventListener("focusin", (event) => {
    const item = event.target.closest(".item[data-subject]");
    if (item && items[at] !== item) { items[at]?.classList.remove("here"); at = items.indexOf(item); item.classList.add("here"); }
  });
  document.querySelector("main").addEventListener("submit", async (event) => {
    const item = event.target.closest(".item[data-subject]");
    if (!item || event.target.id === "bulk") return;
    event.preventDefault();
    if (await decide(item, event.target.dataset.verdict)) { done.push(item); go(items.indexOf(item) + 1); }
  });

  const status = document.getElementById("weighing");
  function waiting() { status.textContent = "there are decisions not weighed yet"; }
  document.getElementById("weigh").addEventListener("submit", async (event) => {
    event.preventDefault();
    status.textContent = "weighing…";
    await send("/weigh", { token: list.dataset.token });
    const watch = setInterval(async () => {
      const { state } = await (await fetch("/weigh.json")).json();
      if (state === "weighing") return;
      clearInterval(watch);
      if (state === "done") location.reload(); else status.textContent = state;
    }, 700);
  });
  if (items.length) go(0, false);
})();
