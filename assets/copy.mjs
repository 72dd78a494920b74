// Copies the built files of the packages, and their licences, to where the pages are served from.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "..", "src", "onrecord", "web", "static", "vendor");
const files = {
  "d3.min.js": "d3/dist/d3.min.js",
  "d3.LICENSE": "d3/LICENSE",
  "plot.umd.min.js": "@observablehq/plot/dist/plot.umd.min.js",
  "plot.LICENSE": "@observablehq/plot/LICENSE",
  "cytoscape.esm.min.mjs": "cytoscape/dist/cytoscape.esm.min.mjs",
  "cytoscape.LICENSE": "cytoscape/LICENSE",
  "maplibre-gl.mjs": "maplibre-gl/dist/maplibre-gl.mjs",
  "maplibre-gl-worker.mjs": "maplibre-gl/dist/maplibre-gl-worker.mjs",
  "maplibre-gl-shared.mjs": "maplibre-gl/dist/maplibre-gl-shared.mjs",
  "maplibre-gl.css": "maplibre-gl/dist/maplibre-gl.css",
  "maplibre-gl.LICENSE": "maplibre-gl/LICENSE.txt",
  "topojson-client.min.js": "topojson-client/dist/topojson-client.min.js",
  "topojson-client.LICENSE": "topojson-client/LICENSE",
  "countries-110m.json": "world-atlas/countries-110m.json",
  "world-atlas.LICENSE": "world-atlas/LICENSE",
};
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const [name, source] of Object.entries(files)) cpSync(join(here, "node_modules", source), join(target, name));
