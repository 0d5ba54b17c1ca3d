"""The script that `serve` adds to what it sends, and to no file: it keeps the page as the last save made it.

The server says what is true now; the page compares, and fetches itself anew if it has to. Only the body is replaced, in
half the time that loading it again takes, and where the reader is stays where it is; a page with scripts of its own is
loaded again. A new style sheet takes the old one's place once it is there, so that nothing jumps. A page in the
background lets its line go, as a browser opens six lines to a host and no more.
"""

EVENTS = "/_warta/kabar"
"""Where the news come from; no address of a site begins with an underscore."""

HOST = "_warta"
"""The id of the panel's element. Its `data-known` is what the page knows of itself: `page`, `tag`, `look`, `marks`."""

SCRIPT = """(() => {
const host = document.getElementById("_warta"), known = JSON.parse(host.dataset.known);
const marks = new CSSStyleSheet(); // a style element would be inline, which no policy of a page allows
document.adoptedStyleSheets.push(marks);
marks.replaceSync(known.marks);
const linked = (page) => [...page.querySelectorAll('link[rel~="stylesheet"]')];
const sheets = linked(document);
let line = null, latest = null, busy = false;

const restyle = (hrefs) => hrefs.forEach((href, number) => {
  const old = sheets[number];
  if (!old || old.getAttribute("href") === href) return;
  const next = old.cloneNode();
  next.href = href;
  next.onload = () => old.remove();
  old.after(next);
  sheets[number] = next;
});

const running = (page) => [...page.scripts].filter((each) => each.type !== "application/ld+json").length;

// A policy stays that of the page that was loaded: what the next one needs it may forbid.
const policy = (page) => page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.content;

const renew = async () => {
  const answer = await fetch(location.href).catch(() => null);
  if (!answer) return;
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  const place = next.getElementById("_warta");
  const foreign = !place || answer.redirected || policy(next) !== policy(document);
  if (foreign || running(next) + running(document) > 2) { location.reload(); return; }
  const told = JSON.parse(place.dataset.known);
  Object.assign(known, { tag: told.tag });
  marks.replaceSync(told.marks);
  document.title = next.title;
  if (linked(next).length !== sheets.length) { location.reload(); return; }
  restyle(linked(next).map((sheet) => sheet.getAttribute("href")));
  place.replaceWith(host);
  document.body.replaceWith(next.body);
};

const take = async (now) => {
  if (now.tag !== known.tag) await renew();
  else restyle(now.styles);
  if (now.look !== known.look) { host.shadowRoot.innerHTML = now.panel; known.look = now.look; }
};

const hear = async (event) => {
  latest = JSON.parse(event.data);
  if (busy) return;
  busy = true;
  for (let taken = null; taken !== latest;) { taken = latest; await take(taken); }
  busy = false;
};

const hangUp = () => { if (line) line.close(); line = null; };
const call = () => {
  if (line || document.hidden) return;
  line = new EventSource("/_warta/kabar?page=" + encodeURIComponent(known.page));
  line.onmessage = hear;
};
addEventListener("visibilitychange", () => document.hidden ? hangUp() : call());
addEventListener("pagehide", hangUp);
addEventListener("pageshow", call);
call();
})();"""
