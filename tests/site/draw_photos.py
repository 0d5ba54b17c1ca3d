"""Draw the photos of the fictional Rutan Contoh.

Real photos would show real people. These flat drawings have the size and the formats of real ones
(landscape, portrait, one PNG), and equal code gives equal pixels. Run: python tests/site/draw_photos.py
"""

from math import cos, pi, sin
from pathlib import Path

from PIL import Image, ImageDraw

Colour = str | tuple[int, ...]
Point = tuple[float, float]

CONTENT = Path(__file__).parent / "content"
LANDSCAPE = (1600, 1067)
PORTRAIT = (1067, 1600)
SCALE = 2  # drawn twice as large, then reduced: smooth edges
SKIN = ("#8d5a3b", "#a66f4a", "#c08a62")
RED, WHITE = "#d3212d", "#fbfaf5"


class Picture:
    """A drawing surface whose coordinates are the pixels of the finished photo."""

    def __init__(self, size: tuple[int, int], top: str, bottom: str) -> None:
        self.size = size
        self.image = Image.new("RGB", (size[0] * SCALE, size[1] * SCALE), bottom)
        self.pen = ImageDraw.Draw(self.image)
        self.shade(0, size[1], top=top, bottom=bottom)

    def shade(self, y0: float, y1: float, *, top: str, bottom: str) -> None:
        """Fill the rows from y0 to y1 with twelve even bands of colour."""
        first, last = rgb(top), rgb(bottom)
        for band in range(12):
            share = band / 11
            colour = tuple(round(a + (b - a) * share) for a, b in zip(first, last, strict=True))
            self.box(0, y0 + (y1 - y0) * band / 12, self.size[0], y1, colour)

    def box(self, x0: float, y0: float, x1: float, y1: float, colour: Colour, *, radius: float = 0) -> None:
        corners = [round(v * SCALE) for v in (x0, y0, x1, y1)]
        self.pen.rounded_rectangle(corners, radius * SCALE, fill=colour)

    def oval(self, x: float, y: float, rx: float, ry: float, colour: Colour) -> None:
        self.pen.ellipse([round(v * SCALE) for v in (x - rx, y - ry, x + rx, y + ry)], fill=colour)

    def shape(self, points: list[Point], colour: Colour) -> None:
        self.pen.polygon([(round(x * SCALE), round(y * SCALE)) for x, y in points], fill=colour)

    def line(self, points: list[Point], colour: Colour, width: float) -> None:
        flat = [(round(x * SCALE), round(y * SCALE)) for x, y in points]
        self.pen.line(flat, fill=colour, width=round(width * SCALE), joint="curve")

    def finished(self) -> Image.Image:
        return self.image.resize(self.size, Image.Resampling.LANCZOS)


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def hills(picture: Picture, y: float, colour: Colour, *, height: float, waves: int) -> None:
    width = picture.size[0]
    crest = [(x, y - height * (1 + sin(x / width * waves * pi + y)) / 2) for x in range(0, width + 20, 20)]
    picture.shape([*crest, (width, picture.size[1]), (0, picture.size[1])], colour)


def clouds(picture: Picture, spots: list[tuple[float, float, float]], colour: Colour) -> None:
    for x, y, r in spots:
        picture.oval(x, y, r * 1.8, r * 0.55, colour)
        picture.oval(x - r * 0.5, y - r * 0.3, r * 0.7, r * 0.6, colour)
        picture.oval(x + r * 0.5, y - r * 0.2, r * 0.8, r * 0.5, colour)


def person(
    picture: Picture,
    x: float,
    y: float,
    size: float,
    *,
    shirt: str,
    number: int = 0,
    cap: str | None = None,
    legs: str = "#3b4252",
) -> None:
    """Draw someone standing with the feet at (x, y), about 3.4 sizes tall."""
    skin = SKIN[number % len(SKIN)]
    for side in (-1, 1):
        picture.box(x + side * size * 0.28 - size * 0.2, y - size * 1.4, x + side * size * 0.28 + size * 0.2, y, legs)
    picture.box(x - size * 0.62, y - size * 2.5, x + size * 0.62, y - size * 1.1, shirt, radius=size * 0.3)
    for side in (-1, 1):
        arm = x + side * size * 0.72
        picture.box(arm - size * 0.15, y - size * 2.4, arm + size * 0.15, y - size * 1.3, shirt, radius=size * 0.14)
        picture.oval(arm, y - size * 1.25, size * 0.15, size * 0.17, skin)
    picture.oval(x, y - size * 2.95, size * 0.4, size * 0.46, skin)
    hair = cap or "#231f20"
    picture.pen.pieslice(
        [round(v * SCALE) for v in (x - size * 0.42, y - size * 3.45, x + size * 0.42, y - size * 2.5)],
        180,
        360,
        fill=hair,
    )


