"""A hundred faults of the words of a post, each planted alone in a text of tests/site: all found, none invented?

Names, numbers and addresses are made up. `score()` counts them, for tests and for tests/newsroom.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from warta.checks.editorial import signs_for
from warta.checks.prose import prose_of
from warta.checks.wholesite import site_problems
from warta.checks.words import words
from warta.model import Article, Source, TagFile
from warta.problems import Problem
from warta.read.article import read_article, read_tag_file
from warta.settings import Settings
from warta.settingsfile import read_settings

SITE = Path(__file__).parents[1] / "site"
WHOLE_SITE = {"K401", "K402"}

BODY: dict[str, tuple[str, ...]] = {
    "K301": (
        "Peserta dengan NIK 6305121205990001 hadir.",
        "Nomor induknya 6305 1252 0599 0001 sudah dicatat.",
        "Tertulis 63.05.12.120599.0001 pada kartunya.",
        '![Kartu peserta](/media/gerbang-rutan.jpg "NIK 3174015506850003")',
    ),
    "K302": (
        "Hubungi 0812-3456-7890 untuk mendaftar.",
        "Pesan dapat dikirim ke 0813 4567 8901.",
        "Telepon (0517) 31234 atau datang langsung.",
        "Narahubung: +62 852 1234 5678.",
        "Silakan kirim pesan lewat [WhatsApp](https://wa.me/6281234567890).",
    ),
    "K303": (
        "Surat dikirim ke budi.santoso99@gmail.com sebelum Jumat.",
        "Tulis ke [panitia](mailto:panitia@lomba.example) untuk ikut.",
    ),
    "K304": (
        "Pemegang paspor C1234567 itu dipulangkan.",
        "Paspor nomor B 7654321 disita petugas imigrasi.",
        "Ia tercatat dengan nomor register B.I 45/2025 di Rutan.",
        "Tertulis No. Reg. 20250314 pada map.",
    ),
    "K305": (
        "Peserta termuda lahir di Contoh Kota, 12 Mei 1999.",
        "Tempat/tanggal lahir: Contoh Kota, 3 Januari 1988.",
        "TTL: Contoh, 07-08-1990.",
        "Pria kelahiran Contoh Hulu, 21 Februari 1985 itu menangis.",
        "Ia lahir pada 5/11/1992.",
    ),
    "K306": (
        "Seorang warga binaan bernama Budi Santoso memimpin doa.",
        "Lomba dimenangi WBP Ahmad Fauzi dari Blok B.",
        "Budi Santoso (34), warga binaan, menerima piagam.",
        "Slamet Widodo, salah seorang warga binaan, membacakan puisi.",
        "Salah satu warga binaan, Rudi Hartono, menangis haru.",
        "Petugas mengantar tahanan atas nama Joko Susilo ke rumah sakit.",
        "Kemeja itu dijahit narapidana Hendra Gunawan selama seminggu.",
        "Hadiah utama diraih napi Yusuf bin Karim.",
        "Klien Bapas bernama Siti Aminah bekerja sebagai penjahit.",
        "![Warga Binaan Dedi Kurniawan memegang piala](/media/gerbang-rutan.jpg)",
    ),
    "K307": (
        "Andi Saputra (9) ikut menjemput ayahnya.",
        "Dewi Lestari, 12 tahun, menyanyi di panggung.",
        "Seorang anak bernama Rizky Ramli memeluk ibunya.",
        "Fajar Nugroho yang berusia 15 tahun itu juara pertama.",
    ),
    "K308": ("Barang itu disebut barang haram oleh pengunjung.", "Ia dijuluki si codet sejak dulu."),
    "K504": (
        (
            "Kegiatan berlangsung tertib sejak pagi dan diikuti seluruh petugas Rutan.\n"
            "Usai apel, petugas kembali ke pos masing-masing."
        ),
        (
            "“Kami bersyukur semua berjalan lancar dan tidak ada yang terluka hari ini.”\n"
            "Sesudahnya peserta makan siang bersama."
        ),
        (
            "Peserta datang dari tiga kecamatan dan menempati tiga tenda di lapangan.\n"
            "Tenda dibongkar sore itu juga.\nLapangan lalu dibersihkan."
        ),
    ),
    "K505": ("# Pembukaan\n\n### Rincian\n\nIsi bagian.", "## Jalannya acara\n\n#### Penutup\n\nIsi bagian."),
    "K506": (
        "Jadwal selengkapnya [klik di sini](/layanan-kunjungan/).",
        "Formulir dapat diunduh [di sini](/layanan-kunjungan/).",
        "Baca ketentuannya: [Klik](/layanan-kunjungan/).",
    ),
    "K507": (
        "Acara ditutup doa.Peserta lalu pulang.",
        "Hadir camat,lurah, dan ketua RT.",
        '"Kami berterima kasih,"ujar seorang peserta.',
        "Lomba berlangsung seru.Juara pertama diraih Blok A,disusul Blok C.",
        "“Semoga bermanfaat.”Ia lalu menutup acara.",
    ),
    "K508": (
        "Peserta berasal dari dari tiga blok.",
        "Mereka kembali ke kamar masing masing.",
        "Semua barang yang yang ditemukan dicatat.",
        "Lagu lagu perjuangan dinyanyikan, lalu lagu lagu daerah.",
    ),
    "K509": (
        "Kegiatan Rutan Kelas llB Contoh berjalan lancar.",
        "Lapas Kelas ll B juga hadir.",
        "Upacara HBD ke-60 digelar serentak.",
        "Para WPB menyambut gembira.",
        "Peringatan HKDK diikuti petugas.",
        "Peringatan HUT RI ke- 79 berlangsung meriah.",
        "Peringatan HUT RI ke -79 berlangsung meriah.",
        "Kegiatan Bersih- Bersih diikuti semua blok.",
        "Sosialisasi zero Hallinar digelar di aula.",
        "Acara dimulai puku 09.00 WITA.",
        "Seluruh wargabinaan ikut serta.",
        "Pagi itu Uapacara dimulai tepat waktu.",
        "Petugas Lap as tetangga ikut bertanding.",
    ),
    "K510": ("Salat Jum'at diikuti 80 orang.", "Salat Jum’at diikuti 80 orang.", "Acara digelar hari Jumaat pagi."),
    "K511": (
        "”Kami senang sekali,” kata seorang peserta.",
        "“Kami senang sekali,“ kata seorang peserta.",
        "''Kami senang sekali,'' kata seorang peserta.",
    ),
    "K512": (
        "Layanan ini **tidak dipungut biaya dan terbuka untuk umum.",
        "Semboyannya *jujur dan terbuka dipasang di dinding.",
        "Semua **gratis** dan **tanpa calo, kata petugas.",
    ),
    "K513": ("Jumlah itu naik dibandingkan tahun lalu.[^9]", "Menurut catatan klinik[^sumber] angkanya turun."),
    "K514": (
        "| Hari | Jam |\n| Senin | 08.00 |\n| Selasa | 09.00 |",
        "| Blok | Juara | Nilai |\n| A | Satu | 90 |",
    ),
    "K516": ("Layanan ini ** tidak dipungut biaya ** bagi siapa pun.", "Semua **gratis ** sepanjang tahun."),
    "K601": ("Lihat [https://rutan-contoh.example/layanan-kunjungan/jadwal-lengkap/](/layanan-kunjungan/).",),
    "K602": (
        "Pendaftaran dibuka di https://daftar.example/kunjungan setiap hari.",
        "Lihat www.daftar.example untuk keterangan.",
    ),
    "K603": (
        "Baca [halaman kunjungan] (/layanan-kunjungan/) lebih dulu.",
        "Baca (halaman pendaftaran)[https://daftar.example/kunjungan] lebih dulu.",
    ),
    "K604": (
        "![IMG_20240315_093000](/media/gerbang-rutan.jpg)",
        "![gerbang-rutan.jpg](/media/gerbang-rutan.jpg)",
        "![WhatsApp Image 2024-03-15 at 09.30.00](/media/gerbang-rutan.jpg)",
        "![foto 1](/media/gerbang-rutan.jpg)",
    ),
    "K605": ('![Gerbang Rutan Contoh](/media/gerbang-rutan.jpg "Gerbang Rutan Contoh")',),
}
"""Paragraphs to be put at the end of a body, by the code that they must give."""

HEAD: dict[str, tuple[str, ...]] = {
    "K302": ("summary: Daftar ke 0812-3456-7890 sebelum Jumat.",),
    "K303": ("author: Panitia panitia@lomba.example",),
    "K306": (
        "title: Warga Binaan Budi Santoso Juara Lomba Azan",
        "image_caption: Piala untuk WBP Ahmad Fauzi.",
        "image: WBP_Budi_Santoso.jpg",
    ),
    "K307": ("image_alt: Andi Saputra (9) memeluk ayahnya",),
    "K403": ("tags: [apel, upacara, donor darah, klinik, dapur, kebun, loket, blok baca, razia malam]",),
    "K501": (
        "title: Meriah dan Penuh Haru, Peringatan Hari Kemerdekaan di Aula dan Lapangan Rutan Contoh",
        "title: Upacara, Donor Darah, dan Pasar Murah Warnai Peringatan Hari Jadi ke-79",
    ),
    "K502": ("title: PETUGAS RUTAN CONTOH BAGIKAN TAKJIL",),
    "K515": (f"summary: {'Petugas membagikan takjil kepada pengguna jalan di depan kantor. ' * 3}",),
}
"""Lines of front matter in place of those there are."""

TAGS: dict[str, tuple[str, ...]] = {
    "K401": ("Ramadlan", "pembinaaan", "kunjugan", "Hari Bakti Pemasyarakatn", "Sillaturahmi"),
    "K402": ("pembinaan rohani", "kunjungan daring"),
}
"""Tags to be given to one post."""


@dataclass(frozen=True)
class Plant:
    """One fault: the code that must tell it, the post it is put in, and the post's text with it."""

    code: str
    path: str
    fault: str
    text: str


