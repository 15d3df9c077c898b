"""The whole site from its languages: one folder of assets, one style sheet, and nothing of an earlier build."""

from pathlib import Path

import pytest

from scripts.website.assembly.build_languages import LanguageNotBuiltError
from scripts.website.assembly.postprocess import finish_site
from scripts.website.assembly.slots import EmptySlotError
from tests.website.assembly.built_site import WORDS, build_pages, make_project, write_texts

INVENTED = "en/topics/invented"


def test_an_unknown_slot_stops_the_build(tmp_path: Path) -> None:
    project = make_project(tmp_path, {f"{INVENTED}.md": "# Invented\n\n[[slot: nothing]]"})
    with pytest.raises(
        EmptySlotError, match=r"en/topics/invented.html – there is nothing to put into \[\[slot: nothing"
    ):
        build_pages(project)
    with pytest.raises(LanguageNotBuiltError, match=r"mkdocs.yml – en/topics/invented.html – there is nothing"):
        finish_site(project)


def test_a_warning_of_mkdocs_stops_the_build(tmp_path: Path) -> None:
    project = make_project(tmp_path, {f"{INVENTED}.md": "# Invented\n\n[nowhere](nowhere.md)"})
    with pytest.raises(LanguageNotBuiltError, match="strict"):
        finish_site(project)


def test_all_languages_share_one_folder_of_assets(tmp_path: Path) -> None:
    project = make_project(tmp_path, {f"{INVENTED}.md": "# Invented", "ru/index.md": "# Invented"})
    finish_site(project)
    site = project.site
    assert [path.parent.name for path in site.rglob("assets/site.css")] == ["assets"]
    assert list(site.glob("*/assets")) == []
    assert (site / "assets/site.css").read_text().endswith(WORDS)
    assert ".md-header" in (site / "assets/site.css").read_text()
    for address, root in ((f"{INVENTED}.html", "../../"), ("ru/index.html", "../")):
        page = (site / address).read_text()
        assert f'href="{root}assets/site.css"' in page
        assert f'src="{root}assets/charts.js"' in page
        assert f'"base": "{root.rstrip("/")}"' in page


def test_one_language_can_be_built_anew_alone(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"ru/index.md": "# Before"})
    finish_site(project)
    english = (project.site / "en/index.html").stat().st_mtime_ns
    write_texts(project.root, {"docs/ru/index.md": "# After"})
    finish_site(project, ["ru"])
    assert "After" in (project.site / "ru/index.html").read_text()
    assert (project.site / "en/index.html").stat().st_mtime_ns == english


def test_what_was_withdrawn_is_not_published_again(tmp_path: Path) -> None:
    project = make_project(tmp_path, {f"{INVENTED}.md": "# Invented"})
    write_texts(project.build, {"files/data/invented.csv": "1"})
    finish_site(project)
    assert (project.site / "data/invented.csv").is_file()
    (project.build / "files/data/invented.csv").unlink()
    (project.root / f"docs/{INVENTED}.md").unlink()
    finish_site(project)
    assert not (project.site / "data/invented.csv").exists()
    assert not (project.site / f"{INVENTED}.html").exists()
