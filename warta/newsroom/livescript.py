"""The script that `serve` adds to what it sends, and to no file: it keeps the page as the last save made it.

The server says what is true now; the page compares. A page in the background lets its line go, as a browser opens six
lines to a host and no more. A new style sheet takes the old one's place once it is loaded, so that nothing jumps.
"""

EVENTS = "/_warta/kabar"
"""Where the news come from; no address of a site begins with an underscore."""

HOST = "_warta"
"""The id of the panel's element."""

SCRIPT = """(() => {
const known = %s, root = document.getElementById("_warta").shadowRoot;
const sheets = [...document.querySelectorAll('link[rel~="stylesheet"]')];
let line = null;
const restyle = (hrefs) => hrefs.forEach((href, number) => {
  const old = sheets[number];
  if (!old || old.getAttribute("href") === href) return;
  const next = old.cloneNode();
  next.href = href;
  next.onload = () => old.remove();
  old.after(next);
  sheets[number] = next;
});
const hear = (event) => {
  const now = JSON.parse(event.data);
  if (now.tag !== known.tag) { hangUp(); location.reload(); return; }
  restyle(now.styles);
  if (now.look !== known.look) { root.innerHTML = now.panel; known.look = now.look; }
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
"""`%s` is what the page knows of itself: `page`, `tag`, `look`."""
