// Review: shows one read after another and sends what is said of it.

const $ = (id) => document.getElementById(id);
const [desk, cards, form, input, say, said] = ["review", "cards", "verdict", "text", "say", "said"].map($);
const { order, camera } = desk.dataset;
const done = []; // cards with a verdict, for undo
let current = null;

/** Shows a card; null when there is none left. */
function show(card) {
  if (current) current.hidden = true;
  current = card;
  form.hidden = !card;
  $("empty").hidden = Boolean(card);
  if (!card) return;
  card.hidden = false;
  write(card.dataset.said ?? card.dataset.text);
  input.blur();
  $("back").disabled = !card.previousElementSibling;
}

function write(text) {
  input.value = text;
  const same = isSame(text, current.dataset.text);
  say.firstElementChild.textContent = same ? say.dataset.confirm : say.dataset.correct;
}

const key = (text) => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");
const isSame = (a, b) => key(a) === key(b);

/** The next card, fetched if need be. */
async function next() {
  if (!current.nextElementSibling) {
    const query = new URLSearchParams({ order });
    if (camera) query.set("camera", camera);
    if (order === "doubtful") query.set("after", current.dataset.read);
    const response = await fetch(`/review/cards?${query}`).catch((error) => ({ ok: false, statusText: error }));
    if (!response.ok) {
      tell("failed", { message: response.statusText });
      return;
    }
    const parts = document.createElement("template");
    parts.innerHTML = await response.text();
    for (const card of [...parts.content.children]) {
      if (!cards.querySelector(`[data-read="${card.dataset.read}"]`)) cards.append(card);
    }
  }
  show(current.nextElementSibling);
}

async function send(card, verdict, text) {
  const body = JSON.stringify({ read: Number(card.dataset.read), verdict, text, sampled: order === "random" });
  const response = await fetch("/api/v1/reviews", { method: "POST", headers: { "Content-Type": "application/json" }, body })
    .catch((error) => ({ ok: false, json: () => ({ error }) }));
  if (!response.ok) {
    tell("failed", { message: (await response.json()).error.message });
    return false;
  }
  const figures = await fetch("/review/figures").catch(() => ({ ok: false }));
  if (figures.ok) $("figures").innerHTML = await figures.text();
  return true;
}

function tell(what, values) {
  said.textContent = desk.dataset[what].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

async function judge(verdict, text) {
  const card = current;
  if (!card || !(await send(card, verdict, text))) return;
  card.dataset.said = text ?? card.dataset.text;
  done.push(card);
  $("undo").disabled = false;
  tell(verdict === "not_a_plate" ? "nothing" : verdict, { plate: text ?? card.dataset.text, read: card.dataset.text });
  await next();
}

async function undo() {
  const card = done.pop();
  if (!card || !(await send(card, "undone"))) return;
  delete card.dataset.said;
  $("undo").disabled = done.length === 0;
  tell("undone", { plate: card.dataset.text });
  show(card);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = input.value.trim().toUpperCase();
  if (!key(text)) return;
  isSame(text, current.dataset.text) ? judge("confirmed") : judge("corrected", text);
});
input.addEventListener("input", () => write(input.value));
$("nothing").addEventListener("click", () => judge("not_a_plate"));
$("undo").addEventListener("click", undo);
$("skip").addEventListener("click", () => current && next());
$("back").addEventListener("click", () => show(current.previousElementSibling));
cards.addEventListener("click", (event) => {
  const other = event.target.closest(".other");
  if (other) write(other.dataset.text);
});

/** The next of the texts that it could be. */
function turn(step) {
  const texts = [current.dataset.text, ...[...current.querySelectorAll(".other")].map((other) => other.dataset.text)];
  const at = Math.max(0, texts.indexOf(input.value));
  write(texts[(at + step + texts.length) % texts.length]);
}

const KEYS = {
  x: () => judge("not_a_plate"),
  u: undo,
  ArrowLeft: () => current.previousElementSibling && show(current.previousElementSibling),
  ArrowRight: () => next(),
  " ": () => input.focus(),
  Backspace: () => { input.focus(); write(input.value.slice(0, -1)); },
  Enter: () => form.requestSubmit(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("a, button, summary")) return;
  const typing = event.target === input;
  if (event.key === "Escape") { write(current.dataset.text); input.blur(); return; }
  if (current && (event.key === "ArrowUp" || event.key === "ArrowDown")) turn(event.key === "ArrowDown" ? 1 : -1);
  else if (typing) return;
  else if ((event.key === "u" && done.length) || (current && event.key !== "u" && event.key in KEYS)) KEYS[event.key]();
  else if (current && /^[\p{L}\p{N}]$/u.test(event.key)) { input.focus(); write(event.key.toUpperCase()); }
  else return;
  event.preventDefault();
});

show(cards.firstElementChild);
