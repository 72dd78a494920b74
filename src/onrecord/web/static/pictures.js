// Draws what the table beside it says. Each picture loads its library only when it is on the page; without the library
// (`make assets` builds it) the table stands alone and the picture says so.
import { note } from "./pictures/common.js";

const box = document.getElementById("picture");
const DRAWN = ["timeline", "tolls", "network", "map", "mediation"];

if (box && DRAWN.includes(box.dataset.picture)) {
  try {
    const { draw } = await import(`./pictures/${box.dataset.picture}.js`);
    const answer = await fetch(box.dataset.source, { headers: { accept: "application/json" } });
    if (!answer.ok) throw new Error("the data did not come");
    await draw(box, await answer.json());
    box.dataset.ready = "yes";
  } catch (error) {
    note(box, `No picture (${error.message}); the words below say the same.`);
  }
}
