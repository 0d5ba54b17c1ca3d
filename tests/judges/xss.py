"""Sites made of payloads.json: what attackers write, in every place where a writer may put a word.

The payloads are those of OWASP's filter evasion list and PortSwigger's cheat sheet, typed anew by family; `alert` marks
that one ran, and jahat.example is the host that must hear nothing. What Warta refuses by a problem is counted apart.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path

from tests import sites
from tests.judges.sites import Site
from warta.codes import Code, Severity
from warta.problems import Problem

FAMILIES: dict[str, list[str]] = json.loads((Path(__file__).parent / "payloads.json").read_text(encoding="utf-8"))
PAYLOADS = [each for family in FAMILIES.values() for each in family]
PHOTO = (sites.EXAMPLE / "content/media/gerbang-rutan.jpg").read_bytes()
SITE_YAML = f"{sites.SITE_YAML}per_page: 500\nfeatures: {{search: on, share_cards: off}}\n"

HEAD = {
    "title": "title: {}",
    "short_title": "short_title: {}",
    "summary": "summary: {}",
    "author": "author: {}",
    "place": "place: {}",
    "category": "category: {}",
    "tag": "tags: [{}]",
    "image_alt": "image_alt: {}",
    "image_caption": "image_caption: {}",
    "event": "event: {{start: 2026-12-01, place: {}}}",
    "correction": "correction: {}",
    "approved": "approved: {}",
    "alias": "aliases: [/lama/NUMBER/, {}]",
    "slug": "slug: {}",
}
"""Places in front matter, each a line; the payload comes in double quotes, as YAML and JSON have them."""

BODY = {
    "text": "{}",
    "raw HTML": "Awal {} akhir.",
    "heading": "## Bagian {}",
    "link's text": "[{}](https://contoh.example/)",
    "link's query": "[uji](https://contoh.example/?{})",
    "link's query in brackets": "[uji](<https://contoh.example/?{}>)",
    "alt": "![{}](/media/foto.jpg)",
    "caption": '![Gerbang](/media/foto.jpg "{}")',
    "attr_list": "Uji.\n{{: {} }}",
    "quoted attr_list": 'Uji.\n{{: title="{}" }}',
    "heading's attr_list": "## Uji {{#{} }}",
    "list": "- {}\n- uji",
    "quote": "> {}",
    "code": "```\n{}\n```",
}
LINKS = {"link": "[uji]({})", "link in brackets": "[uji](<{}>)", "image": "![uji]({})"}
"""Places with a post each: where a link is broken, the line of its problem is that of its first mention."""

NEEDED = {"title": "title: Uji", "tag": "tags: [uji]", "alias": "aliases: [/lama/NUMBER/]"}
"""What stands there instead where a payload was refused."""


@dataclass(eq=False)
class Attack:
    """One payload: the places that are left to it, and those where it was refused."""

    number: int
    payload: str
    places: list[str] = field(default_factory=lambda: [*HEAD, *BODY, *LINKS, "file name", "tag file", "withdrawn"])
    refused: list[str] = field(default_factory=list)

    @property
    def files(self) -> dict[str, tuple[str, dict[int, str]]]:
        """The files of the attack: their texts, and which place each line belongs to."""
        files = {f"content/berita/2026-03-02-kepala-{self.number}.md": self._head()}
        files[f"content/berita/2026-03-02-isi-{self.number}.md"] = self._body()
        for number, place in enumerate(each for each in LINKS if each in self.places):
            text = sites.post(title=f"Tautan {number} {self.number}", body=LINKS[place].format(self.payload))
            path = f"content/berita/2026-03-02-tautan-{number}-{self.number}.md"
            files[path] = (text, dict.fromkeys(range(99), place))
        if "file name" in self.places:
            name = "".join(sign for sign in self.payload if sign.isprintable() and sign not in "/\\")[:80]
            text = sites.post(title=f"Nama {self.number}")
            files[f"content/berita/2026-03-02-{name} n{self.number}.md"] = (text, dict.fromkeys(range(99), "file name"))
        if "tag file" in self.places:
            lines = ["---", f"title: {self._quoted('t')}", f"aliases: [{self._quoted('a')}]", "---", "", self.payload]
            files[f"content/tag/t{self.number}.md"] = ("\n".join(lines), dict.fromkeys(range(99), "tag file"))
        if "withdrawn" in self.places:
            text = sites.post(f"withdrawn: {self._quoted('')}", title=f"Tarik {self.number}")
            path = f"content/berita/2026-03-02-tarik-{self.number}.md"
            files[path] = (text, dict.fromkeys(range(99), "withdrawn"))
        return files

    def refuse(self, place: str) -> None:
        self.places.remove(place)
        self.refused.append(place)

    def _quoted(self, mark: str) -> str:
        """The payload with a number, without which tags of several payloads would be one."""
        return json.dumps(f"{self.payload} {mark}{self.number}")

    def _head(self) -> tuple[str, dict[int, str]]:
        lines, owners = ["---", "date: 2026-03-02", "image: /media/foto.jpg"], dict[int, str]()
        for place, template in HEAD.items():
            special = {"approved": f"2 Maret 2026, {self.payload}", "alias": f"/lama/{self.payload}/{self.number}/"}
            quoted = json.dumps(special[place]) if place in special else self._quoted("")
            line = template.format(quoted) if place in self.places else NEEDED.get(place, "")
            if line:
                lines.append(line.replace("NUMBER", str(self.number)))
                owners[len(lines)] = place
        return "\n".join([*lines, "---", "", "Uji tertib.", ""]), owners

    def _body(self) -> tuple[str, dict[int, str]]:
        lines, owners = sites.post(title=f"Isi {self.number}").split("\n"), dict[int, str]()
        for place in (each for each in BODY if each in self.places):
            for line in BODY[place].format(self.payload).split("\n"):
                lines.append(line)
                owners[len(lines)] = place
            lines.append("")
        return "\n".join(lines), owners


@dataclass(frozen=True)
class Range:
    """A published site of payloads, and the attacks that are in it."""

    site: Site
    source: Path
    attacks: list[Attack]

    @property
    def tried(self) -> int:
        return sum(len(each.places) for each in self.attacks)

    @property
    def refused(self) -> int:
        return sum(len(each.refused) for each in self.attacks)


def shooting_range(folder: Path, payloads: list[str]) -> Range:
    """Build the site of these payloads; each error takes the place that it points to out, until there is none."""
    attacks = [Attack(number, payload) for number, payload in enumerate(payloads)]
    source = folder / "source"
    for _ in range(12):
        known = {path: (attack, owners) for attack in attacks for path, (_, owners) in attack.files.items()}
        texts = {path: text for attack in attacks for path, (text, _) in attack.files.items()}
        for stale in source.rglob("*.md"):
            stale.unlink()
        sites.write(source, {**texts, "site.yaml": SITE_YAML, "content/media/foto.jpg": PHOTO})
        done = sites.built(source, output=folder / "site", cache=source / ".warta", jobs=2)
        errors = [each for each in done.report.problems if each.severity is Severity.ERROR]
        if not errors:
            assert done.report.published, done.report.problems[:3]
            return Range(Site("xss", folder / "site", "https://rutan-contoh.example/"), source, attacks)
        for attack, place in {found: None for each in errors for found in _blamed(*known[each.path], each)}:
            attack.refuse(place)
    raise AssertionError(errors[:5])


def _blamed(attack: Attack, owners: dict[int, str], error: Problem) -> set[tuple[Attack, str]]:
    """The place that a problem's line belongs to: its own, else the last above it, else the first.

    A zero byte condemns a file, and with it all places in it.
    """
    above = [number for number in owners if number <= error.line]
    places = owners.values() if error.code is Code.NUL_BYTE else [owners[max(above, default=min(owners))]]
    return {(attack, place) for place in places}
