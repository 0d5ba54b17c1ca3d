"""Videos: which addresses are those of one, and one that stands alone on its line made a link.

Only YouTube's, whose id goes into an address of our own making; whatever else stands in the address is left behind.
"""

import re
from collections.abc import Iterator

_ADDRESS = (
    r"https://(?:(?:(?:www|m)\.)?(?:youtube|youtube-nocookie)\.com/(?:watch\?(?:[a-z]{1,20}=[\w-]{0,80}&)*v=|"
    r"(?:embed|shorts|live)/)|youtu\.be/)([A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])(?:[?&#][\w&=?#.%~-]*)?"
)
_VIDEO = re.compile(_ADDRESS)
_ALONE = re.compile(rf" {{0,3}}(?:{_ADDRESS})[ ]*")


def video_of(address: str) -> str:
    """The id (11 signs) of the YouTube video at a whole address; "" if there is none."""
    match = _VIDEO.fullmatch(address)
    return match[1] if match else ""


def with_linked_videos(text: str) -> str:
    """The body text with each bare address of a video that is a paragraph of its own in angle brackets: a link."""
    if "youtu" not in text:
        return text
    return "\n".join(_linked(text.split("\n")))


def _linked(lines: list[str]) -> Iterator[str]:
    from warta.read.prepare import fence_of  # patterns that few texts need

    fence, before = "", ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        fence = fence_of(line, fence)
        is_alone = not fence and not before.strip() and not following.strip()
        yield f"<{line.strip()}>" if is_alone and _ALONE.fullmatch(line) else line
        before = line
