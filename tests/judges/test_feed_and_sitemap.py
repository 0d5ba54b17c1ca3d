"""Feed and sitemap before their judges (feedparser, the official schema), and what those do not look at."""

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import feedparser
import pytest
from lxml import etree, html

from tests.judges.sites import NOW, Site
from tests.judges.tools import SITEMAP_XSD, MissingJudge
from tests.samples import settings
from warta.arrange.viewfound import SitemapEntry, SitemapIndexView, SitemapView
from warta.render.sitemap import sitemap as sitemap_bytes
from warta.render.sitemap import sitemap_index

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
IMAGE = {"image": "http://www.google.com/schemas/sitemap-image/1.1"}
SCHEMAS = Path(__file__).parent / "schemas"
SPELLINGS = ("ramadan", "ramadhan")
ADDRESSES = ("href", "src")
LISTS = ("agenda/index.html", "tag/index.html", "kategori/index.html")


@pytest.fixture
def feed(site: Site) -> Any:
    # As it stands: feedparser would else mend what we want to judge.
    return feedparser.parse((site.folder / "feed.xml").read_bytes(), sanitize_html=False, resolve_relative_uris=False)


@pytest.fixture
def sitemap(site: Site) -> Any:
    return etree.parse(site.folder / "sitemap.xml")


def page_at(site: Site, url: str) -> Any:
    return html.fromstring(site.file_of(url).read_bytes().decode("utf-8"))


def moment_of(text: str) -> datetime:
    """Return the moment of a `datetime` attribute; a day without a time begins at the site's midnight."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone(timedelta(hours=8)))


def normal(fragment: Any) -> str:
    """Return an element's content as text, written one way."""
    texts = [fragment.text or "", *(etree.tostring(child, encoding="unicode", method="html") for child in fragment)]
    return "".join(texts).strip()


def links_of(fragment: Any) -> list[str]:
    return [element.get(name) for element in fragment.iter() for name in ADDRESSES if element.get(name) is not None]


def test_the_feed_is_well_formed_and_speaks_the_language_of_the_site(feed: Any, site: Site) -> None:
    assert not feed.bozo
    assert feed.version == "rss20"
    assert feed.feed.language == "id"
    assert feed.feed.link == site.base_url
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [f"{site.base_url}feed.xml"]


def test_the_feed_holds_posts_once_each_newest_first(feed: Any) -> None:
    ids = [entry.id for entry in feed.entries]
    assert 0 < len(ids) <= 20
    assert len(set(ids)) == len(ids)
    dates = [entry.published_parsed for entry in feed.entries]
    assert None not in dates
    assert dates == sorted(dates, reverse=True)
    assert feed.feed.updated_parsed >= dates[0]


def test_every_item_is_known_by_its_page(feed: Any, site: Site) -> None:
    for entry in feed.entries:
        assert entry.id == entry.link
        page = page_at(site, entry.link)
        assert page.xpath("string(//link[@rel='canonical']/@href)") == entry.link
        assert " ".join(page.xpath("string(//h1)").split()) == entry.title


def test_every_item_has_the_date_of_its_page(feed: Any, site: Site) -> None:
    for entry in feed.entries:
        shown = page_at(site, entry.link).xpath("string(//article//time/@datetime)")
        assert datetime.strptime(entry.published, "%a, %d %b %Y %H:%M:%S %z") == moment_of(shown)


def test_every_item_holds_the_article_of_its_page_with_absolute_addresses(feed: Any, site: Site) -> None:
    for entry in feed.entries:
        (body,) = page_at(site, entry.link).xpath("//article//div[@class='body']")
        for wrapper in body.xpath(".//div[@class='table']"):  # the theme's, around each table
            wrapper.drop_tag()
        as_written(body)
        for element in body.iter():
            for name in ADDRESSES:
                if element.get(name) is not None:
                    element.set(name, urljoin(entry.link, element.get(name)))
        content = html.fragment_fromstring(entry.content[0].value, create_parent="div")
        assert normal(content) == normal(body)
        assert [link for link in links_of(content) if "://" not in link and not link.startswith("mailto:")] == []


