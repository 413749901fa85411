"""HTML pages become text with what their markup says, and their furniture becomes no claim."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claimx.model import Document, Metadata, Problem
from claimx.pipeline import Pipeline
from claimx.readers import find, read

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Rents rise by 8% | The Daily Harbour</title>
<meta property="og:site_name" content="The Daily Harbour"><meta name="author" content="By Jane Marsh and Tom Lee">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Rents rise by 8%",
 "datePublished": "2024-03-05T08:00:00Z", "publisher": {"@type": "Organization", "name": "Harbour Media"}}]}</script>
<style>p { margin: 12px }</style></head>
<body class="single has-sidebar">
<header class="site-header">
<nav><ul><li><a href="/n">News</a></li><li><a href="/s">Sport (12)</a></li></ul></nav></header>
<main><article>
<h1>Rents rise by 8%</h1>
<div class="shareBar"><button>Share 1,204</button></div>
<p>Average rents in the county&#8217;s towns rose by <b>8%</b> last year, the Harbour Housing Trust said in a report on
Tuesday, and one in five tenants now pays more than half of their income.</p>
<figure><figcaption>About 3,400 flats stand along the front.</figcaption></figure>
<p>The trust&#8217;s chief executive, Ann Field, said: &ldquo;We counted 1,250 families who had to leave.&rdquo;</p>
<table><tr><th>Town</th><th>Rent</th></tr><tr><td>Seaford</td><td>&pound;950</td></tr></table>
<div class="related-posts"><h3>Elsewhere</h3><p><a href="/2">Council spends &pound;3m on homes for 200 families,
 and the mayor says that this is only the start of it</a></p></div>
<p>The council plans to build 600 homes by 2030, which would cost &pound;90m, according to its budget.</p>
</article>
<section id="comments"><div class="comment">
<p>I pay £1,500 for one room, and that is twice what I paid then.</p></div></section>
</main>
<footer><p>14 Quay Street. Call 01234 567890.</p></footer>
</body></html>"""

Page = Callable[[str], Document]


@pytest.fixture
def page(tmp_path: Path) -> Page:
    """Reads markup as a page."""

    def make(markup: str) -> Document:
        path = tmp_path / "page.html"
        path.write_text(markup, encoding="utf-8")
        [found] = read(find([path]).sources)
        assert isinstance(found, Document)
        return found

    return make


def test_the_article_becomes_claims_and_the_furniture_does_not(pipeline: Pipeline, page: Page) -> None:
    document = page(PAGE)
    extract = pipeline.extract(document)
    assert all(document.text[claim.start : claim.end] == claim.surface for claim in extract.claims)
    claimed = {claim.surface for claim in extract.claims}
    assert {"8%", "one in five", "1,250 families", "£950", "600 homes", "£90m"} <= claimed
    excluded = {number.surface for number in extract.excluded if number.reason == "boilerplate"}
    assert any("1,204" in surface for surface in excluded)
    assert any("£3m" in surface for surface in excluded)
    assert any("£1,500" in surface for surface in excluded)
    assert any("12" in surface for surface in excluded)


def test_blocks_carry_their_elements(pipeline: Pipeline, page: Page) -> None:
    document = page(PAGE)
    blocks = {document.text[b.start : b.end]: b for b in pipeline.clean(document).blocks}
    assert (blocks["Rents rise by 8%"].element, blocks["Rents rise by 8%"].role) == ("h1", "title")
    row = blocks["Seaford\t£950"]
    assert (row.element, row.role, row.zone) == ("tr", "table_row", "edge")
    caption = blocks["About 3,400 flats stand along the front."]
    assert (caption.element, caption.role, caption.zone) == ("figcaption", "caption", "edge")
    assert blocks["Sport (12)"].rule == "markup.navigation"


def test_metadata_come_from_the_fields_of_the_page(page: Page) -> None:
    assert page(PAGE).metadata == Metadata(
        "Rents rise by 8%", "2024-03-05", ("Jane Marsh", "Tom Lee"), "Harbour Media", "en"
    )


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta name="dc.date" content="20210704">', Metadata(published="2021-07-04")),
        ('<meta name="date" content="Sun, 04 Jul 2021 10:00:00 GMT">', Metadata(published="2021-07-04")),
        ('<meta name="date" content="2021-02-31">', None),
        ('<meta property="article:author" content="https://example.org/jane">', None),
        ('<meta property="og:title" content="A  fall"><title>A fall - Site</title>', Metadata(title="A fall")),
        ("<title>A fall - Site</title>", Metadata(title="A fall - Site")),
        ('<script type="application/ld+json">{"@type": "NewsArticle", </script>', None),
        ('<script type="application/ld+json">' + "[" * 9_000 + "</script>", None),
        (
            '<script type="application/ld+json">[{"@type": ["Report"], "author": ["Ann Field", {"name": "Tom Lee"}]}]'
            "</script>",
            Metadata(authors=("Ann Field", "Tom Lee")),
        ),
    ],
)
def test_metadata_fields(page: Page, head: str, expected: Metadata | None) -> None:
    assert page(f"<html><head>{head}</head><body><p>Text.</p></body></html>").metadata == expected


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>a\n  b</p><p>c</p>", "a b\n\nc"),
        ("<div>a<div>b</div>c</div>", "a\nb\nc"),
        ("a<br>b<br><br><br>c", "a\nb\n\nc"),
        ("<pre>x  y\n z</pre>", "x y\nz"),
        ("<p>5<b>%</b> of it</p>", "5% of it"),
        ("<p>1&nbsp;000 in&shy;ha&shy;bit&shy;ants</p>", "1\xa0000 inhabitants"),
        ("<p>40 m<sup>2</sup> in all</p>", "40 m² in all"),
        ("<p>3 × 10<sup>8</sup> m s<sup>−1</sup> and 10<sup>-31</sup> kg</p>", "3 × 10⁸ m s⁻¹ and 10⁻³¹ kg"),
        ("<p>by 4%<sup>3</sup> in homes<sup>2</sup> and 110<sup>1</sup></p>", "by 4%[3] in homes[2] and 110[1]"),
        ("<p>the trust.<sup>[2]</sup></p>", "the trust.[2]"),
        ("<p>of 40<sup><a href='#n1'>1</a></sup> homes</p>", "of 40[1] homes"),
        ("<p>the 3<sup>rd</sup> time</p>", "the 3rd time"),
        ("<script>var x = 3</script><p>a<style>b</style>c<!-- 4 -->d</p>", "acd"),
        ("<table><tr><td>a</td><td>1</td></tr><tr><td><p>b</p></td><td>2<br>3</td></tr></table>", "a\t1\nb\t2 3"),
        ("<table><tr><td><h2>A</h2><p>b</p></td><td><ul><li>c</li></ul></td></tr></table>", "A\n\nb\n\nc"),
        ("<ul><li>a</li><li>b</ul>", "a\nb"),
        ("<p>unclosed <b>and <i>crossed</b> tags</i>", "unclosed and crossed tags"),
        ("", ""),
    ],
)
def test_text_is_what_a_browser_shows(page: Page, body: str, text: str) -> None:
    assert page(f"<html><body>{body}</body></html>").text == text


