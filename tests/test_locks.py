"""The lock of an output folder."""

from pathlib import Path

from warta import locks


def test_a_lock_keeps_a_second_writer_out_until_it_is_let_go(tmp_path: Path) -> None:
    with locks.locked(tmp_path / "public") as first, locks.locked(tmp_path / "public") as second:
        assert (first, second) == (True, False)
    with locks.locked(tmp_path / "public") as third:
        assert third
