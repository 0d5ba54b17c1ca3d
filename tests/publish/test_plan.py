"""Old manifest, new files -> what is to be written and deleted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warta.publish.manifest import Entry
from warta.publish.plan import Plan, make_plan, removed_pages, removes_too_much

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


def test_the_pages_that_vanish_are_named_by_their_addresses() -> None:
    plan = plan_of({}, {"berita/a/index.html": A, "lama.html": A, "aset/x.css": A, "index.html": A}, {})
    assert removed_pages(plan) == ("/berita/a/", "/", "/lama.html")


@pytest.mark.parametrize(
    ("pages", "removed", "allowed", "too_much"),
    [
        (5, 3, None, False),
        (5, 4, None, True),
        (100, 10, None, False),
        (100, 11, None, True),
        (100, 11, 11, False),
        (100, 12, 11, True),
        (100, 1, 0, True),
        (100, 0, 0, False),
    ],
)
def test_a_tenth_of_the_pages_or_three_may_vanish(
    pages: int,
    removed: int,
    allowed: int | None,
    too_much: bool,  # noqa: FBT001 - a column of the table
) -> None:
    old = {f"{number}.html": A for number in range(pages)}
    made = {path: A for number, path in enumerate(old) if number >= removed}
    assert removes_too_much(plan_of(made, old, {}), old, allowed) is too_much


PATHS = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from([A, B]))


@given(PATHS, PATHS, st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 2)))
def test_every_file_has_one_fate(made: dict[str, Entry], old: dict[str, Entry], disk: dict[str, int]) -> None:
    plan = plan_of(made, old, disk)
    fates = [*plan.new, *plan.changed, *plan.kept, *plan.deleted]
    assert sorted(fates) == sorted(made.keys() | old.keys())
    assert plan.entries == made
    assert set(plan.deleted) == old.keys() - made.keys()
