"""Pagefind at work, in a process of its own: documents -> the files of a part of the search index.

It speaks JSON in Base64, each message closed by a comma, on its standard input and output, and answers all in turn.
"""

import json
import re
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from io import BufferedReader
from itertools import accumulate, islice
from threading import Thread, Timer
from typing import IO, Any, cast

from warta.arrange.searchdata import IndexView
from warta.publish.darkroom import Store
from warta.render import indexing
from warta.render.indexing import Message, StrangeIndex
from warta.render.words import Words

LONGEST, LONGEST_PER_TEXT = 120.0, 0.1
"""Seconds that Pagefind may take, and more for each text: fifty times what it takes as a rule. Then it hangs."""

_SEPARATOR = b","
_CHUNK = 1 << 20
_OURS = re.compile(r"(?:[a-z]+/)?\w[\w.-]*")
"""The path of a file in a part's folder."""


class NoIndex(Exception):
    """There is no index; the text says why."""


def make_index(
    view: IndexView, texts: Sequence[Sequence[str]], words: Words, store: Store, version: str
) -> dict[str, bytes]:
    """The files of a part, by their paths in its folder: those made last time, if of the same. Raises NoIndex.

    The store has one pack a part, which the next takes the place of. `version` is the digest of code and packages.
    """
    told = indexing.messages(view, texts)
    shown = [(each.title, each.category) for each in view.documents]
    all_of_it = json.dumps([version, view.is_first, words.months, told, shown, texts])
    made_from, name = _digest(all_of_it), _digest(f"index {view.part}")
    kept = _unpack(store.use(name) or b"", made_from)
    if kept is not None:
        return kept
    try:
        files = indexing.index_files(view, texts, run(told), words)
    except StrangeIndex as error:
        raise NoIndex(f"pagefind: {error}") from error
    store.put(name, _pack(files, made_from))
    return files


def run(messages: Sequence[Message]) -> dict[str, bytes]:
    """The files that Pagefind makes when told this. Raises NoIndex."""
    try:
        from pagefind.service import get_executable  # asyncio: 60 ms that only an index is worth

        program = get_executable()
        if program is None:
            raise NoIndex("pagefind")
        with subprocess.Popen([program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603
            answers = _converse_in_time(process, messages)
    except (ImportError, OSError, ValueError, LookupError, TypeError) as error:
        raise NoIndex(f"pagefind: {error}") from error
    found = answers[-1] if len(answers) == len(messages) else {}
    wrong = next((each for each in answers if each.get("type") == "Error"), None)
    if wrong or found.get("type") != "GetFiles":
        raise NoIndex(f"pagefind: {wrong or 'no answer'}")
    return {each["path"]: b64decode(each["content"]) for each in found["files"]}


def _converse_in_time(process: "subprocess.Popen[bytes]", messages: Sequence[Message]) -> list[Mapping[str, Any]]:
    """As `_converse`, but a process that takes longer than it may is ended, and so has not answered all."""
    timer = Timer(LONGEST + LONGEST_PER_TEXT * len(messages), process.kill)
    timer.start()
    try:
        return _converse(process, messages)
    finally:
        timer.cancel()


def _converse(process: "subprocess.Popen[bytes]", messages: Sequence[Message]) -> list[Mapping[str, Any]]:
    """Tell everything while listening: who did one after the other would wait for a full pipe for ever."""
    assert process.stdin is not None  # noqa: S101 - both are pipes, as asked for
    assert process.stdout is not None  # noqa: S101
    speaker = Thread(target=_tell, args=(process.stdin, messages))
    speaker.start()
    answers = [
        json.loads(b64decode(each))["payload"]
        for each in islice(_heard(cast("BufferedReader", process.stdout)), len(messages))
    ]
    speaker.join()
    with suppress(OSError):  # what could not be said to one that has ended
        process.stdin.close()  # it ends with its input, whatever it has not answered yet
    return answers


def _tell(pipe: IO[bytes], messages: Iterable[Message]) -> None:
    with suppress(OSError, ValueError):  # it has ended: what it said until then tells why
        for number, message in enumerate(messages, 1):
            pipe.write(b64encode(json.dumps({"message_id": number, "payload": message}).encode()) + _SEPARATOR)
        pipe.flush()


def _heard(pipe: BufferedReader) -> Iterator[bytes]:
    """What stands before each separator."""
    begun = list[bytes]()
    while chunk := pipe.read1(_CHUNK):
        *ends, rest = chunk.split(_SEPARATOR)
        for end in ends:
            yield b"".join([*begun, end])
            begun = []
        begun.append(rest)


def _pack(files: Mapping[str, bytes], made_from: str) -> bytes:
    """Files as one: a line that says what they are made from and how long each is, then all of them."""
    head = json.dumps([made_from, {path: len(data) for path, data in files.items()}])
    return b"\n".join([head.encode(), b"".join(files.values())])


def _unpack(packed: bytes, made_from: str) -> dict[str, bytes] | None:
    """The files of a pack; None if they are made from something else or no pack of ours is there."""
    head, _, rest = packed.partition(b"\n")
    try:
        found, lengths = json.loads(head)
        ends = list(accumulate(lengths.values(), initial=0))
        files = {path: rest[start:end] for path, start, end in zip(lengths, ends, ends[1:], strict=False)}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    whole = found == made_from and ends == sorted(ends) and ends[-1] == len(rest)
    return files if whole and all(map(_OURS.fullmatch, files)) else None


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=20).hexdigest()
