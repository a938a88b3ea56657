// What the server found, as the page shows it.

import { element, fill, percent, text } from "./templates.js";
import { draw, sizeOf } from "./strip.js";
import { mark, outline } from "./photo.js";

/** Characters below these are underlined, in two strengths. */
const SURE = 0.95;
const LIKELY = 0.8;

/** Other texts that are less likely are in the JSON alone. */
const WORTH_SHOWING = 0.01;

const answerArea = document.getElementById("answer");
const rejectedArea = document.getElementById("rejected");

export function showFound(answer, image) {
  const elapsed = Math.round(answer.elapsedMs);
  showRejected(answer);
  if (answer.plates.length === 0) {
    answerArea.replaceChildren(fill("nothing", { elapsed }));
    if (answer.rejected.length > 0) {
      answerArea.append(fill("nothing-but"));
      rejectedArea.open = true;
    }
    outline(answer, () => {});
    return;
  }
  const count = answer.plates.length;
  const choices = document.createElement("div");
  choices.className = "choices";
  const details = document.createElement("div");
  const select = (index) => {
    details.replaceChildren(plate(answer.plates[index], answer, image));
    [...choices.children].forEach((choice, i) => choice.setAttribute("aria-pressed", String(i === index)));
    mark("found", index);
  };
  if (count > 1) {
    choices.append(
      ...answer.plates.map((found, index) => {
        const choice = element("choice", { text: found.text, percent: percent(found.confidence) });
        choice.addEventListener("click", () => select(index));
        return choice;
      }),
    );
  }
  answerArea.replaceChildren(fill(count === 1 ? "found-one" : "found-many", { count, elapsed }), choices, details);
  outline(answer, select);
  select(0);
}

function plate(found, answer, image) {
  const [width, height] = sizeOf(found.corners).map(Math.round);
  const card = element("plate", {
    spelled: [...found.text].join(" "),
    percent: percent(found.confidence),
    detection: percent(found.detectionScore),
    region: found.region ?? "",
    width,
    height,
  });
  const strip = card.querySelector(".strip");
  strip.hidden = !image || !draw(strip, image, answer, found.corners);
  card.querySelector(".reading").append(...found.characters.map(character));
  card.querySelector(".legend").hidden = found.characters.every((one) => one.confidence >= SURE);
  card.querySelector(".region").hidden = !found.region;
  const others = found.candidates.filter(
    (candidate) => candidate.text !== found.text && candidate.confidence >= WORTH_SHOWING,
  );
  card.querySelector(".candidates").hidden = others.length === 0;
  card.querySelector("ol").append(...others.map((candidate) => other(candidate, found.text)));
  return card;
}

function character(read) {
  const shown = element("character", {
    character: read.char,
    percent: percent(read.confidence),
    short: Math.floor(read.confidence * 100),
  });
  shown.classList.toggle("unsure", read.confidence < SURE && read.confidence >= LIKELY);
  shown.classList.toggle("doubtful", read.confidence < LIKELY);
  return shown;
}

/** Another text that it could be, with the characters marked that differ. */
function other(candidate, best) {
  const item = element("candidate", { value: candidate.confidence, percent: percent(candidate.confidence) });
  const sameLength = [...candidate.text].length === [...best].length;
  const letters = [...candidate.text].map((letter, i) => {
    const shown = document.createElement(sameLength && letter !== [...best][i] ? "mark" : "span");
    shown.textContent = letter;
    return shown;
  });
  item.querySelector(".plate-text").append(...letters);
  return item;
}

function showRejected(answer) {
  const count = answer.rejected.length;
  rejectedArea.hidden = count === 0;
  rejectedArea.open = false;
  rejectedArea.querySelector("summary").textContent = text(count === 1 ? "rejected-one" : "rejected-many", { count });
  rejectedArea.querySelector("ul").replaceChildren(
    ...answer.rejected.map((candidate, index) => {
      const item = element("rejection", {
        reason: text(`reason-${candidate.reason}`),
        detail: candidate.detail,
        text: candidate.text,
        detection: percent(candidate.detectionScore),
      });
      item.querySelector("button").addEventListener("click", () => mark("rejected", index));
      return item;
    }),
  );
}
