// Try it: sends pictures, whichever way they come, and shows what the server says of each.

import { pretty } from "./pretty.js";

const $ = (id) => document.getElementById(id);
const words = $("try").dataset;
const TRIAL = { "X-Gantry-Keep": "no" }; // what was read once is not to be stored again
const LONGEST = 200; // characters of a text in an answer that is shown
let queue = Promise.resolve(); // one after another, so that none is refused for the others' sake
let stream = null;

const formOf = (file, field, more = {}) => {
  const form = new FormData();
  form.append(field, file, file.name);
  Object.entries(more).forEach(([name, value]) => form.append(name, value));
  return form;
};

function read(file) {
  const shot = $("shot").content.cloneNode(true).firstElementChild;
  const picture = shot.querySelector(".fit img");
  const result = shot.querySelector(".result");
  shot.querySelector("h2").textContent = file.name;
  picture.src = URL.createObjectURL(file);
  $("shots").prepend(shot);
  dialects(shot.querySelector(".dialects"), file);
  cells(shot.querySelector(".cells"), file);
  queue = queue.then(async () => {
    try {
      const response = await fetch("/try", { method: "POST", body: formOf(file, "image") });
      const text = await response.text();
      if (response.headers.get("Content-Type").includes("json")) result.textContent = JSON.parse(text).error.message;
      else result.innerHTML = text;
      const outlines = result.querySelector(".outlines");
      if (outlines) picture.after(outlines);
    } catch {
      result.textContent = words.unreachable;
    }
    result.setAttribute("aria-busy", "false");
  });
}

/** What other systems' clients would get. */
function dialects(part, file) {
  const select = part.querySelector("select");
  const answers = {};
  const ask = async (path, field) => {
    const response = await fetch(path, { method: "POST", headers: TRIAL, body: formOf(file, field) });
    return pretty(JSON.parse(await response.text(), (_, value) =>
      typeof value === "string" && value.length > LONGEST ? `${value.slice(0, 40)}… (${value.length})` : value));
  };
  const show = async () => {
    const { value: path, selectedOptions: [{ dataset: { field } }] } = select;
    const argument = `${field}=@${file.name}`.replaceAll("'", "'\\''");
    part.querySelector(".curl").textContent = `curl -F '${argument}' ${location.origin}${path}`;
    const json = part.querySelector(".json");
    answers[path] ??= ask(path, field);
    try {
      const text = await answers[path];
      if (select.value === path) json.textContent = text;
    } catch {
      delete answers[path];
      json.textContent = words.unreachable;
    }
  };
  select.addEventListener("change", show);
  part.addEventListener("toggle", () => part.open && show(), { once: true });
}

/** The grid picture of Easy-local-ALPR, with cells to be chosen. */
function cells(part, file) {
  const [side, sheet, toggles, output] = ["input", ".sheet img", ".toggles", "output"].map((what) => part.querySelector(what));
  const wanted = () => [...toggles.children].flatMap((cell, i) => (cell.getAttribute("aria-pressed") === "true" ? [i + 1] : []));
  const fields = () => ({ grid_size: side.value, wanted_cells: wanted().join(",") });
  const ask = async (path) => (await fetch(path, { method: "POST", headers: TRIAL, body: formOf(file, "upload", fields()) })).json();
  const show = async () => {
    part.querySelector(".wanted").textContent = Object.entries(fields()).map(([name, value]) => `${name}=${value}`).join("\n");
    const answer = await ask("/v1/vision/alpr_grid_debug");
    if (answer.image) sheet.src = answer.image;
  };
  const build = () => {
    const count = Math.min(8, Math.max(1, Number(side.value) || 1));
    toggles.style.gridTemplateColumns = `repeat(${count}, 1fr)`;
    toggles.replaceChildren(...Array.from({ length: count * count }, (_, i) => {
      const cell = document.createElement("button");
      cell.type = "button";
      cell.textContent = i + 1;
      cell.setAttribute("aria-pressed", "true");
      cell.addEventListener("click", () => {
        cell.setAttribute("aria-pressed", String(cell.getAttribute("aria-pressed") !== "true"));
        show();
      });
      return cell;
    }));
    show();
  };
  side.addEventListener("change", build);
  part.addEventListener("toggle", () => part.open && build(), { once: true });
  part.querySelector(".ask").addEventListener("click", async () => {
    const answer = await ask("/v1/vision/alpr");
    output.textContent = answer.plates?.length ? answer.plates.join(", ") : answer.message;
  });
}

function take(files) {
  const pictures = [...files].filter((file) => file.type.startsWith("image/") || file.type === "");
  $("fault").textContent = files.length && !pictures.length ? words.noPicture : "";
  pictures.forEach(read);
}

for (const id of ["choose", "take"]) {
  $(id).addEventListener("change", (event) => {
    take(event.target.files);
    event.target.value = ""; // the same file may be chosen again
  });
}
document.addEventListener("paste", (event) => take(event.clipboardData?.files ?? []));

let depth = 0; // dragging over a child leaves its parent
const drag = (step) => {
  depth = Math.max(0, depth + step);
  document.body.classList.toggle("dragging", depth > 0);
};
document.addEventListener("dragenter", (event) => event.dataTransfer?.types.includes("Files") && drag(1));
document.addEventListener("dragleave", () => drag(-1));
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  drag(-depth);
  take(event.dataTransfer?.files ?? []);
});

$("webcam").addEventListener("click", async () => {
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1920 }, facingMode: "environment" } });
    $("video").srcObject = stream;
    $("viewer").hidden = false;
  } catch {
    $("fault").textContent = words.noWebcam;
  }
});
$("stop").addEventListener("click", () => {
  stream?.getTracks().forEach((track) => track.stop());
  $("viewer").hidden = true;
});
$("shoot").addEventListener("click", () => {
  const video = $("video");
  const canvas = Object.assign(document.createElement("canvas"), { width: video.videoWidth, height: video.videoHeight });
  canvas.getContext("2d").drawImage(video, 0, 0);
  canvas.toBlob((blob) => read(new File([blob], "webcam.jpg", { type: "image/jpeg" })), "image/jpeg", 0.92);
});

/** The clipboard's own interface exists on secure addresses only, and a server in the house often has none. */
$("shots").addEventListener("click", async (event) => {
  const button = event.target.closest(".copy");
  if (!button) return;
  const source = button.parentElement.querySelector("pre");
  await navigator.clipboard?.writeText(source.textContent).catch(() => {});
  if (!navigator.clipboard) {
    getSelection().selectAllChildren(source);
    document.execCommand("copy");
  }
  const before = button.textContent;
  button.textContent = words.copied;
  setTimeout(() => (button.textContent = before), 1500);
});
