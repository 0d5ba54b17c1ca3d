"""Messages as they are forwarded in WhatsApp."""

import pytest

from tests.sites import body, shape
from warta.newsroom.importing.chat import marked, read_chat

MESSAGE = """[16.30, 22/3/2026] Humas Rutan Contoh: Diteruskan

🔥 *RUTAN CONTOH BAGIKAN 50 PAKET TAKJIL* 🔥

*CONTOH* – Rutan Kelas IIB Contoh membagikan *50 paket takjil* kepada _pengguna jalan_, Sabtu (21/3).
Kegiatan ini ~batal~ berjalan lancar.

*Isi setiap paket*
✅ kurma
✅ air mineral
✅ kue

Urutan kegiatan:
1️⃣ apel
2️⃣ pembagian

"Semoga bermanfaat," kata Karutan. Lihat https://contoh.example/a_b_c dan nomor W.19_PAS_1.
<Media tidak disertakan>

#RutanContoh #Ramadhan #HBP61
#PemasyarakatanPASTI
"""


def test_a_forwarded_message_is_a_post() -> None:
    made = read_chat(MESSAGE, "-")
    assert made.title == "RUTAN CONTOH BAGIKAN 50 PAKET TAKJIL"
    assert made.tags == ("Rutan Contoh", "Ramadhan", "HBP61", "Pemasyarakatan PASTI")
    assert made.body.split("\n\n") == [
        "**CONTOH** – Rutan Kelas IIB Contoh membagikan **50 paket takjil** kepada *pengguna jalan*, Sabtu (21/3).",
        "Kegiatan ini ~~batal~~ berjalan lancar.",
        "## Isi setiap paket",
        "- kurma\n- air mineral\n- kue",
        "Urutan kegiatan:",
        "1. apel\n2. pembagian",
        '"Semoga bermanfaat," kata Karutan. Lihat https://contoh.example/a_b_c dan nomor W.19_PAS_1.',
    ]


@pytest.mark.parametrize(
    ("message", "markdown"),
    [
        ("*tebal*", "**tebal**"),
        ("_miring_", "*miring*"),
        ("~coret~", "~~coret~~"),
        ("*_keduanya_*", "***keduanya***"),
        ("2*3*4 dan a_b_c", "2\\*3\\*4 dan a_b_c"),
        ("* bukan tebal *", "\\* bukan tebal \\*"),
        ("(*ya*), *ya*.", "(**ya**), **ya**."),
        ("**tebal**", "**tebal**"),
        ("*buka saja", "\\*buka saja"),
    ],
)
def test_marks_of_the_chat_become_those_of_markdown(message: str, markdown: str) -> None:
    assert marked(message) == markdown


def test_marks_within_marks_are_read_by_markdown() -> None:
    assert shape(body(marked("Ini *sangat _penting_ sekali* ya"))) == "p(strong(em))"


@pytest.mark.parametrize(
    "stamp",
    [
        "[22/03/26 16.30.12] Humas: ",
        "[16:30, 3/22/2026] +62 811-0000-0000: ",
        "22/03/26 16.30 - Humas Rutan: ",
        "[22/3/2026, 4:30 PM] Humas: ",
        "\u200e[22/03/26, 16.30.12] Humas: ",
    ],
)
def test_stamps_of_forwarded_messages_go(stamp: str) -> None:
    assert read_chat(f"{stamp}Apel Pagi\n\n{stamp}Apel berlangsung tertib.", "-").title == "Apel Pagi"
    assert read_chat(f"{stamp}Apel Pagi\n\n{stamp}Apel berlangsung tertib.", "-").body == "Apel berlangsung tertib."


def test_an_agenda_is_not_taken_for_stamps() -> None:
    made = read_chat("*Agenda*\n\n22/3/2026 09.00 - Rapat: ruang utama\n\nSelesai.", "-")
    assert made.body == "22/3/2026 09.00 - Rapat: ruang utama\n\nSelesai."


def test_hashtags_inside_the_text_stay() -> None:
    made = read_chat("Apel\n\nKami ikut #HBP61 bersama.\n\nApel tertib. #RutanContoh", "-")
    assert (made.body, made.tags) == ("Kami ikut #HBP61 bersama.\n\nApel tertib.", ("Rutan Contoh",))


@pytest.mark.parametrize(
    "text", ["#a" * 500_000 + "!", "a\n" * 500_000, "*a*\n" * 200_000, "😀" * 400_000, "*a" * 500_000]
)
def test_a_long_message_of_one_kind_is_read_whole(text: str) -> None:
    letter = "😀" if "😀" in text else "a"
    assert text.count(letter) - read_chat(text, "-").body.count(letter) <= 1  # one may be the title


def test_a_message_of_hashtags_alone_keeps_them() -> None:
    assert read_chat("#Apel #Pagi", "-").title == "#Apel #Pagi"


def test_a_greeting_is_no_title() -> None:
    made = read_chat(
        "Assalamu'alaikum, mohon izin rilis 🙏\n\nSelamat siang\n\n*Rutan Contoh Gelar Razia*\n\nIsi berita.", "-"
    )
    assert made.title == "Rutan Contoh Gelar Razia"
    assert read_chat("Selamat pagi", "-").title == "Selamat pagi"
