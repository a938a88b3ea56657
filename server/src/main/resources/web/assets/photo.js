// The photo with the plates' outlines over it.

const SVG = "http://www.w3.org/2000/svg";
const picture = document.getElementById("picture");
const overlay = document.getElementById("overlay");

let address = null;

/** Shows a file; resolves to the image element, or to null when this browser cannot decode it. */
export async function show(file) {
  if (address) {
    URL.revokeObjectURL(address);
  }
  address = URL.createObjectURL(file);
  overlay.replaceChildren();
  picture.src = address;
  try {
    await picture.decode();
    overlay.setAttribute("viewBox", `0 0 ${picture.naturalWidth} ${picture.naturalHeight}`);
    return picture;
  } catch {
    return null;
  }
}

/**
 * Draws outlines.
 * @param answer the server's answer, whose pixels all coordinates are in
 * @param onSelect called with the index of a plate that was clicked
 */
export function outline(answer, onSelect) {
  overlay.setAttribute("viewBox", `0 0 ${answer.width} ${answer.height}`);
  overlay.replaceChildren(
    ...answer.rejected.map((candidate) => polygon(candidate.corners, "rejected")),
    ...answer.plates.map((plate, index) => {
      const shape = polygon(plate.corners, "found");
      shape.addEventListener("click", () => onSelect(index));
      return shape;
    }),
  );
}

function polygon(corners, kind) {
  const group = document.createElementNS(SVG, "g");
  group.classList.add(kind);
  for (const layer of ["halo", "line"]) { // the halo keeps the line visible on any photo
    const shape = document.createElementNS(SVG, "polygon");
    shape.setAttribute("points", corners.map((corner) => corner.join(",")).join(" "));
    shape.classList.add(layer);
    group.append(shape);
  }
  return group;
}

/** Marks one plate, or one rejected candidate, as the one that is looked at. */
export function mark(kind, index) {
  overlay.querySelectorAll("g").forEach((group) => group.classList.remove("selected"));
  overlay.querySelectorAll(`g.${kind}`)[index]?.classList.add("selected");
}