def as_written(body: Any) -> None:
    """Put the plain photo of the feed, its caption as a title, in place of what the theme draws."""
    for picture in body.xpath(".//picture"):
        (image,) = picture.xpath(".//img")  # libxml2 takes <source> for an element that holds others
        for name in set(image.keys()) - {"alt", "src"}:
            del image.attrib[name]
        image.set("src", image.attrib.pop("src"))  # behind the text, as Markdown writes it
        picture[:] = [image]
        picture.drop_tag()
    for whole in body.xpath(".//span[@class='one']"):
        whole.drop_tag()
    for figure in body.xpath(".//figure"):
        for caption in figure.xpath("figcaption"):
            figure.xpath("img")[0].set("title", caption.text_content())
            caption.drop_tree()
        figure.tag = "p"


def test_the_feed_of_the_example_shows_photos(sites: dict[str, Site]) -> None:
    text = (sites["subpath"].folder / "feed.xml").read_text(encoding="utf-8")
    assert f'src="{sites["subpath"].base_url}media/' in text


def test_every_page_names_the_feed(site: Site) -> None:
    for page in site.pages:
        tree = html.fromstring(page.read_bytes().decode("utf-8"))
        if not tree.xpath("//meta[@http-equiv='refresh']"):
            feeds = tree.xpath("//link[@type='application/rss+xml']/@href")
            assert feeds[-1] == f"{site.path}feed.xml"
            kind, *rest = page.relative_to(site.folder).parts
            is_list = kind in {"tag", "kategori"} and len(rest) > 1
            assert feeds[:-1] == ([f"{site.path}{kind}/{rest[0]}/feed.xml"] if is_list else [])


@pytest.fixture(scope="module")
def schema() -> Any:
    """Return the official schema with those of what Google adds to it."""
    if not SITEMAP_XSD.exists():
        raise MissingJudge(f"{SITEMAP_XSD} is not installed: run `make test` or tests/judges/install.sh")
    parts = {SITEMAP["s"]: SITEMAP_XSD} | {
        f"http://www.google.com/schemas/{name}/{version}": SCHEMAS / f"{name}.xsd"
        for name, version in (("sitemap-image", "1.1"), ("sitemap-news", "0.9"))
    }
    imports = "".join(f'<import namespace="{name}" schemaLocation="{path.as_uri()}"/>' for name, path in parts.items())
    return etree.XMLSchema(etree.fromstring(f'<schema xmlns="http://www.w3.org/2001/XMLSchema">{imports}</schema>'))


def test_the_sitemap_fits_the_official_schema(sitemap: Any, schema: Any) -> None:
    schema.assertValid(sitemap)


def test_the_sitemap_names_photos_that_exist(sites: dict[str, Site], schema: Any) -> None:
    site = sites["subpath"]
    photos = etree.parse(site.folder / "sitemap.xml").xpath("//image:loc/text()", namespaces=IMAGE)
    assert photos
    assert [photo for photo in photos if not site.file_of(photo).exists()] == []
    schema.assertValid(etree.parse(site.folder / "sitemap.xml"))


def test_the_sitemap_of_news_fits_its_schema_and_names_the_posts_of_two_days(
    sites: dict[str, Site], schema: Any
) -> None:
    site = sites["subpath"]
    news = etree.parse(site.folder / "sitemap-news.xml")
    schema.assertValid(news)
    for url in news.xpath("//s:loc/text()", namespaces=SITEMAP):
        shown = page_at(site, url).xpath("string(//article//time/@datetime)")
        assert timedelta() <= datetime.fromisoformat(NOW) - moment_of(shown) < timedelta(days=2)


