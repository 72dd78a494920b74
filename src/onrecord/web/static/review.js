// The keyboard alone: a accept, r reject, c change (the fields open), m add a missed one, n later. Without this script every button still works.
const fields = document.getElementById("fields");
const change = document.getElementById("change");
if (fields && change) {
  fields.hidden = !("open" in fields.dataset); // what was refused stays open as it was typed
  change.setAttribute("aria-expanded", String(!fields.hidden));
  change.addEventListener("click", () => {
    fields.hidden = false;
    change.setAttribute("aria-expanded", "true");
    fields.querySelector("select, input").focus();
  });
  // Enter in a field keeps the change, not the form's first button.
  fields.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.tagName !== "BUTTON") { event.preventDefault(); fields.querySelector("button").click(); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName)) return;
    const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (target) { event.preventDefault(); target.click(); }
  });
  (fields.hidden ? document.querySelector("[data-key='a']") : fields.querySelector("select, input")).focus();
}
