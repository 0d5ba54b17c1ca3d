"""What pictures and documents are made from: views of files that no template makes. See `viewdata`."""

from typing import NamedTuple


class PhotoView(NamedTuple):
    """One file made of a photo of content: of its path, the digest of its bytes, as which kind and how wide.

    `kind` is `jpg`, `webp`, `png`, `gif`, or `share` for the picture that other sites show beside a link.
    """

    path: str
    digest: str
    kind: str
    width: int


class IconView(NamedTuple):
    """One file made of the logo: of its path, the digest of its bytes, as which kind and how wide (see `icons`)."""

    path: str
    digest: str
    kind: str
    width: int


class DocumentView(NamedTuple):
    """A document of content, published as it is: its path and the digest of its bytes."""

    path: str
    digest: str


class CardView(NamedTuple):
    """The picture beside a link to a page without a photo: its title, the site's name and colour."""

    title: str
    name: str
    accent: str
