"""A view -> what search engines read of its page: JSON-LD in the words of schema.org.

Google's rules for articles, events and breadcrumbs; every address is whole, every moment has its offset.
"""

import json
import re
from typing import Any

from warta.arrange.addresses import Addresses
from warta.arrange.icons import icons_of
from warta.arrange.viewdata import ArticleView, HomeView, ListView, StandingView
from warta.arrange.viewparts import EventCard, Named
from warta.render.moments import iso, iso_day
from warta.settings import Settings

CONTEXT = "https://schema.org"

CONTACT = ("/kontak/", "/contact/")
"""Where a facility says how it is reached, besides its front page."""

DAYS = {
    "senin": "Monday", "selasa": "Tuesday", "rabu": "Wednesday", "kamis": "Thursday", "jumat": "Friday",
    "sabtu": "Saturday", "minggu": "Sunday", "monday": "Monday", "tuesday": "Tuesday", "wednesday": "Wednesday",
    "thursday": "Thursday", "friday": "Friday", "saturday": "Saturday", "sunday": "Sunday",
}  # fmt: skip
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HOURS = re.compile(
    r"([a-z]+)(?:\s*(?:[-–—]|sampai|s\.d\.|to)\s*([a-z]+))?\W+(\d{1,2})[.:](\d\d)\s*[-–—]\s*(\d{1,2})[.:](\d\d)"
)
_DESK = re.compile(r"\b(?:humas|tim|redaksi|admin|rutan|lapas)\b", re.IGNORECASE)
_UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}

Thing = dict[str, Any]


def structured(view: object, address: str, news: str, settings: Settings) -> str:
    """The JSON-LD of a page, safe to stand in a `script` element; "" if there is nothing to say.

    `news` is what the theme calls the list of all news.
    """
    # A list, for there are readers that look into no `@graph`.
    things = [{"@context": CONTEXT, **thing} for thing in _things(view, address, news, settings)]
    return json.dumps(things, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE) if things else ""


def _things(view: object, address: str, news: str, settings: Settings) -> list[Thing]:
    match view:
        case HomeView():
            return [organization(settings)]
        case StandingView():
            known = [organization(settings)] if address in CONTACT else []
            return [*known, breadcrumbs((), view.title, address, settings)]
        case ArticleView():
            events = [event(view.event, settings)] if view.event else []
            return [article(view, address, settings), *events, _trail(view, address, news, settings)]
        case ListView() if view.kind in {"tag", "category"}:
            return [collection(view, address, settings)]
        case _:
            return []


def organization(settings: Settings) -> Thing:
    """The facility as a government organization."""
    contact = dict(settings.contact)
    hours = [each for text in settings.hours if (each := opening(text))]
    point = {
        "@type": "ContactPoint",
        "contactType": "customer service",
        "telephone": contact.get("phone"),
        "email": contact.get("email"),
        "hoursAvailable": hours,
    }
    return _filled({
        "@type": "GovernmentOrganization",
        "@id": f"{settings.base_url}#organisasi",
        "name": settings.name,
        "alternateName": settings.short_name if settings.short_name != settings.name else "",
        "url": settings.base_url,
        "description": settings.description,
        "logo": _logo(settings),
        "address": settings.address,
        "telephone": contact.get("phone"),
        "email": contact.get("email"),
        "contactPoint": _filled(point) if hours or contact else None,
        "sameAs": [each.url for each in settings.social if each.url.startswith("http")],
    })  # fmt: skip


def opening(text: str) -> Thing | None:
    """Opening hours as one line of site.yaml gives them (`Senin–Kamis 08.00–16.00 WITA`); None if it says others."""
    match = _HOURS.match(text.casefold().replace("jum'at", "jumat").replace("jum’at", "jumat"))
    if not match or match[1] not in DAYS or (match[2] and match[2] not in DAYS):
        return None
    first, last = _WEEK.index(DAYS[match[1]]), _WEEK.index(DAYS[match[2] or match[1]])
    days = [_WEEK[day % 7] for day in range(first, last + 1 + 7 * (last < first))]
    opens, closes = (f"{int(hour):02}:{minute}" for hour, minute in ((match[3], match[4]), (match[5], match[6])))
    return {"@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": opens, "closes": closes}


def article(view: ArticleView, address: str, settings: Settings) -> Thing:
    """A post as a news article."""
    house = _house(settings)
    author = house
    if view.author:
        author = {"@type": "Organization" if _DESK.search(view.author) else "Person", "name": view.author}
    photos = [photo for photo in (view.photo, view.share) if photo and photo.width]
    images = [_image(settings.absolute(photo.address), photo.width, photo.height) for photo in photos]
    corrections = [
        _filled({"@type": "CorrectionComment", "text": note.text, "datePublished": note.date and iso(note.date)})
        for note in view.corrections
    ]
    return _filled({
        "@type": "NewsArticle",
        "headline": view.title,
        "alternativeHeadline": view.short_title,
        "description": view.summary,
        "mainEntityOfPage": settings.absolute(address),
        "url": settings.absolute(address),
        "datePublished": iso(view.date),
        "dateModified": iso(view.updated or view.date),
        "inLanguage": settings.language,
        "image": images,
        "author": author,
        "publisher": _filled({**house, "logo": _logo(settings)}),
        "articleSection": view.category.title if view.category else "",
        "keywords": [tag.title for tag in view.tags],
        "contentLocation": {"@type": "Place", "name": view.place} if view.place else None,
        "correction": corrections,
    })  # fmt: skip


def event(card: EventCard, settings: Settings) -> Thing:
    """What a post announces."""
    told = iso if card.has_time else iso_day
    place = {"@type": "Place", "name": card.place or settings.name, "address": settings.address or settings.name}
    return _filled({
        "@type": "Event",
        "name": card.title,
        "url": settings.absolute(card.address),
        "startDate": told(card.start),
        "endDate": told(card.end) if card.end else "",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": place,
        "organizer": _house(settings),
    })  # fmt: skip


def collection(view: ListView, address: str, settings: Settings) -> Thing:
    """A page of a tag or category."""
    return _filled({
        "@type": "CollectionPage",
        "name": view.title,
        "description": view.description,
        "url": settings.absolute(address),
        "inLanguage": settings.language,
        "hasPart": [
            {"@type": "NewsArticle", "headline": card.title, "url": settings.absolute(card.address)}
            for card in view.cards
        ],
    })  # fmt: skip


def _trail(view: ArticleView, address: str, news: str, settings: Settings) -> Thing:
    above = (Named(news, Addresses(settings.paths).news), *((view.category,) if view.category else ()))
    return breadcrumbs(above, view.title, address, settings)


def breadcrumbs(above: tuple[Named, ...], title: str, address: str, settings: Settings) -> Thing:
    """The way to a page from the front page."""
    steps = (Named(settings.short_name, "/"), *above, Named(title, address))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": step.title, "item": settings.absolute(step.address)}
            for number, step in enumerate(steps, start=1)
        ],
    }


def _house(settings: Settings) -> Thing:
    return {"@type": "GovernmentOrganization", "name": settings.name, "url": settings.base_url}


def _logo(settings: Settings) -> Thing | None:
    icons = icons_of(settings)
    return _image(settings.absolute(icons.large.address), icons.large.width, icons.large.width) if icons else None


def _image(url: str, width: int, height: int) -> Thing:
    return {"@type": "ImageObject", "url": url, "width": width, "height": height}


def _filled(thing: Thing) -> Thing:
    """Without what is not known."""
    return {key: value for key, value in thing.items() if value}
