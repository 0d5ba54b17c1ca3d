"""A post with twelve photos of 12 megapixels as phones make them: turned every way, with grain, full of notes."""

import shutil
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from tests import photofiles
from tests.judges.sites import ROOT, Site

PHONE_SET = Site("phone", Path(), "https://rutan-contoh.example/")
ARTICLE = "berita/kerja-bakti-di-halaman-dalam/"
SIZE = (4000, 3000)
PHOTOS = 12
TURNS = {2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE"}
TURNS |= {6: "ROTATE_90", 7: "TRANSVERSE", 8: "ROTATE_270"}
"""What turns an upright picture into what the sensor saw, by the orientation that the phone then notes."""

HEAD = """---
judul: Kerja bakti di halaman dalam
tanggal: 2026-03-02
ringkasan: Petugas dan warga binaan Rutan Contoh membersihkan halaman dalam bersama.
foto: foto-1.jpg
teks_foto: Halaman dalam setelah dibersihkan
galeri: true
---

"""
PARAGRAPH = (
    "Petugas dan warga binaan Rutan Contoh membersihkan halaman dalam, selokan, dan kebun sejak pukul 07.30 WITA. "
    "Rumput dipotong, sampah dipilah, dan hasil panen dicuci sebelum dibagikan ke dapur.\n\n"
)


def lay_out(folder: Path) -> Path:
    """Write the source folder of a site with this post."""
    source = folder / "situs"
    post = source / "content/berita/2026-03-02-kerja-bakti-di-halaman-dalam"
    post.mkdir(parents=True)
    shutil.copytree(ROOT / "tests/site/content/halaman", source / "content/halaman")
    shutil.copytree(ROOT / "tests/site/content/media", source / "content/media")
    shutil.copy(ROOT / "tests/site/site.yaml", source)
    (post / "index.md").write_text(HEAD + PARAGRAPH * 6, encoding="utf-8")
    for number in range(1, PHOTOS + 1):
        (post / f"foto-{number}.jpg").write_bytes(photo(number))
    return source


def photo(number: int) -> bytes:
    """Return a scene that says which way is up, as a phone writes it when held in the way `number` (from 1) names."""
    orientation = (number - 1) % 8 + 1
    size = SIZE if orientation < 5 else SIZE[::-1]
    coarse = Image.effect_noise((40, 30), 150)
    scene = Image.merge("RGB", [coarse.rotate(90 * (number + band)) for band in range(3)]).resize(size)
    grain = Image.effect_noise((size[0] // 2, size[1] // 2), 50).resize(size).filter(ImageFilter.GaussianBlur(1))
    mixed = Image.blend(scene, Image.merge("RGB", (grain, grain, grain)), 0.25)
    font, draw = ImageFont.load_default(size[1] // 4), ImageDraw.Draw(mixed)
    draw.rectangle((0, 0, size[0], size[1] // 12), fill=(190, 30, 45))
    draw.text((size[0] // 2, size[1] // 2), f"ATAS {number}", fill="white", font=font, anchor="mm")
    turn = TURNS.get(orientation)
    return photofiles.jpeg_of(mixed.transpose(Image.Transpose[turn]) if turn else mixed, orientation)
