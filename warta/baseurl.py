"""The site's own address: which ones a static site can have, and how it is written."""

import re
from collections.abc import Callable

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_WEB_ADDRESS = re.compile(
    rf"https?://{_LABEL}(?:\.{_LABEL})*(?::(?P<port>[0-9]{{1,5}}))?(?:/(?!\.\.?(?:/|$))[A-Za-z0-9._~-]+)*/?"
)


def normal_base_url(url: str, wrong: Callable[[str], None]) -> str:
    """The URL with a closing slash; calls `wrong` when it is no plain http or https address."""
    if url and not _is_web_address(url):
        wrong(url)
        return ""
    return url if url.endswith("/") or not url else url + "/"


def _is_web_address(url: str) -> bool:
    """Whether it is a host with at most a port and a plain path: no `//` or `..` that a server would fold."""
    match = _WEB_ADDRESS.fullmatch(url)
    return match is not None and int(match["port"] or 0) < 65_536
