// Takes a photo in whichever way it comes, sends it to the server and hands the answer to be shown.

import { fill, text } from "./templates.js";
import { pretty } from "./pretty.js";
import { show } from "./photo.js";
import { showFound } from "./answer.js";

const ADDRESS = "/api/v1/recognize";

/** From this status on it is not the photo's fault. */
const SERVER_FAULT = 500;

const page = document.getElementById("try");
const answerArea = document.getElementById("answer");
const json = document.getElementById("json");
const curl = document.getElementById("curl");

let underWay = new AbortController();

async function read(file, name = file.name) {
  underWay.abort();
  underWay = new AbortController();
  const { signal } = underWay;
  page.dataset.state = "reading";
  answerArea.setAttribute("aria-busy", "true");
  answerArea.replaceChildren(fill("reading", { name }));
  document.getElementById("rejected").hidden = true;
  json.hidden = true;
  showCurl(name);
  const shown = show(file);
  try {
    const body = new FormData();
    body.append("image", file, name);
    const response = await fetch(ADDRESS, { method: "POST", body, signal });
    const answer = await response.json().catch(() => null);
    const image = await shown;
    if (signal.aborted) {
      return;
    }
    if (answer) {
      showJson(answer);
    }
    if (!response.ok || !answer) {
      const message = answer?.error?.message ?? text("unexpected", { status: response.status });
      fail(message, image, response.status >= SERVER_FAULT ? () => read(file, name) : null);
      return;
    }
    page.dataset.state = image ? "found" : "found-unseen";
    caption("caption-of", { name, width: answer.width, height: answer.height });
    showFound(answer, image);
  } catch (error) {
    if (!signal.aborted) {
      console.error(error);
      fail(text("unreachable"), await shown, () => read(file, name));
    }
  } finally {
    if (!signal.aborted) {
      answerArea.setAttribute("aria-busy", "false");
    }
  }
}

/**
 * Tells what went wrong.
 * @param image the photo if it is shown
 * @param retry does it again; null where that would not help
 */
function fail(message, image, retry) {
  page.dataset.state = image ? "failed" : "failed-unseen";
  answerArea.replaceChildren(fill("failed", { message }));
  const button = answerArea.querySelector(".retry");
  button.hidden = !retry;
  button.addEventListener("click", retry ?? (() => {}));
}

function caption(id, values) {
  document.getElementById("caption").textContent = text(id, values);
}

function showJson(answer) {
  json.hidden = false;
  json.querySelector("pre").textContent = pretty(answer);
}

function showCurl(name) {
  const file = `image=@${name}`.replaceAll("'", "'\\''");
  const argument = /^[\w=@.\-]+$/.test(file) ? file : `'${file}'`;
  curl.querySelector("pre").textContent = `curl -F ${argument} ${location.origin}${ADDRESS}`;
}

/** The first picture among dropped or pasted files. */
function take(files, name) {
  const picture = [...files].find((file) => file.type.startsWith("image/") || file.type === "");
  if (picture) {
    read(picture, name);
  } else if (files.length > 0) {
    underWay.abort();
    fail(text("no-picture"), null, null);
  }
}

for (const id of ["choose", "take", "again"]) {
  document.getElementById(id).addEventListener("change", (event) => {
    take(event.target.files);
    event.target.value = ""; // the same file may be chosen again
  });
}

document.addEventListener("paste", (event) => {
  const files = event.clipboardData?.files ?? [];
  take(files, files[0]?.name === "image.png" ? text("pasted") + ".png" : undefined);
});

let depth = 0; // dragging over a child leaves its parent
document.addEventListener("dragenter", (event) => {
  if (event.dataTransfer?.types.includes("Files")) {
    depth++;
    document.body.classList.add("dragging");
  }
});
document.addEventListener("dragleave", () => {
  depth = Math.max(0, depth - 1);
  document.body.classList.toggle("dragging", depth > 0);
});
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  depth = 0;
  document.body.classList.remove("dragging");
  take(event.dataTransfer?.files ?? []);
});

document.querySelectorAll(".copy").forEach((button) => {
  button.addEventListener("click", async () => {
    const source = button.parentElement.querySelector("pre");
    const before = button.textContent;
    if (await copy(source)) {
      button.textContent = text("copied");
      setTimeout(() => (button.textContent = before), 1500);
    }
  });
});

/** The clipboard's own interface exists on secure addresses only, and a server in the house often has none. */
async function copy(source) {
  try {
    await navigator.clipboard.writeText(source.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(source);
    return document.execCommand("copy");
  }
}

showCurl("photo.jpg");