def test_the_index_of_a_large_sitemap_and_its_parts_fit_their_schemas(schema: Any) -> None:
    changed = datetime.fromisoformat(NOW)
    index = sitemap_index(SitemapIndexView((("/sitemap-1.xml", changed), ("/sitemap-2.xml", None))), settings())
    etree.XMLSchema(etree.parse(SCHEMAS / "siteindex.xsd")).assertValid(etree.fromstring(index))
    part = sitemap_bytes(SitemapView((SitemapEntry("/", changed, ("/media/a.jpg",)),)), settings())
    schema.assertValid(etree.fromstring(part))


def test_the_feed_under_another_spelling_of_a_tag_is_that_of_the_tag(sites: dict[str, Site]) -> None:
    site = sites["subpath"]
    copy, own = (feedparser.parse((site.folder / f"tag/{slug}/feed.xml").read_bytes()) for slug in SPELLINGS)
    assert not copy.bozo
    assert [entry.id for entry in copy.entries] == [entry.id for entry in own.entries]
    assert [link.href for link in copy.feed.links if link.rel == "self"] == [f"{site.base_url}tag/ramadhan/feed.xml"]


def test_every_line_for_hosts_leads_from_a_page_that_leads_on_to_one_that_exists(sites: dict[str, Site]) -> None:
    site = sites["subpath"]
    lines = [line.split() for line in (site.folder / "_redirects").read_text("utf-8").splitlines()]
    assert lines
    for old, new, status in lines:
        assert status == "301"
        source, target = (site.file_of(urljoin(site.base_url, address)) for address in (old, new))
        assert target.exists()
        if source.suffix == ".html":
            page = html.fromstring(source.read_bytes().decode("utf-8"))
            assert page.xpath("string(//meta[@http-equiv='refresh']/@content)") == f"0; url={new}"
            assert page.xpath("string(//link[@rel='canonical']/@href)") == urljoin(site.base_url, new)
            assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
            assert page.xpath("string(//a[@href])").strip()


def test_the_sitemap_names_existing_pages_by_whole_addresses(sitemap: Any, site: Site) -> None:
    urls = sitemap.xpath("//s:loc/text()", namespaces=SITEMAP)
    assert len(set(urls)) == len(urls)
    for url in urls:
        assert page_at(site, url).xpath("string(//link[@rel='canonical']/@href)") == url


def test_the_sitemap_says_when_each_post_changed(sitemap: Any, site: Site) -> None:
    posts = 0
    for url in sitemap.xpath("//s:url", namespaces=SITEMAP):
        times = page_at(site, url.findtext("s:loc", namespaces=SITEMAP)).xpath(
            "//article/header//time/@datetime|//article/p[@class='meta']/time/@datetime"
        )
        changed = url.findtext("s:lastmod", namespaces=SITEMAP)
        if times:
            assert datetime.fromisoformat(changed).date() == max(map(moment_of, times)).date()
            posts += 1
        if changed:
            assert datetime.fromisoformat(changed).tzinfo is not None
    assert posts


def test_the_sitemap_holds_every_page_but_old_addresses_and_mere_lists_of_pages(sitemap: Any, site: Site) -> None:
    named = {site.file_of(url) for url in sitemap.xpath("//s:loc/text()", namespaces=SITEMAP)}
    assert [page for page in site.pages if (page in named) is is_left_out(site, page)] == []


def is_left_out(site: Site, page: Path) -> bool:
    name = page.relative_to(site.folder).as_posix()
    is_hidden = html.fromstring(page.read_bytes().decode("utf-8")).xpath("//meta[@name='robots']/@content") == [
        "noindex"
    ]
    return is_hidden or "/halaman/" in name or name.startswith("arsip/") or name in LISTS


def test_robots_may_read_everything_and_learn_of_the_sitemap(site: Site) -> None:
    lines = (site.folder / "robots.txt").read_text(encoding="utf-8").splitlines()
    known = [name for name in ("sitemap.xml", "sitemap-news.xml") if (site.folder / name).exists()]
    assert lines == ["User-agent: *", "Allow: /", "", *(f"Sitemap: {site.base_url}{name}" for name in known)]
