// Lays the outline over the frame once the frame's size is known.

import "./ago.js";

const frame = document.getElementById("frame");
const picture = frame?.querySelector("img");
const outline = frame?.querySelector("svg");

if (outline) {
  picture.decode().then(() => {
    outline.setAttribute("viewBox", `0 0 ${picture.naturalWidth} ${picture.naturalHeight}`);
    outline.removeAttribute("hidden");
  }, () => {}); // a format that this browser does not show
}
