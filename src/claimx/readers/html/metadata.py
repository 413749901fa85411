"""What a page says of its origin in fields for programs: JSON-LD, Open Graph, Dublin Core, meta elements."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from claimx.model import Metadata
from claimx.readers.dates import iso_date

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "title")
_DATES = (
    "article:published_time", "datepublished", "og:published_time", "date", "dc.date", "dc.date.issued",
    "dcterms.date", "dcterms.issued", "dcterms.created", "citation_publication_date", "citation_date",
    "parsely-pub-date", "sailthru.date", "pubdate", "publish_date", "article.published", "publication_date",
)  # fmt: skip
_AUTHORS = (
    "author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author",
    "sailthru.author", "byl",
)  # fmt: skip
_PUBLISHERS = (
    "og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "publisher", "application-name",
)  # fmt: skip
_WORKS = re.compile(r"Article|Posting|Report|WebPage|CreativeWork|Book|Review|Dataset|Document|Thesis|Chapter")
_BY = re.compile(r"^\s*by\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:;|,? and |\s&\s)\s*")
_MOST_NODES = 2_000
_LONGEST = 500


def metadata(root: Any) -> Metadata | None:
    """What the page of this tree says; None where it says nothing or there is none."""
    if root is None:
        return None
    meta = _meta(root)
    work = next(iter(_works(root)), {})
    title = _first([_text(work.get("headline")), *_named(meta, _TITLES), _headline(root), _title(root)])
    found = Metadata(
        title=title,
        published=_first(map(iso_date, [_text(work.get("datePublished")) or "", *_named(meta, _DATES), *_times(root)])),
        authors=_authors([*_names(work.get("author")), *_named(meta, _AUTHORS), *_bylines(root)]),
        publisher=_first([*_names(work.get("publisher")), *_named(meta, _PUBLISHERS)]),
        language=_language(root, meta),
    )
    return None if found == Metadata() else found


def _meta(root: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.lower(), []).append(content[:_LONGEST])
    return found


def _named(meta: dict[str, list[str]], names: Iterable[str]) -> Iterator[str]:
    return (content for name in names for content in meta.get(name, ()))


def _works(root: Any) -> Iterator[dict[str, Any]]:
    """The page's JSON-LD records of what it publishes, articles first."""
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json":
            try:
                found.extend(_records(json.loads(script.text or "")))
            except (ValueError, RecursionError):
                continue
    kinds = [(str(record.get("@type")), record) for record in found]
    works = [(kind, record) for kind, record in kinds if _WORKS.search(kind)]
    return (record for _, record in sorted(works, key=lambda item: "WebPage" in item[0] or "Creative" in item[0]))


def _records(value: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [value], 0
    while waiting and seen < _MOST_NODES:
        seen += 1
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            yield item
            waiting += [part for key in ("@graph", "mainEntity", "mainEntityOfPage") if (part := item.get(key))]


def _names(value: Any) -> Iterator[str]:
    """The names of persons or organisations, however the record gives them."""
    for item in value if isinstance(value, list) else [value]:
        name = _text(item.get("name")) if isinstance(item, dict) else _text(item)
        if name:
            yield name


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return " ".join(value.split())[:_LONGEST] or None if isinstance(value, str) else None


def _authors(found: Iterable[str]) -> tuple[str, ...]:
    """The names, each once; addresses and accounts are no names."""
    names: dict[str, None] = {}
    for entry in found:
        if "/" not in entry and "@" not in entry:
            for name in _BETWEEN.split(_BY.sub("", entry)):
                if name and len(name) < 100:
                    names.setdefault(name)
    return tuple(names)


def _bylines(root: Any) -> Iterator[str]:
    for element in root.iter("a", "span", "address", "div", "p"):
        if element.get("rel") == "author" or element.get("itemprop") == "author":
            yield " ".join("".join(element.itertext()).split())[:_LONGEST]


def _times(root: Any) -> Iterator[str]:
    for element in root.iter("time"):
        if element.get("datetime") and (
            element.get("pubdate") is not None or element.get("itemprop") == "datePublished"
        ):
            yield element.get("datetime")
    first = root.find(".//article//time[@datetime]")
    if first is not None:
        yield first.get("datetime")


def _headline(root: Any) -> str | None:
    headlines = root.findall(".//h1")
    return _text("".join(headlines[0].itertext())) if len(headlines) == 1 else None


def _title(root: Any) -> str | None:
    title = root.find(".//title")
    return _text(title.text) if title is not None else None


def _language(root: Any, meta: dict[str, list[str]]) -> str | None:
    declared = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    declared = declared or _first(_named(meta, ("og:locale", "content-language", "dc.language", "language")))
    code = re.match(r"[a-zA-Z]{2,3}(?![a-zA-Z])", (declared or "").strip())
    return code[0].lower() if code else None


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)
