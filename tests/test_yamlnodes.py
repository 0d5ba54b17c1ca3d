"""YAML -> nodes that keep every value as it was written and know their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warta.yamlnodes import DEEPEST, Mapping, Node, Scalar, Sequence, YamlFault, read_node

Plain = str | list["Plain"] | dict[str, "Plain"]


def plain(node: Node | None) -> "Plain | None":
    match node:
        case None:
            return None
        case Scalar():
            return node.text
        case Sequence():
            return [value for item in node.items if (value := plain(item)) is not None]
        case Mapping():
            return {key.text: value for key, item in node.entries if (value := plain(item)) is not None}


@pytest.mark.parametrize(
    "text",
    ["No", "Ya", "007", "1.10", "2026", "2026-03-22", "12:30", "1e3", "0x1F", "Off", "true", "1_000", "=", "<<", "~x"],
)
def test_a_value_stays_the_text_that_was_written(text: str) -> None:
    assert plain(read_node(f"title: {text}")) == {"title": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 'Jum''at'", {"a": "Jum'at"}),
        ('a: "Kata \\"kutip\\""', {"a": 'Kata "kutip"'}),
        ("tags: [2026, 1.10, No]", {"tags": ["2026", "1.10", "No"]}),
        ("tags:\n- Ramadhan\n- HBP", {"tags": ["Ramadhan", "HBP"]}),
        ("a: >\n  satu\n  dua\n", {"a": "satu dua\n"}),
        ("a: |\n  satu\n  dua\n", {"a": "satu\ndua\n"}),
        ("a: {b: c}", {"a": {"b": "c"}}),
        ("a: x # catatan", {"a": "x"}),
        ("a: Kafé 😀", {"a": "Kafé 😀"}),
        ("", None),
        ("# hanya catatan", None),
    ],
)
def test_the_forms_of_yaml_are_read(text: str, value: object) -> None:
    assert plain(read_node(text)) == value


def test_nodes_know_their_line_and_column() -> None:
    node = read_node("a: x\nb:\n  - y\n  - [z]\n", first_line=10)
    assert isinstance(node, Mapping)
    (_, first), (key, second) = node.entries
    assert (first.line, first.column, key.line, key.column) == (10, 4, 11, 1)
    assert isinstance(second, Sequence)
    assert [(item.line, item.column) for item in second.items] == [(12, 5), (13, 5)]


@pytest.mark.parametrize(
    ("text", "empty"), [("~", True), ("null", True), ('""', False), ('"~"', False), ("'null'", False), ("x", False)]
)
def test_only_what_was_not_written_is_empty(text: str, empty: bool) -> None:  # noqa: FBT001 - a column of the table
    node = read_node(text)
    assert isinstance(node, Scalar)
    assert node.empty is empty


def test_repeated_keys_are_kept_in_order() -> None:
    node = read_node("a: 1\nb: 2\na: 3")
    assert isinstance(node, Mapping)
    assert [key.text for key, _ in node.entries] == ["a", "b", "a"]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("a: &jangkar x", "magic", (1, 4)),
        ("a: &b x\nc: *b", "magic", (1, 4)),
        ("a: *b", "magic", (1, 4)),
        ("a: !!python/object:os.system x", "magic", (1, 4)),
        ("a: !tag [x]", "magic", (1, 4)),
        ("a: x\n---\nb: y", "magic", (2, 1)),
        ("a: [x", "syntax", (2, 1)),
        ("a: 'x", "syntax", (1, 6)),
        ("a: b: c", "syntax", (1, 5)),
        ("? [a]\n: b", "syntax", (1, 3)),
        ("a: x\n\tb: y", "syntax", (2, 1)),
        ("a: \x07", "syntax", (1, 1)),
        ("[" * (DEEPEST + 1), "depth", (1, DEEPEST + 1)),
    ],
)
def test_what_we_do_not_read_is_a_fault_at_its_place(text: str, kind: str, place: tuple[int, int]) -> None:
    with pytest.raises(YamlFault) as caught:
        read_node(text)
    assert (caught.value.kind, caught.value.line, caught.value.column) == (kind, *place)


def test_no_nesting_ends_the_program() -> None:
    for opening in ("[", "{a: ", "- ", "? "):
        with pytest.raises(YamlFault):
            read_node(opening * 100_000)


YAMLISH = st.lists(
    st.sampled_from(["a", ": ", "\n", "- ", "[", "]", "{", "}", ", ", "'", '"', "&x", "*x", "!t", "|", ">", "#", "  "])
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x85\u2028\u2029"), max_size=3),
    max_size=30,
).map("".join)


def tried(text: str) -> Node | YamlFault | None:
    try:
        return read_node(text)
    except YamlFault as fault:
        return fault


@given(YAMLISH)
def test_any_text_is_a_node_or_a_fault_inside_it(text: str) -> None:
    found = tried(text)
    if isinstance(found, YamlFault):
        assert 1 <= found.line <= text.count("\n") + 2
        assert found.column >= 1
    else:
        assert found is None or found.line >= 1


@pytest.mark.parametrize("text", ["", "# catatan", "---", "---\n#", "\n---\n#\n", "--- # catatan\n...\n"])
def test_a_text_without_a_value_is_empty(text: str) -> None:
    assert read_node(text) is None
