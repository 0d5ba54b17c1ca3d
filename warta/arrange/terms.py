"""Spellings -> terms: one meaning, one page, for tags (with the spellings of content/tag/) and for categories."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from warta.codes import Code
from warta.model import Article, TagFile, Term
from warta.problems import Problem, problem
from warta.read.slugs import identity_of, slug_of


class Group(NamedTuple):
    """A tag or category with its articles, in the order of the catalog. `spellings` are those met, the name apart."""

    name: str
    slug: str
    articles: tuple[Article, ...]
    spellings: tuple[str, ...] = ()
    tag_file: TagFile | None = None


class TagNames(NamedTuple):
    """What content/tag/ knows: the file of every identity, its own name and its other spellings alike."""

    files: Mapping[str, TagFile]

    def identity(self, name: str) -> str:
        """The identity that the spelling belongs to."""
        known = self.files.get(identity_of(name))
        return identity_of(known.title) if known else identity_of(name)


def other_slugs(group: Group) -> tuple[str, ...]:
    """The slugs of a tag's other spellings, those of its file first: addresses under which readers may look for it."""
    listed = (term.name for term in group.tag_file.aliases) if group.tag_file else ()
    slugs = dict.fromkeys(slug_of(name) for name in (*listed, *group.spellings))
    return tuple(slug for slug in slugs if slug not in {"", group.slug})


def tag_names(tag_files: Iterable[TagFile]) -> tuple[TagNames, tuple[Problem, ...]]:
    """The spellings of all tag files; a problem for each that two files claim."""
    files: dict[str, TagFile] = {}
    problems = []
    for tag_file in tag_files:
        for term in (Term(tag_file.title, *tag_file.place), *tag_file.aliases):
            owner = files.setdefault(identity_of(term.name), tag_file)
            if owner is not tag_file:
                problems.append(
                    problem(
                        Code.TAG_SPELLING_TAKEN, tag_file.path, term.line, term.column, name=term.name, other=owner.path
                    )
                )
    return TagNames(files), tuple(problems)


def tags_of(article: Article, names: TagNames) -> tuple[tuple[str, Term], ...]:
    """The article's tags by identity, each once."""
    found: dict[str, Term] = {}
    for term in article.tags:
        found.setdefault(names.identity(term.name), term)
    return tuple(found.items())


def group_tags(articles: Iterable[Article], names: TagNames) -> tuple[tuple[Group, ...], tuple[Problem, ...]]:
    """The tags of the articles by slug, and a problem for each two that differ but share an address."""
    uses = [(identity, term, article) for article in articles for identity, term in tags_of(article, names)]
    return _grouped(uses, Code.TAG_SLUG_CLASH, names)


def group_categories(articles: Iterable[Article]) -> tuple[tuple[Group, ...], tuple[Problem, ...]]:
    """The categories of the articles, likewise."""
    uses = [(identity_of(each.category.name), each.category, each) for each in articles if each.category]
    return _grouped(uses, Code.CATEGORY_SLUG_CLASH, TagNames({}))


def _grouped(
    uses: list[tuple[str, Term, Article]], clash: Code, names: TagNames
) -> tuple[tuple[Group, ...], tuple[Problem, ...]]:
    members: dict[str, list[tuple[Term, Article]]] = {}
    for identity, term, article in uses:
        members.setdefault(identity, []).append((term, article))
    groups: dict[str, Group] = {}
    problems = []
    for identity in sorted(members):
        group = _group(identity, members[identity], names)
        owner = groups.setdefault(group.slug, group)
        if owner is not group:
            problems.append(_clash(clash, group, owner, members[identity][0]))
    return tuple(groups[slug] for slug in sorted(groups)), tuple(problems)


def _group(identity: str, members: list[tuple[Term, Article]], names: TagNames) -> Group:
    tag_file = names.files.get(identity)
    counts = Counter(term.name for term, _ in members)
    name = tag_file.title if tag_file else min(counts, key=lambda spelling: (-counts[spelling], spelling))
    spellings = tuple(sorted(spelling for spelling in counts if spelling != name))
    return Group(name, slug_of(name), tuple(article for _, article in members), spellings, tag_file)


def _clash(code: Code, group: Group, owner: Group, first_use: tuple[Term, Article]) -> Problem:
    term, article = first_use
    folder = "tag" if code is Code.TAG_SLUG_CLASH else "kategori"
    return problem(
        code,
        article.path,
        term.line,
        term.column,
        name=group.name,
        other=owner.name,
        other_path=owner.articles[0].path,
        address=f"/{folder}/{group.slug}/",
    )