@dataclass(frozen=True)
class Score:
    """How many faults were planted and found, and what was told that is none."""

    planted: int
    found: int
    invented: tuple[str, ...]
    missed: tuple[str, ...]


@cache
def settings() -> Settings:
    found, problems = read_settings((SITE / "site.yaml").read_bytes(), "site.yaml")
    assert found is not None, problems
    return found._replace(stop_words=("barang haram", "si codet"))


@cache
def texts() -> dict[str, str]:
    """The posts and pages of the example site, by path."""
    found = sorted((SITE / "content").rglob("*.md"))
    return {path.relative_to(SITE).as_posix(): path.read_text(encoding="utf-8") for path in found}


def article(path: str, text: str) -> Article:
    found, problems = read_article(Source(path, text.encode()), settings())
    assert found is not None, problems
    return found


def told(path: str, text: str) -> list[Problem]:
    """What the checks of a single text say."""
    return list(words(prose_of(article(path, text), signs_for(settings())), settings()))


@cache
def clean() -> tuple[str, ...]:
    """The posts of which nothing is told, and that have the plain front matter which faults are put into."""
    posts = (path for path in texts() if path.startswith("content/berita/"))
    return tuple(p for p in posts if not told(p, texts()[p]) and re.search(r"^title: ", texts()[p], re.MULTILINE))


