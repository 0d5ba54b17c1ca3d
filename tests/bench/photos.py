"""How long do photos take beside Hugo's own image processing, the same files of the same photos?

    python tests/bench/photos.py [--photos 100] [--work .bench]

Each of the posts shows one photo of 12 megapixels as phones make it. Both make seven files of it: WebP 240, 480, 720,
1080 and 1600 wide, JPEG 720 and 1600 wide. That the photo stands upright and holds no place is ours on top.
"""

import argparse
import shutil
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFilter

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.bench.measure import memory_of, timed  # noqa: E402 - a program in a folder of tests is not found without it
from tests.bench.tools import hugo, warta  # noqa: E402

SIZE = (4000, 3000)
FILES_OF_EACH = 7
FRONT = "---\ntitle: Foto {number}\ndate: 2026-01-{day:02}\n---\n\nKegiatan.\n\n{photo}\n"
HUGO_CONFIG = """baseURL = "https://bench.example/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section", "404"]
"""
HUGO_PAGE = """{{ range .Resources.ByType "image" }}{{ $p := . }}
{{ range slice "240x webp q75" "480x webp q75" "720x webp q75" "1080x webp q75" "1600x webp q75"
 "720x jpg q78" "1600x jpg q78" }}{{ with $p.Resize . }}<img src="{{ .RelPermalink }}">{{ end }}{{ end }}
{{ end }}"""


def photo(number: int) -> bytes:
    """A scene with large shapes, fine grain and a phone's EXIF, none like another; about 2 MB."""
    coarse = Image.effect_noise((50, 38), 180).convert("L")
    bands = [
        coarse.transform((50, 38), Image.Transform.AFFINE, (1, 0, shift, 0, 1, 0))
        for shift in (number % 7, number % 11, number % 13)
    ]
    scene = Image.merge("RGB", bands).resize(SIZE, Image.Resampling.BICUBIC)
    grain = Image.effect_noise((SIZE[0] // 2, SIZE[1] // 2), 40).resize(SIZE).filter(ImageFilter.GaussianBlur(1))
    mixed = Image.blend(scene, Image.merge("RGB", (grain, grain, grain)), 0.2)
    notes, buffer = Image.Exif(), BytesIO()
    notes[0x0112], notes[0x010F] = 1, "Ponsel"
    notes.get_ifd(0x8825)[2] = (2.0, 56.0, 0.0)
    mixed.save(buffer, "JPEG", quality=88, exif=notes)
    return buffer.getvalue()


def lay_out(folder: Path, photos: int) -> tuple[Path, Path, Path]:
    """Sites for Warta (with and without photos) and Hugo."""
    ours, bare, theirs = (folder / name for name in ("foto-warta", "foto-tanpa", "foto-hugo"))
    for site in (ours, bare, theirs):
        shutil.rmtree(site, ignore_errors=True)
    for number in range(photos):
        data, day = photo(number), number % 28 + 1
        for site, shown in ((ours, "![Kegiatan](foto.jpg)"), (bare, ""), (theirs, "")):
            post = site / "content/berita" / f"foto-{number}" / "index.md"
            post.parent.mkdir(parents=True)
            post.write_text(FRONT.format(number=number, day=day, photo=shown), encoding="utf-8")
            if site is not bare:
                post.with_name("foto.jpg").write_bytes(data)
    for site in (ours, bare):
        (site / "site.yaml").write_text("name: Bench\nbase_url: https://bench.example/\n", encoding="utf-8")
    (theirs / "hugo.toml").write_text(HUGO_CONFIG, encoding="utf-8")
    (theirs / "layouts").mkdir()
    for kind in ("single", "list"):
        (theirs / f"layouts/{kind}.html").write_text(HUGO_PAGE, encoding="utf-8")
    return ours, bare, theirs


def measure(ours: Path, bare: Path, theirs: Path, photos: int) -> None:
    """Build all in turn and print what it took."""
    program, peer = warta(ours.parent, "default"), hugo(ours.parent)
    our_command, their_command = program.command(Path("public")), peer.command(Path("public"))
    cold, their_cold = timed(our_command, ours, {}), timed(their_command, theirs, {})
    made, their_made = files_in(ours / "public/media", "*"), files_in(theirs / "public", "*_hu_*")
    assert len(made) == len(their_made) == photos * FILES_OF_EACH, (len(made), len(their_made))
    warm = min(timed(our_command, ours, {}).wall for _ in range(5))
    their_warm = min(timed(their_command, theirs, {}).wall for _ in range(5))
    without = min(timed(our_command, bare, {}).wall for _ in range(6))
    shutil.rmtree(ours / "public")
    fresh = timed(our_command, ours, {}).wall
    clear(ours, theirs)
    memory, their_memory = memory_of(our_command, ours, {}), memory_of(their_command, theirs, {})
    print(
        f"{photos} photos of 12 megapixels, {FILES_OF_EACH} files of each: Warta {program.version}, Hugo {peer.version}"
    )
    print(f"cold           {cold.wall:8.2f} {their_cold.wall:8.2f} s    ratio {cold.wall / their_cold.wall:.3f}")
    print(f"  of processor {cold.cpu:8.2f} {their_cold.cpu:8.2f} s    ratio {cold.cpu / their_cold.cpu:.3f}")
    print(f"no change      {warm:8.3f} {their_warm:8.3f} s    {warm - without:+.3f} beside our site without photos")
    print(f"output lost    {fresh:8.2f}          s")
    print(f"memory, one    {memory.largest / 1e6:8.0f} {their_memory.largest / 1e6:8.0f} MB")
    print(f"memory, all    {memory.together / 1e6:8.0f} {their_memory.together / 1e6:8.0f} MB")
    print(f"made           {size_of(made):8.1f} {size_of(their_made):8.1f} MB")


def files_in(folder: Path, pattern: str) -> list[Path]:
    return [path for path in folder.rglob(pattern) if path.is_file()]


def size_of(paths: list[Path]) -> float:
    return sum(path.stat().st_size for path in paths) / 1e6


def clear(ours: Path, theirs: Path) -> None:
    for path in (ours / ".warta", ours / "public", theirs / "public", theirs / "resources"):
        shutil.rmtree(path, ignore_errors=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=int, default=100)
    parser.add_argument("--work", type=Path, default=ROOT / ".bench")
    asked = parser.parse_args()
    work = asked.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    measure(*lay_out(work, asked.photos), asked.photos)
    return 0


if __name__ == "__main__":
    sys.exit(main())
