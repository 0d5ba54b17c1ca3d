"""Icons made of the logo: their sizes, what lies beside the pixels, and what a drawing may not hold."""

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests import photofiles
from tests.sites import ROOT, SITE_YAML, Built, built, post, published, site, write
from warta.render import icons
from warta.render.drawing import Refused, cleaned

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
LOGO = f'<svg {NS} viewBox="0 0 40 20"><rect x="10" y="5" width="20" height="10" fill="#0e2545"/></svg>'
POST = {"content/berita/2026-03-02-apel.md": post()}
SIZES = {
    "favicon.ico": (48, 48),
    "media/_ikon/192.png": (192, 192),
    "media/_ikon/512.png": (512, 512),
    "media/_ikon/maskable.png": (512, 512),
    "media/_ikon/apple.png": (180, 180),
    "media/_ikon/situs.jpg": (1200, 630),
}


def house(data: str | bytes = LOGO, kind: str = "svg", more: str = "") -> dict[str, str | bytes]:
    return {
        "site.yaml": f"{SITE_YAML}logo: /media/logo.{kind}\n{more}",
        f"content/media/logo.{kind}": data,
        **POST,
    }


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def pixel(data: bytes, at: tuple[int, int]) -> tuple[int, ...]:
    found = opened(data).convert("RGBA").getpixel(at)
    assert isinstance(found, tuple)
    return found


def icon_links(done: Built) -> list[tuple[str, str]]:
    links = done.page("/").iter("link")
    return [(each.get("rel", ""), each.get("href", "")) for each in links if "icon" in each.get("rel", "")]


@pytest.mark.parametrize(("data", "kind"), [(LOGO, "svg"), (photofiles.png((900, 600)), "png")])
def test_every_icon_has_the_size_that_its_use_wants(tmp_path: Path, data: str | bytes, kind: str) -> None:
    done = published(tmp_path, house(data, kind))
    assert {path: opened(done.files[path]).size for path in SIZES} == SIZES
    assert opened(done.files["favicon.ico"]).info["sizes"] == set(icons.FAVICON_SIZES)
    assert [each for each in done.report.problems if "logo" in each.path] == []
    drawings = [path for path in done.files if path.startswith("media/") and path.endswith(".svg")]
    assert drawings == (["media/_ikon/logo.svg"] if kind == "svg" else [])
    assert "media/logo.png" not in done.files


def test_a_logo_fills_its_icon_leaves_room_for_a_mask_and_stands_on_white_on_an_iphone(tmp_path: Path) -> None:
    files = published(tmp_path, house()).files  # twice as wide as high, whatever the margins of the file
    navy, white, nothing = (14, 37, 69, 255), (255, 255, 255, 255), (255, 255, 255, 0)
    large, mask, apple = (files[f"media/_ikon/{name}.png"] for name in ("512", "maskable", "apple"))
    assert (pixel(large, (2, 256)), pixel(large, (256, 120))[3], pixel(large, (509, 256))) == (navy, 0, navy)
    assert (pixel(large, (0, 0)), pixel(mask, (0, 0)), pixel(apple, (0, 0))) == (nothing, white, white)
    dark = opened(mask).convert("L").point(lambda value: 255 if value < 128 else 0).getbbox()
    assert dark is not None
    assert max((x - 256) ** 2 + (y - 256) ** 2 for x in dark[::2] for y in dark[1::2]) <= (0.4 * 512) ** 2


def test_a_picture_beside_a_link_shows_the_whole_logo_on_white(tmp_path: Path) -> None:
    picture = published(tmp_path, house()).files["media/_ikon/situs.jpg"]
    assert pixel(picture, (600, 315))[:3] == pytest.approx((14, 37, 69), abs=6)
    assert pixel(picture, (20, 20))[:3] == (255, 255, 255)


