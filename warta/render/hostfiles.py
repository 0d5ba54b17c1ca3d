"""Plain files for those who run things: `_redirects` for hosts, security.txt for who found a hole."""

from collections.abc import Iterator
from urllib.parse import quote

from warta.arrange import addresses
from warta.arrange.viewfound import RedirectsView, SecurityView
from warta.render.filters import international
from warta.render.moments import iso
from warta.settings import Settings


def redirects(view: RedirectsView, settings: Settings) -> bytes:
    """Old addresses as Cloudflare Pages, GitLab Pages and Netlify read them: from, to, 301.

    No `301!`, by which Netlify would answer before it looks for a page: the other two then refuse the line. Where a
    host prefers files, the page at the old address leads on.
    """
    base = settings.base_path.rstrip("/")
    return "".join([f"{base}{quote(old)} {base}{quote(new)} 301\n" for old, new in view.moves]).encode()


def security(view: SecurityView, settings: Settings) -> bytes:
    """Whom to tell of a hole (RFC 9116)."""
    lines = [
        *(f"Contact: {contact}" for contact in _contacts(dict(settings.contact))),
        f"Expires: {iso(view.expires)}",
        f"Preferred-Languages: {settings.language}",
        f"Canonical: {settings.absolute(addresses.SECURITY)}",
        "",
    ]
    return "\n".join(lines).encode()


def _contacts(known: dict[str, str]) -> Iterator[str]:
    if known.get("email"):
        yield f"mailto:{quote(known['email'], safe='@')}"
    if known.get("phone"):
        yield f"tel:+{international(known['phone'])}"
    if known.get("chat"):
        yield f"https://wa.me/{international(known['chat'])}"
