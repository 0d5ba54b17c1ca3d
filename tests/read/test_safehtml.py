"""What of HTML may stand in a page."""

import pytest

from warta.read.safehtml import clean


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("<p><b>tebal</b> <i>miring</i></p>", "<p><b>tebal</b> <i>miring</i></p>"),
        ("<script>alert(1)</script>teks", "teks"),
        ("<style>p{}</style>teks", "teks"),
        ("<iframe src=x>dalam</iframe>teks", "teks"),
        ("<svg><script>1</script></svg>teks", "teks"),
        ("<math><mi>x</mi></math>teks", "teks"),
        ('<p onclick="x()">a</p>', "<p>a</p>"),
        ('<p style="color:red">a</p>', "<p>a</p>"),
        ('<p class="tengah jahat">a</p>', '<p class="tengah">a</p>'),
        ('<a href="javascript:x">a</a>', "<a>a</a>"),
        ('<a href="data:text/html,x">a</a>', "<a>a</a>"),
        ('<a href=" jAvA\tscript:x">a</a>', "<a>a</a>"),
        ('<a href="https://a.example/" target="_blank">a</a>', '<a href="https://a.example/">a</a>'),
        ('<a href="mailto:humas@a.example">a</a>', '<a href="mailto:humas@a.example">a</a>'),
        ('<a href="tel:0800">a</a>', '<a href="tel:0800">a</a>'),
        ('<img src="x" onerror="y" alt="foto">', '<img src="x" alt="foto">'),
        ("<form><input name=a><button>b</button></form>", "b"),
        ("<h1>a</h1>", "a"),
        ('<h2 id="bagian">a</h2>', '<h2 id="bagian">a</h2>'),
        ("<b>tak tertutup", "<b>tak tertutup</b>"),
        ("<!-- rahasia -->teks", "teks"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("<meta http-equiv=refresh content=0><base href=//x>teks", "teks"),
    ],
)
def test_only_the_allowlist_passes(html: str, cleaned: str) -> None:
    assert clean(html) == cleaned


@pytest.mark.parametrize("count", [10, 20_000])
def test_blanks_that_do_not_break_and_ampersands_stay_what_they_are_however_many(count: int) -> None:
    text = "a\u00a0&amp;&nbsp;&lt;b&gt; &amp;lt;" * count
    kept = "a&nbsp;&amp;&nbsp;&lt;b&gt; &amp;lt;" * count
    link = '<a href="https://contoh.example/?a=1&amp;b=2">x</a>'
    assert clean(f"<p>{text}{link}<script>x</script></p>") == f"<p>{kept}{link}</p>"
