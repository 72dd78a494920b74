// Who acts towards whom, stepped through time: the places of the nodes stay, so that what changes can be seen.
import { colour, dark, ink, note, script } from "./common.js";

const ALL = "all of it";
const DRAWN = innerWidth < 640 ? 14 : 50; // dyads that can be told apart; the table has the others
const SETTLED = 400; // steps of the layout: it is worked out before it is drawn, the same each time

export async function draw(box, rows) {
  await script("/static/vendor/d3.min.js");
  const { default: cytoscape } = await import("/static/vendor/cytoscape.esm.min.mjs");
  if (!rows.length) note(box, "No dyad in this period.");
  const most = Math.max(1, ...rows.map((row) => row.events));
  const graph = cytoscape({
    container: box, elements: elements(rows, most), userZoomingEnabled: false,
    style: [
      { selector: "node", style: { label: "data(name)", "font-size": 12, color: ink, "background-color": dark ? "#8a90a0" : "#5f6675", width: "data(size)", height: "data(size)", "text-wrap": "ellipsis", "text-max-width": "130px", "text-valign": "bottom", "text-margin-y": 4, "text-outline-width": 2, "text-outline-color": colour("raised") } },
      { selector: "edge", style: { width: "data(width)", "line-color": "data(colour)", "target-arrow-color": "data(colour)", "target-arrow-shape": "triangle", "curve-style": "bezier", opacity: 0.7 } },
    ],
    layout: { name: "preset" },
  });
  arrange(box, graph);
  graph.on("tap", "node", (event) => { location.href = "/timeline?actor=" + encodeURIComponent(event.target.data("name")); });
  periods(box, graph);
}

// Forces that know the shape of the picture: names are wide, so nodes keep more distance sideways, and small groups stay in view.
function arrange(box, graph) {
  const d3 = window.d3, wide = box.clientWidth, high = box.clientHeight, stretch = wide / high;
  const nodes = graph.nodes().map((node) => ({ id: node.id(), x: node.position("x") || undefined, y: node.position("y") || undefined }));
  const links = graph.edges().map((edge) => ({ source: edge.data("source"), target: edge.data("target") }));
  d3.forceSimulation(nodes).stop()
    .force("link", d3.forceLink(links).id((node) => node.id).distance(46).strength(0.6))
    .force("apart", d3.forceManyBody().strength(-170).distanceMax(320))
    .force("room", d3.forceCollide(27))
    .force("x", d3.forceX(0).strength(0.09)).force("y", d3.forceY(0).strength(0.09))
    .tick(SETTLED);
  const place = Object.fromEntries(nodes.map((node) => [node.id, { x: node.x * stretch, y: node.y }]));
  graph.nodes().forEach((node) => { node.position(place[node.id()]); });
  graph.fit(undefined, 34);
  const zoom = graph.zoom();
  graph.style().selector("node").style({ "font-size": 11.5 / zoom, "text-max-width": `${110 / zoom}px`, "text-outline-width": 2 / zoom, "text-margin-y": 3 / zoom }).update();
}

function elements(every, most) {
  const rows = every.slice(0, DRAWN);
  const weight = {};
  for (const row of rows) for (const name of [row.source, row.target]) weight[name] = (weight[name] ?? 0) + row.events;
  const top = Math.max(1, ...Object.values(weight));
  return [
    ...Object.keys(weight).map((name) => ({ data: { id: "n" + name, name, size: 10 + 22 * Math.sqrt(weight[name] / top) } })),
    ...rows.map((row) => {
      const hostile = row.verbal_conflict + row.material_conflict;
      return { data: { id: `e${row.source}→${row.target}`, source: "n" + row.source, target: "n" + row.target, width: 1.5 + 7 * Math.sqrt(row.events / most), colour: colour(hostile * 2 >= row.events ? "conflict" : "cooperation") } };
    }),
  ];
}

function periods(box, graph) {
  const bar = document.getElementById("periods");
  if (!bar) return;
  const slider = document.getElementById("step"), name = document.getElementById("step-name");
  const links = [...bar.querySelectorAll(".periods a")];
  const chosen = links.findIndex((link) => link.hasAttribute("aria-current"));
  slider.value = Math.max(0, chosen);
  const go = (to) => { slider.value = Math.min(links.length - 1, Math.max(0, to)); show(); };
  const tell = () => { const words = Number(slider.value) === 0 ? ALL : links[slider.value].textContent; name.textContent = words; slider.setAttribute("aria-valuetext", words); };
  async function show() {
    tell();
    const link = links[slider.value];
    for (const other of links) other.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    link.scrollIntoView({ block: "nearest", inline: "nearest" });
    const address = new URL(link.href);
    history.replaceState(null, "", address);
    const answer = await fetch("/network.json" + address.search);
    if (!answer.ok || links[slider.value] !== link) return;
    redraw(box, graph, await answer.json());
    document.querySelectorAll(".same a").forEach((same, n) => { same.href = (n ? "/network.csv" : "/network.json") + address.search; });
  }
  slider.addEventListener("input", () => show());
  document.getElementById("before").addEventListener("click", (event) => { event.preventDefault(); go(Number(slider.value) - 1); });
  document.getElementById("after").addEventListener("click", (event) => { event.preventDefault(); go(Number(slider.value) + 1); });
  for (const link of links) link.addEventListener("click", (event) => { event.preventDefault(); go(links.indexOf(link)); });
  tell();
}

function redraw(box, graph, rows) {
  const most = Math.max(1, ...rows.map((row) => row.events));
  const wanted = elements(rows, most), ids = new Set(wanted.map((one) => one.data.id));
  graph.batch(() => {
    graph.elements().forEach((one) => { one.style("display", ids.has(one.id()) ? "element" : "none"); });
    for (const one of wanted) { const known = graph.getElementById(one.data.id); if (known.length) known.data(one.data); }
  });
  const fresh = wanted.filter((one) => !graph.getElementById(one.data.id).length);
  if (fresh.length) {
    graph.add(fresh);
    const added = graph.nodes().filter((node) => fresh.some((one) => one.data.id === node.id()));
    if (added.length) arrange(box, graph);
  }
  table(rows);
}

function table(rows) {
  const body = document.querySelector("#dyads tbody");
  body.replaceChildren(...rows.slice(0, 100).map((row) => {
    const line = document.createElement("tr");
    for (const [value, role] of [[row.source, "source"], [row.target, "target"]]) {
      const cell = line.insertCell(), link = document.createElement("a"), asked = new URLSearchParams(location.search);
      asked.set("actor", value); asked.set("role", role);
      link.href = "/events?" + asked; link.textContent = value; cell.dir = "auto"; cell.append(link);
    }
    for (const number of [row.events, row.verbal_cooperation, row.material_cooperation, row.verbal_conflict, row.material_conflict]) { const cell = line.insertCell(); cell.className = "n"; cell.textContent = number; }
    return line;
  }));
  document.querySelector(".top .sum").textContent = `${Math.min(100, rows.length)} dyads shown`;
}