def plants() -> Iterator[Plant]:
    """Every fault of a single text, each in the next of the clean posts."""
    faults = [(code, fault, False) for code, all_of in BODY.items() for fault in all_of]
    faults += [(code, fault, True) for code, all_of in HEAD.items() for fault in all_of]
    for number, (code, fault, in_head) in enumerate(faults):
        path = clean()[number % len(clean())]
        text = _with_line(texts()[path], fault) if in_head else f"{texts()[path].rstrip()}\n\n{fault}\n"
        yield Plant(code, path, fault, text)


def _with_line(text: str, line: str) -> str:
    key = line.partition(":")[0]
    _, head, body = text.split("---\n", 2)
    kept = [each for each in head.splitlines() if not each.startswith(f"{key}:")]
    image = ["image: /media/gerbang-rutan.jpg", "image_alt: Gerbang"] if key.startswith("image_") else []
    kept = [each for each in kept if not image or not each.startswith("image")]
    return (
        "---\n"
        + "\n".join([*kept, *(each for each in image if not each.startswith(f"{key}:")), line])
        + f"\n---\n{body}"
    )


def score() -> Score:
    """Plant every fault and look."""
    missed, invented, count = list[str](), list[str](), 0
    for plant in plants():
        count += 1
        codes = [str(each.code) for each in told(plant.path, plant.text)]
        if plant.code not in codes:
            missed.append(f"{plant.code} {plant.fault}")
        invented += [f"{code} for {plant.code} {plant.fault}" for code in codes if code != plant.code]
    for code, names in TAGS.items():
        for name in names:
            count += 1
            codes = [str(each.code) for each in _told_of_tag(name)]
            missed += [] if code in codes else [f"{code} {name}"]
            invented += [f"{each} for {code} {name}" for each in codes if each != code]
    return Score(count, count - len(missed), tuple(invented), tuple(missed))


def _told_of_tag(name: str) -> list[Problem]:
    posts = [path for path in texts() if not path.startswith("content/tag/")]
    given = next(path for path in clean() if "pembinaan" not in texts()[path] and "kunjungan" not in texts()[path])
    articles = [
        article(path, _with_line(texts()[path], f"tags: [{name}]") if path == given else texts()[path])
        for path in posts
    ]
    return list(site_problems(articles, tag_files(), settings()))


@cache
def tag_files() -> tuple[TagFile, ...]:
    paths = [path for path in texts() if path.startswith("content/tag/")]
    read = (read_tag_file(Source(path, texts()[path].encode()), settings())[0] for path in paths)
    return tuple(each for each in read if each is not None)
