"""Old manifest, new files -> what is to be written and deleted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warta.publish.manifest import Entry
from warta.publish.plan import Plan, changes, make_plan

A, B = Entry(1, "a"), Entry(2, "b")


def plan_of(
    made: dict[str, Entry], old: dict[str, Entry], disk: dict[str, int], reused: dict[str, Entry] | None = None
) -> Plan:
    return make_plan(made, reused or {}, old, disk.get)


@pytest.mark.parametrize(
    ("old", "disk", "part"),
    [
        ({}, {}, "new"),
        ({"x": A}, {}, "new"),
        ({"x": A}, {"x": 1}, "kept"),
        ({"x": B}, {"x": 2}, "changed"),
        ({"x": A}, {"x": 7}, "changed"),
        ({}, {"x": 1}, "changed"),
    ],
)
def test_a_file_is_kept_only_if_the_manifest_and_the_disk_agree(
    old: dict[str, Entry], disk: dict[str, int], part: str
) -> None:
    plan = plan_of({"x": A}, old, disk)
    assert {name: getattr(plan, name) for name in ("new", "changed", "kept", "deleted")} == {
        "new": (),
        "changed": (),
        "kept": (),
        "deleted": (),
        part: ("x",),
    }
    assert plan.empty is (part == "kept")


def test_what_is_not_made_any_more_is_deleted_in_order() -> None:
    plan = plan_of({}, {"b": A, "a": B}, {"a": 2, "b": 1, "foreign": 3})
    assert (plan.deleted, plan.empty) == (("a", "b"), False)


def test_what_is_reused_stays_and_is_recorded() -> None:
    plan = plan_of({"x": A}, {"x": A, "y": B}, {"x": 1, "y": 2}, reused={"y": B})
    assert (set(plan.kept), plan.deleted, dict(plan.entries)) == ({"x", "y"}, (), {"x": A, "y": B})


def test_what_readers_have_becomes_what_they_get_by_these_changes() -> None:
    before = {"index.html": A, "berita/lama/index.html": A, "robots.txt": A}
    after = {"index.html": B, "berita/a/index.html": A, "media/a.jpg": A, "aset/x.css": B, "robots.txt": A}
    added = ("aset/x.css", "media/a.jpg", "berita/a/index.html")
    assert changes(before, after) == (added, ("index.html",), ("berita/lama/index.html",))


PATHS = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from([A, B]))


@given(PATHS, PATHS, st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 2)))
def test_every_file_has_one_fate(made: dict[str, Entry], old: dict[str, Entry], disk: dict[str, int]) -> None:
    plan = plan_of(made, old, disk)
    fates = [*plan.new, *plan.changed, *plan.kept, *plan.deleted]
    assert sorted(fates) == sorted(made.keys() | old.keys())
    assert plan.entries == made
    assert set(plan.deleted) == old.keys() - made.keys()
