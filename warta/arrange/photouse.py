"""Which photos the site shows, and where each is named first; which nobody shows."""

from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from warta.arrange.addresses import PHOTO_KINDS, of_photo
from warta.arrange.catalog import Catalog
from warta.codes import Code
from warta.model import Article, Content, PhotoUse, TagFile
from warta.problems import Problem, problem


def photo_uses(catalog: Catalog, tag_files: tuple[TagFile, ...]) -> dict[str, PhotoUse]:
    """The photos that a published page shows, by path: where each is on top of a post, else where it is named first."""
    uses = dict[str, PhotoUse]()
    pages: tuple[Article | TagFile, ...] = (*catalog.all, *tag_files)
    for page in pages:
        for photo, use in _uses_of(page, catalog):
            if photo not in uses or (use.is_lead and not uses[photo].is_lead):
                uses[photo] = use
    return {photo: uses[photo] for photo in catalog.photos if photo in uses}


def _uses_of(page: Article | TagFile, catalog: Catalog) -> Iterator[tuple[str, PhotoUse]]:
    resolved = catalog.links.get(page.path)
    if resolved is None:
        return
    by_address = {of_photo(photo): photo for photo in resolved.photos}
    lead = page.image if isinstance(page, Article) else None
    for link, address in zip(page.links, resolved.addresses, strict=True):
        if address in by_address:
            yield by_address[address], PhotoUse(page.path, link.line, link.column, link is lead)
    if isinstance(page, Article):
        for photo in resolved.gallery:
            yield photo, PhotoUse(page.path, *page.position("gallery"), is_lead=False)


def unused_photos(
    catalog: Catalog, content: Content, uses: Mapping[str, PhotoUse], logo: str = ""
) -> Iterator[Problem]:
    """A problem for each photo that nothing shows, now or when what waits is published, but the `logo` (a path)."""
    waiting = [*(article for article, _ in catalog.withheld), *catalog.withdrawn]
    names = {unquote(link.target).rpartition("/")[2].casefold() for article in waiting for link in article.links}
    galleries = {article.path.rpartition("/")[0] for article in waiting if article.gallery}
    for path in content.files:
        folder, _, name = path.rpartition("/")
        is_photo = name.lower().endswith(PHOTO_KINDS)
        if is_photo and path not in uses and path != logo and name.casefold() not in names and folder not in galleries:
            yield problem(Code.PHOTO_UNUSED, path, name=name)