def test_pages_name_the_icons_and_so_does_the_manifest(tmp_path: Path) -> None:
    done = published(
        tmp_path, house(more="description: Berita & “layanan” </script>\n"), base_url="https://a.example/b/"
    )
    assert icon_links(done) == [
        ("icon", "/b/favicon.ico"),
        ("icon", "/b/media/_ikon/logo.svg"),
        ("apple-touch-icon", "/b/media/_ikon/apple.png"),
    ]
    told = json.loads(done.files["manifest.webmanifest"])
    assert (told["name"], told["short_name"]) == ("Rutan Kelas IIB Contoh", "Rutan Contoh")
    assert (told["start_url"], told["scope"], told["id"], told["lang"]) == ("/b/", "/b/", "/b/", "id")
    assert told["description"] == "Berita & “layanan” </script>"
    assert [(each["sizes"], each["purpose"]) for each in told["icons"]] == [
        ("any", "any"),
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    ]
    for each in told["icons"]:
        data = done.files[each["src"].removeprefix("/b/")]
        if each["type"] == "image/png":
            assert "{}x{}".format(*opened(data).size) == each["sizes"]
    (link,) = (each.get("href") for each in done.page("/").iter("link") if each.get("rel") == "manifest")
    assert link == "/b/manifest.webmanifest"


def test_without_a_logo_the_icon_of_the_theme_stays_and_nothing_is_drawn(tmp_path: Path) -> None:
    done = published(tmp_path, POST)
    ((rel, address),) = icon_links(done)
    assert (rel, address.endswith(".svg")) == ("icon", True)
    (icon,) = json.loads(done.files["manifest.webmanifest"])["icons"]
    assert (icon["src"], icon["sizes"]) == (address, "any")
    assert not done.files.keys() & SIZES.keys()


def test_the_colours_of_the_browser_are_those_of_the_theme_in_light_and_dark(tmp_path: Path) -> None:
    style = (ROOT / "layouts/assets/style.css").read_text(encoding="utf-8")
    light, dark = re.findall(r"--navy: (#[0-9a-f]{6});", style)
    done = published(tmp_path, POST)
    told = [each for each in done.page("/").iter("meta") if each.get("name") == "theme-color"]
    assert [(each.get("content"), each.get("media")) for each in told] == [
        (light, "(prefers-color-scheme: light)"),
        (dark, "(prefers-color-scheme: dark)"),
    ]
    manifest = json.loads(done.files["manifest.webmanifest"])
    assert manifest["theme_color"] == light
    assert manifest["background_color"] == re.findall(r"--paper: (#[0-9a-f]{6});", style)[0]


def test_no_secret_of_a_logo_is_in_any_icon(tmp_path: Path) -> None:
    done = published(tmp_path, house(photofiles.png((900, 600)), "png"))
    for path in SIZES:
        assert not [secret for secret in photofiles.SECRETS if secret in done.files[path]], path
        assert not [mark for mark in photofiles.MARKS if mark in done.files[path]], path


def test_neither_processes_nor_the_cache_change_a_byte_of_an_icon(tmp_path: Path) -> None:
    write(tmp_path, house())
    made = [
        built(tmp_path, output=tmp_path / name, cache=cache, jobs=jobs).files
        for name, jobs, cache in (("a", 1, None), ("b", 2, tmp_path / ".warta"), ("c", 1, tmp_path / ".warta"))
    ]
    assert made[0] == made[1] == made[2]


def test_icons_are_drawn_again_only_when_the_logo_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    draw = icons.icons

    def watched(path: str, data: bytes, wanted: Any) -> Any:
        drawn.append(len(wanted))
        return draw(path, data, wanted)

    monkeypatch.setattr(icons, "icons", watched)
    cache = tmp_path / ".warta"
    published(tmp_path, house(), cache=cache)
    published(tmp_path, house(more="description: Lain.\n"), cache=cache)  # every page is made again
    assert drawn == [7]
    changed = published(tmp_path, house(LOGO.replace("#0e2545", "#9a3412")), cache=cache)
    assert drawn == [7, 7]
    assert pixel(changed.files["media/_ikon/512.png"], (256, 256)) == (154, 52, 18, 255)