def sitter(
    picture: Picture, x: float, y: float, size: float, *, shirt: str, number: int = 0, cap: str = "#1f2933"
) -> None:
    """Draw someone sitting on the floor with a book, the middle of the lap at (x, y)."""
    skin = SKIN[number % len(SKIN)]
    picture.oval(x, y, size * 1.15, size * 0.42, "#4a4e69")
    picture.box(x - size * 0.6, y - size * 1.5, x + size * 0.6, y, shirt, radius=size * 0.3)
    picture.oval(x, y - size * 1.9, size * 0.4, size * 0.46, skin)
    picture.box(x - size * 0.42, y - size * 2.42, x + size * 0.42, y - size * 2.02, cap, radius=size * 0.1)
    picture.shape(
        [(x, y - size * 0.5), (x - size * 0.6, y - size * 0.75), (x - size * 0.6, y - size * 0.2), (x, y)], WHITE
    )
    picture.shape(
        [(x, y - size * 0.5), (x + size * 0.6, y - size * 0.75), (x + size * 0.6, y - size * 0.2), (x, y)], "#e8e2cf"
    )


def flag(picture: Picture, x: float, y: float, width: float) -> None:
    picture.line([(x, y - width * 0.1), (x, y + width * 3.4)], "#d8dee9", width * 0.05)
    for row, colour in ((0, RED), (1, WHITE)):
        top = y + row * width * 0.33
        wave = [(x + width * i / 10, top + sin(i / 10 * 2 * pi) * width * 0.05) for i in range(11)]
        picture.shape([*wave, *[(px, py + width * 0.33) for px, py in reversed(wave)]], colour)


def bunting(picture: Picture, y: float, sag: float, *, count: int = 16) -> None:
    width = picture.size[0]
    for i in range(count):
        x = width * (i + 0.5) / count
        drop = y + sin((i + 0.5) / count * pi) * sag
        picture.shape([(x - 34, drop), (x + 34, drop), (x, drop + 62)], RED if i % 2 else WHITE)
    rope = [(width * i / 40, y + sin(i / 40 * pi) * sag) for i in range(41)]
    picture.line(rope, "#5b4636", 4)


def leaf_bush(picture: Picture, x: float, y: float, size: float, colour: Colour) -> None:
    for i in range(7):
        angle = pi * (i + 0.5) / 7
        tip = (x + cos(angle) * size, y - sin(angle) * size)
        side = (sin(angle) * size * 0.2, cos(angle) * size * 0.2)
        middle = ((x + tip[0]) / 2, (y + tip[1]) / 2)
        picture.shape(
            [(x, y), (middle[0] - side[0], middle[1] - side[1]), tip, (middle[0] + side[0], middle[1] + side[1])],
            colour,
        )


def wall(picture: Picture, y0: float, y1: float, *, stone: str, joint: str) -> None:
    width = picture.size[0]
    picture.box(0, y0, width, y1, stone)
    for row, y in enumerate(range(int(y0) + 40, int(y1), 40)):
        picture.line([(0, y), (width, y)], joint, 2)
        for x in range(40 * (row % 2), width, 80):
            picture.line([(x, y - 40), (x, y)], joint, 2)
    picture.box(0, y0 - 22, width, y0, joint)


