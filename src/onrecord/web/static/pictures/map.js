// Places of incidents over the borders of the world: a circle for a place named as such, a wide pale area for a region or a country.
import { colour, dark, script } from "./common.js";

const WIDE = { country: 44, region: 28 };

export async function draw(box, rows) {
  await script("/static/vendor/topojson-client.min.js");
  const library = await import("/static/vendor/maplibre-gl.mjs");
  const maplibre = library.default ?? library;
  (maplibre.setWorkerUrl ?? library.setWorkerUrl)?.("/static/vendor/maplibre-gl-worker.mjs");
  const world = await (await fetch("/static/vendor/countries-110m.json")).json();
  const countries = unwrapped(window.topojson.feature(world, world.objects.countries));
  const placed = rows.filter((row) => row.latitude !== null);
  const most = Math.max(1, ...placed.map((row) => row.incidents));
  const points = placed.map((row) => ({
    type: "Feature", geometry: { type: "Point", coordinates: [row.longitude, row.latitude] },
    properties: { name: row.name, kind: row.precision, incidents: row.incidents, wide: WIDE[row.precision] ?? 0, share: row.incidents / most, conflict: row.conflict / row.incidents },
  }));
  const lean = ["interpolate", ["linear"], ["get", "conflict"], 0, colour("cooperation"), 1, colour("conflict")];
  const shown = new maplibre.Map({
    container: box, attributionControl: false, center: [30, 22], zoom: 1,
    style: {
      version: 8,
      sources: { world: { type: "geojson", data: countries, tolerance: 0 }, places: { type: "geojson", data: { type: "FeatureCollection", features: points } } },
      layers: [
        { id: "sea", type: "background", paint: { "background-color": dark ? "#1b2430" : "#dfe9f2" } },
        { id: "land", type: "fill", source: "world", paint: { "fill-color": dark ? "#333944" : "#f7f5ee" } },
        { id: "borders", type: "line", source: "world", paint: { "line-color": dark ? "#5f6777" : "#b9b6aa", "line-width": 0.8 } },
        { id: "areas", type: "circle", source: "places", filter: [">", ["get", "wide"], 0], paint: { "circle-radius": ["get", "wide"], "circle-color": lean, "circle-opacity": 0.2, "circle-blur": 0.35 } },
        { id: "points", type: "circle", source: "places", filter: ["==", ["get", "wide"], 0], paint: { "circle-radius": ["+", 5, ["*", 12, ["sqrt", ["get", "share"]]]], "circle-color": lean, "circle-opacity": 0.75, "circle-stroke-width": 1.5, "circle-stroke-color": dark ? "#15171b" : "#fff" } },
      ],
    },
  });
  shown.addControl(new maplibre.NavigationControl({ showCompass: false }));
  if (placed.length) {
    const bounds = new maplibre.LngLatBounds();
    for (const row of placed) bounds.extend([row.longitude, row.latitude]);
    shown.fitBounds(bounds, { padding: 60, maxZoom: 5.5, animate: false });
  }
  const tip = document.createElement("p");
  tip.className = "map-tip"; tip.hidden = true;
  box.append(tip);
  for (const layer of ["areas", "points"]) {
    shown.on("click", layer, (event) => { location.href = "/timeline?place=" + encodeURIComponent(event.features[0].properties.name); });
    shown.on("mousemove", layer, (event) => {
      const place = event.features[0].properties;
      shown.getCanvas().style.cursor = "pointer";
      tip.hidden = false; tip.textContent = `${place.name} (${place.kind}): ${place.incidents} incident${place.incidents === 1 ? "" : "s"}`;
    });
    shown.on("mouseleave", layer, () => { shown.getCanvas().style.cursor = ""; tip.hidden = true; });
  }
  await new Promise((done) => shown.on("load", done));
}

// A country that reaches over the 180th meridian is told in one piece beyond it; jumping back over the whole world would fill the sea.
function unwrapped(countries) {
  const across = (ring) => ring.some((point, n) => n && Math.abs(point[0] - ring[n - 1][0]) > 180) && ring.every((point) => point[1] > -60);
  const east = (ring) => (across(ring) ? ring.map(([x, y]) => [x < 0 ? x + 360 : x, y]) : ring);
  for (const { geometry } of countries.features) {
    geometry.coordinates = geometry.type === "Polygon" ? geometry.coordinates.map(east) : geometry.coordinates.map((rings) => rings.map(east));
  }
  return countries;
}
