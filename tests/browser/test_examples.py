"""Each worked example, run beside an unpacked copy as a reader does, prints what its page shows."""

import contextlib
import io
import re
import warnings
from html import unescape
from pathlib import Path

import pytest

from scripts.reading.declarations.worked_examples import WorkedExample, read_worked_examples
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

EXAMPLES = read_worked_examples(ROOT / "docs")
_SHOWN = re.compile(
    r"<pre><code>(?P<code>.*?)</code></pre>\s*</details>\s*"
    r'<pre class="printed".*?><samp>(?P<printed>.*?)</samp></pre>',
    re.DOTALL,
)


def test_there_is_one_for_each_topic_and_one_for_disagreements() -> None:
    topics = {page.stem for page in (ROOT / "docs/en/topics").glob("*.md")} - {"index"}
    assert {example.name for example in EXAMPLES} == {*topics, "conflicts"}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_it_prints_what_its_page_shows_and_warns_of_nothing(example: WorkedExample, site: Path) -> None:
    shown = [match.groupdict() for match in _SHOWN.finditer((site / "en/research/examples.html").read_text("utf-8"))]
    (own,) = [one for one in shown if unescape(one["code"]) == example.reading()]
    printed = io.StringIO()
    with contextlib.chdir(site), contextlib.redirect_stdout(printed), warnings.catch_warnings():
        warnings.simplefilter("error")
        exec(compile(example.reading(), example.file, "exec"), {"__name__": example.name})
    assert printed.getvalue().rstrip() == unescape(own["printed"])


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
def test_every_language_shows_every_example_with_its_picture(language: str, site: Path) -> None:
    page = (site / language / "research/examples.html").read_text("utf-8")
    for example in EXAMPLES:
        assert f'<title id="example-{example.name}-title">' in page
    assert len(_SHOWN.findall(page)) == len(EXAMPLES) == page.count('<figure class="worked"')
