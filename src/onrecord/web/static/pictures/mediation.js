// One row an initiative, its steps along time; a filled point moved the initiative on, a hollow one did not.
import { add, bulk, colour, dark, day, ink, note, outside, plot, short, swatches } from "./common.js";

const GOOD = ["agreed", "accepted"], BAD = ["rejected", "violated", "suspended", "collapsed", "expired"];

export async function draw(box, points) {
  if (!points.length) return note(box, "No step that fits has a day.");
  const Plot = await plot();
  const green = dark ? "#7fcf9a" : "#2d8a50";
  const hue = (state) => (GOOD.includes(state) ? green : BAD.includes(state) ? colour("conflict") : colour("cooperation"));
  swatches(box, [["under way", colour("cooperation")], ["agreed or accepted", green], ["rejected, violated, suspended or collapsed", colour("conflict")]]);
  const near = bulk(points.map((point) => day(point.day)));
  const all = points.length;
  if (near) points = points.filter((point) => day(point.day) >= near[0] && day(point.day) <= near[1]);
  const rows = [...new Set(points.map((point) => point.initiative))];
  const names = Object.fromEntries(points.map((point) => [point.initiative, point.row]));
  const steps = points.map((point) => ({ ...point, at: day(point.day) }));
  const ends = rows.map((row) => { const own = steps.filter((step) => step.initiative === row).map((step) => +step.at); return { row, from: new Date(Math.min(...own)), to: new Date(Math.max(...own)) }; });
  const narrow = box.clientWidth < 640, left = narrow ? 110 : 260;
  add(box, Plot.plot({
    width: box.clientWidth - 8, height: 60 + 34 * rows.length, marginLeft: left, marginRight: 20, marginTop: 6, marginBottom: 40, className: "plot", x: { type: "utc", label: null, grid: true, inset: 12 },
    y: { type: "band", domain: rows, label: null, tickFormat: (row) => short(names[row], narrow ? 15 : 36), tickSize: 0 }, style: { background: "transparent", color: ink, fontSize: "12px" },
    marks: [
      Plot.link(ends, { x1: "from", x2: "to", y1: "row", y2: "row", stroke: ink, strokeOpacity: 0.3, strokeWidth: 2 }),
      Plot.dot(steps, { x: "at", y: "initiative", r: 6, fill: (step) => (step.moved ? hue(step.state) : "var(--raised)"), stroke: (step) => hue(step.state), strokeWidth: 2, href: "href", tip: true, title: (step) => `${step.day}: ${step.told}\nthen ${step.state}` }),
    ],
  }), "Open the words of this step");
  outside(box, all - points.length, all - points.length === 1 ? "step" : "steps");
}