def gate() -> Image.Image:
    """The gate of the house, two watch towers, a road, three visitors."""
    p = Picture(LANDSCAPE, "#8ecae6", "#eaf6fb")
    p.oval(1290, 190, 90, 90, "#ffd166")
    clouds(p, [(330, 190, 90), (820, 130, 70), (1090, 270, 60)], WHITE)
    hills(p, 640, "#7fb69b", height=150, waves=3)
    hills(p, 700, "#5f9e82", height=90, waves=5)
    wall(p, 520, 800, stone="#dfe7ee", joint="#b9c6d2")
    for x in (250, 1350):
        p.box(x - 75, 330, x + 75, 800, "#4d7ea8")
        p.box(x - 55, 370, x + 55, 440, "#cfe8f7", radius=8)
        p.shape([(x - 110, 330), (x + 110, 330), (x, 235)], "#2f4b66")
    p.box(540, 400, 1060, 800, "#4d7ea8")
    p.shape([(480, 400), (1120, 400), (1010, 290), (590, 290)], "#2f4b66")
    p.box(610, 430, 990, 500, "#f4d58d", radius=10)
    for x in range(640, 970, 34):
        p.box(x, 456, x + 22, 474, "#2f4b66", radius=4)
    p.box(650, 540, 950, 800, "#22364a")
    for x in range(668, 950, 33):
        p.box(x, 548, x + 10, 800, "#8aa4bc")
    p.box(795, 540, 805, 800, "#f4d58d")
    p.box(0, 800, 1600, 1067, "#8fbf7f")
    p.shape([(650, 800), (950, 800), (1240, 1067), (360, 1067)], "#b8b2a7")
    for y in range(830, 1060, 80):
        p.box(792, y, 808, y + 40, WHITE)
    for x in (120, 430, 1180, 1480):
        leaf_bush(p, x, 850, 80, "#3f7d58")
    for i, (x, shirt) in enumerate(((500, "#e07a5f"), (590, "#81b29a"), (1080, "#f2cc8f"))):
        person(p, x, 980, 58, shirt=shirt, number=i)
    flag(p, 1150, 140, 150)
    return p.finished()


def ceremony() -> Image.Image:
    """Rows of people in front of the flag, bunting above."""
    p = Picture(LANDSCAPE, "#f7b267", "#fff1d6")
    clouds(p, [(260, 260, 80), (1330, 320, 90)], "#fff8ea")
    hills(p, 560, "#c98b5e", height=80, waves=4)
    p.box(80, 420, 1520, 640, "#fff7e8")
    p.shape([(40, 420), (1560, 420), (1450, 330), (150, 330)], "#9c4a34")
    for x in range(150, 1400, 145):
        p.box(x, 470, x + 80, 560, "#b8d4de", radius=6)
    p.box(0, 640, 1600, 1067, "#8db36b")
    p.box(0, 640, 1600, 660, "#d8cfa8")
    flag(p, 800, 170, 170)
    p.box(740, 740, 860, 772, "#d8cfa8")
    bunting(p, 30, 70)
    for row, (y, size, shirt) in enumerate(((850, 44, "#f4f1de"), (940, 54, "#3d5a80"), (1050, 66, "#98a886"))):
        for i in range(9):
            x = 84 + i * 168 + row % 2 * 84
            if abs(x - 800) > 90 or row:
                person(p, x, y, size, shirt=shirt, number=i + row, cap="#2b2d42")
    return p.finished()


def box_of_food(picture: Picture, x: float, y: float, size: float, colour: Colour) -> None:
    picture.box(x - size, y - size * 0.8, x + size, y, colour, radius=6)
    picture.box(x - size, y - size * 0.8, x + size, y - size * 0.56, WHITE, radius=6)
    picture.oval(x, y - size * 0.25, size * 0.24, size * 0.18, WHITE)


def glass(picture: Picture, x: float, y: float, size: float, drink: str) -> None:
    picture.shape(
        [
            (x - size * 0.5, y - size * 1.7),
            (x + size * 0.5, y - size * 1.7),
            (x + size * 0.36, y),
            (x - size * 0.36, y),
        ],
        "#eef6f7",
    )
    picture.shape(
        [
            (x - size * 0.44, y - size * 1.3),
            (x + size * 0.44, y - size * 1.3),
            (x + size * 0.34, y - 4),
            (x - size * 0.34, y - 4),
        ],
        drink,
    )


def takjil_table() -> Image.Image:
    """A long table with boxes and glasses at dusk."""
    p = Picture(LANDSCAPE, "#3a2e6e", "#f28f6b")
    p.oval(1260, 210, 84, 84, "#ffe8a3")
    p.oval(1300, 190, 74, 74, "#4b3a78")
    for i in range(18):
        p.oval(60 + i * 92, 70 + (i * 67) % 230, 4, 4, "#ffe8a3")
    hills(p, 640, "#7a4468", height=90, waves=3)
    p.box(160, 470, 280, 700, "#5a3557")
    p.oval(220, 470, 92, 82, "#8c5a86")
    p.box(0, 690, 1600, 1067, "#5d4a66")
    for i, shirt in enumerate(("#2a9d8f", "#e9c46a", "#f4a261", "#8ab17d", "#e76f51")):
        person(p, 300 + i * 250, 900, 92, shirt=shirt, number=i, cap="#1d1b2f")
    p.box(100, 770, 1500, 850, "#f6e7cb", radius=8)
    p.box(100, 820, 1500, 1000, "#2a9d8f", radius=8)
    for x in range(140, 1480, 90):
        p.shape([(x, 820), (x + 60, 820), (x + 30, 872)], "#e9c46a")
    for i in range(8):
        box_of_food(p, 190 + i * 120, 800, 50, ("#e76f51", "#8ab17d")[i % 2])
    for i in range(6):
        glass(p, 1150 + i * 62, 806, 40, ("#d1495b", "#edae49", "#7fb069")[i % 3])
    return p.finished()


