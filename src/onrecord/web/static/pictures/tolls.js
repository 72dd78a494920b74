// Competing claims as bands: from the day of the claim until its source says otherwise, from the least to the most that it allows.
import { DAY, HUES, add, bulk, day, ink, note, outside, plot, short, swatches } from "./common.js";

const TENS = [0, 1, 10, 100, 1000, 10000, 100000, 1000000, 10000000];

export async function draw(box, data) {
  if (!data.bands.length) return note(box, "No claim that fits has both a figure and a day.");
  const Plot = await plot();
  if (Object.keys(data.kinds).length > 1) choices(box, data);
  const near = bulk(data.bands.map((band) => day(band.day)));
  const all = data.bands.length;
  if (near) data = { ...data, bands: data.bands.filter((band) => day(band.day) >= near[0] && day(band.day) <= near[1]) };
  // "The ministry" and "the ministry" are one source in one colour
  const called = {}, bySource = {};
  for (const band of data.bands) called[key(band.source)] ??= band.source;
  data = { ...data, bands: data.bands.map((band) => ({ ...band, source: called[key(band.source)] })) };
  for (const band of data.bands) bySource[band.source] = (bySource[band.source] ?? 0) + 1;
  const named = Object.keys(bySource).sort((a, b) => bySource[b] - bySource[a]).slice(0, HUES.length - 1);
  const hue = (source) => (named.includes(source) ? HUES[named.indexOf(source)] : HUES.at(-1));
  const ceiling = 1.35 * Math.max(1, ...data.bands.map((band) => Math.max(band.low ?? 0, band.high ?? 0)));
  const bands = data.bands.map((band) => ({ ...band, from: day(band.day), to: day(band.until), least: band.low ?? 0, most: band.high ?? ceiling }));
  const wide = Math.max(...bands.map((b) => b.most)) / Math.max(1, Math.min(...bands.map((b) => b.least || b.most)));
  const scale = wide > 50 ? { type: "symlog", ticks: TENS, tickFormat: (n) => n.toLocaleString("en") } : { tickFormat: (n) => n.toLocaleString("en") };
  const title = (b) => `${b.source}, ${b.day}\n${bounds(b)}${b.of ? " " + b.of : ""}\n“${short(b.words, 90)}”${b.standing ? "" : "\nsuperseded"}`;
  const exact = bands.filter((b) => b.low !== null && b.low === b.high);
  // an open end is drawn where the claim holds for a while; on a single day the point says it
  const area = bands.filter((b) => b.low !== b.high && ((b.low !== null && b.high !== null) || b.to - b.from > DAY));
  const ends = [Math.min(...bands.map((b) => b.from)), Math.max(...bands.map((b) => b.to))];
  const days = ends[1] - ends[0] < 10 * DAY ? [new Date(ends[0] - 3 * DAY), new Date(ends[1] + 3 * DAY)] : undefined;
  swatches(box, [...named.map((name) => [short(name, 40), hue(name)]), ...(named.length < Object.keys(bySource).length ? [["others", HUES.at(-1)]] : [])]);
  add(box, Plot.plot({
    width: box.clientWidth - 8, height: 340, marginLeft: 64, marginTop: 34, marginRight: 20, marginBottom: 40, x: { type: "utc", label: null, inset: 10, ...(days ? { domain: days, ticks: "day", tickFormat: "%d %b" } : {}) }, className: "plot",
    y: { label: data.kind.replaceAll("_", " "), grid: true, domain: [0, ceiling], ...scale }, style: { background: "transparent", color: ink, fontSize: "12px" },
    marks: [
      Plot.rect(area, { x1: "from", x2: "to", y1: "least", y2: "most", fill: (b) => hue(b.source), fillOpacity: (b) => (b.standing ? 0.28 : 0.12), stroke: (b) => hue(b.source), strokeOpacity: 0.35, href: "href", title }),
      Plot.ruleY(exact, { x1: "from", x2: "to", y: "least", stroke: (b) => hue(b.source), strokeWidth: 3, strokeOpacity: (b) => (b.standing ? 0.9 : 0.4), href: "href" }),
      ...(data.low !== null && data.high !== null ? [Plot.ruleY([data.low, data.high], { stroke: ink, strokeDasharray: "2,3", strokeOpacity: 0.6 })] : []),
      Plot.dot(bands, { x: "from", y: (b) => b.low ?? b.high, r: 5, fill: (b) => hue(b.source), stroke: "var(--raised)", symbol: (b) => (b.high === null ? "triangle" : b.low === null ? "triangle2" : "circle"), rotate: (b) => (b.low === null ? 180 : 0), href: "href", title, tip: true }),
    ],
  }));
  const line = document.createElement("p");
  line.className = "picture-note"; line.textContent = summary(data);
  box.append(line);
  outside(box, all - data.bands.length, all - data.bands.length === 1 ? "claim" : "claims");
}

const key = (source) => source.toLowerCase().replace(/^the /, "");
const bounds = (b) => (b.low === null ? `up to ${b.high.toLocaleString("en")}` : b.high === null ? `${b.low.toLocaleString("en")} or more` : b.low === b.high ? b.low.toLocaleString("en") : `${b.low.toLocaleString("en")} to ${b.high.toLocaleString("en")}`);

function summary(data) {
  const kind = data.kind.replaceAll("_", " ");
  if (data.disputed) return `${data.bands.length} claims of people ${kind}; those that stand contradict each other, or count different people.`;
  if (data.low === null && data.high === null) return `${data.bands.length} claims of people ${kind}.`;
  return `${data.bands.length} claims of people ${kind}; all that stand allow ${bounds(data)}.`;
}

// Another kind is another address, so that it can be kept and sent.
function choices(box, data) {
  const row = document.createElement("div");
  row.className = "kinds-of";
  for (const [kind, number] of Object.entries(data.kinds)) {
    const button = document.createElement("button");
    button.type = "button"; button.textContent = `${kind.replaceAll("_", " ")} ${number}`; button.setAttribute("aria-pressed", String(kind === data.kind));
    button.addEventListener("click", async () => {
      const address = new URL(box.dataset.source, location.href);
      address.searchParams.set("toll", kind);
      const answer = await fetch(address);
      if (!answer.ok) return;
      const next = await answer.json();
      box.replaceChildren();
      await draw(box, { ...next, kinds: { ...data.kinds, ...next.kinds } });
    });
    row.append(button);
  }
  box.append(row);
}
