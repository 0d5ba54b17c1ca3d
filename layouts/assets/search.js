// The search page: what is typed -> results, found by Pagefind (https://pagefind.app) in the index that Warta made.
// Nothing is fetched before the first letter is typed. Texts enter the page as text alone, never as HTML.

const form = document.getElementById("_cari");
const list = document.getElementById("_hasil");
const told = document.getElementById("_kabar");
const more = document.getElementById("_lagi");
const ways = document.getElementById("_jalan");
const say = form.dataset;
const parts = say.parts.split(" ");

const AT_ONCE = 10;
const EXCERPT = 30; // words
const BEFORE = 6; // of them before the first that was found
const MARK = "_"; // behind every root in the index, see warta/render/indexing.py

// ---- Words and roots, as in warta/render/roots.py

const VOWELS = "aiueo";
const PREFIXES = [
  ["meny", "s", VOWELS], ["peny", "s", VOWELS], ["menge", "", "bcdlpt"], ["penge", "", "bcdlpt"],
  ["meng", "", VOWELS + "ghkq"], ["meng", "k", VOWELS], ["peng", "", VOWELS + "ghkq"], ["peng", "k", VOWELS],
  ["mem", "", "bfpv"], ["mem", "p", VOWELS], ["pem", "", "bfpv"], ["pem", "p", VOWELS],
  ["men", "", "cdjsyzt"], ["men", "t", VOWELS], ["pen", "", "cdjsyzt"], ["pen", "t", VOWELS],
  ["me", "", "lmnrwy"], ["pel", "", "a"], ["per", "", ""], ["pe", "", ""],
  ["bel", "", "a"], ["ber", "", ""], ["be", "", ""], ["ter", "", ""], ["di", "", ""], ["ke", "", ""], ["se", "", ""],
];
const PARTICLES = ["nya", "lah", "kah", "pun", "ku", "mu"];
const SUFFIXES = ["kan", "an", "i"];
const CERTAIN = /^(?:di|ber|ter|memper|diper|me(?=[lrwy])|mem(?=[bf])|men(?=[cdj])|meng(?=[gh])|pem(?=[bf])|pen(?=[cdj])|peng(?=[gh]))/;

export function readRoots(text) {
  const [roots, spellings] = text.split("\n");
  return { roots: new Set(roots.split(" ")), spellings: new Map(spellings.split(" ").map((each) => each.split("="))) };
}

