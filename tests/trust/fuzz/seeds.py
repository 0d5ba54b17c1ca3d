"""With what fuzzing begins: posts of other tests, documents and photos made here, and what was found before."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from tests import documentfiles, photofiles
from tests.newsroom import worddocs, wxr

TESTS = Path(__file__).resolve().parent.parent.parent
CORPUS = Path(__file__).resolve().parent / "corpus"


def corpus_of(target: str) -> list[Path]:
    """The inputs that were found by fuzzing: each reached code that no other did, or broke a law."""
    return sorted((CORPUS / target).glob("*"))


def seeds_of(target: str) -> Iterator[bytes]:
    """All bytes with which the fuzzing of a target begins."""
    yield from (path.read_bytes() for path in corpus_of(target))
    yield from _MADE[target]()


def _posts() -> Iterator[bytes]:
    for folder, pattern in (("broken", "*.md"), ("hostile", "*/*.md"), ("site/content", "*/*.md")):
        for path in sorted((TESTS / folder).glob(pattern)):
            if path.stat().st_size < 4_000:
                yield path.read_bytes()


def _settings() -> Iterator[bytes]:
    yield (TESTS / "site/site.yaml").read_bytes()
    yield (TESTS.parent / "site.yaml").read_bytes()


def _manifests() -> Iterator[bytes]:
    yield b'{"version": 1, "files": {"berita/apel/index.html": [12, "00"], "assets/a.css": [1, "x"]}}'


def _photos() -> Iterator[bytes]:
    small = photofiles.picture((24, 16))
    yield photofiles.encoded(small, "JPEG", exif=photofiles.exif(6), icc_profile=photofiles.profile())
    for kind, mode in (("PNG", "P"), ("PNG", "RGBA"), ("WEBP", "RGB"), ("GIF", "P"), ("JPEG", "L"), ("JPEG", "CMYK")):
        yield photofiles.encoded(photofiles.picture((24, 16), mode if mode != "RGBA" else "RGBA"), kind)
    frames = [photofiles.picture((12, 8)).rotate(turn) for turn in (0, 90)]
    for kind in ("GIF", "WEBP"):
        yield photofiles.encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=80)


def _logos() -> Iterator[bytes]:
    yield from (path.read_bytes() for path in sorted(TESTS.glob("site/content/media/*.svg")))
    yield photofiles.encoded(photofiles.picture((24, 16), "RGBA"), "PNG")
    yield (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><defs><g id="a"><rect width="9" height="9"/>'
        b'</g></defs><use href="#a" x="5"/><style>rect{fill:#036}</style></svg>'
    )


def _documents() -> Iterator[bytes]:
    yield documentfiles.pdf(documentfiles.AUTHOR)
    yield documentfiles.pdf(documentfiles.AUTHOR, locked=True)
    yield documentfiles.docx(documentfiles.AUTHOR, documentfiles.EDITOR)


def _manuscripts() -> Iterator[bytes]:
    yield from (path.read_bytes() for path in sorted((TESTS / "newsroom/naskah").glob("*.txt")))
    yield "*APEL PAGI*\n\n_Rutan Contoh_, Senin (2/3/2026) – apel.\n\n- satu\n- dua\n\n#Apel #Pembinaan\n".encode()
    yield b"[2/3/26 09.00] Humas: Rutan Contoh gelar apel\n\nRUTAN CONTOH - Petugas apel, Selasa (3/3/2026).\n"


def _word_files() -> Iterator[bytes]:
    buffer = BytesIO()
    worddocs.press_release().save(buffer)
    yield buffer.getvalue()


def _exports() -> Iterator[bytes]:
    body = "<!-- wp:paragraph --><p>Isi <strong>berita</strong></p>[caption id=\"1\"]<img src='/a.jpg'/> x[/caption]"
    items = wxr.item(1, "Apel", body, name="apel") + wxr.item(2, "Profil", '[gallery ids="1"]', kind="page", name="p")
    yield (wxr.HEAD + items + wxr.TAIL).encode()


_MADE: dict[str, Callable[[], Iterator[bytes]]] = {
    "post": _posts,
    "page": _posts,
    "tag": _posts,
    "settings": _settings,
    "manifest": _manifests,
    "photo": _photos,
    "logo": _logos,
    "document": _documents,
    "plaintext": _manuscripts,
    "word": _word_files,
    "wordpress": _exports,
}
