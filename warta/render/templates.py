"""The one Jinja environment: views -> HTML, every fault of a template a problem at its line.

Text is escaped; only a body's `html`, which `read.safehtml` made, is marked `safe`. Unknown variables are errors, and
content is never a template.
"""

import re
import traceback
from collections.abc import Hashable, Iterable, Mapping, MutableMapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import cache, partial
from hashlib import sha256
from html import escape, unescape
from itertools import groupby
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError

from warta.arrange.addresses import ASSETS, Addresses
from warta.arrange.variants import LONGEST, sources
from warta.arrange.viewdata import View
from warta.arrange.viewparts import Card, Photo
from warta.codes import Code
from warta.colors import lightened
from warta.model import Output
from warta.problems import Problem, problem
from warta.render.bodies import ranges
from warta.render.compiled import compiled
from warta.render.figures import Figures, gallery, site_card, with_figures
from warta.render.moments import iso, iso_day
from warta.render.structured import structured
from warta.render.words import Words
from warta.settings import Settings
from warta.sourcetext import read_text

FOLDER = "layouts/"
DEFAULT = "default/"
"""Prefix by which a facility's template names the theme's own: `{% extends "default/article.html" %}`."""

DARK_GROUND = "#16202e"
"""The lightest ground of the dark theme on which the accent stands (`--card` in style.css)."""