def test_what_editors_write_beside_a_drawing_is_left_out_and_the_drawing_stays() -> None:
    written = f"""<?xml version="1.0"?><!-- Rahasia -->
    <svg {NS} xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
    width="40px" height="20" inkscape:version="1">
    <title>Rahasia</title><metadata><who>Rahasia</who></metadata><inkscape:view name="Rahasia"/>
    <style>.a > .b {{ fill: url(#warna) }}</style>
    <g class="a" inkscape:label="Rahasia"><use xlink:href="#x" style="fill: url('#y')"/></g></svg>"""
    made = cleaned(written.encode()).decode()
    assert "Rahasia" not in made
    assert "inkscape" not in made
    assert 'viewBox="0 0 40 20"' in made
    assert re.sub(r"\s+", "", "fill: url(#warna)") in re.sub(r"\s+", "", made)
    assert cleaned(made.encode()).decode() == made


@pytest.mark.parametrize(
    ("inside", "named"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<g onload='alert(1)'/>", "onload"),
        ("<g ONCLICK='alert(1)'/>", "ONCLICK"),
        ("<a href='https://jahat.example/'><rect/></a>", "<a>"),
        ("<use href='https://jahat.example/a.svg#b'/>", 'href="https://jahat.example/a.svg#b"'),
        ("<use xlink:href='data:image/svg+xml,x'/>", 'href="data:image/svg+xml,x"'),
        ("<rect style='fill: URL( &quot;//jahat.example/a&quot;)'/>", 'style="fill: URL( "//jahat.example/a")"'),
        ("<rect fill='url(https://jahat.example/a)'/>", 'fill="url(https://jahat.example/a)"'),
        ("<style>@import '//jahat.example/a.css';</style>", "<style>"),
        ("<style>a { fill: u\\72l(//jahat.example) }</style>", "<style>"),
        ("<image href='#a'/>", "<image>"),
        ("<text>Rutan</text>", "<text>"),
        ("<foreignObject><p/></foreignObject>", "<foreignObject>"),
        ("<set attributeName='href' to='javascript:alert(1)'/>", "<set>"),
        ("<animate attributeName='href' values='javascript:alert(1)'/>", "<animate>"),
    ],
)
def test_a_drawing_that_runs_fetches_or_writes_anything_is_refused_by_name(inside: str, named: str) -> None:
    with pytest.raises(Refused) as refused:
        cleaned(f'<svg {NS} viewBox="0 0 9 9">{inside}</svg>'.encode())
    assert refused.value.args == (named,)


BOMBS = {
    "kosong": "",
    "bukan-svg": "<html/>",
    "tanpa-ukuran": f"<svg {NS}><rect width='9' height='9'/></svg>",
    "entitas": '<!DOCTYPE svg [<!ENTITY a "b">]>' + LOGO,
    "tanpa-isi": f'<svg {NS} viewBox="0 0 9 9"/>',
    "dalam": f'<svg {NS} viewBox="0 0 9 9">{"<g>" * 5000}{"</g>" * 5000}</svg>',
    "sempit": f'<svg {NS} viewBox="0 0 1 100000000"><rect width="1" height="1"/></svg>',
    "berlipat": f'<svg {NS} viewBox="0 0 9 9"><g id="a0"><rect width="1" height="1"/></g>'
    + "".join(f'<g id="a{each}">{f"""<use href="#a{each - 1}"/>""" * 10}</g>' for each in range(1, 9))
    + "</svg>",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_broken_or_hostile_drawing_is_one_error_and_nothing_is_published(tmp_path: Path, name: str) -> None:
    done = site(tmp_path, house(BOMBS[name]))
    assert [each.path for each in done.report.problems] == ["content/media/logo.svg"]
    assert not done.output.exists()


def test_a_logo_that_a_post_shows_is_published_as_a_photo_too(tmp_path: Path) -> None:
    files = house(photofiles.png((900, 600)), "png") | {
        "content/berita/2026-03-02-apel.md": post(body="![Lambang](/media/logo.png)")
    }
    done = published(tmp_path, files)
    assert {"media/logo.png", "media/_ikon/512.png"} <= done.files.keys()
