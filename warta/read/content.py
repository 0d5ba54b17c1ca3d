"""One file of content -> the post, standing page or tag's file in it."""

from warta.model import Reading, Source
from warta.read.article import read_article, read_tag_file
from warta.read.kinds import TAGS
from warta.settings import Settings


def read_file(source: Source, settings: Settings) -> tuple[Reading, tuple[str, ...]]:
    """What the file holds, and its body's pieces."""
    read = read_tag_file if source.path.startswith(TAGS) else read_article
    value, problems = read(source, settings)
    return Reading(value, source.digest, problems), value.body.pieces if value else ()
