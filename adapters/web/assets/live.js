// What a page does beside being read: it counts down to the next round, tells its hour on the reader's
// own clock, and takes in what changed. Without this script the page reads the same.

const MINUTE_MS = 60_000;
const UNITS = [
  ["day", 1_440],
  ["hour", 60],
  ["minute", 1],
];

/** How long until an instant in its two largest units, in the words that the server would write. */
function countdownTo(at, { tag, ahead, pair, units }) {
  const numbers = new Intl.NumberFormat(tag);
  const plurals = new Intl.PluralRules(tag);
  let left = Math.ceil((at - Date.now()) / MINUTE_MS);
  if (left <= 0) return null;
  const lengths = [];
  for (const [unit, minutes] of UNITS) {
    const count = Math.floor(left / minutes);
    left -= count * minutes;
    if (count > 0)
      lengths.push(units[unit][plurals.select(count)].replace("#", numbers.format(count)));
  }
  const [first, second] = lengths;
  const length = second === undefined ? first : pair.replace("{0}", first).replace("{1}", second);
  return ahead.replace("{0}", length);
}

function countDown() {
  const lead = document.querySelector("[data-countdown]");
  const time = lead?.querySelector("time");
  if (!time) return;
  const words = JSON.parse(lead.dataset.countdown);
  const at = new Date(time.dateTime);
  const text = countdownTo(at.getTime(), words);
  // Once it has come, the next version of the page tells what became of it.
  if (text === null) time.closest("p").hidden = true;
  else if (time.textContent !== text) time.textContent = text;
  if (time.nextElementSibling) return;
  const own = new Intl.DateTimeFormat(words.tag, {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  }).format(at);
  const yours = document.createElement("span");
  yours.className = "yours";
  yours.textContent = lead.dataset.yours.replace("{0}", own);
  time.after(yours);
}

/** Puts a newer version of the page in place of this one, with what the reader had opened left open. */
async function refresh() {
  const response = await fetch(location.pathname + location.search, { cache: "no-cache" });
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const [old, fresh] = [document, page].map((each) => each.getElementById("content"));
  if (!fresh || fresh.dataset.standing === old.dataset.standing) return;
  const known = openOf(old);
  for (const [key, details] of openOf(fresh))
    if (known.has(key)) details.open = known.get(key).open;
  old.replaceWith(fresh);
  document.title = page.title;
  countDown();
  const news = document.getElementById("news");
  news.textContent = news.dataset.refreshed;
}

const openOf = (main) =>
  new Map([...main.querySelectorAll("details")].map((each) => [keyOf(each), each]));

const keyOf = (details) =>
  `${details.closest("section")?.id} ${details.querySelector("summary")?.textContent}`;

/** Not all readers ask at the same moment. */
const LONGEST_DELAY_MS = 1_500;
const POLL_MS = 5 * MINUTE_MS;

function follow() {
  const { events } = document.getElementById("content").dataset;
  if (!events) return;
  const stream = new EventSource(events);
  stream.addEventListener("version", ({ data }) => {
    if (data === document.getElementById("content").dataset.standing) return;
    setTimeout(() => void refresh(), Math.random() * LONGEST_DELAY_MS);
  });
  // Where no stream is to be had, the page asks now and then.
  setInterval(() => {
    if (stream.readyState === EventSource.CLOSED && !document.hidden) void refresh();
  }, POLL_MS);
}

countDown();
setInterval(countDown, 1_000);
follow();
