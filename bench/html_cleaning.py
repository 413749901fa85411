"""Measures cleaning on HTML pages, beside a bare extractor.

usage: python bench/html_cleaning.py [PAGE.html ...]

What is a page's content, its author has marked: elements with the attribute `data-content`. Printed are F1 over the
words of all pages together, the share of the content's numbers that is lost, and the share of the other numbers that is
kept; for readability-lxml alone, for claimx, and for claimx page by page.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from lxml import etree, html
from readability import Document as Readable

from claimx.cleaning import Cleaner
from claimx.readers.html.page import html_document
from claimx.rulebook import load

_WORD = re.compile(r"\w+(?:[.,]\d+)*%?")
_MARK = "data-content"


def main() -> None:
    """Prints one line a method, and for claimx one a page."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted(Path(__file__).with_name("pages").glob("*.html"))
    cleaner = Cleaner(load())

    def ours(markup: str) -> str:
        document = html_document("page", markup.encode())
        return "\n".join(document.text[block.start : block.end] for block in cleaner.clean(document).content)

    def bare(markup: str) -> str:
        return " ".join(html.fromstring(Readable(markup).summary()).itertext())

    pages = [path.read_text(encoding="utf-8") for path in paths]
    for name, method in (("readability-lxml", bare), ("claimx", ours)):
        print(f"{name:20} {_shown(_counts(pages, method))}")
    for path, page in zip(paths, pages, strict=True):
        print(f"  {path.stem:18} {_shown(_counts([page], ours))}")


def _counts(pages: Iterable[str], method: Callable[[str], str]) -> Counter[str]:
    """Words and numbers, over all pages: in the content, in what was found, in both; numbers outside the content."""
    counts: Counter[str] = Counter()
    for page in pages:
        tree = html.fromstring(page)
        content, rest = _marked(tree)
        found = Counter(_WORD.findall(method(page.replace(f" {_MARK}", ""))))
        counts["content"] += content.total()
        counts["found"] += found.total()
        counts["both"] += (content & found).total()
        numbers, others = _numbers(content), _numbers(rest)
        counts["numbers"] += numbers.total()
        counts["lost"] += (numbers - found).total()
        counts["others"] += others.total()
        counts["kept"] += (others & (found - numbers)).total()
    return counts


def _shown(counts: Counter[str]) -> str:
    f1 = 2 * counts["both"] / (counts["content"] + counts["found"])
    lost = counts["lost"] / counts["numbers"]
    return f"F1 {f1:.3f}  numbers lost {lost:6.1%}  others kept {counts['kept'] / counts['others']:6.1%}"


def _marked(tree: etree._Element) -> tuple[Counter[str], Counter[str]]:
    """The words of the content, each counted once, and those of the rest of the body."""
    outermost = [e for e in tree.iter() if _MARK in e.attrib and not any(_MARK in a.attrib for a in e.iterancestors())]
    content = Counter(word for element in outermost for word in _WORD.findall(" ".join(element.itertext())))
    body = tree.find(".//body")
    return content, Counter(_WORD.findall(" ".join(body.itertext()))) - content


def _numbers(words: Counter[str]) -> Counter[str]:
    return Counter({word: count for word, count in words.items() if word[0].isdigit()})


if __name__ == "__main__":
    main()
