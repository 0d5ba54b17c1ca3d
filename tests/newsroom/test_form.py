"""The form for Pages CMS asks for what front matter knows, and writes what a build reads."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.sites import ROOT, built, write
from warta.read.article import KEYS, TAG_KEYS

FORM: dict[str, Any] = yaml.safe_load((ROOT / ".pages.yml").read_text(encoding="utf-8"))
COLLECTIONS: list[dict[str, Any]] = FORM["content"]
KNOWN = {"content/berita": KEYS, "content/halaman": KEYS, "content/tag": TAG_KEYS}
VALUES = {"date": "2026-03-02", "boolean": "false", "image": "/media/a.jpg"}


@pytest.mark.parametrize("collection", COLLECTIONS, ids=lambda each: str(each["name"]))
def test_every_field_is_one_of_front_matter_and_every_folder_is_read(collection: dict[str, Any]) -> None:
    names = {field["name"] for field in collection["fields"]} - {"body"}
    assert names <= set(KNOWN[collection["path"]].values())
    assert collection["view"]["primary"] in names
    assert set(collection["view"]["fields"]) <= names


def test_what_the_form_writes_is_built_without_a_problem(tmp_path: Path) -> None:
    for collection in COLLECTIONS:
        lines = [
            f"{field['name']}: {VALUES.get(field['type'], '[Ramadhan]' if field.get('list') else 'Apel Pagi')}"
            for field in collection["fields"]
            if field["name"] not in {"body", "foto", "teks_foto", "keterangan_foto", "ejaan_lain"}
        ]
        path = f"{collection['path']}/2026-03-02-apel-pagi.md"
        write(tmp_path, {path: "\n".join(["---", *lines, "---", "", "Apel pagi di lapangan."])})
    assert built(tmp_path).codes == []
    assert "berita/apel-pagi/index.html" in built(tmp_path).files
