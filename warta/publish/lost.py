"""What a build takes away from readers: the addresses of the manifest they have that it does not make."""

from collections.abc import Mapping
from pathlib import Path

from warta import files
from warta.arrange.addresses import file_of
from warta.codes import Code
from warta.problems import Problem, problem
from warta.publish import manifest
from warta.publish.arrangement import Arrangement
from warta.publish.manifest import UNDER_WAY, Entry


def read_previous(path: Path) -> Mapping[str, Entry] | Problem:
    """What readers have, by the manifest that was fetched from where they find the site."""
    data = files.read(path.parent, path.name)
    entries = None if isinstance(data, Problem) else manifest.load(data)
    return problem(Code.PREVIOUS_UNREADABLE, path.name) if entries is None else entries


def lost_addresses(
    gone: tuple[str, ...], had: Mapping[str, Entry], arrangement: Arrangement, folder: Path
) -> tuple[Problem, ...]:
    """A problem for each of the addresses that leads nowhere now. In the folder their pages may lie until then."""
    lost = tuple(address for address in gone if had[file_of(address)] != UNDER_WAY)
    if not lost:
        return ()
    from warta.arrange.vanished import Loss  # with the whole of arranging: 10 ms that the edit of a body does not spend

    def read(address: str) -> str:
        data = files.read(folder, file_of(address))
        return "" if isinstance(data, Problem) else data.decode("utf-8", "replace")

    return tuple(arrangement.site().vanished(Loss(folder.name, lost, had, read)))
