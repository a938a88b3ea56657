// Rows of what is seen, as it happens. Events say which reads are new or changed; the server makes their rows. No event is
// lost: each names the last one that was heard, and what could not be fetched is fetched again.

import { tellAgo } from "./ago.js";

/** Events of so long are answered by one request. */
const GATHER_MS = 150;

const RETRY_MS = 1_000;

/** So many rows are asked for at once, and so many stay in the page. */
const AT_ONCE = 50;
const MOST_ROWS = 200;

/** Pixels that count as not scrolled. */
const AT_TOP = 8;

const list = document.getElementById("rows");
const more = document.getElementById("more");
const connection = document.getElementById("connection");

let last = list.dataset.sequence;
let timer = 0;
const wanted = new Set(); // numbers of reads whose rows are to be fetched
const held = []; // rows that wait until they disturb nobody, newest first

function connect() {
  const source = new EventSource(`/api/v1/events?lastEventId=${last}`);
  source.addEventListener("open", () => tellState(true));
  source.addEventListener("error", () => {
    tellState(false);
    if (source.readyState === EventSource.CLOSED) { // it was refused, and the browser gives up then
      setTimeout(connect, RETRY_MS);
    }
  });
  const listen = (type, id) => source.addEventListener(type, (event) => {
    last = event.lastEventId;
    wanted.add(id(JSON.parse(event.data)));
    gather(GATHER_MS);
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
  const response = await fetch("/live/wall");
  if (response.ok) {
    document.getElementById("wall").innerHTML = await response.text();
  }
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
  const ids = [...wanted].slice(0, AT_ONCE);
  let delay = GATHER_MS;
  try {
    const response = await fetch(`/live/rows?ids=${ids}`);
    if (!response.ok) {
      throw new Error(`status ${response.status}`);
    }
    show(await response.text());
    ids.forEach((id) => wanted.delete(id));
  } catch {
    delay = RETRY_MS; // the server is away; they are still wanted
  }
  timer = 0;
  if (wanted.size > 0) {
    gather(delay);
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
  release();
}

const isRead = () => scrollY > AT_TOP || list.matches(":hover, :focus-within");

/** Shows what is held, unless rows would move under the eyes of somebody who reads them. */
function release(now = false) {
  if (now || !isRead()) {
    list.prepend(...held.splice(0));
    while (list.children.length > MOST_ROWS) {
      list.lastElementChild.remove();
    }
    document.getElementById("empty").hidden = list.children.length > 0;
  }
  more.hidden = held.length === 0;
  more.textContent = (held.length === 1 ? more.dataset.one : more.dataset.other).replace("{count}", held.length);
}

more.addEventListener("click", () => {
  scrollTo({ top: 0 });
  release(true);
});
list.addEventListener("mouseleave", () => release());
list.addEventListener("focusout", () => setTimeout(release));
addEventListener("scroll", () => scrollY <= AT_TOP && held.length > 0 && release(), { passive: true });

connect();
