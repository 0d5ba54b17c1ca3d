"""sitemap.xml and robots.txt: the addresses to be found, with the dates of their content (sitemaps.org protocol)."""

from datetime import datetime
from html import escape

from warta.arrange import addresses
from warta.arrange.viewdata import SitemapView
from warta.render.moments import iso
from warta.settings import Settings


def sitemap(view: SitemapView, settings: Settings) -> bytes:
    """Every page with content of its own, and when that changed."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        *(_entry(settings.absolute(address), changed) for address, changed in view.entries),
        "</urlset>",
        "",
    ]
    return "\n".join(lines).encode("utf-8")


def robots(settings: Settings) -> bytes:
    """robots.txt: all may be read, and here is the sitemap, if there is one."""
    known = f"\nSitemap: {settings.absolute(addresses.SITEMAP)}\n" if "sitemap" in settings.features else ""
    return f"User-agent: *\nAllow: /\n{known}".encode()


def _entry(url: str, changed: datetime | None) -> str:
    modified = f"<lastmod>{iso(changed)}</lastmod>" if changed else ""
    return f"<url><loc>{escape(url)}</loc>{modified}</url>"
