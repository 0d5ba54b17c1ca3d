"""Body text -> clean HTML, its links, anchors and lead: by the short way where it leads there, else by the engine."""

from warta.model import Body
from warta.problems import Findings
from warta.read.plain import plain_body
from warta.read.videos import with_linked_videos


def render(text: str, first_line: int, slug: str, language: str, findings: Findings) -> Body:
    """The body of a post as HTML that is safe to publish. `slug` makes its footnotes' ids its own.

    Text that is nested too deep to be a report is refused with a problem; nothing is raised for any text.
    """
    if not text.strip():
        return Body()
    text = with_linked_videos(text)
    body = plain_body(text, first_line)
    if body is None:
        from warta.read import engine

        body = engine.render(text, first_line, slug, language, findings)
    return body
