"""The site's RSS 2.0 feed with whole articles: every address in it is absolute, no time in it is the build's."""

import re
from collections.abc import Callable
from email.utils import format_datetime
from html import escape

from warta.arrange.addresses import Addresses
from warta.arrange.viewdata import FeedItem, FeedView
from warta.arrange.viewparts import BodyText
from warta.render.moments import whole_minutes
from warta.settings import Settings

_OPENING = (
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
)
_OWN_PART = re.compile(r'(<a(?: [a-z]+="[^"]*")*? href=")#')


def feed(view: FeedView, settings: Settings, html_of: Callable[[BodyText, str], str]) -> bytes:
    """The feed of the newest posts (https://www.rssboard.org/rss-specification).

    `html_of` gives a body's HTML with a prefix before each address of the site.
    """
    url = settings.absolute(Addresses(settings.paths).feed)
    newest = max((item.updated or item.date for item in view.items), default=None)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        _OPENING,
        "<channel>",
        f"<title>{escape(settings.name)}</title>",
        f"<link>{escape(settings.base_url)}</link>",
        f"<description>{escape(settings.description or settings.name)}</description>",
        f"<language>{settings.language}</language>",
        f'<atom:link href="{escape(url)}" rel="self" type="application/rss+xml"/>',
    ]
    if newest:
        lines.append(f"<lastBuildDate>{format_datetime(whole_minutes(newest))}</lastBuildDate>")
    for item in view.items:
        lines += _item(item, settings, html_of(item.body, settings.base_url))
    lines += ["</channel>", "</rss>", ""]
    return "\n".join(lines).encode("utf-8")


def _item(item: FeedItem, settings: Settings, html: str) -> list[str]:
    url = escape(settings.absolute(item.address))
    content = _OWN_PART.sub(rf"\g<1>{url}#", html)
    return [
        "<item>",
        f"<title>{escape(item.title)}</title>",
        f"<link>{url}</link>",
        f'<guid isPermaLink="true">{url}</guid>',
        f"<pubDate>{format_datetime(whole_minutes(item.date))}</pubDate>",
        f"<dc:creator>{escape(item.author or settings.name)}</dc:creator>",
        *(f"<category>{escape(name)}</category>" for name in item.terms),
        f"<description>{escape(item.summary)}</description>",
        f"<content:encoded>{escape(content, quote=False)}</content:encoded>",
        "</item>",
    ]
