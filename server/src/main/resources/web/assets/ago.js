// Times as "3 min. ago" in the page's language, kept up to date; the exact time stays in the title.

const format = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto", style: "short" });

/** From so many seconds on, a unit of so many seconds. After a day the exact time says more. */
const UNITS = [[86_400, null], [3_600, "hour", 3_600], [60, "minute", 60], [0, "second", 1]];

const REFRESH_MS = 5_000;

function tell(element) {
  const seconds = Math.max(0, (Date.now() - Date.parse(element.dateTime)) / 1000);
  const [, unit, size] = UNITS.find(([from]) => seconds >= from) ?? []; // a time that nobody understands stays as it is
  if (unit) {
    element.textContent = format.format(-Math.floor(seconds / size), unit);
  }
}

/** Tells all times below an element. */
export const tellAgo = (root) => root.querySelectorAll("time.when").forEach(tell);

tellAgo(document);
setInterval(() => tellAgo(document), REFRESH_MS);
