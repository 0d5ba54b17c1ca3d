"""The command line's grammar: every option, and the values it takes. Imports nothing that costs time."""

import argparse

from warta import __version__


def parser() -> argparse.ArgumentParser:
    """Parse `build` and its options; paths stay text."""
    made = argparse.ArgumentParser(
        prog="build.py",
        description="Membangun situs berita dari content/ ke public/ (builds the news site).",
        allow_abbrev=False,
    )
    made.add_argument("command", nargs="?", choices=["build"], default="build", help="bawaan (default): build")
    made.add_argument("--source", default=".", metavar="DIR", help="folder berisi site.yaml")
    made.add_argument("--output", metavar="DIR", help="folder hasil; bawaan: public/ di --source")
    made.add_argument("--base-url", type=_base_url, metavar="URL", help="mengganti base_url site.yaml")
    made.add_argument("--drafts", action="store_true", help="konsep ikut dibangun")
    made.add_argument("--future", action="store_true", help="berita terjadwal ikut dibangun")
    made.add_argument("--strict", action="store_true", help="peringatan pun menghentikan penerbitan")
    made.add_argument("--allow-removal", type=_count, metavar="N", help="paling banyak N alamat boleh hilang")
    made.add_argument("--jobs", type=_jobs, metavar="N", help="jumlah proses; bawaan: menurut jumlah inti")
    made.add_argument("--cache", metavar="DIR", help="folder ingatan; bawaan: .warta/ di --source")
    made.add_argument("--no-cache", action="store_true", help="abaikan ingatan, bangun semuanya")
    made.add_argument("--changed", metavar="FILE", help="tulis daftar berkas yang berubah (JSON)")
    made.add_argument("--report", metavar="FILE", help="tulis laporan (JSON)")
    made.add_argument("--format", choices=["text", "github", "json"], default="text", help="bentuk keluaran")
    made.add_argument(
        "--now", type=_moment, metavar="ISO", help="anggap sekarang saat ini, misalnya 2026-03-01T07:00+08:00"
    )
    made.add_argument("--version", action="version", version=f"warta {__version__}")
    return made


def _moment(text: str) -> float:
    """Seconds since 1970."""
    from datetime import datetime

    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment.timestamp()


def _base_url(text: str) -> str:
    from warta.settingsfile import normal_base_url

    wrong: list[str] = []
    url = normal_base_url(text, wrong.append)
    if wrong:
        raise ValueError(text)
    return url


def _jobs(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 64:
        raise ValueError(text)
    return number


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number
