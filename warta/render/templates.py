"""The one Jinja environment: views -> HTML, every fault of a template a problem at its line.

Text is escaped; only a body's `html`, which `read.safehtml` made, is marked `safe`. Unknown variables are errors, and
content is never a template.
"""

import re
from collections.abc import Hashable, Iterable, Mapping, MutableMapping
from contextlib import suppress
from functools import cache, partial
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError

from warta.arrange.addresses import Addresses
from warta.arrange.icons import icons_of
from warta.arrange.variants import LONGEST, shared, sources
from warta.arrange.viewdata import View
from warta.arrange.viewparts import Photo
from warta.codes import Code
from warta.problems import Problem, problem
from warta.render.bodies import ranges
from warta.render.compiled import compiled
from warta.render.figures import Figures, gallery, site_card, with_figures
from warta.render.filters import brief, dialled, grouped, headings, international, unbroken
from warta.render.moments import iso, iso_day
from warta.render.policy import page_policy
from warta.render.structured import structured
from warta.render.theme import DEFAULT, FOLDER, assets, layout_text
from warta.render.videos import Video, with_videos
from warta.render.words import Words
from warta.settings import Settings

_NAMED = re.compile(r"""["']([\w/-]+\.html)["']|\bpart\(["']([\w-]+)["']""")

_FAULTS = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


class TemplateProblem(Exception):
    """A template cannot be used; carries the problem."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found)
        self.problem = found


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
            "shared": shared,
            "brief": brief,
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
            "policy": page_policy,
            "site_card": site_card(settings),
            "icons": icons_of(settings),
            "structured": partial(structured, settings=settings),
            "menu": frozenset(item.url for item in settings.navigation),
        }

    def _load(self, name: str) -> tuple[str, str, None] | None:
        text = self._text(name)
        return None if text is None else (text, FOLDER + name.removeprefix(DEFAULT), None)

    def _text(self, name: str) -> str | None:
        data = self._layouts.get(name)
        return None if data is None else layout_text(name, data)[0]

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

    def video(self, item: Video) -> str:
        """A video as the theme draws it in a body."""
        return self.part("video", item).strip()

    def asset(self, name: str) -> str:
        """The URL of a file in layouts/assets/."""
        return self.url("/" + self._files[name].path)

    def part(self, name: str, item: Hashable = "") -> str:
        """layouts/partials/NAME.html for an item. It depends on the item alone, so it is rendered once for each."""
        return self._environment.get_template(f"partials/{name}.html").render(item=item)

    def prepare(self, names: Iterable[str]) -> None:
        """Compile these templates and all that they name; what is wrong with them is said when they are used."""
        known = set(names)
        pending = [*known]
        while pending:
            name = pending.pop()
            with suppress(*_FAULTS):
                self._environment.get_template(name)
            named = {each or f"partials/{part}.html" for each, part in _NAMED.findall(self._text(name) or "")} - known
            pending += named
            known |= named

    def page(self, view: View, html: str, photos: Mapping[str, Photo] = MappingProxyType({})) -> bytes:
        """The page of a view. Raises TemplateProblem.

        `html` is its body's, in which these `photos`, by the address that stands there, are still to be drawn.
        """
        try:
            template = self._environment.get_template(view.template)
            shown = with_videos(html, photos, self.video) if "videos" in self._settings.features else html
            has_video = shown != html
            html = with_figures(shown, photos, self.figures, eager=getattr(view.data, "photo", None) is None)
            made = template.render(page=view.data, address=view.address, html=html, has_video=has_video)
            return made.encode("utf-8")
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
    import traceback

    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(FOLDER)]
    return (frames[-1].filename, frames[-1].lineno or 0) if frames else (path, 0)
