"""Feeds with whole articles, as RSS 2.0 and as JSON: every address in them is absolute, no time in them the build's."""

import json
import re
from collections.abc import Callable
from email.utils import format_datetime
from html import escape

from warta.arrange.viewfound import FeedItem, FeedView
from warta.arrange.viewparts import BodyText
from warta.render.moments import iso, whole_minutes
from warta.settings import Settings

_OPENING = (
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
)
_OWN_PART = re.compile(r'(<a(?: [a-z]+="[^"]*")*? href=")#')


HtmlOf = Callable[[BodyText, str], str]
"""Gives a body's HTML with a prefix before each address of the site."""


def rss(view: FeedView, settings: Settings, html_of: HtmlOf, style: str) -> bytes:
    """The newest posts as RSS 2.0 (https://www.rssboard.org/rss-specification).

    `style` is the URL of the sheet by which a browser shows it.
    """
    url = settings.absolute(view.known_as)
    newest = max((item.updated or item.date for item in view.items), default=None)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<?xml-stylesheet type="text/css" href="{escape(style)}"?>',
        _OPENING,
        "<channel>",
        f"<title>{escape(_title(view, settings))}</title>",
        f"<link>{escape(settings.absolute(view.about))}</link>",
        f"<description>{escape(settings.description or settings.name)}</description>",
        f"<language>{settings.language}</language>",
        f'<atom:link href="{escape(url)}" rel="self" type="application/rss+xml"/>',
    ]
    if newest:
        lines.append(f"<lastBuildDate>{format_datetime(whole_minutes(newest))}</lastBuildDate>")
    for item in view.items:
        lines += _item(item, settings, html_of)
    lines += ["</channel>", "</rss>", ""]
    return "\n".join(lines).encode("utf-8")


def json_feed(view: FeedView, settings: Settings, html_of: HtmlOf) -> bytes:
    """The newest posts as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""
    value = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(view, settings),
        "home_page_url": settings.absolute(view.about),
        "feed_url": settings.absolute(view.known_as),
        "description": settings.description or settings.name,
        "language": settings.language,
        "items": [_json_item(item, settings, html_of) for item in view.items],
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _json_item(item: FeedItem, settings: Settings, html_of: HtmlOf) -> dict[str, object]:
    optional = {
        "image": settings.absolute(item.photo.address) if item.photo else "",
        "date_modified": iso(item.updated) if item.updated else "",
    }
    return {
        "id": settings.absolute(item.id),
        "url": settings.absolute(item.address),
        "title": item.title,
        "content_html": _content(item, settings, html_of),
        "summary": item.summary,
        "date_published": iso(item.date),
        **{key: value for key, value in optional.items() if value},
        "authors": [{"name": item.author or settings.name}],
        "tags": item.terms,
        "language": settings.language,
    }


def _title(view: FeedView, settings: Settings) -> str:
    return f"{view.title} | {settings.name}" if view.title else settings.name


def _content(item: FeedItem, settings: Settings, html_of: HtmlOf) -> str:
    """A post's HTML in which also the links to its own parts are whole URLs."""
    url = escape(settings.absolute(item.address))
    return _OWN_PART.sub(rf"\g<1>{url}#", html_of(item.body, settings.base_url))


def _item(item: FeedItem, settings: Settings, html_of: HtmlOf) -> list[str]:
    url, known_as = escape(settings.absolute(item.address)), escape(settings.absolute(item.id))
    changed = [f"<atom:updated>{iso(item.updated)}</atom:updated>"] if item.updated else []
    return [
        "<item>",
        f"<title>{escape(item.title)}</title>",
        f"<link>{url}</link>",
        f'<guid isPermaLink="{"true" if known_as == url else "false"}">{known_as}</guid>',
        f"<pubDate>{format_datetime(whole_minutes(item.date))}</pubDate>",
        *changed,
        f"<dc:creator>{escape(item.author or settings.name)}</dc:creator>",
        *(f"<category>{escape(name)}</category>" for name in item.terms),
        f"<description>{escape(item.summary)}</description>",
        f"<content:encoded>{escape(_content(item, settings, html_of), quote=False)}</content:encoded>",
        "</item>",
    ]
