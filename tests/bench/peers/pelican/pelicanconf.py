# mypy: ignore-errors
from pelican import signals

SITENAME = "Rutan Kelas IIB Rantau"
SITEURL = "https://rutan.example"
PATH = "content"
ARTICLE_PATHS = [""]
THEME = "theme"
TIMEZONE = "Asia/Makassar"
DEFAULT_LANG = "id"
DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {"index": 20, "tag": 20, "category": 20}
DIRECT_TEMPLATES = ["index", "tags", "categories", "sitemap", "beranda"]
BERANDA_SAVE_AS = "index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
INDEX_URL = "berita/"
INDEX_SAVE_AS = "berita/index.html"
TAGS_SAVE_AS = "tags/index.html"
CATEGORIES_SAVE_AS = "kategori/index.html"
ARTICLE_URL = "berita/{slug}/"
ARTICLE_SAVE_AS = "berita/{slug}/index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
CATEGORY_URL = "kategori/{slug}/"
CATEGORY_SAVE_AS = "kategori/{slug}/index.html"
AUTHOR_SAVE_AS = ""
ARCHIVES_SAVE_AS = ""
AUTHORS_SAVE_AS = ""
PAGINATION_PATTERNS = [(1, "{url}", "{save_as}"), (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html")]
FEED_RSS = "index.xml"
FEED_ATOM = FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 20
RSS_FEED_SUMMARY_ONLY = True
STATIC_PATHS = []
DELETE_OUTPUT_DIRECTORY = False
TEMPLATE_PAGES = {}


def neighbours(gen):
    a = gen.articles
    for i, x in enumerate(a):
        x.newer = a[i - 1] if i else None
        x.older = a[i + 1] if i + 1 < len(a) else None


class Plugin:
    __name__ = "neighbours"

    @staticmethod
    def register():
        signals.article_generator_finalized.connect(neighbours)


PLUGINS = [Plugin]