export function wordsOf(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "");
  return plain.replace(/(?<=[\p{L}\p{N}])['’‘ʼ`](?=[\p{L}\p{N}])/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

export function rootOf(word, { roots, spellings }) {
  if (spellings.has(word)) return spellings.get(word);
  if (word.length <= 3 || roots.has(word) || !/^\p{L}+$/u.test(word)) return word;
  const found = possibleRoots(word).filter((each) => roots.has(each));
  const begins = (each) => word.startsWith(each);
  found.sort((one, other) => other.length - one.length || begins(other) - begins(one) || (one < other ? 1 : -1));
  return found[0] ?? withoutCertain(word);
}

function possibleRoots(word) {
  const stems = withoutParticles(word).flatMap((bare) => [bare, ...SUFFIXES.filter((end) => bare.endsWith(end)).map((end) => bare.slice(0, -end.length))]);
  return stems.flatMap((stem) => withoutPrefixes(stem, 3));
}

function withoutParticles(word) {
  const shorter = PARTICLES.filter((end) => word.endsWith(end) && word.length >= 3 + end.length);
  return [word, ...shorter.flatMap((end) => withoutParticles(word.slice(0, -end.length)))];
}

function withoutPrefixes(stem, depth) {
  const found = stem.length >= 3 ? [stem] : [];
  for (const [prefix, lost, followers] of depth ? PREFIXES : []) {
    const rest = stem.startsWith(prefix) ? stem.slice(prefix.length) : "";
    if (rest && (!followers || followers.includes(rest[0]))) found.push(...withoutPrefixes(lost + rest, depth - 1));
  }
  return found;
}

function withoutCertain(word) {
  const bare = word.endsWith("nya") ? word.slice(0, -3) : word;
  let rest = bare.replace(CERTAIN, "");
  if (rest !== word && rest.endsWith("kan")) rest = rest.slice(0, -3);
  return rest.length >= 4 ? rest : word;
}

// ---- Pagefind

let engine; // a promise, once someone has begun to type

function load() {
  engine ??= start().catch((reason) => {
    engine = undefined;
    throw reason;
  });
  return engine;
}

async function start() {
  const [pagefind, known] = await Promise.all([import(parts[0] + "pagefind.js"), fetchRoots()]);
  await pagefind.options({ basePath: parts[0], noWorker: true });
  await pagefind.init();
  await Promise.all(parts.slice(1).map((part) => pagefind.mergeIndex(part)));
  return { pagefind, known };
}

async function fetchRoots() {
  const answer = await fetch(parts[0] + "akar.txt");
  if (!answer.ok) throw new Error(answer.status);
  return readRoots(await answer.text());
}

/** Results of all parts, the best first; if no text has all the words, those that have one beginning with the last. */
export async function find(query, terms, byDate) {
  const { pagefind, known } = await load();
  const roots = wordsOf(query).map((word) => rootOf(word, known));
  if (!roots.length && !terms.length) return [];
  const whole = [...roots.map((root) => root + MARK), ...terms].join(" ");
  const begun = [...roots.slice(0, -1).map((root) => root + MARK), roots.at(-1), ...terms].join(" ");
  const found = await look(pagefind, whole, byDate);
  return found.length || !roots.length ? found : look(pagefind, begun, byDate);
}

/** Pagefind orders by date within each part only; the parts follow one another in time. */
async function look(pagefind, words, byDate) {
  if (!byDate) return (await pagefind.search(words)).results;
  const found = [];
  for (const part of parts) {
    const term = `p_${part.split("/").at(-2)}_`;
    const answer = await pagefind.search(`${words} ${term}`, { sort: { date: "desc" } });
    found.push(...answer.results);
  }
  return found;
}

// ---- The page

let run = 0;
let results = [];

async function search() {
  const mine = ++run;
  const values = new FormData(form);
  const query = values.get("q").trim();
  const terms = ["tahun", "kategori", "topik"].map((name) => values.get(name)).filter(Boolean);
  const asked = Boolean(query || terms.length);
  ways.hidden = asked;
  more.hidden = true;
  list.replaceChildren();
  told.textContent = asked ? say.loading : "";
  list.ariaBusy = asked;
  if (!asked) return;
  try {
    results = await find(query, terms, Boolean(values.get("urut")));
    if (mine !== run) return;
    told.textContent = summary(results.length);
    await show(mine, 0);
  } catch (reason) {
    if (mine !== run) return;
    console.error(reason);
    told.textContent = say.failed;
    ways.hidden = false;
  }
  list.ariaBusy = false;
}

function summary(count) {
  return count > 1 ? say.many.replace("{count}", count) : count ? say.one : say.none;
}

async function show(mine, from) {
  const shown = await Promise.all(results.slice(from, from + AT_ONCE).map((result) => result.data()));
  if (mine !== run) return;
  const items = shown.map(item);
  list.append(...items);
  more.hidden = results.length <= from + AT_ONCE;
  if (from) items[0]?.querySelector("a").focus();
}

function item(found) {
  const link = made("a", found.meta.title);
  link.href = say.root.replace(/\/$/, "") + found.raw_url;
  const heading = made("h2");
  heading.append(link);
  const meta = made("p");
  meta.className = "meta";
  if (found.meta.date) {
    const time = made("time", found.meta.day);
    time.dateTime = found.meta.date;
    meta.append(time, " ");
  }
  meta.append(made("span", found.meta.category || (found.meta.date ? "" : say.page)));
  const inner = made("div");
  inner.append(heading, excerpt(found.content.split(" "), new Set(found.locations)), meta);
  const entry = made("li");
  entry.className = "card";
  entry.append(inner);
  return entry;
}

/** The words around the first that was found; those that were found are marked. */
function excerpt(words, found) {
  const first = Math.min(...[...found].filter((place) => place < words.length), words.length);
  const start = first === words.length ? 0 : Math.max(0, first - BEFORE);
  const end = Math.min(words.length, start + EXCERPT);
  const text = made("p", start ? "… " : "");
  text.className = "summary";
  for (let place = start; place < end; place++) {
    text.append(found.has(place) ? made("mark", words[place]) : words[place], " ");
  }
  if (end < words.length) text.append("…");
  return text;
}

function made(name, text = "") {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function address() {
  const asked = [...new FormData(form)].filter(([, value]) => value.trim());
  return asked.length ? `?${new URLSearchParams(asked)}` : location.pathname;
}

function take() {
  const asked = new URLSearchParams(location.search);
  for (const field of form.querySelectorAll("[name]")) {
    const value = asked.get(field.name) ?? "";
    field.value = value;
    if (field.value !== value) field.value = ""; // a choice that is no more
  }
  form.querySelector("details").open = [...asked.keys()].some((name) => name !== "q");
  search();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", address());
  search();
});
form.addEventListener("change", (event) => {
  if (event.target.name === "q") return;
  history.replaceState(null, "", address());
  search();
});
form.addEventListener("input", () => load().catch(() => {}), { once: true });
more.addEventListener("click", () => show(run, list.children.length).catch(() => { told.textContent = say.failed; }));
addEventListener("popstate", take);
take();
