// What the pictures share: colours of the page, the plotting library, and a line of words where there is nothing to draw.
const style = getComputedStyle(document.documentElement);
export const colour = (name) => style.getPropertyValue("--" + name).trim();
export const ink = colour("ink");
export const dark = matchMedia("(prefers-color-scheme: dark)").matches;
export const day = (text) => new Date(text + "T00:00:00Z");
export const DAY = 864e5;
export const HUES = dark
  ? ["#7db2f5", "#f0a35e", "#7fcf9a", "#e08fb5", "#c3a6f2", "#e0d07a", "#6fd0d6", "#b9b2a4"]
  : ["#2f6fbd", "#c46a14", "#2d8a50", "#b03c73", "#6f49b5", "#8a7400", "#0f7f88", "#6b6458"];

function script(src) {
  return new Promise((done, failed) => {
    const tag = document.createElement("script");
    tag.src = src; tag.onload = done; tag.onerror = () => failed(new Error("the drawing library is not there; `make assets` builds it"));
    document.head.append(tag);
  });
}
export { script };

export async function plot() {
  await script("/static/vendor/d3.min.js");
  await script("/static/vendor/plot.umd.min.js");
  return window.Plot;
}

export function add(box, drawn, label = "Open the words of this one") {
  // Plot names its groups after marks ("bar"), which says nothing to a reader of screens; the table does.
  for (const part of drawn.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label");
  for (const link of drawn.querySelectorAll("a")) link.setAttribute("aria-label", label);
  box.append(drawn);
  return drawn;
}

export function note(box, words) {
  const line = document.createElement("p");
  line.className = "hint"; line.textContent = words;
  box.replaceChildren(line);
  box.classList.add("bare");
}

export function swatches(box, pairs) {
  const list = document.createElement("ul");
  list.className = "swatches";
  for (const [name, hue] of pairs) {
    const item = document.createElement("li");
    const square = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    square.setAttribute("width", 14); square.setAttribute("height", 14); square.setAttribute("aria-hidden", "true");
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    rect.setAttribute("width", 14); rect.setAttribute("height", 14); rect.setAttribute("rx", 3); rect.setAttribute("fill", hue);
    square.append(rect);
    item.append(square, name);
    list.append(item);
  }
  box.append(list);
}

export const short = (text, most) => (text.length > most ? text.slice(0, most - 1) + "…" : text);

// The days between which most of them fall, where a few far ones would press the others together; null when all can be shown.
export function bulk(days) {
  const sorted = [...days].map(Number).sort((a, b) => a - b);
  const most = Math.ceil(sorted.length * 0.8);
  if (sorted.length < 12) return null;
  let first = 0;
  for (let n = 1; n + most <= sorted.length; n++) if (sorted[n + most - 1] - sorted[n] < sorted[first + most - 1] - sorted[first]) first = n;
  const low = sorted[first], high = sorted[first + most - 1], width = Math.max(high - low, DAY);
  if (sorted.at(-1) - sorted[0] < 3 * width) return null;
  const near = sorted.filter((one) => one > low - width / 2 && one < high + width / 2);
  const edge = Math.max(2 * DAY, width * 0.04);
  return [new Date(near[0] - edge), new Date(near.at(-1) + edge)];
}

export function outside(box, number, what) {
  if (!number) return;
  const line = document.createElement("p");
  line.className = "hint picture-note";
  line.textContent = `${number} ${what} far from these days ${number === 1 ? "is" : "are"} not drawn; the words below hold ${number === 1 ? "it" : "them"}. Give the days under From and To to see ${number === 1 ? "it" : "them"}.`;
  box.append(line);
}
