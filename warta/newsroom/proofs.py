"""A text of content -> one HTML file with all it needs: words, photos, what is wrong, a place for the approval."""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from html import escape

from warta.arrange.addresses import of_photo
from warta.arrange.admission import Admission
from warta.arrange.cards import Cards
from warta.arrange.picturedata import PhotoView
from warta.arrange.variants import photo_views
from warta.arrange.viewdata import ProofView
from warta.arrange.viewparts import ApprovalNote, CorrectionNote, Photo, ProofPhoto, ProofProblem
from warta.messages import word
from warta.model import Article, PhotoFacts, join_pieces
from warta.problems import Problem
from warta.publish.darkroom import Darkroom
from warta.settings import Settings

MARK = b'content="Warta proof"'
"""In the head of every proof, and of no other file."""

_IMG = re.compile(r'<img alt="([^"]*)" src="([^"]*)"(?: title="([^"]*)")?>')
_KINDS = {"jpg": "jpeg", "jpeg": "jpeg"}


class Album:
    """The photos of a site by address, each made at its largest when it is asked for."""

    def __init__(self, photos: Mapping[str, PhotoFacts], darkroom: Darkroom) -> None:
        self._views = {of_photo(path): next(photo_views(path, facts, is_lead=False)) for path, facts in photos.items()}
        self._darkroom = darkroom
        self.problems: list[Problem] = []

    def url(self, address: str) -> str:
        """The photo as a `data:` URL; "" if there is none, or it cannot be read, which is noted."""
        view = self._views.get(address)
        if view is None or not isinstance(view.data, PhotoView):
            return ""
        developed = self._darkroom.develop([view.data])
        if isinstance(developed, Problem):
            self.problems.append(developed)
            return ""
        kind = _KINDS.get(view.data.kind, view.data.kind)
        return f"data:image/{kind};base64,{b64encode(self._darkroom.fetch(developed[0][0])).decode()}"

    def photo(self, photo: Photo, caption: str = "") -> tuple[ProofPhoto, ...]:
        """The photo as a proof shows it; nothing if it cannot be read."""
        source = self.url(photo.address)
        return (ProofPhoto(source, photo.alt, caption),) if source else ()


def body_of(article: Article, addresses: tuple[str, ...], pieces: tuple[str, ...], album: Album, site: Settings) -> str:
    """The body's HTML with its photos inside and its links to the site as whole URLs."""
    whole = []
    for link, address in zip(article.body.links, addresses, strict=True):
        if link.is_photo:
            whole.append(album.url(address))
        else:
            whole.append(escape(address if address.startswith("#") else site.absolute(address)))
    return _IMG.sub(_captioned, join_pieces(pieces, tuple(whole)))


def _captioned(match: re.Match[str]) -> str:
    alt, source, caption = match.groups(default="")
    shown = match[0] if source else f"[{alt}]"
    return f'{shown}<span class="caption">{caption}</span>' if caption else shown


def view_of(article: Article, cards: Cards, album: Album, admission: Admission, was_withdrawn: bool) -> ProofView:  # noqa: FBT001
    """The proof's data, without its problems."""
    lead = cards.photo(article)
    photos = album.photo(lead, article.image_caption) if lead else ()
    return ProofView(
        title=article.title,
        standfirst=article.summary if article.has("summary") else "",
        path=article.path,
        reason="withdrawn" if was_withdrawn else admission.reason_if_published(article),
        date=article.date,
        has_time=article.has_time,
        author=article.author,
        place=article.place,
        category=article.category.name if article.category else "",
        tags=tuple(tag.name for tag in article.tags),
        photo=photos[0] if photos else None,
        gallery=tuple(shown for photo in cards.gallery(article) for shown in album.photo(photo)),
        event=cards.event(article),
        corrections=tuple(CorrectionNote(*each) for each in article.corrections),
        problems=(),
        approval=ApprovalNote(*article.approval) if article.approval else None,
    )


def with_problems(view: ProofView, problems: Iterable[Problem], language: str) -> ProofView:
    """The proof with these problems in words."""
    return view._replace(problems=tuple(_worded(each, language) for each in problems))


def _worded(found: Problem, language: str) -> ProofProblem:
    wording = word(found, language)
    place = found.path + "".join(f":{number}" for number in (found.line, found.column) if number)
    return ProofProblem(found.severity, place, found.code, wording.message, wording.hint, found.excerpt)
