"""The head of a page: its policy, its card, its feed, its descriptions, and the scripts that it needs."""

import json
import re
from pathlib import Path

import pytest

from scripts.website.assembly.postprocess import Project
from tests.website.assembly.built_site import build_pages, make_project, write_texts

ADDRESS = "https://site.invalid"
FEED = '<link rel="alternate feed" type="application/atom+xml" href="../feeds/{}.xml">'
TABLE = '<table data-filter="Find"><tr><td>1</td></tr></table>'


def page_of(project: Project, path: str) -> str:
    return (build_pages(project) / path).read_text(encoding="utf-8")


def test_every_page_forbids_what_does_not_come_from_the_site(tmp_path: Path) -> None:
    page = page_of(make_project(tmp_path, {}), "index.html")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert "unsafe" not in policy[1]
    assert "no-referrer" in page


def test_title_and_card_are_those_of_the_page(tmp_path: Path) -> None:
    text = "---\ndescription: Nobody & nothing\n---\n\n# Lost & *found*"
    page = page_of(make_project(tmp_path, {"en/topics/invented.md": text}), "topics/invented.html")
    assert "<title>Lost &amp; found - Unaccounted</title>" in page
    assert '<meta name="description" content="Nobody &amp; nothing">' in page
    assert '<meta property="og:title" content="Lost &amp; found">' in page
    assert '<meta property="og:description" content="Nobody &amp; nothing">' in page


def test_every_page_names_its_card_whole_where_the_address_of_the_site_is_known(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"en/topics/invented.md": "# Invented"})
    descriptor = project.root / "datapackage/datapackage.json"
    content = json.loads(descriptor.read_text(encoding="utf-8")) | {"homepage": ADDRESS}
    descriptor.write_text(json.dumps(content), encoding="utf-8")
    page = page_of(project, "topics/invented.html")
    named = re.search(r'property="og:image" content="https://site.invalid/2000.1/en/cards/([0-9a-f]+.png)"', page)
    assert named
    assert (project.site / "en/cards" / named[1]).is_file()
    assert 'property="og:url" content="https://site.invalid/2000.1/en/topics/invented.html"' in page


@pytest.mark.parametrize(("path", "name"), [("data/releases", "releases"), ("corrections/index", "corrections")])
def test_the_pages_name_their_feeds(path: str, name: str, tmp_path: Path) -> None:
    project = make_project(tmp_path, {f"en/{path}.md": "# Invented", "en/data/other.md": "# Other"})
    folder = build_pages(project)
    assert (folder / f"{path}.html").read_text().count(FEED.format(name)) == 1
    assert "application/atom+xml" not in (folder / "data/other.html").read_text()


def test_scripts_wait_and_only_a_page_with_a_table_asks_for_the_one_that_sorts(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"en/data/table.md": f"# Table\n\n{TABLE}", "en/data/plain.md": "# Plain"})
    chart = f'# Chart\n\n<details class="chart-table">{TABLE}</details>'
    write_texts(project.root, {"docs/en/data/chart.md": chart})
    folder = build_pages(project)
    script = '<script defer src="../../assets/tables.js"></script>'
    assert [script in (folder / f"data/{name}.html").read_text() for name in ("table", "plain", "chart")] == [
        True,
        False,
        False,
    ]
    assert "<script src=" not in (folder / "data/table.html").read_text()


def test_english_pages_hold_their_descriptions_and_others_name_them(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"ru/index.md": "# Invented"})
    write_texts(project.build, {"files/metadata/dataset.jsonld": '{"name": "Invented </script><b>"}'})
    english, russian = (build_pages(project, language) / "index.html" for language in ("en", "ru"))
    link = '<link rel="describedby" type="application/ld+json" href="../metadata/dataset.jsonld">'
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', english.read_text())
    assert json.loads(block) == {"name": "Invented </script><b>"}
    assert link in english.read_text()
    assert link in russian.read_text()
    assert '<script type="application/ld+json">' not in russian.read_text()
