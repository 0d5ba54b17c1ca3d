"""The one Jinja environment: views -> HTML, every fault of a template a problem at its line.

Text is escaped; only a body's `html`, which `read.safehtml` made, is marked `safe`. Unknown variables are errors, and
content is never a template.
"""

import re
import traceback
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import quote

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError

from warta.arrange.addresses import ASSETS
from warta.arrange.viewdata import View
from warta.model import Output
from warta.problems import Code, Problem, problem
from warta.render.words import Words
from warta.settings import Settings

FOLDER = "layouts/"
DEFAULT = "default/"
"""Prefix by which a facility's template names the theme's own: `{% extends "default/article.html" %}`."""

_WORD = re.compile(r"\bwords\.([a-z_0-9]+)")
_FAULTS = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


class TemplateProblem(Exception):
    """A template cannot be used; carries the problem."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found)
        self.problem = found


def words_used(layouts: Mapping[str, bytes]) -> frozenset[str]:
    """The keys of all `words.key` in the templates: what the strings must hold."""
    return frozenset(
        key for name, data in layouts.items() if name.endswith(".html") for key in _WORD.findall(data.decode("utf-8"))
    )


def assets(layouts: Mapping[str, bytes]) -> dict[str, Output]:
    """The files of layouts/assets/ by name, each under an address that holds the digest of its bytes."""
    found = {}
    for name, data in layouts.items():
        if name.startswith("assets/"):
            pure = PurePosixPath(name.removeprefix("assets/"))
            digest = sha256(data).hexdigest()[:10]
            found[pure.as_posix()] = Output(f"{ASSETS[1:]}{pure.stem}.{digest}{pure.suffix}", data)
    return found


class Templates:
    """Renders views by the templates in `layouts` (name -> bytes), compiling each when it is first needed."""

    def __init__(self, layouts: Mapping[str, bytes], settings: Settings, words: Words) -> None:
        self._layouts, self._settings = layouts, settings
        self._files = assets(layouts)
        self._environment = Environment(
            loader=FunctionLoader(self._load),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._environment.filters |= {
            "url": self.url,
            "absolute": settings.absolute,
            "date": words.date,
            "time": words.time,
            "iso": iso,
        }
        self._environment.globals |= {
            "site": settings,
            "words": words.texts,
            "month_name": words.month,
            "asset": self.asset,
        }

    def _load(self, name: str) -> tuple[str, str, None] | None:
        data = self._layouts.get(name)
        return None if data is None else (data.decode("utf-8"), FOLDER + name.removeprefix(DEFAULT), None)

    def url(self, address: str) -> str:
        """An address of the site with the base path; a whole URL as it is. Percent-encoded once."""
        whole = address if "://" in address else self._settings.base_path.rstrip("/") + address
        return quote(whole, safe="/:?#[]@!$&'()*+,;=%~-._")

    def asset(self, name: str) -> str:
        """The URL of a file in layouts/assets/."""
        return self.url("/" + self._files[name].path)

    def prepare(self, names: set[str]) -> None:
        """Compile these templates; what is wrong with them is said when they are used."""
        for name in names:
            with suppress(TemplateError):
                self._environment.get_template(name)

    def page(self, view: View, html: str) -> bytes:
        """The page of a view, whose body's HTML is `html`. Raises TemplateProblem."""
        try:
            template = self._environment.get_template(view.template)
            return template.render(page=view.data, address=view.address, html=html).encode("utf-8")
        except TemplateSyntaxError as error:
            raise TemplateProblem(
                problem(Code.TEMPLATE_SYNTAX, error.filename or view.template, error.lineno, 1, reason=error.message)
            ) from error
        except TemplateNotFound as error:
            path = FOLDER + view.template
            raise TemplateProblem(problem(Code.TEMPLATE_MISSING, path, name=error.name or view.template)) from error
        except _FAULTS as error:
            path, line = _place(error, FOLDER + view.template)
            reason = f"{type(error).__name__}: {error}"
            raise TemplateProblem(
                problem(Code.TEMPLATE_FAULT, path, line, 1, address=view.address, reason=reason)
            ) from error


def iso(moment: datetime) -> str:
    """The moment as HTML's `datetime` attribute wants it, with its offset."""
    return moment.isoformat(timespec="seconds")


def _place(error: Exception, path: str) -> tuple[str, int]:
    """The template line that was being rendered: the last frame in layouts/, as the last of all is inside Jinja."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(FOLDER)]
    return (frames[-1].filename, frames[-1].lineno or 0) if frames else (path, 0)
