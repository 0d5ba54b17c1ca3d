"""Documents go out as they are, if site.yaml lists their kind and a page links to them."""

from pathlib import Path

import pytest

from tests.documentfiles import AUTHOR, docx, pdf
from tests.sites import built, post, site, write
from warta.messages import word
from warta.publish import documentfacts

SETTINGS = "name: Rutan Contoh\nbase_url: https://rutan-contoh.example/\nfiles: [pdf, docx]\n"
POST = "content/berita/2026-03-02-apel.md"


def linking(target: str, data: bytes) -> dict[str, str | bytes]:
    text = post(body=f"Unduh [formulir kunjungan]({target}) lalu isi.")
    return {POST: text, "content/media/Formulir Kunjungan.pdf": data, "site.yaml": SETTINGS}


def test_a_document_that_a_post_links_to_is_published_with_the_very_same_bytes(tmp_path: Path) -> None:
    data = pdf()
    done = site(tmp_path, linking("</media/Formulir Kunjungan.pdf>", data))
    assert done.codes == []
    assert 'href="/media/formulir-kunjungan.pdf"' in done.text("berita/apel/index.html")
    assert done.files["media/formulir-kunjungan.pdf"] == data


def test_a_document_to_which_nothing_links_stays_at_home(tmp_path: Path) -> None:
    done = site(tmp_path, linking("/berita/", pdf()))
    assert done.report.published
    assert not any(path.endswith(".pdf") for path in done.files)


@pytest.mark.parametrize(("settings", "hint"), [("", "menyebut pdf"), ("files: [docx]\n", "menyebut pdf")])
def test_a_kind_that_is_not_listed_is_an_error_that_says_how_to_list_it(
    tmp_path: Path, settings: str, hint: str
) -> None:
    own = SETTINGS.replace("files: [pdf, docx]\n", settings)
    done = site(tmp_path, {**linking("</media/Formulir Kunjungan.pdf>", pdf()), "site.yaml": own})
    assert done.codes == ["FILE_KIND"]
    assert hint in word(done.report.problems[0], "id").hint


def test_no_kind_that_a_browser_would_run_can_be_listed(tmp_path: Path) -> None:
    for kind in ("html", "svg", "js", "xml", "exe", "zip"):
        done = site(tmp_path / kind, {POST: post(), "site.yaml": SETTINGS.replace("docx", kind)})
        assert done.codes == ["SETTING_WRONG"]


def test_a_document_that_names_a_person_is_published_with_a_warning_at_every_build(tmp_path: Path) -> None:
    write(tmp_path, linking("</media/Formulir Kunjungan.pdf>", pdf(AUTHOR)))
    for _ in range(3):
        done = built(tmp_path, cache=tmp_path / ".warta")
        assert [(each.code.name, each.path) for each in done.report.problems] == [
            ("DOCUMENT_NAMES_PERSON", "content/media/Formulir Kunjungan.pdf")
        ]
        assert AUTHOR in word(done.report.problems[0], "id").message
        assert "media/formulir-kunjungan.pdf" in done.files
        text = (tmp_path / POST).read_text("utf-8")
        (tmp_path / POST).write_text(f"{text}\nBaris baru.\n", "utf-8")


def test_an_unchanged_document_is_not_read_for_its_names_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, linking("</media/Formulir Kunjungan.pdf>", pdf(AUTHOR)))
    first = built(tmp_path, cache=tmp_path / ".warta")
    write(tmp_path, {"content/berita/2026-03-03-lain.md": post(title="Lain"), "site.yaml": SETTINGS})
    monkeypatch.setattr(documentfacts, "_facts_on_disk", None)
    assert built(tmp_path, cache=tmp_path / ".warta").report.problems == first.report.problems


def test_a_document_that_changed_is_published_anew(tmp_path: Path) -> None:
    write(tmp_path, linking("</media/Formulir Kunjungan.pdf>", pdf()))
    built(tmp_path, cache=tmp_path / ".warta")
    newer = pdf("Rutan Contoh")
    write(tmp_path, {"content/media/Formulir Kunjungan.pdf": newer, "site.yaml": SETTINGS})
    assert built(tmp_path, cache=tmp_path / ".warta").files["media/formulir-kunjungan.pdf"] == newer


@pytest.mark.parametrize("data", [b"", docx(), pdf()[:150]])
def test_a_broken_document_is_an_error_and_nothing_is_published(tmp_path: Path, data: bytes) -> None:
    done = site(tmp_path, linking("</media/Formulir Kunjungan.pdf>", data))
    assert done.codes == ["DOCUMENT_BROKEN"]
    assert not done.report.published


def test_a_document_that_is_too_large_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documentfacts, "SIZE_LIMIT", 100)
    done = site(tmp_path, linking("</media/Formulir Kunjungan.pdf>", pdf()))
    assert done.codes == ["DOCUMENT_TOO_LARGE"]


def test_two_documents_of_one_address_are_an_error_that_names_both(tmp_path: Path) -> None:
    files = linking("</media/Formulir Kunjungan.pdf>", pdf())
    files[POST] = str(files[POST]) + "\nJuga [ini](/media/formulir-kunjungan.pdf).\n"
    done = site(tmp_path, {**files, "content/media/formulir-kunjungan.pdf": pdf()})
    assert done.codes == ["ADDRESS_TAKEN"]


def test_a_link_in_other_case_finds_the_document_with_a_warning(tmp_path: Path) -> None:
    done = site(tmp_path, linking("</media/FORMULIR kunjungan.pdf>", pdf()))
    assert done.codes == ["CASE_DIFFERS"]
    assert "media/formulir-kunjungan.pdf" in done.files
