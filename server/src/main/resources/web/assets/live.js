// Rows of what is seen, as it happens. Events say which reads are new or changed; the server makes their rows. No event is
// lost: each names the last one that was heard, and what could not be fetched is fetched again.

import { tellAgo } from "./ago.js";

/** Events of so long are answered by one request. */
const GATHER_MS = 150;

const RETRY_MS = 1_000;

/** A request that takes longer hangs, as after a machine has slept. */
const PATIENCE_MS = 15_000;

/** A pointer that has not moved for so long only lies there. */
const RESTING_MS = 4_000;

/** So many rows are asked for at once, and so many stay in the page. */
const AT_ONCE = 50;
const MOST_ROWS = 200;

/** Pixels that count as not scrolled. */
const AT_TOP = 8;

const list = document.getElementById("rows");
const more = document.getElementById("more");
const connection = document.getElementById("connection");

let last = list.dataset.sequence;
let source = null; // the connection that tells of events
let timer = 0;
let wanted = new Set(); // numbers of reads whose rows are to be fetched
const held = []; // rows that wait until they disturb nobody, newest first
let uncounted = 0; // more of them, which are too many to be shown
let pointed = 0; // when the pointer moved over the list

function connect() {
  source = new EventSource(`/api/v1/events?lastEventId=${last}`);
  source.addEventListener("open", () => tellState(true));
  source.addEventListener("error", () => {
    tellState(false);
    if (source.readyState === EventSource.CLOSED) { // it was refused, and the browser gives up then
      setTimeout(connect, RETRY_MS);
    }
  });
  const listen = (type, id) => source.addEventListener(type, (event) => {
    last = event.lastEventId;
    const number = id(JSON.parse(event.data));
    if (number) { // another node's read has none here
      wanted.add(number);
      gather(GATHER_MS);
    }
  });
  listen("read", (read) => read.id);
  listen("sighting", (sighting) => sighting.bestRead);
  source.addEventListener("camera", (event) => {
    last = event.lastEventId;
    showWall();
  });
}

/** A camera has come or gone, which is seldom. */
async function showWall() {
  const html = await get("/live/wall").catch(() => null);
  if (html !== null) {
    document.getElementById("wall").innerHTML = html;
  }
}

async function get(address) {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) {
    throw new Error(`status ${response.status}`);
  }
  return response.text();
}

function tellState(on) {
  connection.textContent = on ? connection.dataset.on : connection.dataset.off;
  connection.classList.toggle("good", on);
  connection.classList.toggle("fair", !on);
}

function gather(delay) {
  timer ||= setTimeout(fetchRows, delay);
}

async function fetchRows() {
  const newest = [...wanted].slice(-MOST_ROWS); // after a long absence, others would be pushed out at once
  const ids = newest.slice(0, AT_ONCE);
  wanted = new Set(newest.slice(AT_ONCE)); // what changes from now on is wanted anew
  const html = await get(`/live/rows?ids=${ids}`).catch(() => null);
  if (html === null) { // the server is away
    wanted = new Set([...ids, ...wanted]);
  }
  timer = 0;
  if (wanted.size > 0) {
    gather(html === null ? RETRY_MS : GATHER_MS);
  }
  if (html !== null) {
    show(html);
  }
}

function show(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  tellAgo(template.content);
  for (const row of [...template.content.children].reverse()) {
    const shown = document.getElementById(row.id);
    const waiting = held.findIndex((other) => other.id === row.id);
    if (shown) {
      if (!shown.contains(document.activeElement)) {
        shown.replaceWith(row); // where it stands: nothing moves
      }
    } else if (waiting >= 0) {
      held[waiting] = row;
    } else {
      row.classList.add("new");
      held.unshift(row);
    }
  }
  uncounted += held.splice(MOST_ROWS).length;
  release();
}

/** A pointer that merely lies on the list reads nothing, and a finger leaves no pointer behind. */
const isRead = () => scrollY > AT_TOP || Date.now() - pointed < RESTING_MS || list.matches(":has(:focus-visible)");

/** Shows what is held, unless rows would move under the eyes of somebody who reads them. */
function release(now = false) {
  if (held.length > 0 && (now || !isRead())) {
    list.prepend(...held.splice(0));
    uncounted = 0;
    while (list.children.length > MOST_ROWS) {
      list.lastElementChild.remove();
    }
    document.getElementById("empty").hidden = true;
  }
  const count = held.length + uncounted;
  more.hidden = count === 0;
  more.textContent = (count === 1 ? more.dataset.one : more.dataset.other).replace("{count}", count);
}

more.addEventListener("click", () => {
  scrollTo({ top: 0 });
  release(true);
});
list.addEventListener("pointermove", (event) => {
  if (event.pointerType === "mouse") {
    pointed = Date.now();
  }
});
list.addEventListener("pointerleave", () => {
  pointed = 0;
  release();
});
list.addEventListener("focusout", () => setTimeout(() => release()));
addEventListener("scroll", () => scrollY <= AT_TOP && release(), { passive: true });
setInterval(() => release(), RESTING_MS);

// A page that has been left may stay in the browser's memory for a minute, with its connection, and a browser has but six of
// them for one server: without this, the seventh page would wait.
addEventListener("pagehide", () => source.close());
addEventListener("pageshow", (event) => event.persisted && location.reload());

connect();