def study_circle() -> Image.Image:
    """People reading in a circle in a green prayer room."""
    p = Picture(LANDSCAPE, "#e9f5ec", "#f7fbf2")
    p.box(0, 0, 1600, 700, "#dcefe0")
    for x in (200, 600, 1000, 1400):
        p.box(x - 120, 260, x + 120, 620, "#b7dcc3")
        p.oval(x, 260, 120, 120, "#b7dcc3")
        p.box(x - 92, 270, x + 92, 620, "#fdf6d8")
        p.oval(x, 270, 92, 96, "#fdf6d8")
        p.line([(x, 175), (x, 620)], "#7fbf9a", 6)
        p.line([(x - 92, 400), (x + 92, 400)], "#7fbf9a", 6)
    p.box(0, 80, 1600, 120, "#2d6a4f")
    for x in range(40, 1600, 80):
        p.oval(x, 100, 14, 14, "#f4d35e")
    p.box(0, 660, 1600, 1067, "#40916c")
    for y in range(700, 1067, 90):
        for x in range(0, 1600, 160):
            p.box(x + 14, y, x + 146, y + 74, "#52a67f", radius=30)
    shirts = ("#fefae0", "#cad2c5", "#f4d35e", "#e6ccb2", "#a9d6e5")
    for i in range(7):
        sitter(p, 250 + i * 184, 800 - sin(i / 6 * pi) * 70, 74, shirt=shirts[i % 5], number=i)
    for i in range(4):
        sitter(p, 260 + i * 360, 1010, 92, shirt=shirts[(i + 2) % 5], number=i + 1)
    return p.finished()


def takjil_portrait() -> Image.Image:
    """Two people set glasses on a high table, portrait."""
    p = Picture(PORTRAIT, "#ffd6a5", "#fff3e0")
    p.oval(533, 360, 210, 210, "#ffadad")
    clouds(p, [(220, 240, 70), (850, 470, 80)], "#fffdf8")
    for x in (110, 420, 740, 980):
        p.line([(x, 0), (x, 130 + x % 90)], "#6d597a", 4)
        p.box(x - 36, 130 + x % 90, x + 36, 215 + x % 90, "#f9c74f", radius=18)
    hills(p, 900, "#e5989b", height=110, waves=2)
    p.box(0, 900, 1067, 1600, "#b5838d")
    person(p, 330, 1340, 170, shirt="#355070", number=0, cap="#22223b")
    person(p, 740, 1340, 170, shirt="#84a59d", number=2, cap="#22223b")
    p.box(60, 1120, 1007, 1210, "#fff3e0", radius=10)
    p.box(60, 1190, 1007, 1530, "#6d597a", radius=10)
    for i in range(7):
        glass(p, 140 + i * 130, 1165, 62, ("#e56b6f", "#90be6d", "#f9c74f")[i % 3])
    return p.finished()


def garden_beds(picture: Picture, y0: float, *, rows: int, soil: str, leaf: tuple[str, ...]) -> None:
    for row in range(rows):
        y = y0 + row * (70 + row * 18)
        picture.box(40 - row * 30, y, 1560 + row * 30, y + 38 + row * 8, soil, radius=16)
        for i in range(15):
            leaf_bush(picture, 90 + i * 101 + (row % 2) * 30, y + 12, 40 + row * 8, leaf[row % len(leaf)])


