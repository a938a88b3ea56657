// Stills of cameras, again every few seconds while somebody looks.
const PAUSE = 4000;

setInterval(() => {
  if (document.hidden) return;
  for (const still of document.querySelectorAll("img[data-refresh]")) {
    still.src = `${still.src.replace(/&t=\d+$/, "")}&t=${Date.now()}`;
  }
}, PAUSE);
