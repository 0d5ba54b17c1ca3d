"""A view <-> the text that stands for it: digested to tell whether a page must be made again, stored to be read back.

JSON, as its encoder written in C takes nested named tuples as they are.
"""

import json
from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from warta.arrange import viewdata
from warta.arrange.searchdata import IndexView
from warta.arrange.viewdata import View
from warta.arrange.viewfound import FeedView
from warta.arrange.viewparts import BodyText

Digests = Mapping[str, str]
"""The digest of each text of content, by path."""


def _of_moment(moment: datetime) -> tuple[int, ...]:
    """A moment of the site's zone as numbers: no look-up of its offset, which the zone and the numbers decide."""
    return moment.toordinal(), moment.hour, moment.minute, moment.second, moment.fold


_encode = json.JSONEncoder(default=_of_moment, separators=(",", ":")).encode


def dump(view: View) -> str:
    """The text of the view; equal views of one site have equal texts, different ones different texts."""
    return _encode((*view, type(view.data).__name__))


def load(text: str, zone: tzinfo, digests: Digests) -> View:
    """The view of the text, its bodies with these digests. Raises what reading foreign JSON by its shape may raise."""
    address, template, data, kind = json.loads(text)
    return View(address, template, _Loader(zone, digests).value(getattr(viewdata, kind), data))


class _Loader:
    """Makes values of the types that a view's fields have."""

    def __init__(self, zone: tzinfo, digests: Digests) -> None:
        self._zone, self._digests = zone, digests

    def value(self, kind: Any, found: Any) -> Any:  # noqa: ANN401 - whatever the type says
        """The value of a type for what JSON made of it."""
        if kind is datetime:
            day, hour, minute, second, fold = found
            midnight = datetime.fromordinal(day)
            return midnight.replace(hour=hour, minute=minute, second=second, fold=fold, tzinfo=self._zone)
        if hasattr(kind, "_fields"):
            made = kind(*[self.value(each, part) for each, part in zip(_types(kind), found, strict=True)])
            return made._replace(digest=self._digests[made.path]) if kind is BodyText else made
        return self._generic(kind, found)

    def _generic(self, kind: Any, found: Any) -> Any:  # noqa: ANN401
        if get_origin(kind) is UnionType:
            (filled,) = (each for each in get_args(kind) if each is not NoneType)
            return None if found is None else self.value(filled, found)
        if get_origin(kind) is tuple:
            kinds = get_args(kind)
            each_kind: Callable[[int], Any] = (lambda _: kinds[0]) if kinds[-1] is Ellipsis else kinds.__getitem__
            return tuple([self.value(each_kind(number), part) for number, part in enumerate(found)])
        return found


@cache
def _types(kind: type) -> tuple[Any, ...]:
    return tuple(get_type_hints(kind).values())


def bodies_of(view: View) -> tuple[str, ...]:
    """The paths of the texts whose bodies the view shows, each once."""
    if isinstance(view.data, FeedView):
        return tuple(dict.fromkeys(item.body.path for item in view.data.items))
    if isinstance(view.data, IndexView):
        return tuple([document.body.path for document in view.data.documents])
    body = getattr(view.data, "body", None)
    return (body.path,) if body else ()
