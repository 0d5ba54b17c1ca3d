"""What the preview lays over a page: its badge, its problems with line and remedy, what the last save broke.

In a shadow root, so that neither the theme's style reaches the panel nor the panel's the theme. Every word of content
in it is escaped.
"""

import re
from html import escape

from warta import reporttext
from warta.messages import words
from warta.newsroom.snapshot import Snapshot, problems_on
from warta.problems import Problem
from warta.told import TextPage

SHOWN = 50
"""Problems that are written out; the command line has them all."""

_PLAIN_LINK = re.compile(r"[A-Za-z0-9/._~+-]+")
STYLE = """<style>
:host{all:initial}
aside{position:fixed;inset:auto 0 0 0;z-index:2147483647;max-height:50vh;overflow:auto;box-sizing:border-box;
padding:.5rem .75rem;background:#fffbeb;color:#1c1917;border-top:3px solid #b45309;box-shadow:0 -2px 12px #0003;
font:15px/1.45 system-ui,sans-serif;overflow-wrap:anywhere}
aside.held{background:#fef2f2;border-color:#b91c1c}
p,pre{margin:.25rem 0}
.badge{display:inline-block;padding:.1rem .6rem;border-radius:1rem;background:#92400e;color:#fff;font-weight:700}
.held>.state{font-weight:700;color:#991b1b}
summary{cursor:pointer;font-weight:600}
li{margin:.5rem 0}
ul{margin:.25rem 0;padding-left:1.1rem}
pre{white-space:pre-wrap;font:13px/1.5 ui-monospace,Consolas,monospace}
@media print{aside{display:none}}
</style>"""
# Before the text: the theme stretches what stands behind it over the whole card.
_MARK = (
    '{content:"%s";position:static;display:inline-block;margin-right:.4em;padding:0 .5em;border-radius:1em;'
    "background:#92400e;color:#fff;font:700 12px/1.6 system-ui,sans-serif;vertical-align:middle}"
)


def panel(snapshot: Snapshot, path: str) -> str:
    """The panel's HTML on the page of a file; "" if there is nothing to say."""
    labels, language = words(snapshot.language), snapshot.language
    mine, others = problems_on(snapshot, path)
    page = snapshot.pages.get(path)
    parts = []
    if page and page.reason:
        parts.append(f'<p><span class="badge">{escape(_badge(page, language))}</span></p>')
    if snapshot.held or snapshot.fault:
        parts.append(f'<p class="state">{escape(labels["preview_fault" if snapshot.fault else "preview_held"])}</p>')
    if mine:
        parts.append(_listed(labels["preview_here"].format(len(mine)), mine, language, is_open=True))
    if others:
        parts.append(_listed(labels["preview_elsewhere"].format(len(others)), others, language, is_open=False))
    if not parts:
        return ""
    kind = ' class="held"' if snapshot.held or snapshot.fault else ""
    return f'{STYLE}<aside lang="{language}" aria-label="{escape(labels["preview"])}"{kind}>{"".join(parts)}</aside>'


def _badge(page: TextPage, language: str) -> str:
    due = f"{page.due:%Y-%m-%d %H:%M %z}" if page.due else ""
    return words(language)[f"preview_{page.reason}"].format(due=due)


def _listed(title: str, problems: tuple[Problem, ...], language: str, *, is_open: bool) -> str:
    items = "".join(f"<li>{_written(each, language)}</li>" for each in problems[:SHOWN])
    return f"<details{' open' if is_open else ''}><summary>{escape(title)}</summary><ul>{items}</ul></details>"


def _written(problem: Problem, language: str) -> str:
    first, _, rest = reporttext.as_text(problem, language).partition("\n")
    return f"<b>{escape(first)}</b><pre>{escape(rest)}</pre>"


def marks(snapshot: Snapshot) -> str:
    """Rules that mark, in lists too, each link to a page that the published site does not have yet."""
    labels, prefix = words(snapshot.language), snapshot.base.rstrip("/")
    rules = []
    for page in snapshot.waiting:
        link = prefix + page.address
        if _PLAIN_LINK.fullmatch(link):  # else it could end the rule
            rules.append(f'main a[href="{link}"]::before{_MARK % labels[f"preview_mark_{page.reason}"]}')
    return "".join(rules)
