// Ties values to their words: choose a value to see its words, choose words to see what they support; layers toggle.
const text = document.getElementById("text");
const values = document.getElementById("values");
const cite = document.getElementById("chosen-cite");
const boxes = document.querySelectorAll("input[data-layer]");

function showLayers() {
  for (const box of boxes) text.classList.toggle("show-" + box.dataset.layer, box.checked);
}

function choose(ids) {
  for (const mark of text.querySelectorAll("mark")) {
    mark.classList.toggle("chosen", mark.dataset.ids.split(" ").some((id) => ids.has(id)));
  }
  for (const value of values.querySelectorAll(".value")) {
    value.setAttribute("aria-pressed", String(ids.has(value.dataset.id)));
  }
  const first = values.querySelector('[aria-pressed="true"]');
  cite.hidden = !first || first.dataset.start === undefined;
  if (!cite.hidden) cite.textContent = `Cite: ${cite.dataset.base}, characters ${first.dataset.start}–${first.dataset.end}: “${wordsAt(first)}”`;
}

// Spans count code points where strings count UTF-16 units; the marks say where each piece begins.
function wordsAt(value) {
  const start = Number(value.dataset.start), end = Number(value.dataset.end);
  return [...text.querySelectorAll("mark")].map((mark) => [Number(mark.id.slice(1)), mark.textContent])
    .filter(([at]) => at >= start && at < end).map(([, words]) => words).join("");
}

boxes.forEach((box) => box.addEventListener("change", showLayers));
values.addEventListener("click", (event) => {
  const value = event.target.closest(".value");
  if (!value) return;
  choose(new Set([value.dataset.id]));
  text.querySelector("mark.chosen")?.scrollIntoView({ block: "center", behavior: "smooth" });
});
text.addEventListener("click", (event) => {
  const mark = event.target.closest("mark");
  if (!mark) return;
  const shown = new Set([...boxes].filter((box) => box.checked).map((box) => box.dataset.layer));
  const ids = mark.dataset.ids.split(" ");
  const seen = ids.filter((id) => shown.has(values.querySelector(`[data-id="${CSS.escape(id)}"]`)?.closest("details").dataset.layer));
  choose(new Set(seen.length ? seen : ids));
  const first = values.querySelector('[aria-pressed="true"]');
  if (first) { first.closest("details").open = true; first.scrollIntoView({ block: "nearest", behavior: "smooth" }); }
});
showLayers();
if (location.hash.startsWith("#w")) {
  const start = Number(location.hash.slice(2));
  const found = [...text.querySelectorAll("mark")].filter((mark) => Number(mark.id.slice(1)) <= start).pop();
  const target = document.getElementById("w" + start) ?? found;
  if (target) { target.classList.add("chosen"); target.scrollIntoView({ block: "center" }); }
}
