"""`proof`: one text as one file, to be sent to who approves it."""

import argparse
from pathlib import Path
from typing import NamedTuple

from warta import console, files
from warta.arrange.addresses import Addresses
from warta.arrange.admission import Admission
from warta.arrange.cards import Cards
from warta.arrange.catalog import build_catalog
from warta.arrange.photouse import photo_uses
from warta.arrange.viewdata import View
from warta.asking import request_of
from warta.codes import Code
from warta.messages import words
from warta.model import Article, Content
from warta.newsroom.choosing import choose
from warta.newsroom.proofs import MARK, Album, body_of, view_of, with_problems
from warta.newsroom.snapshot import concerns
from warta.opening import Request, Site, despite_cache, open_site, open_theme, open_workshop
from warta.pipeline import as_published, with_excerpts
from warta.problems import Problem, has_errors, problem, weigh
from warta.publish.darkroom import Darkroom, Store
from warta.publish.intake import Intake, take_in
from warta.publish.photofacts import look_at_photos, naming_posts
from warta.publish.workshop import Workshop
from warta.render.templates import TemplateProblem, Templates
from warta.settings import FALLBACK

FINE, PROBLEMS = 0, 1


class Proof(NamedTuple):
    """What came of it: the file's name and bytes (none: there is no proof), and what is wrong, in this language."""

    problems: tuple[Problem, ...]
    language: str
    name: str = ""
    data: bytes = b""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `proof`."""
    parser.add_argument("post", metavar="POST", help="berkas naskah, namanya, atau kata terakhir alamatnya")
    parser.add_argument("--output", default=".", metavar="DIR", help="folder cetak coba; bawaan: di sini")


def run(options: argparse.Namespace, now: float) -> int:
    """Write the proof into the folder that was asked for. `now` is in seconds since 1970."""
    request = request_of(options, now)
    made = make_proof(request, options.post)
    refused = _write(request.output, made) if made.name else ()
    console.tell((*made.problems, *refused), made.language, options.format)
    if refused or not made.name:
        return PROBLEMS
    if options.format == "text":
        told = "proof_wrong" if has_errors(tuple(map(as_published, made.problems))) else "proof_made"
        console.say([words(made.language)[told].format(path=request.output / made.name)])
    return FINE


def _write(folder: Path, made: Proof) -> tuple[Problem, ...]:
    """Write the file, unless another's is there; why it was not."""
    there = files.read(folder, made.name) if files.found_at(folder, made.name) else MARK
    if isinstance(there, Problem) or MARK not in there[:2_000]:
        return (problem(Code.PROOF_TAKEN, made.name),)
    try:
        files.write(folder, made.name, made.data)
    except OSError as error:
        return (problem(Code.WRITE_FAILED, made.name, reason=error.strerror or error),)
    return ()


def make_proof(request: Request, wanted: str) -> Proof:
    """The proof of the text that goes by this name."""
    return despite_cache(lambda each: _made(each, wanted), request)


def _made(request: Request, wanted: str) -> Proof:
    site, opened = open_site(request)
    if site is None:
        return Proof(weigh(opened, {}), FALLBACK.language)
    language = site.settings.language
    intake = take_in(request.source, site.settings, site.cache, request.team)
    content, problems = intake.content(site.settings, site.cache)
    addresses = {each.path: Addresses(site.settings.paths).article(each) for each in content.articles}
    texts = ((row.state.path, addresses.get(row.state.path, "")) for row in intake.texts)
    path = choose(wanted, request.source, texts)
    if isinstance(path, Problem):
        return Proof((path,), language)
    article = next((each for each in content.articles if each.path == path), None)
    theme = open_theme(request.source, site.settings)
    workshop = open_workshop(site, theme, intake, request.source)
    if article is None or workshop is None:
        mine = [each for each in problems if concerns(each, path)]
        return Proof(weigh(with_excerpts(request.source, (*mine, *theme.problems)), site.settings.severities), language)
    return _proof(article, content, _Desk(request, site, intake, workshop), (*opened, *problems))


class _Desk(NamedTuple):
    """All that lies ready when a proof is made."""

    request: Request
    site: Site
    intake: Intake
    workshop: Workshop


def _proof(article: Article, content: Content, desk: _Desk, problems: tuple[Problem, ...]) -> Proof:
    """The proof of the article. Of a withdrawn one all is shown: who approves it has to see what it was."""
    settings, source, cache = desk.site.settings, desk.request.source, desk.site.cache
    shown = article._replace(withdrawal=None)
    content = content._replace(articles=tuple(shown if each is article else each for each in content.articles))
    admission = Admission(desk.request.now, approval=settings.approval, preview=True)
    catalog, found = build_catalog(content, admission, settings)
    uses = photo_uses(catalog, content.tag_files)
    facts, unseen = look_at_photos(uses, desk.intake.others, source, cache)
    cards, album = Cards(catalog, facts, settings), Album(facts, Darkroom(source, Store(desk.workshop.store)))
    view = view_of(shown, cards, album, admission, article.withdrawn)
    pieces = desk.workshop.pieces(cache, shown.path, shown.digest)
    body = body_of(shown, cards.body(shown).addresses, pieces, album, settings)
    wrong = (*problems, *found, *naming_posts((*unseen, *album.problems), uses))
    mine = with_excerpts(source, tuple(each for each in wrong if concerns(each, shown.path)))
    weighed = weigh(mine, settings.severities)
    templates = Templates(desk.workshop.layouts, settings, desk.workshop.words)
    page = View(cards.address(shown), "proof.html", with_problems(view, weighed, settings.language))
    try:
        return Proof(weighed, settings.language, f"proof-{shown.slug}.html", templates.page(page, body))
    except TemplateProblem as fault:
        return Proof((*weighed, fault.problem), settings.language)
