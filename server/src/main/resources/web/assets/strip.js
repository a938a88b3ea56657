// Straightens a plate: the quadrilateral in the photo becomes an upright rectangle on a canvas.

/** Share of the plate's size that is shown around it on each side. */
const MARGIN = 0.08;

/** The strip's longer side on the canvas, px: enough for a sharp display on dense screens. */
const LONG_SIDE = 720;

const distance = ([x1, y1], [x2, y2]) => Math.hypot(x2 - x1, y2 - y1);

const between = (a, b, t) => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

/** Mean width and height of a quadrilateral given clockwise from its top left corner. */
export function sizeOf([a, b, c, d]) {
  return [(distance(a, b) + distance(d, c)) / 2, (distance(a, d) + distance(b, c)) / 2];
}

function grown([a, b, c, d]) {
  const at = (u, v) => between(between(a, b, u), between(d, c, u), v);
  return [at(-MARGIN, -MARGIN), at(1 + MARGIN, -MARGIN), at(1 + MARGIN, 1 + MARGIN), at(-MARGIN, 1 + MARGIN)];
}

/**
 * The projective map from the unit square to a quadrilateral (Heckbert, "Fundamentals of Texture Mapping and Image
 * Warping", 1989, section 2.2.3).
 */
function unitSquareTo([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]) {
  const sx = x0 - x1 + x2 - x3;
  const sy = y0 - y1 + y2 - y3;
  const dx1 = x1 - x2, dx2 = x3 - x2, dy1 = y1 - y2, dy2 = y3 - y2;
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / determinant;
  const h = (dx1 * sy - sx * dy1) / determinant;
  return (u, v) => {
    const w = g * u + h * v + 1;
    return [
      ((x1 - x0 + g * x1) * u + (x3 - x0 + h * x3) * v + x0) / w,
      ((y1 - y0 + g * y1) * u + (y3 - y0 + h * y3) * v + y0) / w,
    ];
  };
}

/**
 * Draws the plate.
 * @param image the photo
 * @param answer the server's answer, for the size that the corners refer to
 * @returns whether there was anything to draw
 */
export function draw(canvas, image, answer, corners) {
  const scale = image.naturalWidth / answer.width;
  const quad = grown(corners).map(([x, y]) => [x * scale, y * scale]);
  const source = pixelsAround(image, quad);
  const [width, height] = sizeOf(quad);
  if (!source || !(width > 0 && height > 0)) {
    return false;
  }
  const enlarged = LONG_SIDE / Math.max(width, height);
  canvas.width = Math.max(1, Math.round(width * enlarged));
  canvas.height = Math.max(1, Math.round(height * enlarged));
  const context = canvas.getContext("2d");
  const target = context.createImageData(canvas.width, canvas.height);
  const place = unitSquareTo(quad);
  for (let y = 0, at = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++, at += 4) {
      sample(source, place((x + 0.5) / canvas.width, (y + 0.5) / canvas.height), target.data, at);
    }
  }
  context.putImageData(target, 0, 0);
  return true;
}

/** The part of the photo that holds the quadrilateral. */
function pixelsAround(image, quad) {
  const xs = quad.map(([x]) => x), ys = quad.map(([, y]) => y);
  const left = Math.max(0, Math.floor(Math.min(...xs)) - 1);
  const top = Math.max(0, Math.floor(Math.min(...ys)) - 1);
  const width = Math.min(image.naturalWidth, Math.ceil(Math.max(...xs)) + 1) - left;
  const height = Math.min(image.naturalHeight, Math.ceil(Math.max(...ys)) + 1) - top;
  if (!(width > 0 && height > 0)) {
    return null;
  }
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(image, left, top, width, height, 0, 0, width, height);
  return { left, top, width, height, data: context.getImageData(0, 0, width, height).data };
}

/** Bilinear; what lies outside repeats the border. */
function sample(source, [px, py], target, at) {
  const x = Math.min(Math.max(px - source.left - 0.5, 0), source.width - 1);
  const y = Math.min(Math.max(py - source.top - 0.5, 0), source.height - 1);
  const x0 = Math.floor(x), y0 = Math.floor(y);
  const x1 = Math.min(x0 + 1, source.width - 1), y1 = Math.min(y0 + 1, source.height - 1);
  const fx = x - x0, fy = y - y0;
  const a = (y0 * source.width + x0) * 4, b = (y0 * source.width + x1) * 4;
  const c = (y1 * source.width + x0) * 4, d = (y1 * source.width + x1) * 4;
  for (let channel = 0; channel < 3; channel++) {
    const top = source.data[a + channel] * (1 - fx) + source.data[b + channel] * fx;
    const bottom = source.data[c + channel] * (1 - fx) + source.data[d + channel] * fx;
    target[at + channel] = top * (1 - fy) + bottom * fy;
  }
  target[at + 3] = 255;
}