def garden() -> Image.Image:
    """Vegetable beds before the wall, two people picking."""
    p = Picture(LANDSCAPE, "#bde0fe", "#eff8ff")
    p.oval(220, 180, 80, 80, "#ffe066")
    clouds(p, [(700, 150, 80), (1250, 210, 95)], WHITE)
    wall(p, 380, 620, stone="#e7d8c9", joint="#cbb6a2")
    p.box(0, 620, 1600, 1067, "#c2a378")
    garden_beds(p, 670, rows=4, soil="#7f5539", leaf=("#588157", "#6a994e", "#a7c957"))
    person(p, 470, 930, 84, shirt="#f28482", number=0, cap="#dda15e")
    person(p, 1080, 880, 78, shirt="#84a7d9", number=1, cap="#dda15e")
    for x, y in ((580, 930), (1180, 880)):
        p.box(x - 50, y - 58, x + 50, y, "#bc8a5f", radius=12)
        leaf_bush(p, x, y - 50, 48, "#386641")
    return p.finished()


def harvest() -> Image.Image:
    """A row of people carrying baskets between the beds."""
    p = Picture(LANDSCAPE, "#cdeac0", "#fdfce6")
    hills(p, 430, "#95c98a", height=120, waves=3)
    hills(p, 500, "#70ad73", height=70, waves=6)
    p.box(0, 490, 1600, 1067, "#b08968")
    garden_beds(p, 520, rows=3, soil="#7f5539", leaf=("#2d6a4f", "#40916c"))
    shirts = ("#ff9f1c", "#2ec4b6", "#e71d36", "#5a6acf", "#ffbf69", "#8ac926")
    for i, shirt in enumerate(shirts):
        x = 190 + i * 245
        person(p, x, 1020, 92, shirt=shirt, number=i, cap="#e9c46a" if i % 2 else None)
        p.box(x - 62, 868, x + 62, 940, "#a47148", radius=14)
        p.box(x - 62, 868, x + 62, 886, "#c8a27c", radius=8)
        for k in range(4):
            p.oval(x - 42 + k * 28, 862, 18, 18, ("#d00000", "#6a1b9a", "#d00000", "#55a630")[k])
    return p.finished()


def vegetables() -> Image.Image:
    """A basket of chillies and aubergines on a cloth."""
    p = Picture(LANDSCAPE, "#fff8e7", "#fff8e7")
    for x in range(0, 1600, 160):
        p.box(x, 0, x + 80, 1067, "#fdeec9")
    p.box(0, 760, 1600, 1067, "#a3b18a")
    p.oval(800, 900, 620, 90, "#8a9a73")
    for i in range(11):
        x = 330 + i * 94
        y = 470 - sin(i / 10 * pi) * 110
        if i % 2:
            p.oval(x, y, 62, 128, "#5a189a")
            p.oval(x - 20, y - 40, 12, 44, "#7b2cbf")
            p.shape([(x - 52, y - 96), (x + 52, y - 96), (x, y - 160)], "#55a630")
        else:
            p.box(x - 30, y - 110, x + 30, y + 170, "#d00000", radius=30)
            p.box(x - 18, y - 90, x - 8, y + 40, "#ef5350", radius=5)
            p.oval(x, y - 104, 34, 20, "#55a630")
            p.box(x - 7, y - 160, x + 7, y - 100, "#55a630", radius=6)
    p.shape([(210, 500), (1390, 500), (1230, 900), (370, 900)], "#b08968")
    for row in range(6):
        y = 540 + row * 62
        for i in range(14):
            x = 290 + row * 22 + i * (76 - row * 3)
            p.box(x, y, x + 54, y + 26, ("#c9a27e", "#8f6b4a")[(i + row) % 2], radius=10)
    p.box(180, 470, 1420, 540, "#8f6b4a", radius=30)
    return p.finished()


PHOTOS = {
    "media/gerbang-rutan.jpg": gate,
    "media/upacara-bendera.jpg": ceremony,
    "media/meja-takjil.jpg": takjil_table,
    "berita/2026-03-02-pesantren-kilat/mengaji.jpg": study_circle,
    "berita/2026-03-02-pesantren-kilat/takjil.jpg": takjil_portrait,
    "berita/2026-06-16-panen-raya/kebun.jpg": garden,
    "berita/2026-06-16-panen-raya/panen.jpg": harvest,
    "berita/2026-06-16-panen-raya/sayur.png": vegetables,
}


def main() -> None:
    for name, draw in PHOTOS.items():
        target = CONTENT / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.suffix == ".png":
            draw().quantize(64, dither=Image.Dither.NONE).save(target, optimize=True)
        else:
            draw().save(target, quality=80, optimize=True, progressive=True)


if __name__ == "__main__":
    main()
