"""The command line's grammar: every option, and the values it takes. Imports nothing that costs time."""

import argparse
import sys

from warta import __version__

TYPE_CHECKING = False  # as checkers of types read it; `typing` itself costs time
if TYPE_CHECKING:
    from _typeshed import SupportsWrite


class _Help(argparse.HelpFormatter):
    """Help at a fixed width: argparse makes a formatter for every option, and would import shutil to ask for it."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=100)


class _Parser(argparse.ArgumentParser):
    def print_help(self, file: "SupportsWrite[str] | None" = None) -> None:
        """As argparse does, but a failure is not kept silent."""
        (file or sys.stdout).write(self.format_help())


COMMANDS = {
    "build": "membangun situs dari content/ ke public/ (builds the news site)",
    "check": "memeriksa semua naskah, konsep pun, tanpa menerbitkan (checks every text, publishes nothing)",
    "new": "membuat berkas berita baru (starts a new post)",
    "import": "menjadikan naskah Word, teks, pesan, atau ekspor WordPress berita (imports texts)",
    "serve": "menampilkan situs selama ditulis, konsep pun (shows the site while it is written)",
    "proof": "membuat satu berkas berita untuk disetujui atasan (makes one file of a post for approval)",
}
"""Every command and what it does, in a line; the first is what is done when none is named."""


def command_in(arguments: "list[str]") -> str:
    """Which command is asked for: the first argument names it, else it is `build`."""
    return arguments[0] if arguments and arguments[0] in COMMANDS else "build"


def build_parser() -> argparse.ArgumentParser:
    """Parse `build` and its options, and tell of the other commands; paths stay text."""
    made = parser("build")
    made.epilog = "perintah (commands): " + "; ".join(f"{name}: {does}" for name, does in COMMANDS.items())
    made.add_argument("command", nargs="?", choices=["build"], default="build", help="bawaan (default): build")
    made.add_argument("--output", metavar="DIR", help="folder hasil; bawaan: public/ di --source")
    made.add_argument("--base-url", type=base_url, metavar="URL", help="mengganti base_url site.yaml")
    made.add_argument("--drafts", action="store_true", help="konsep ikut dibangun")
    made.add_argument("--future", action="store_true", help="berita terjadwal ikut dibangun")
    made.add_argument("--allow-removal", type=_count, metavar="N", help="paling banyak N alamat boleh hilang")
    made.add_argument("--previous", metavar="FILE", help="warta.json dari situs yang sedang tayang")
    made.add_argument("--jobs", type=jobs, metavar="N", help="jumlah proses; bawaan: menurut jumlah inti")
    made.add_argument("--changed", metavar="FILE", help="tulis daftar berkas yang berubah (JSON)")
    made.add_argument("--report", metavar="FILE", help="tulis laporan (JSON)")
    return made


def parser(command: str) -> argparse.ArgumentParser:
    """Parse the options that every command takes."""
    made = _Parser(
        prog="build.py" if command == "build" else f"build.py {command}",
        description=f"{COMMANDS[command][0].upper()}{COMMANDS[command][1:]}.",
        allow_abbrev=False,
        formatter_class=_Help,
    )
    made.add_argument("--source", default=".", metavar="DIR", help="folder berisi site.yaml")
    made.add_argument("--strict", action="store_true", help="peringatan pun dihitung sebagai galat")
    made.add_argument("--cache", metavar="DIR", help="folder ingatan; bawaan: .warta/ di --source")
    made.add_argument("--no-cache", action="store_true", help="abaikan ingatan, bangun semuanya")
    made.add_argument("--format", choices=["text", "github", "json"], default="text", help="bentuk keluaran")
    made.add_argument(
        "--now", type=_moment, metavar="ISO", help="anggap sekarang saat ini, misalnya 2026-03-01T07:00+08:00"
    )
    made.add_argument("--version", action="version", version=f"warta {__version__}")
    return made


def _moment(text: str) -> float:
    """Seconds since 1970; years that any zone can tell."""
    from datetime import datetime

    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not None and 1970 < moment.year < 9999:
            return moment.timestamp()
    except (ValueError, OverflowError):
        pass
    raise _wrong(text, "saat dengan zona (a moment with its zone): 2026-03-01T07:00+08:00")


def base_url(text: str) -> str:
    """The site's address as an option gives it, in its normal form. Raises ArgumentTypeError if it is none."""
    from warta.baseurl import normal_base_url

    wrong: list[str] = []
    url = normal_base_url(text, wrong.append)
    if wrong:
        raise _wrong(text, "alamat situs (the site's address): https://situs.example/")
    return url


def port(text: str) -> int:
    """A port to serve at. Raises ArgumentTypeError if it is none."""
    return _number(text, 1, 65_535)


def jobs(text: str) -> int:
    """A number of processes. Raises ArgumentTypeError if it is none."""
    return _number(text, 1, 64)


def _count(text: str) -> int:
    return _number(text, 0, 999_999_999)


def _number(text: str, least: int, most: int) -> int:
    number = int(text) if text.isdecimal() and len(text) < 10 else -1
    if not least <= number <= most:
        raise _wrong(text, f"bilangan (a number) {least}-{most}")
    return number


def _wrong(text: str, wanted: str) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(f"{text[:100]!r}; {wanted}")
