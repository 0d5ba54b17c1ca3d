"""One input that the command line names -> the manuscripts in it, by its kind."""

from collections.abc import Callable
from pathlib import Path, PurePath

from warta import files, handover
from warta.codes import Code
from warta.newsroom.importing.chat import is_chat, read_chat
from warta.newsroom.importing.manuscript import Imported
from warta.newsroom.importing.plaintext import read_plain_text
from warta.newsroom.shelf import Shelf
from warta.problems import Problem, problem
from warta.sourcetext import LARGEST, read_text

Show = Callable[[int, int], None]
"""Is told how much of a long input is done, and of how much (0: unknown yet)."""

_HARMLESS = frozenset({Code.NOT_UTF8, Code.UTF16, Code.CONTROL_CHARACTER})
"""What `read_text` warns of in a file that stays: here the new file is in UTF-8, and clean."""


def read_input(path: str, shelf: Shelf, media: str | None, show: Show) -> Imported:
    """The texts in the input (`-`: standard input, a chat message), and what is wrong with it."""
    ending = "" if path == "-" else PurePath(path).suffix.lower()
    if path == "-" or ending == ".txt":
        return _text(path)
    if ending == ".docx":
        return _word(path)
    if ending == ".xml":
        return _wordpress(path, shelf, media, show)
    return (), (problem(Code.IMPORT_KIND, path, ending=ending or path),)


def _text(path: str) -> Imported:
    data = handover.read_given(path, LARGEST)
    if isinstance(data, Problem):
        return (), (data,)
    text, problems = read_text(data, path)
    serious = tuple(each for each in problems if each.code not in _HARMLESS)
    if text is None:
        return (), serious
    read = (read_chat if path == "-" or is_chat(text) else read_plain_text)(text, path)
    if not (read.body or read.summary):
        return (), (problem(Code.IMPORT_EMPTY, path),)
    return (read,), serious


def _word(path: str) -> Imported:
    from warta.newsroom.importing import word, wordfile

    data = handover.read_given(path, wordfile.LARGEST)
    if isinstance(data, Problem):
        return (), (data,)
    manuscripts, problems = word.read_word(data, path)
    if manuscripts and not (manuscripts[0].body or manuscripts[0].summary):
        return (), (*problems, problem(Code.IMPORT_EMPTY, path))
    return manuscripts, problems


def _wordpress(path: str, shelf: Shelf, media: str | None, show: Show) -> Imported:
    from warta.newsroom.importing.media import Uploads
    from warta.newsroom.importing.wordpress import read_wordpress

    folder = Path(media).resolve() if media else None
    tree = files.scan(folder.parent, folder.name) if folder else files.Tree(())
    if folder and not tree.states:
        return (), (problem(Code.IMPORT_MEDIA, media or ""),)
    paths = (state.path.removeprefix(f"{folder.name}/") for state in tree.states) if folder else ()
    uploads = Uploads(folder or Path(), paths)
    try:
        with handover.opened(path) as stream:
            manuscripts, problems = read_wordpress(stream, path, shelf, uploads, show)
    except (OSError, ValueError) as error:
        return (), (problem(Code.UNREADABLE, path, reason=getattr(error, "strerror", "") or error),)
    if not manuscripts and not problems:
        problems = (problem(Code.IMPORT_EMPTY, path),)
    return manuscripts, problems