_WORD = re.compile(r"\bwords\.([a-z_0-9]+)")
_HEADING = re.compile(r'<h([23])\b[^>]*? id="([^"]*)"[^>]*>(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_ORDINAL = re.compile(r"\b[Kk]e-\d+")
_INDONESIA = "62"
"""The country's code for telephones, which takes the place of the first 0."""

_OF_FEATURE = {"assets/search.js": "search"}
_FAULTS = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


class TemplateProblem(Exception):
    """A template cannot be used; carries the problem."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found)
        self.problem = found


def layout_text(name: str, data: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """A text file of the theme with plain line feeds and without BOM; None beside the error that forbids to use it."""
    return read_text(data, FOLDER + name.removeprefix(DEFAULT))


def words_used(templates: Iterable[str]) -> frozenset[str]:
    """The keys of all `words.key` in the templates' texts: what the strings must hold."""
    return frozenset(key for text in templates for key in _WORD.findall(text))


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


def headings(html: str) -> list[tuple[int, str, str]]:
    """The headings of a body that a table of contents names: level (2, 3), id, text."""
    return [(int(level), anchor, unescape(_TAG.sub("", inner))) for level, anchor, inner in _HEADING.findall(html)]


def grouped(cards: Sequence[Card], by: str) -> list[tuple[datetime, list[Card]]]:
    """Cards in the order they come, by `year` or by `month`; each group with the date of its first."""
    parts = 1 if by == "year" else 2
    groups = groupby(cards, key=lambda card: (card.date.year, card.date.month)[:parts])
    return [(each[0].date, each) for each in (list(group) for _, group in groups)]


def unbroken(text: str) -> str:
    """A headline as HTML, in which "ke-61" stays on one line: browsers would end a line at the hyphen."""
    return _ORDINAL.sub(r'<span class="one">\g<0></span>', escape(text))


def dialled(number: str) -> str:
    """A telephone number as `tel:` wants it."""
    digits = "".join(re.findall(r"\d", number))
    return f"+{digits}" if number.lstrip().startswith("+") else digits


def international(number: str) -> str:
    """A telephone number as wa.me wants it: the country's code first, digits alone."""
    digits = dialled(number).lstrip("+")
    return _INDONESIA + digits[1:] if digits.startswith("0") else digits


class _Environment(Environment):
    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What every template knows, as a plain dict: Jinja's chain of dicts costs a third of a page's time."""
        return {**self.globals, **(d or {})}


class Templates:
    """Renders views by the templates in `layouts` (name -> bytes), compiling each when it is first needed."""

    def __init__(self, layouts: Mapping[str, bytes], settings: Settings, words: Words) -> None:
        self._layouts, self._settings, self._files = layouts, settings, assets(layouts, settings)
        self._environment = _Environment(
            loader=FunctionLoader(self._load),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=compiled(repr((settings, words))),
        )
        self._environment.filters |= {
            "url": cache(self.url),
            "absolute": settings.absolute,
            "date": words.date,
            "day": words.day,
            "time": words.time,
            "iso": iso,
            "iso_day": iso_day,
            "ranges": ranges,
            "unbroken": unbroken,
            "srcset": cache(self.srcset),
            "dialled": dialled,
            "international": international,
        }
        self._environment.globals |= self._globals(words)

    def _globals(self, words: Words) -> dict[str, Any]:
        settings = self._settings
        return {
            "site": settings,
            "words": words.texts,
            "month_name": words.month,
            "headings": headings,
            "grouped": grouped,
            "asset": self.asset,
            "places": Addresses(settings.paths),
            "features": frozenset(settings.features),
            "part": cache(self.part),
            "gallery": gallery,
            "site_card": site_card(settings),
            "structured": partial(structured, settings=settings),
            "menu": frozenset(item.url for item in settings.navigation),
        }

    def _load(self, name: str) -> tuple[str, str, None] | None:
        data = self._layouts.get(name)
        text = None if data is None else layout_text(name, data)[0]
        return None if text is None else (text, FOLDER + name.removeprefix(DEFAULT), None)

    def url(self, address: str) -> str:
        """An address of the site with the base path; a whole URL as it is. Percent-encoded once."""
        whole = address if "://" in address else self._settings.base_path.rstrip("/") + address
        return quote(whole, safe="/:?#[]@!$&'()*+,;=%~-._")

    def srcset(self, photo: Photo, kind: str, widest: int = LONGEST) -> str:
        """The URLs of a photo's files of a kind, `webp` or `jpg`, each with its width; "" if there is no choice."""
        found = sources(photo, kind)
        fitting = [each for each in found if each[1] <= widest] or found[:1]
        return ", ".join(f"{self.url(address)} {width}w" for address, width in fitting)

    def figures(self, item: Figures) -> str:
        """Photos as the theme draws them in a body."""
        return self.part("figures", item).strip()

    def asset(self, name: str) -> str:
        """The URL of a file in layouts/assets/."""
        return self.url("/" + self._files[name].path)

    def part(self, name: str, item: Hashable = "") -> str:
        """layouts/partials/NAME.html for an item. It depends on the item alone, so it is rendered once for each."""
        return self._environment.get_template(f"partials/{name}.html").render(item=item)

    def prepare(self, names: set[str]) -> None:
        """Compile these templates; what is wrong with them is said when they are used."""
        for name in names:
            with suppress(TemplateError):
                self._environment.get_template(name)

    def page(self, view: View, html: str, photos: Mapping[str, Photo] = MappingProxyType({})) -> bytes:
        """The page of a view. Raises TemplateProblem.

        `html` is its body's, in which these `photos`, by the address that stands there, are still to be drawn.
        """
        try:
            template = self._environment.get_template(view.template)
            html = with_figures(html, photos, self.figures, eager=getattr(view.data, "photo", None) is None)
            return template.render(page=view.data, address=view.address, html=html).encode("utf-8")
        except TemplateSyntaxError as error:
            raise TemplateProblem(
                problem(Code.TEMPLATE_SYNTAX, error.filename or view.template, error.lineno, 1, reason=error.message)
            ) from error
        except TemplateNotFound as error:
            path, line = _place(error, FOLDER + view.template)
            name = error.name or view.template
            raise TemplateProblem(problem(Code.TEMPLATE_MISSING, path, line, min(line, 1), name=name)) from error
        except _FAULTS as error:
            path, line = _place(error, FOLDER + view.template)
            reason = f"{type(error).__name__}: {error}"
            raise TemplateProblem(
                problem(Code.TEMPLATE_FAULT, path, line, 1, address=view.address, reason=reason)
            ) from error


def _place(error: Exception, path: str) -> tuple[str, int]:
    """The template line that was being rendered: the last frame in layouts/, as the last of all is inside Jinja."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(FOLDER)]
    return (frames[-1].filename, frames[-1].lineno or 0) if frames else (path, 0)
