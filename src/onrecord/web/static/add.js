// Marking words: with the mouse as anywhere, or inside the text with the arrow keys. The place is counted in code points,
// as the record counts; the server holds the words against the report before it keeps anything.
const report = document.getElementById("to-mark");
const form = document.getElementById("adding");

function selected() {
  const selection = getSelection();
  if (!selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  return report.contains(range.startContainer) && report.contains(range.endContainer) ? range : null;
}

function take() {
  const range = selected();
  const words = range?.toString() ?? "";
  if (!words.trim()) return;
  const before = report.ownerDocument.createRange();
  before.selectNodeContents(report);
  before.setEnd(range.startContainer, range.startOffset);
  const lead = words.length - words.trimStart().length;
  const start = [...before.toString()].length + lead;
  const kept = words.trim();
  document.getElementById("start").value = start;
  document.getElementById("end").value = start + [...kept].length;
  document.getElementById("marked").value = kept;
  document.getElementById("told").textContent = kept + " is marked";
}

const MOVES = { ArrowRight: ["forward", "word"], ArrowLeft: ["backward", "word"], ArrowDown: ["forward", "line"], ArrowUp: ["backward", "line"] };
function move(event) {
  if (event.key === "Enter") { event.preventDefault(); form.querySelector(".field select, .field input")?.focus(); return; }
  const [direction, step] = MOVES[event.key] ?? [];
  if (!direction || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const selection = getSelection();
  if (!selected()) { selection.collapse(report.firstChild, 0); selection.modify("extend", "forward", "word"); return; }
  if (event.shiftKey) { selection.modify("extend", direction, step); return; }
  if (direction === "forward") selection.collapseToEnd(); else selection.collapseToStart();
  selection.modify("move", direction, step);
  // a move leaves the selection empty: the word there is chosen, so that it can be seen
  if (direction === "backward" && step === "word") { selection.modify("extend", "forward", "word"); return; }
  if (step === "line") selection.modify("move", "backward", "word");
  else selection.modify("move", "backward", "word");
  selection.modify("extend", "forward", "word");
}

if (report) {
  report.addEventListener("keydown", move);
  document.addEventListener("selectionchange", () => { if (selected()) take(); });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName)) return;
    const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (target) { event.preventDefault(); target.click(); }
  });
  report.focus();
}
