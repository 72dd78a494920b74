// Follows an import until it ends, then shows the whole page again with what was read.
const box = document.getElementById("progress");
const going = () => ["waiting", "reading"].includes(box.dataset.state);
async function look() {
  const now = await (await fetch(box.dataset.source)).json();
  for (const name of ["state", "done", "added", "unchanged"]) document.getElementById(name).textContent = now[name];
  box.querySelector("progress").value = now.done;
  box.dataset.state = now.state;
  if (going()) setTimeout(look, 500); else location.reload();
}
if (going()) setTimeout(look, 500);
