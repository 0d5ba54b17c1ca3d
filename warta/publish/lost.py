"""What a build takes away from readers: the addresses of the last published manifest that it does not make."""

from warta import files
from warta.arrange.addresses import file_of
from warta.problems import Problem
from warta.publish.arrangement import Arrangement
from warta.publish.manifest import UNDER_WAY
from warta.publish.plan import removed_pages, removes_too_much
from warta.publish.publication import Staged, Target


def lost_addresses(
    staged: Staged, arrangement: Arrangement, target: Target, allow_removal: int | None
) -> tuple[Problem, ...]:
    """A problem for each that leads nowhere now; none where so many vanish that the build is refused anyway."""
    plan, old = staged.plan, staged.old
    if plan is None or old is None or not removed_pages(plan):
        return ()
    if removes_too_much(plan, old.entries, allow_removal):
        return ()
    from warta.arrange.vanished import Loss  # with the whole of arranging: 10 ms that the edit of a body does not spend

    def read(address: str) -> str:
        data = files.read(target.folder, file_of(address))
        return "" if isinstance(data, Problem) else data.decode("utf-8", "replace")

    lost = tuple(address for address in removed_pages(plan) if old.entries[file_of(address)] != UNDER_WAY)
    return tuple(arrangement.site().vanished(Loss(target.folder.name, lost, old.entries, read)))
