"""Plain files for those who run things: `_redirects` and `_headers` for hosts, security.txt for who found a hole."""

from collections.abc import Iterator
from urllib.parse import quote

from warta.arrange import addresses
from warta.arrange.addresses import Addresses
from warta.arrange.viewfound import HeadersView, RedirectsView, SecurityView
from warta.render.filters import international
from warta.render.moments import iso
from warta.render.policy import NO_REFERENCE, WASM, site_policy
from warta.settings import Settings

DEVICES = (
    "accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer",
    "microphone", "midi", "payment", "usb",
)  # fmt: skip
"""What a page must ask leave for and none of a site of news does. Of a name that is not known, browsers complain."""


def redirects(view: RedirectsView, settings: Settings) -> bytes:
    """Old addresses as Cloudflare Pages, GitLab Pages and Netlify read them: from, to, 301.

    No `301!`, by which Netlify would answer before it looks for a page: the other two then refuse the line. Where a
    host prefers files, the page at the old address leads on.
    """
    base = settings.base_path.rstrip("/")
    return "".join([f"{base}{quote(old)} {base}{quote(new)} 301\n" for old, new in view.moves]).encode()


HEADERS = {
    "Content-Security-Policy": site_policy(),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in DEVICES),
    "Referrer-Policy": NO_REFERENCE,
    "X-Content-Type-Options": "nosniff",
}
"""What goes out with every file. Not: X-Frame-Options, which `frame-ancestors` replaces; Strict-Transport-Security,
which binds a whole domain for a year and is its owner's to say; Cross-Origin-Resource-Policy, by which programs that
read feeds in a browser would lose the photos."""


def headers(_: HeadersView, settings: Settings) -> bytes:
    """What Cloudflare Pages and Netlify send with files, by how paths begin; of one name, all values that fit."""
    base = settings.base_path.rstrip("/")
    lines = [f"{base}/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    if "search" in settings.features:
        lines += [f"{base}{Addresses(settings.paths).search}*", f"  Content-Security-Policy: {WASM}"]
    return "\n".join([*lines, ""]).encode()


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
