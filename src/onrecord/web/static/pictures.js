// Pictures of what the table below them says. Each loads its library only when it is on the page; without the
// library (built by `make assets`) the table stands alone and the picture says so.
const box = document.getElementById("picture");
const COOPERATION = "#3a7bd5", CONFLICT = "#d0503b";
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
const TENS = [0, 1, 10, 100, 1000, 10000, 100000, 1000000, 10000000];
const ink = getComputedStyle(document.body).color;

function script(src) {
  return new Promise((done, failed) => {
    const tag = document.createElement("script");
    tag.src = src; tag.onload = done; tag.onerror = () => failed(new Error(src + " is not there"));
    document.head.append(tag);
  });
}

async function plot() {
  await script("/static/vendor/d3.min.js");
  await script("/static/vendor/plot.umd.min.js");
  return window.Plot;
}

const day = (text) => new Date(text + "T00:00:00Z");

function add(drawn) {
  for (const part of drawn.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label");
  for (const link of drawn.querySelectorAll("a")) link.setAttribute("aria-label", "Open the words of this claim");
  box.append(drawn);
}

async function timeline(rows) {
  const Plot = await plot();
  const dated = rows.filter((row) => row.first_day && row.last_day);
  if (!dated.length) return note("No event that fits has a day of its own.");
  const acts = [...new Set(dated.map((row) => row.plover))].sort();
  const spans = dated.map((row) => ({
    act: row.plover, from: day(row.first_day), to: new Date(day(row.last_day).getTime() + 864e5),
    kind: row.quad >= 3 ? "conflict" : "cooperation",
    title: `${row.sources.join(", ") || "?"} → ${row.targets.join(", ") || "?"}\n${row.words}\n${row.status}`,
  }));
  add(Plot.plot({
    width: box.clientWidth, marginLeft: 100, height: 60 + 26 * acts.length, x: { type: "utc", label: null, grid: true },
    y: { type: "band", domain: acts, label: null }, color: { domain: ["cooperation", "conflict"], range: [COOPERATION, CONFLICT], legend: true }, className: "plot",
    style: { background: "transparent", color: ink },
    marks: [Plot.barX(spans, { x1: "from", x2: "to", y: "act", fill: "kind", fillOpacity: 0.35, insetTop: 4, insetBottom: 4, title: "title", tip: true })],
  }));
}

async function tolls(rows) {
  const Plot = await plot();
  const claims = rows.map((row) => ({ ...row, at: row.last_day ?? (row.published ?? "").slice(0, 10) })).filter((row) => row.at && (row.low ?? row.high) !== null)
    .map((row) => ({ ...row, at: day(row.at), least: row.low ?? 0, most: row.high ?? row.low, open: row.high === null, kind: row.kind.replaceAll("_", " "), claimed: row.claimed_by ?? "the report" }));
  if (!claims.length) return note("No claim that fits has a figure and a day.");
  add(Plot.plot({
    width: box.clientWidth, height: 360, marginLeft: 60, x: { type: "utc", label: null }, y: { type: "symlog", label: "people", grid: true, ticks: TENS, tickFormat: (n) => n.toLocaleString("en") },
    color: { legend: true }, style: { background: "transparent", color: ink }, className: "plot",
    marks: [
      Plot.ruleX(claims, { x: "at", y1: "least", y2: "most", stroke: "kind", strokeWidth: 3, strokeOpacity: 0.5 }),
      Plot.dot(claims, {
        x: "at", y: "least", stroke: "kind", fill: "kind", symbol: (row) => (row.open ? "triangle" : "circle"), r: 4, tip: true,
        href: (row) => `/reports/${row.document}#w${row.start}`, title: (row) => `${row.kind}: ${row.words}\n${row.claimed}\n${row.outlet ?? ""}`,
      }),
    ],
  }));
}

async function network(rows) {
  const { default: cytoscape } = await import("/static/vendor/cytoscape.esm.min.mjs");
  const names = [...new Set(rows.flatMap((row) => [row.source, row.target]))];
  const most = Math.max(...rows.map((row) => row.events));
  const drawn = cytoscape({
    container: box,
    elements: [
      ...names.map((name) => ({ data: { id: "n" + name, name } })),
      ...rows.map((row, n) => {
        const conflict = row.verbal_conflict + row.material_conflict;
        return { data: { id: "e" + n, source: "n" + row.source, target: "n" + row.target, width: 1 + 7 * Math.sqrt(row.events / most), colour: conflict * 2 >= row.events ? CONFLICT : COOPERATION } };
      }),
    ],
    style: [
      { selector: "node", style: { label: "data(name)", "font-size": 11, color: ink, "background-color": dark ? "#8a90a0" : "#6b7280", width: 14, height: 14, "text-wrap": "ellipsis", "text-max-width": "140px" } },
      { selector: "edge", style: { width: "data(width)", "line-color": "data(colour)", "target-arrow-color": "data(colour)", "target-arrow-shape": "triangle", "curve-style": "bezier", opacity: 0.75 } },
    ],
    layout: { name: "cose", animate: false, randomize: false, nodeRepulsion: () => 60000 },
    userZoomingEnabled: false,
  });
  drawn.on("tap", "node", (event) => { location.href = "/timeline?actor=" + encodeURIComponent(event.target.data("name")); });
}

async function map(rows) {
  await script("/static/vendor/topojson-client.min.js");
  const library = await import("/static/vendor/maplibre-gl.mjs");
  const maplibre = library.default ?? library;
  (maplibre.setWorkerUrl ?? library.setWorkerUrl)?.("/static/vendor/maplibre-gl-worker.mjs");
  const world = await (await fetch("/static/vendor/countries-110m.json")).json();
  const countries = window.topojson.feature(world, world.objects.countries);
  const placed = rows.filter((row) => row.latitude !== null);
  const wide = { country: 40, region: 26, water: 26 };
  const most = Math.max(1, ...placed.map((row) => row.events));
  const points = placed.map((row) => ({
    type: "Feature", geometry: { type: "Point", coordinates: [row.longitude, row.latitude] },
    properties: { name: row.name, events: row.events, wide: wide[row.kind] ?? 0, share: row.events / most, conflict: row.conflict / row.events },
  }));
  const shown = new maplibre.Map({
    container: box, attributionControl: false, center: [30, 22], zoom: 1,
    style: {
      version: 8,
      sources: { world: { type: "geojson", data: countries }, places: { type: "geojson", data: { type: "FeatureCollection", features: points } } },
      layers: [
        { id: "sea", type: "background", paint: { "background-color": dark ? "#1b2430" : "#dfe9f2" } },
        { id: "land", type: "fill", source: "world", paint: { "fill-color": dark ? "#333944" : "#f7f5ee", "fill-outline-color": dark ? "#565d6b" : "#b9b6aa" } },
        { id: "areas", type: "circle", source: "places", filter: [">", ["get", "wide"], 0], paint: { "circle-radius": ["get", "wide"], "circle-color": ["interpolate", ["linear"], ["get", "conflict"], 0, COOPERATION, 1, CONFLICT], "circle-opacity": 0.18 } },
        { id: "points", type: "circle", source: "places", filter: ["==", ["get", "wide"], 0], paint: { "circle-radius": ["+", 4, ["*", 14, ["sqrt", ["get", "share"]]]], "circle-color": ["interpolate", ["linear"], ["get", "conflict"], 0, COOPERATION, 1, CONFLICT], "circle-opacity": 0.7, "circle-stroke-width": 1, "circle-stroke-color": "#fff" } },
      ],
    },
  });
  shown.addControl(new maplibre.NavigationControl({ showCompass: false }));
  if (placed.length) {
    const bounds = new maplibre.LngLatBounds();
    for (const row of placed) bounds.extend([row.longitude, row.latitude]);
    shown.fitBounds(bounds, { padding: 50, maxZoom: 6, animate: false });
  }
  for (const layer of ["areas", "points"]) {
    shown.on("click", layer, (event) => { location.href = "/timeline?place=" + encodeURIComponent(event.features[0].properties.name); });
    shown.on("mouseenter", layer, () => { shown.getCanvas().style.cursor = "pointer"; });
    shown.on("mouseleave", layer, () => { shown.getCanvas().style.cursor = ""; });
  }
  shown.on("load", () => { box.dataset.ready = "yes"; });
}

function note(words) {
  const line = document.createElement("p");
  line.className = "hint"; line.textContent = words;
  box.replaceChildren(line);
  box.classList.add("bare");
}

if (box) {
  const draw = { timeline, tolls, network, map }[box.dataset.picture];
  fetch(box.dataset.source, { headers: { accept: "application/json" } })
    .then((answer) => { if (!answer.ok) throw new Error("the data did not come"); return answer.json(); })
    .then(draw)
    .catch((error) => note(`No picture (${error.message}); the table says the same.`));
}
