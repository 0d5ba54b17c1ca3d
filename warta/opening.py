"""What every command needs first: the settings, the theme, the cache, and what makes an old result stale."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from warta import files
from warta.codes import Code
from warta.database import open_database
from warta.problems import Problem, problem
from warta.publish.cache import NAME, Cache, prepare
from warta.publish.crew import Progress, Team
from warta.publish.intake import Intake
from warta.publish.workshop import Workshop
from warta.render.theme import theme_words
from warta.render.words import Words
from warta.settings import PATH, Settings
from warta.settingsfile import read_settings

T = TypeVar("T")

USUAL = frozenset({"article.html", "home.html", "list.html", "page.html", "terms.html", "archive.html", "404.html"})
USUAL_OF_EDIT = frozenset({"article.html"})
"""Templates that are compiled before it is known whether they are needed: by a site, and by an edit."""


class Request(NamedTuple):
    """What a build is asked for. `now` is aware; paths are absolute; without a cache folder nothing is remembered.

    A `preview` shows what waits, too, and tells the page of every text. `previous` is the manifest that readers have
    of the site, where that is not the one in the output folder. `seen` are states on disk of published files, if they
    have just been looked at, and `code` is the version of the program, if that is known already (see `quick`).
    """

    source: Path
    output: Path
    now: datetime
    base_url: str = ""
    drafts: bool = False
    future: bool = False
    preview: bool = False
    strict: bool = False
    allow_removal: int | None = None
    previous: Path | None = None
    cache: Path | None = None
    jobs: int | None = None
    method: str | None = None
    progress: Progress | None = None
    seen: Mapping[str, str] = MappingProxyType({})
    code: str = ""

    @property
    def team(self) -> Team:
        """The processes that work: `jobs` of them, started by `method` (see `publish.crew`)."""
        return Team(self.jobs, self.method, self.progress)


class Site(NamedTuple):
    """An opened source folder. `code` is the digest of Warta, Python and the packages that run."""

    settings: Settings
    code: str
    cache_file: Path | None
    cache_version: str
    cache: Cache

    def version(self, theme: "Theme") -> str:
        """The digest of all that every page depends on: code, settings, layouts."""
        return _digest(self.code, repr(self.settings), theme.digest)


def despite_cache(work: Callable[[Request], T], request: Request) -> T:
    """What the work gives; if it fails, what it gives without the cache, which is forgotten.

    A cache from elsewhere may hold anything, under a right checksum, too. A fault of ours fails without it as well.
    """
    try:
        return work(request)
    except Exception:
        if request.cache is None:
            raise
        with suppress(OSError):
            files.delete(request.cache, NAME)
        return work(request._replace(cache=None, seen={}, code=""))  # what was seen may have been written since


def open_site(request: Request) -> tuple[Site | None, tuple[Problem, ...]]:
    """The settings and the cache of the source folder; None beside the reason why there are no settings."""
    data = files.read(request.source, PATH)
    if isinstance(data, Problem):
        return None, (problem(Code.SETTINGS_MISSING, PATH),)
    settings, problems = read_settings(data, PATH, request.base_url)
    if settings is None:
        return None, problems
    code = request.code or files.code_version()
    cache_file = request.cache / NAME if request.cache else None
    version = _digest(code, repr(settings.read_by))
    return Site(
        settings, code, cache_file, version, Cache(open_database(cache_file, prepare(version)), version)
    ), problems


class Theme(NamedTuple):
    """layouts/ as it was read; no words if something in it forbids to use it. `digest` is that of all its files."""

    layouts: Mapping[str, bytes]
    words: Words | None
    digest: str
    problems: tuple[Problem, ...]

    def prepare(self, settings: Settings, names: AbstractSet[str]) -> None:
        """Compile these templates, while others read."""
        if self.words:
            from warta.render.templates import Templates

            Templates(self.layouts, settings, self.words).prepare(names & self.layouts.keys())


def open_theme(source: Path, settings: Settings) -> Theme:
    """The theme of the source folder, and what is wrong with it."""
    layouts, problems = read_layouts(source)
    words, word_problems = theme_words(layouts, settings)
    digests = (f"{name} {sha256(data).hexdigest()}" for name, data in sorted(layouts.items()))
    return Theme(layouts, words, _digest(*digests), (*problems, *word_problems))


def open_workshop(site: Site, theme: Theme, intake: Intake, source: Path) -> Workshop | None:
    """The theme made ready for what was read; None if it cannot be used."""
    if theme.words is None:
        return None
    version = site.version(theme)
    files_of_cache = (site.cache_file, site.cache_version)
    return Workshop(source, site.settings, theme.layouts, theme.words, intake.read.bodies, version, *files_of_cache)


def read_layouts(root: Path) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The theme: files of the site's own layouts/ over those beside build.py, which `default/` names too."""
    layouts: dict[str, bytes] = {}
    problems: list[Problem] = []
    for base, prefixes in ((files.THEME, ("", "default/")), (root, ("",))):
        tree = files.scan(base, files.LAYOUTS)
        problems += tree.problems
        for path in (state.path for state in tree.states):
            data = files.read(base, path)
            if isinstance(data, Problem):
                problems.append(data)
                continue
            layouts |= {prefix + path.removeprefix(f"{files.LAYOUTS}/"): data for prefix in prefixes}
    return layouts, tuple(dict.fromkeys(problems))


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()
