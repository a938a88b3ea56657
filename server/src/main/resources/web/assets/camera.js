// One camera: its form, and zones drawn on its still. All points are shares of the picture, 0 to 1.

const SVG = "http://www.w3.org/2000/svg";
const API = "/api/v1/cameras";
const ASPECT = 4.5; // of a common plate, to show how large a height is
const [form, still, shapes, list, masks, close, outcome, log] =
  ["camera", "still", "shapes", "list", "masks", "close", "outcome", "log"].map((id) => document.getElementById(id));
const { id } = form.dataset;
const fields = [...form.elements].filter((field) => field.name && field.name !== "tool");
let definition = { include: [], exclude: [], line: null };
let points = []; // of the shape that is being drawn
let cross = [0.5, 0.5];
const SIZES = { minPlateHeight: [0.5, 0.5], maxPlateHeight: [0.5, 0.5] }; // where their rectangles are
let drag = null; // what a move of the pointer does to a size

const say = (what, values = {}) =>
  (outcome.textContent = form.dataset[what].replace(/\{(\w+)\}/g, (_, name) => values[name]));
const tool = () => form.elements.tool.value;
const isSize = () => tool() in SIZES;
const extent = () => [still.naturalWidth || 1000, still.naturalHeight || 562];
const heightOf = (name) => Number(form.elements[name].value) || 0;

async function call(method, path, body) {
  const response = await fetch(API + path, {
    method, body: body && JSON.stringify(body), headers: body && { "Content-Type": "application/json" },
  });
  const answer = response.status === 204 ? {} : await response.json();
  if (!response.ok) throw new Error(answer.error?.message ?? response.status);
  return answer;
}

function fill() {
  for (const field of fields) {
    const value = definition[field.name];
    if (field.type === "checkbox") field.checked = value ?? true;
    else if (value !== null && value !== undefined) field.value = Array.isArray(value) ? value.join(", ") : value;
  }
}

function read() {
  const read = { ...definition };
  for (const field of fields) {
    const text = field.value.trim();
    if (field.type === "checkbox") read[field.name] = field.checked;
    else if (field.name === "regions") read.regions = text.split(/[\s,]+/).filter(Boolean);
    else if (text === "") delete read[field.name];
    else read[field.name] = field.type === "number" ? Number(text) : text;
  }
  return read;
}

function element(name, attributes) {
  const shape = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => shape.setAttribute(key, value));
  return shape;
}

function draw() {
  const [width, height] = extent();
  shapes.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const at = (corners) => corners.map(([x, y]) => `${x * width},${y * height}`).join(" ");
  const all = ["include", "exclude"].flatMap((kind) => definition[kind].map((zone) => ["polygon", kind, zone]));
  if (definition.line) all.push(["polyline", "line", definition.line]);
  if (points.length) all.push(["polyline", `${tool()} open`, points]);
  shapes.replaceChildren(
    ...all.map(([name, kind, corners]) => element(name, { class: kind, points: at(corners) })),
    ...points.map(([x, y]) => element("circle", { class: "corner", cx: x * width, cy: y * height, r: width / 160 })),
    ...Object.keys(SIZES).filter(heightOf).flatMap((name) => {
      const [wide, high] = [heightOf(name) * ASPECT, heightOf(name)];
      const [x, y] = [SIZES[name][0] * width - wide / 2, SIZES[name][1] * height - high / 2];
      const text = element("text", { x, y: y - height / 90, "font-size": height / 32 });
      text.textContent = `${form.dataset[name]}: ${high} px`;
      return [element("rect", { class: tool() === name ? "size chosen" : "size", x, y, width: wide, height: high }), text];
    }),
    element("path", { class: "cross", d: `M${cross[0] * width - 12} ${cross[1] * height}h24m-12 -12v24` }),
  );
  close.disabled = points.length < 3;
  shapes.classList.toggle("sizing", isSize());
  list.replaceChildren(...["include", "exclude"].flatMap((kind) => definition[kind].map((zone) =>
    entry(form.dataset[kind], form.dataset.remove, () => (definition[kind] = definition[kind].filter((other) => other !== zone))))),
    ...(definition.line ? [entry(form.dataset.line, form.dataset.remove, () => (definition.line = null))] : []));
  masks.replaceChildren(...(definition.suggestedMasks ?? []).map((mask) =>
    entry(form.dataset.mask.replace("{text}", mask.text), "+", () => {
      definition.exclude.push(mask.zone);
      definition.suggestedMasks = definition.suggestedMasks.filter((other) => other !== mask);
    })));
}

