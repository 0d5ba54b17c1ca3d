"""What a browser may load and run: the Content-Security-Policy of a page and of a host, a second line behind escaping.

A page states its own by what it holds, in its head, for some hosts (GitHub Pages) send no headers of ours. A host's
policy holds for all pages at once; a browser obeys both. None has `unsafe-inline`; JSON-LD is data, which needs none.
"""

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256

NO_REFERENCE = "strict-origin-when-cross-origin"
"""Other sites learn that a reader came from ours, not from which page; YouTube plays nothing for who sends nothing."""

PLAYER = "https://www.youtube-nocookie.com"
"""Where a video comes from, once a reader has asked for it: YouTube's host that sets no cookie before that."""

WASM = "script-src 'self' 'wasm-unsafe-eval'"
"""What the search page needs, and no other: Pagefind is a WebAssembly program."""

_Directives = Mapping[str, str]

_PAGE: _Directives = {
    "default-src": "'none'",
    "img-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "connect-src": "'self'",  # Lighthouse asks for robots.txt from within the page; without a script nobody else can
}
_NEEDS: Mapping[str, _Directives] = {
    "form": {"form-action": "'self'"},
    "script": {"script-src": "'self'"},
    "video": {"script-src": "'self'", "frame-src": PLAYER},
    "search": {"script-src": "'self' 'wasm-unsafe-eval'", "form-action": "'self'"},
    "proof": {"img-src": "data:", "style-src": "", "font-src": "", "manifest-src": "", "connect-src": ""},
}
_SITE: _Directives = {
    **_PAGE,
    "default-src": "",
    "script-src-elem": "'self'",
    "script-src-attr": "'none'",
    "form-action": "'self'",
    "media-src": "'self'",
    "object-src": "'self'",
    "frame-src": PLAYER,
    "worker-src": "'none'",
    "frame-ancestors": "'none'",
}


@cache
def page_policy(*needs: str, style: str = "", script: str = "") -> str:
    """The policy of a page that needs this: `form`, `script` (files of the site), `video`, `search`; or of a `proof`.

    `style` and `script` are the texts of its one inline style or script, let through by digest. Raises LookupError.
    """
    directives = dict(_PAGE)
    for need in needs:
        directives |= _NEEDS[need]
    for name, text in (("style-src", style), ("script-src", script)):
        if text:
            directives[name] = f"{directives.get(name, '')} {digest_of(text)}".strip()
    return written(directives)


def site_policy() -> str:
    """The policy that a host sends with every file of a site.

    It has neither `default-src` nor `script-src`, by which alone WebAssembly is judged: where a host adds the search
    page's `WASM` to this, both hold. `object-src` lets browsers show a PDF that is opened by itself.
    """
    return written(_SITE)


def digest_of(text: str) -> str:
    """The source by which a policy names an inline style or script."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def written(directives: _Directives) -> str:
    """The policy as a browser reads it; a directive without a value is left out."""
    return "; ".join(f"{name} {value}" for name, value in directives.items() if value)


def directives_of(policy: str) -> dict[str, str]:
    """The other way round."""
    return dict(each.strip().partition(" ")[::2] for each in policy.split(";"))