def test_title_stands_in_for_a_headline_only_where_there_is_none(pipeline: Pipeline, page: Page) -> None:
    body = "<p>The council said on Monday that it would spend £4m on roads and bridges over the next year.</p>"
    alone = page(f"<html><title>Council to spend £4m</title><body>{body}</body></html>")
    [title, *_] = pipeline.clean(alone).blocks
    assert title.rule is None
    double = page(f"<html><title>Council to spend £4m</title><body><h1>Council to spend £4m</h1>{body}</body></html>")
    [title, headline, *_] = pipeline.clean(double).blocks
    assert (title.rule, headline.zone) == ("markup.page-title", "main")


def test_a_name_that_the_whole_page_stands_in_says_nothing(pipeline: Pipeline, page: Page) -> None:
    sentence = "<p>The council said on Monday that it would spend £4m on roads and bridges over the next year.</p>"
    document = page(f"<html><body><div class='content with-menu'>{sentence * 4}</div><p>End.</p></body></html>")
    assert {block.rule for block in pipeline.clean(document).blocks} == {None}


def test_what_can_declare_an_encoding_is_no_utf_16(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes("<html><meta charset='utf-16'><body>Ålesund grew by 3%</body></html>".encode())
    [document] = read(find([path]).sources)
    assert isinstance(document, Document)
    assert document.text == "Ålesund grew by 3%"


def test_a_broken_character_does_not_keep_a_page_from_being_read(tmp_path: Path) -> None:
    """As in a browser: what an advert or a comment broke costs no more than its sign."""
    path = tmp_path / "broken.html"
    words = "Ålesund grew by 3%. " * 20
    path.write_bytes(f"<html><meta charset='utf-8'><body>{words}".encode() + b"\xe2\x80 end</body></html>")
    [document] = read(find([path]).sources)
    assert isinstance(document, Document)
    assert (document.text, document.encoding) == (f"{words}\ufffd end", "utf-8")


def test_declared_encoding_is_used(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes("<html><meta charset='iso-8859-2'><body>Łódź grew by 3%</body></html>".encode("iso-8859-2"))
    [document] = read(find([path]).sources)
    assert isinstance(document, Document)
    assert (document.text, document.encoding) == ("Łódź grew by 3%", "iso-8859-2")


def test_text_that_turns_out_to_be_a_page_is_read_as_one(tmp_path: Path) -> None:
    path = tmp_path / "saved.txt"
    path.write_text("<!doctype html><html><body><p>It cost £3.</p></body></html>")
    [document] = read(find([path]).sources)
    assert isinstance(document, Document)
    assert (document.text, document.media_type) == ("It cost £3.", "text/html")


@pytest.mark.parametrize("markup", ["<div>" * 100_000, "<b><i>" * 50_000, "<table><tr><td>" * 50_000])
def test_endless_nesting_is_refused(tmp_path: Path, markup: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<html><body>{markup}")
    [problem] = read(find([path]).sources)
    assert problem == Problem("a.html", "an HTML page nested more than 2000 elements deep")


def test_deep_nesting_is_read(page: Page) -> None:
    deep = "<div class='a b'>" * 1_500
    assert page(f"<html><body>{deep}<p>It cost £3.</p>{'</div>' * 1_500}<p>End.</p></body></html>").text.endswith(
        "End."
    )


def test_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "lxml", None)
    path = tmp_path / "a.html"
    path.write_text("<html><body>Text</body></html>")
    [problem] = read(find([path]).sources)
    assert problem == Problem("a.html", "HTML pages need an extra that is not installed: pip install 'claimx[html]'")


def test_comments_longer_than_the_article_are_none_of_it(pipeline: Pipeline, page: Page) -> None:
    letter = "<div class='letter'><p>I pay £1,500 for one room, which is twice what my sister paid then.</p></div>"
    start, rest = PAGE.split('<section id="comments">')
    _, end = rest.split("</section>")
    document = page(f'{start}<section id="comments">{letter * 40}</section>{end}')
    claimed = {claim.surface for claim in pipeline.extract(document).claims}
    assert ("£1,500" in claimed, "£90m" in claimed) == (False, True)
