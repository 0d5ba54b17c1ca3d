"""Photos as phones, scanners and editors write them, with secrets planted wherever a file can hide one."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

SECRETS = (
    b"Ponsel-Rahasia", b"Pemilik-Rahasia", b"MakerNote-Rahasia", b"XMP-Rahasia", b"IPTC-Rahasia", b"Thumbnail-Rahasia",
    b"Teks-Rahasia", b"Kedua-Rahasia", b"Ekor-Rahasia", b"Komentar-Rahasia", b"Profil-Rahasia",
)  # fmt: skip
"""What is planted: none of it may stand anywhere in a published folder."""

MARKS = (
    b"Exif\0\0",
    b"http://ns.adobe.com/xap",
    b"Photoshop 3.0",
    b"MPF\0",
    b"eXIf",
    b"tEXt",
    b"iTXt",
    b"zTXt",
    b"iCCP",
)
"""What begins metadata in a file: no published photo holds one."""


def picture(size: tuple[int, int] = (1200, 900), mode: str = "RGB") -> Image.Image:
    """Return a picture whose four quarters tell which way is up: red, green above blue, white."""
    drawn = Image.new("RGB", size, (200, 30, 30))
    draw, (x, y) = ImageDraw.Draw(drawn), (size[0] // 2, size[1] // 2)
    draw.rectangle((x, 0, *size), fill=(30, 160, 30))
    draw.rectangle((0, y, x, size[1]), fill=(30, 30, 200))
    draw.rectangle((x, y, *size), fill="white")
    return drawn.convert(mode)


def encoded(photo: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = BytesIO()
    photo.save(buffer, kind, **options)
    return buffer.getvalue()


def exif(orientation: int = 1) -> bytes:
    """Return EXIF with a place, an owner, the maker's note and a small picture in it."""
    notes = Image.Exif()
    notes[0x0112], notes[0x010F], notes[0x013B] = orientation, "Ponsel-Rahasia", "Pemilik-Rahasia"
    inner, place = notes.get_ifd(0x8769), notes.get_ifd(0x8825)
    inner[0x927C], inner[0xA430] = b"MakerNote-Rahasia" * 20, "Pemilik-Rahasia"
    place[1], place[2], place[3], place[4] = "S", (2.0, 56.0, 12.3), "E", (115.0, 9.0, 45.6)
    return notes.tobytes() + b"\xff\xd8\xff\xe0Thumbnail-Rahasia\xff\xd9"


def profile() -> bytes:
    """Return a colour profile that carries a text."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made += b"Profil-Rahasia"
    made[:4] = struct.pack(">I", len(made))
    return bytes(made)


XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:creator>XMP-Rahasia</dc:creator></x:xmpmeta>"


def _segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


def jpeg(size: tuple[int, int] = (1200, 900), orientation: int = 1, mode: str = "RGB") -> bytes:
    """Return a JPEG as phones and editors leave it: every kind of note, a second picture, bytes behind the end."""
    return jpeg_of(picture(size, mode), orientation)


def jpeg_of(photo: Image.Image, orientation: int = 1) -> bytes:
    """Return these pixels, as the sensor saw them, with all that `jpeg` adds."""
    plain = encoded(photo, "JPEG", exif=exif(orientation), icc_profile=profile(), comment="Komentar-Rahasia")
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x11\x1c\x02\x50\0\x0cIPTC-Rahasia\0"
    more = _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP) + _segment(0xED, iptc)
    more += _segment(0xE2, b"MPF\0MM\0*\0\0\0\x08\0\0") + _segment(0xEF, b"Teks-Rahasia")
    second = encoded(picture((80, 60)), "JPEG", comment="Kedua-Rahasia")
    return plain[:2] + more + plain[2:] + second + b"Ekor-Rahasia" * 9


def two_in_one(size: tuple[int, int] = (800, 600)) -> bytes:
    """Return a JPEG with a second picture, properly listed (MPF), as phones with two lenses write it."""
    second = picture((400, 300))
    second.info["comment"] = b"Kedua-Rahasia"
    made = encoded(picture(size), "MPO", save_all=True, append_images=[second], exif=exif())
    return made + b"Ekor-Rahasia"


def png(size: tuple[int, int] = (600, 400), mode: str = "RGBA") -> bytes:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Pemilik-Rahasia Teks-Rahasia")
    notes.add_text("Comment", "Komentar-Rahasia", zip=True)
    notes.add_itxt("XML:com.adobe.xmp", XMP.decode())
    made = encoded(picture(size, mode), "PNG", pnginfo=notes, exif=exif(), icc_profile=profile(), dpi=(72, 72))
    hidden = b"rAHa" + b"Kedua-Rahasia"
    chunk = struct.pack(">I", len(hidden) - 4) + hidden + struct.pack(">I", zlib.crc32(hidden))
    return made[:-12] + chunk + made[-12:] + b"Ekor-Rahasia"


def heic(orientation: int = 1) -> bytes:
    """Return a photo as an iPhone writes it, with notes. Needs the extra `heic`."""
    import pillow_heif

    pillow_heif.register_heif_opener(thumbnails=False)
    return encoded(picture(), "HEIF", exif=exif(orientation), xmp=XMP)


def webp(size: tuple[int, int] = (600, 400), mode: str = "RGBA") -> bytes:
    return encoded(picture(size, mode), "WEBP", exif=exif(), xmp=XMP, icc_profile=profile()) + b"Ekor-Rahasia"


def moving(kind: str, size: tuple[int, int] = (300, 200)) -> bytes:
    """Return three frames of 100, 200 and 300 ms, shown again and again."""
    frames = [Image.new("RGB", size, colour) for colour in ("red", "green", "blue")]
    notes = {"comment": b"Komentar-Rahasia"} if kind == "GIF" else {"exif": exif(), "xmp": XMP}
    more = {"append_images": frames[1:], "duration": [100, 200, 300], "loop": 0}
    return encoded(frames[0], kind, save_all=True, **more, **notes)


def bomb(width: int = 20_000, height: int = 20_000) -> bytes:
    """Return a PNG of a few kilobytes that would take 400 million pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = zlib.compress(bytes((width // 8 + 1) * 100))
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def gif_of_frames(*frames: tuple[int, int, int]) -> bytes:
    """Return a GIF of 4 x 4 pixels whose frames say that they are so wide and high, and how they are taken away."""
    bits = "".join(f"{code:03b}"[::-1] for code in (*(4, 0, 0) * 8, 5))  # LZW that begins anew after two pixels
    pixels = int(bits[::-1], 2).to_bytes(10, "little")
    made = b"GIF89a" + struct.pack("<HHBBB", 4, 4, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    for width, height, disposal in frames:
        made += b"!\xf9\x04" + bytes([disposal << 2, 10, 0, 0, 0])
        made += b"," + struct.pack("<HHHHB", 0, 0, width, height, 0) + bytes([2, len(pixels)]) + pixels + b"\0"
    return made + b";"