/** One line of a list with a button. */
function entry(text, deed, action) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button small";
  button.textContent = deed;
  button.setAttribute("aria-label", `${deed}: ${text}`);
  button.addEventListener("click", () => { action(); draw(); });
  item.append(text, button);
  return item;
}

function add(point) {
  points.push(point.map((share) => Math.round(Math.min(1, Math.max(0, share)) * 1e4) / 1e4));
  if (tool() === "line" && points.length === 2) {
    definition.line = points;
    points = [];
  }
  draw();
}

function finish() {
  if (points.length >= 3 && tool() in definition && tool() !== "line") {
    definition[tool()].push(points);
    points = [];
  }
  draw();
}

function spot(event) {
  const box = shapes.getBoundingClientRect();
  return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
}

function resize(pixels) {
  form.elements[tool()].value = Math.min(2000, Math.max(1, Math.round(pixels)));
}

/** Draws a rectangle as large as a plate from here on; inside the one that there is, moves that. */
shapes.addEventListener("pointerdown", (event) => {
  if (!isSize()) return;
  const name = tool();
  const [start, place, size] = [spot(event), SIZES[name], extent()];
  const away = start.map((share, i) => Math.abs(share - place[i]) * size[i]);
  const inside = away[0] < (heightOf(name) * ASPECT) / 2 && away[1] < heightOf(name) / 2;
  drag = (now) => {
    const way = now.map((share, i) => share - start[i]);
    SIZES[name] = inside ? place.map((share, i) => share + way[i]) : start.map((share, i) => share + way[i] / 2);
    if (!inside) resize(Math.max(Math.abs(way[1]) * size[1], (Math.abs(way[0]) * size[0]) / ASPECT));
  };
  shapes.setPointerCapture(event.pointerId);
});
shapes.addEventListener("pointermove", (event) => {
  drag?.(spot(event));
  if (drag) draw();
});
for (const end of ["pointerup", "pointercancel"]) shapes.addEventListener(end, () => (drag = null));

shapes.addEventListener("click", (event) => {
  if (event.detail < 2 && !isSize()) add(spot(event));
});
shapes.addEventListener("dblclick", finish);
close.addEventListener("click", finish);

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
shapes.addEventListener("keydown", (event) => {
  const step = STEPS[event.key];
  if (step && isSize()) resize(heightOf(tool()) + (step[0] - step[1]) * (event.shiftKey ? 1 : 5));
  else if (step) cross = cross.map((share, i) => Math.min(1, Math.max(0, share + step[i] * (event.shiftKey ? 0.005 : 0.02))));
  else if (event.key === " " && !isSize()) add(cross);
  else if (event.key === "Enter") finish();
  else if (event.key === "Backspace") points.pop();
  else if (event.key === "Escape") points = [];
  else return;
  event.preventDefault();
  draw();
});

document.getElementById("test").addEventListener("click", async () => {
  log.hidden = true;
  say("testing");
  try {
    const answer = await call("POST", "/test", read());
    if (answer.picture) still.src = answer.picture;
    if (!answer.ok) say("failed", { message: answer.reason });
    else if (answer.remark) outcome.textContent = answer.remark;
    else say("works", answer);
    log.hidden = !answer.log?.length;
    log.textContent = answer.log?.join("\n");
  } catch (error) {
    say("failed", { message: error.message });
  }
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    const saved = await (id ? call("PUT", `/${id}`, read()) : call("POST", "", read()));
    if (!id) location.assign(`/cameras/${saved.id}`);
    definition = saved;
    say("saved");
    draw();
  } catch (error) {
    say("failed", { message: error.message });
  }
});

document.getElementById("remove")?.addEventListener("click", async () => {
  if (!confirm(form.dataset.sure)) return;
  await call("DELETE", `/${id}`);
  location.assign("/cameras");
});

form.addEventListener("input", draw);
still.addEventListener("load", draw);
still.addEventListener("error", () => still.removeAttribute("src")); // there is no picture yet
if (id) {
  definition = await call("GET", `/${id}`);
  fill();
}
draw();
