// Correcting in place: choose words in the text, and they stand in the form with where they were found.
"use strict";
(() => {
  const text = document.querySelector(".text");
  let form = null;

  // Where a point of the page lies in the report: characters as the record counts them, not as the browser does.
  function place(node, offset) {
    const line = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
    if (!line || !text.contains(line)) return null;
    const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT, (one) => one.parentElement.closest("sup") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const point = document.createRange();
    point.setStart(line, 0); point.setEnd(node, offset);
    let at = +line.dataset.at;
    for (let one = walk.nextNode(); one; one = walk.nextNode()) {
      if (!point.intersectsNode(one)) break;
      const whole = point.comparePoint(one, one.length) <= 0 && one !== node;
      at += [...(whole ? one.data : one.data.slice(0, one === node ? offset : 0))].length;
    }
    return at;
  }

  function chosen() {
    const said = getSelection();
    if (!form || said.isCollapsed || !said.rangeCount) return;
    const range = said.getRangeAt(0), start = place(range.startContainer, range.startOffset), end = place(range.endContainer, range.endOffset);
    if (start === null || end === null || end <= start) return;
    const copy = range.cloneContents();
    for (const one of copy.querySelectorAll("sup")) one.remove();
    form.elements.words.value = copy.textContent;
    form.elements.start.value = start; form.elements.end.value = end;
    form.querySelector("[role=status]").textContent = `${start}–${end}`;
    stop();
    form.elements.value.focus();
  }

  function stop() { text.classList.remove("picking"); for (const one of document.querySelectorAll(".pickwords")) one.textContent = "Choose them in the text"; }

  for (const button of document.querySelectorAll(".pickwords")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      form = button.form;
      text.classList.add("picking");
      button.textContent = "Now mark the words in the text";
      const range = getSelection();
      if (!range.isCollapsed) chosen();
    });
    button.form.elements.words.addEventListener("input", (event) => { event.target.form.elements.start.value = ""; event.target.form.elements.end.value = ""; });
  }
  text.addEventListener("pointerup", () => setTimeout(chosen));
  text.addEventListener("keyup", (event) => { if (event.shiftKey || event.key === "Shift") chosen(); });
})();
