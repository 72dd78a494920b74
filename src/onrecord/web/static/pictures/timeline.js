// Incidents in lanes by act, uncertain days as pale ranges, the statements beneath; too many to see are counted by period.
import { DAY, add, bulk, colour, day, ink, note, outside, plot, short, swatches } from "./common.js";

export async function draw(box, picture) {
  if (!picture.bars.length && !picture.bins.length) return note(box, "No incident that fits has a day.");
  const Plot = await plot();
  swatches(box, [["conflict", colour("conflict")], ["cooperation", colour("cooperation")]]);
  if (picture.bins.length) return counts(Plot, box, picture.bins);
  const near = bulk(picture.bars.map((bar) => day(bar.first)));
  const all = picture.bars.length;
  if (near) {
    const within = (text) => day(text) >= near[0] && day(text) <= near[1];
    picture = { ...picture, bars: picture.bars.filter((bar) => within(bar.first) && within(bar.last)), said: picture.said.filter((one) => within(one.day)) };
  }
  const acts = [...new Set(picture.bars.map((bar) => bar.act))].sort();
  const spans = picture.bars.map((bar) => ({ ...bar, from: day(bar.first), to: new Date(day(bar.last).getTime() + DAY) }));
  lanes(spans);
  const deep = Object.fromEntries(acts.map((act) => [act, 1 + Math.max(...spans.filter((bar) => bar.act === act).map((bar) => bar.lane))]));
  const tops = {}; let rows = 0;
  for (const act of acts) { tops[act] = rows; rows += deep[act] + 0.6; }
  const said = spread(picture.said);
  const tall = 12, domain = extent(spans, said);
  const chart = Plot.plot({
    width: box.clientWidth - 8, height: 58 + tall * rows + (said.length ? 44 : 0), marginLeft: 96, marginRight: 16, marginTop: 8, marginBottom: 40,
    x: { type: "utc", label: null, grid: true, domain }, y: { domain: [0, rows + (said.length ? 2.6 : 0)], axis: null, reverse: true }, className: "plot",
    style: { background: "transparent", color: ink, fontSize: "12px" },
    marks: [
      Plot.rect(spans.filter((bar) => !bar.precise), mark(tops, { fillOpacity: 0.28, strokeOpacity: 0.8, strokeDasharray: "3,2" })),
      Plot.rect(spans.filter((bar) => bar.precise), mark(tops, { fillOpacity: 0.9, strokeOpacity: 0 })),
      Plot.text(acts, { frameAnchor: "left", x: null, y: (act) => tops[act] + deep[act] / 2, text: (act) => act.toLowerCase(), dx: -8, textAnchor: "end", fill: ink }),
      ...(said.length ? [
        Plot.ruleY([rows + 0.1], { strokeOpacity: 0.25 }),
        Plot.text(["statements"], { frameAnchor: "left", y: rows + 1.3, text: (name) => name, dx: -8, textAnchor: "end", fill: ink }),
        Plot.ruleX(said, { x: "at", y1: rows + 0.5, y2: rows + 2.3, stroke: ink, strokeWidth: 2, strokeOpacity: 0.45, href: "href", tip: true, title: (one) => `${one.speaker}: ${short(one.words, 140)}` }),
      ] : []),
    ],
  });
  add(box, chart, "Open this one");
  outside(box, all - picture.bars.length, all - picture.bars.length === 1 ? "incident" : "incidents");
}

const mark = (tops, look) => ({
  x1: "from", x2: "to", y1: (bar) => tops[bar.act] + bar.lane, y2: (bar) => tops[bar.act] + bar.lane + 0.82,
  fill: (bar) => colour(bar.conflict ? "conflict" : "cooperation"), stroke: (bar) => colour(bar.conflict ? "conflict" : "cooperation"),
  href: (bar) => `/incidents/${bar.id}`, tip: true, rx: 2,
  title: (bar) => `${bar.told}\n${bar.act.toLowerCase()}, ${bar.first === bar.last ? bar.first : bar.first + " to " + bar.last}${bar.precise ? "" : ", day uncertain"}`,
  ...look,
});

// Each bar takes the first lane of its act that is free on its days.
function lanes(spans) {
  const free = {};
  for (const bar of [...spans].sort((a, b) => a.from - b.from)) {
    const own = (free[bar.act] ??= []);
    let lane = own.findIndex((until) => until <= bar.from);
    if (lane < 0) lane = own.length;
    own[lane] = bar.to; bar.lane = lane;
  }
}

// The statements of one day stand beside each other within it.
function spread(said) {
  const count = {}, seen = {};
  for (const one of said) count[one.day] = (count[one.day] ?? 0) + 1;
  return said.map((one) => {
    seen[one.day] = (seen[one.day] ?? 0) + 1;
    return { ...one, at: new Date(day(one.day).getTime() + (DAY * seen[one.day]) / (count[one.day] + 1)) };
  });
}

function extent(spans, said) {
  const from = Math.min(...spans.map((bar) => +bar.from), ...said.map((one) => +one.at));
  const to = Math.max(...spans.map((bar) => +bar.to), ...said.map((one) => +one.at));
  const edge = Math.max(DAY, (to - from) * 0.02);
  return [new Date(from - edge), new Date(to + edge)];
}

function counts(Plot, box, bins) {
  const begin = (period) => day(period + { 4: "-01-01", 7: "-01", 10: "" }[period.length]);
  const length = { 4: 365, 7: 30, 10: 1 }[bins[0].period.length] * DAY;
  const parts = bins.flatMap((bin) => [["conflict", bin.conflict], ["cooperation", bin.cooperation]].map(([kind, number]) => ({ kind, number, period: bin.period, from: begin(bin.period), to: new Date(+begin(bin.period) + length) })));
  add(box, Plot.plot({
    width: box.clientWidth - 8, height: 260, marginLeft: 60, x: { type: "utc", label: null }, y: { label: "incidents", grid: true }, className: "plot",
    style: { background: "transparent", color: ink, fontSize: "12px" },
    marks: [Plot.rectY(parts, Plot.stackY({ x1: "from", x2: "to", y: "number", fill: (part) => colour(part.kind), insetRight: 1, tip: true, title: (part) => `${part.period}: ${part.number} of ${part.kind}` })), Plot.ruleY([0])],
  }));
  const line = document.createElement("p");
  line.className = "hint picture-note"; line.textContent = "Too many to draw one by one: counted by period. Narrow the filter and each is drawn.";
  box.append(line);
}
