"""Links to videos that stand alone in a body -> still pictures, as the theme draws them; a tap loads the video.

Nothing of YouTube's is fetched before: the picture is a photo of the writer's, or drawn by the theme's style. In feeds
and proofs the link stays a link.
"""

import re
from collections.abc import Callable, Mapping
from html import unescape
from typing import NamedTuple

from warta.arrange.viewparts import Photo
from warta.read.videos import video_of

# As `figures`: the HTML has passed the cleaner, so attributes stand in a known order and values hold no `<` nor `"`.
_ALONE = re.compile(
    r'<p><a href="(https://[^"]*)" rel="noopener">'
    r'(?:([^<]*)|<img alt="([^"]*)" src="([^"]*)"(?: title="([^"]*)")?>)</a></p>'
)


class Video(NamedTuple):
    """What `partials/video.html` draws: YouTube's id, the writer's photo if there is one, and a caption or ""."""

    id: str
    photo: Photo | None
    caption: str


def with_videos(html: str, photos: Mapping[str, Photo], draw: Callable[[Video], str]) -> str:
    """The body's HTML with its videos drawn. `photos` gives those of the body by the address in the HTML."""

    def drawn(match: re.Match[str]) -> str:
        address, words, alt, source, title = match.groups(default="")
        video = video_of(unescape(address))
        if not video or (source and source not in photos):
            return match[0]
        photo = photos[source]._replace(alt=unescape(alt)) if source else None
        caption = unescape(words or title)
        return draw(Video(video, photo, "" if "://" in caption else caption))

    return _ALONE.sub(drawn, html) if "youtu" in html else html
