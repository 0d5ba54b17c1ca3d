"""layouts/ -> the files and the words that a theme brings, without a template being compiled."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import PurePosixPath

from warta.arrange.addresses import ASSETS
from warta.codes import Code
from warta.colors import lightened
from warta.model import Output
from warta.problems import Problem, problem
from warta.render.words import Words, read_words
from warta.settings import Settings
from warta.sourcetext import read_text

FOLDER = "layouts/"
DEFAULT = "default/"
"""Prefix by which a facility's template names the theme's own: `{% extends "default/article.html" %}`."""

DARK_GROUND = "#16202e"
"""The lightest ground of the dark theme on which the accent stands (`--card` in style.css)."""

_OF_FEATURE = {"assets/search.js": "search", "assets/video.js": "videos"}
_WORD = re.compile(r"\bwords\.([a-z_0-9]+)")


def theme_words(layouts: Mapping[str, bytes], settings: Settings) -> tuple[Words | None, tuple[Problem, ...]]:
    """The words of the site's language, those of its own layouts over the theme's.

    None if one that the templates use is in neither, or if something cannot be read.
    """
    name = f"strings/{settings.language}.yaml"
    if name not in layouts:
        return None, (problem(Code.TEMPLATE_MISSING, f"layouts/{name}", name=name),)
    strings = {each for each in (name, DEFAULT + name) if each in layouts}
    read = {each: layout_text(each, layouts[each]) for each in layouts if each in strings or each.endswith(".html")}
    problems = tuple(dict.fromkeys(problem for _, found in read.values() for problem in found))
    texts = {each: text for each, (text, _) in read.items() if text is not None}
    if len(texts) < len(read):
        return None, problems
    own, theme = texts.pop(name), texts.pop(DEFAULT + name, "")
    words, missing = read_words(own, f"layouts/{name}", words_used(texts.values()), "" if theme == own else theme)
    return words, (*problems, *missing)


def layout_text(name: str, data: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """A text file of the theme with plain line feeds and without BOM; None beside the error that forbids to use it."""
    return read_text(data, FOLDER + name.removeprefix(DEFAULT))


def words_used(templates: Iterable[str]) -> frozenset[str]:
    """The keys of all `words.key` in the templates' texts: what the strings must hold."""
    return frozenset().union(*map(_words_of, templates))


@lru_cache(maxsize=256)
def _words_of(template: str) -> frozenset[str]:
    """Those of one; the preview builds again and again."""
    return frozenset(_WORD.findall(template))


def assets(layouts: Mapping[str, bytes], settings: Settings) -> dict[str, Output]:
    """The files of layouts/assets/ by name, each under an address that holds the digest of its bytes.

    Style sheets get the site's own colour, lighter where the ground is dark. What only a part of the site uses that is
    switched off is left out.
    """
    found, accent = dict[str, Output](), settings.accent
    for name, data in layouts.items():
        feature = _OF_FEATURE.get(name)
        if name.startswith("assets/") and (feature is None or feature in settings.features):
            pure = PurePosixPath(name.removeprefix("assets/"))
            whole = data + _accent_rules(accent) if accent and pure.suffix == ".css" else data
            digest = sha256(whole).hexdigest()[:10]
            found[pure.as_posix()] = Output(f"{ASSETS[1:]}{pure.stem}.{digest}{pure.suffix}", whole)
    return found


def _accent_rules(accent: str) -> bytes:
    on_dark = lightened(accent, DARK_GROUND)
    rules = f":root{{--accent:{accent}}}@media(prefers-color-scheme:dark){{:root{{--accent:{on_dark}}}}}"
    return rules.encode()
