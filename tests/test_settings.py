"""site.yaml -> Settings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import codes, facts
from warta.codes import Severity
from warta.settings import FEATURES, DatedName, Paths, Settings
from warta.settingsfile import read_settings

LEAST = "name: Rutan Contoh\nbase_url: https://rutan-contoh.example/\n"


def settings_of(text: str) -> Settings:
    settings, problems = read_settings(text.encode(), "site.yaml")
    assert settings is not None, problems
    assert problems == ()
    return settings


def test_a_name_and_an_address_are_enough() -> None:
    settings = settings_of(LEAST)
    assert (settings.name, settings.short_name, settings.language) == ("Rutan Contoh", "Rutan Contoh", "id")
    assert (settings.timezone, settings.zone.key, settings.per_page) == ("Asia/Makassar", "Asia/Makassar", 20)


def test_everything_that_can_be_set_is_read() -> None:
    settings = settings_of(
        LEAST
        + "short_name: Contoh\ndescription: Berita.\nlanguage: en\ntimezone: Asia/Jayapura\naddress: Jalan Teladan 1\n"
        "contact: {phone: 0800-0000, email: humas@contoh.example, chat: 0800-1}\nhours: [Senin 08.00, Jumat 08.00]\n"
        "navigation:\n- {title: Berita, url: /berita/}\n- {title: Pusat, url: https://contoh.example/}\n"
        "per_page: 7\nchecks: {M102: error, y106: off, k101: warning, K104: off, K102: error}\n"
        "anniversaries: {Sumpah  Pemuda: 1928}\nnames:\n- {name: Kemenkumham, until: 2024-10, instead: Kemenimipas}\n"
        "- {name: Kemenimipas, from: 2024-10-21}\n- {name: Kemenhuk, from: 2024, until: 2026}\n"
    )
    assert (settings.short_name, settings.description, settings.language) == ("Contoh", "Berita.", "en")
    assert settings.contact == (("phone", "0800-0000"), ("email", "humas@contoh.example"), ("chat", "0800-1"))
    assert settings.hours == ("Senin 08.00", "Jumat 08.00")
    assert settings.navigation[1][:2] == ("Pusat", "https://contoh.example/")
    assert settings.severities == {
        "M102": Severity.ERROR,
        "Y106": Severity.OFF,
        "K101": Severity.WARNING,
        "K104": Severity.OFF,
        "K102": Severity.ERROR,
    }
    assert settings.anniversaries == (("Sumpah Pemuda", 1928),)
    assert settings.names == (
        DatedName("Kemenkumham", until="2024-10-31", instead="Kemenimipas"),
        DatedName("Kemenimipas", since="2024-10-21"),
        DatedName("Kemenhuk", since="2024-01-01", until="2026-12-31"),
    )
    assert (settings.per_page, settings.address, settings.timezone) == (7, "Jalan Teladan 1", "Asia/Jayapura")


@pytest.mark.parametrize(
    ("url", "base", "path"),
    [
        ("https://rutan.example", "https://rutan.example/", "/"),
        ("https://rutan.example/", "https://rutan.example/", "/"),
        ("https://humas.example/repository", "https://humas.example/repository/", "/repository/"),
        ("http://127.0.0.1:8000/a/b/", "http://127.0.0.1:8000/a/b/", "/a/b/"),
    ],
)
def test_the_address_gets_its_closing_slash(url: str, base: str, path: str) -> None:
    settings = settings_of(f"name: Rutan\nbase_url: {url}")
    assert (settings.base_url, settings.base_path) == (base, path)
    assert settings.absolute("/berita/") == f"{base}berita/"


def test_an_address_from_outside_replaces_that_of_the_file() -> None:
    settings, problems = read_settings(LEAST.encode(), "site.yaml", "https://lain.example/x/")
    assert settings is not None
    assert (settings.base_url, problems) == ("https://lain.example/x/", ())


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("language: fr", "language"),
        ("timezone: Asia/Rantau", "timezone"),
        ("timezone: ../../etc/passwd", "timezone"),
        ("timezone: Asia", "timezone"),
        ("timezone: 'a\\0b'", "timezone"),
        ("per_page: 0", "per_page"),
        ("per_page: 501", "per_page"),
        ("per_page: -1", "per_page"),
        ("per_page: 1.5", "per_page"),
        ("per_page: banyak", "per_page"),
        ("navigation: Berita", "navigation"),
        ("navigation: [Berita]", "navigation"),
        ("navigation: [{title: Berita}]", "navigation"),
        ("navigation: [{title: X, url: 'javascript:alert(1)'}]", "navigation"),
        ("navigation: [{title: X, url: '//jahat.example/'}]", "navigation"),
        ("paths: {tag: ../tags}", "tag"),
        ("paths: {feed: feed.html}", "feed"),
        ("features: {archive: mungkin}", "archive"),
        ("checks: {Z999: off}", "checks"),
        ("checks: {F103: off}", "checks"),
        ("checks: {A101: warning}", "checks"),
        ("paths: {tag: berita}", "paths"),
        ("checks: {M102: mungkin}", "checks"),
        ("checks: {M102: [off]}", "checks"),
        ("checks: {K101: mungkin}", "checks"),
        ("anniversaries: {Sumpah Pemuda: lama}", "anniversaries"),
        ("anniversaries: {Sumpah Pemuda: 98}", "anniversaries"),
        ("anniversaries: {Sumpah Pemuda: [1928]}", "anniversaries"),
        ("names: Kemenkumham", "names"),
        ("names: [Kemenkumham]", "names"),
        ("names: [{name: Kemenkumham}]", "names"),
        ("names: [{until: 2024-10}]", "names"),
        ("names: [{name: Kemenkumham, until: Oktober 2024}]", "names"),
        ("names: [{name: Kemenkumham, from: 2024-13}]", "names"),
    ],
)
def test_a_wrong_value_is_an_error_at_its_line(line: str, key: str) -> None:
    settings, problems = read_settings((LEAST + line).encode(), "site.yaml")
    assert settings is None
    assert [(each.code.name, each.line, facts(each)["key"]) for each in problems] == [("SETTING_WRONG", 3, key)]


@pytest.mark.parametrize(
    "url",
    [
        "rutan.example",
        "ftp://rutan.example/",
        "https://",
        "https://rutan.example/?a=b",
        "https://rutan.example/#a",
        "https://a b/",
        "https://rutan.example//",
        "https://rutan.example/a//b/",
        "https://rutan.example/../",
        "https://rutan.example:99999/",
        "https://./",
    ],
)
def test_an_address_that_is_no_plain_web_address_is_an_error(url: str) -> None:
    settings, problems = read_settings(f"name: Rutan\nbase_url: '{url}'".encode(), "site.yaml")
    assert settings is None
    assert [(each.code.name, each.line) for each in problems] == [("SETTING_WRONG", 2)]


def test_every_wrong_value_is_reported_at_once() -> None:
    settings, problems = read_settings(b"language: fr\nper_page: x\ntimezone: y\nnmae: z", "site.yaml")
    assert settings is None
    assert sorted(codes(problems)) == [
        "SETTING_REQUIRED",
        "SETTING_REQUIRED",
        "SETTING_WRONG",
        "SETTING_WRONG",
        "SETTING_WRONG",
        "UNKNOWN_KEY",
    ]


def test_an_unknown_key_is_only_a_warning() -> None:
    settings, problems = read_settings((LEAST + "warna: biru").encode(), "site.yaml")
    assert settings is not None
    assert codes(problems) == ["UNKNOWN_KEY"]


@pytest.mark.parametrize(
    ("line", "got"),
    [("contact: [a]", "list"), ("contact: a", "text"), ("checks: [a]", "list"), ("checks: off", "text")],
)
def test_a_group_that_is_none_is_an_error_that_names_what_stands_there(line: str, got: str) -> None:
    settings, problems = read_settings((LEAST + line).encode(), "site.yaml")
    assert settings is None
    assert codes(problems) == ["WRONG_TYPE"]
    assert (facts(problems[0])["got"], problems[0].line) == (got, 3)


PIECES = st.sampled_from(
    [
        LEAST,
        "name: ",
        "base_url: ",
        "checks:",
        "navigation:",
        "contact:",
        "\n",
        "  ",
        "- ",
        "title: ",
        "url: /",
        "{",
        "}",
        *[
            "[",
            "]",
            ", ",
            "M102: off",
            "timezone: ",
            "Asia/Makassar",
            "per_page: 9",
            '"',
            "'",
            "\t",
            "é",
            "\0",
            "\\x00",
        ],
    ]
)


@given(
    st.binary(max_size=120)
    | st.lists(PIECES | st.text(max_size=4), max_size=15).map(lambda each: "".join(each).encode())
)
def test_any_bytes_are_settings_or_problems(data: bytes) -> None:
    settings, problems = read_settings(data, "site.yaml")
    assert settings is not None or any(each.severity is Severity.ERROR for each in problems)
    if settings:
        assert settings.name
        assert settings.base_url.endswith("/")


@given(st.text(max_size=30))
def test_any_zone_name_is_a_zone_or_a_problem(name: str) -> None:
    text = LEAST + "timezone: " + '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    settings, problems = read_settings(text.encode("utf-8", "surrogatepass"), "site.yaml")
    assert settings is None or settings.zone.key == settings.timezone
    assert settings is not None or problems


def test_folders_of_addresses_can_be_renamed_and_parts_switched_off() -> None:
    text = (
        LEAST
        + "paths: {tag: tags, halaman: page, feed: index.xml}\n"
        + "features: {archive: off, robots: tidak, search: off, feed: on}\n"
    )
    settings, problems = read_settings(text.encode(), "site.yaml")
    assert settings is not None
    assert problems == ()
    assert settings.paths == Paths(tags="tags", pages="page", feed="index.xml")
    assert set(FEATURES) - set(settings.features) == {"archive", "robots", "search", "share_cards"}
