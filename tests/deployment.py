"""Deploys invented releases for tests: a few pages of the built site, each time under another version."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from scripts.findings import Place
from scripts.publishing.archive.deploy import BRANCH, deploy_version
from scripts.reading.package.revisions import Revision
from tests.repository import Repository

FIGURE = "labels-reviewed-sverdlovsk-2025"
REVISED = ("2000.2", FIGURE, "correction")
REMOVED = ("2000.3", "invented-removed", "removal-for-disclosure")


def revision(release: str, figure: str, kind: str) -> Revision:
    """An invented entry of the revisions."""
    where = Place("revisions.csv", 2)
    return Revision(release, "relabelled", figure, "value", "", "", kind, "Invented.", "", "a reader", "", where)


def tiny_site(into: Path, version: str, pages: Mapping[str, str]) -> Path:
    """A site of a few pages and an archive, all invented."""
    for path, text in {**pages, f"releases/unaccounted-{version}.zip": f"Invented archive {version}."}.items():
        (into / path).parent.mkdir(parents=True, exist_ok=True)
        (into / path).write_text(text, encoding="utf-8")
    return into


def built_site(built: Path, into: Path, version: str, pages: tuple[str, ...]) -> Path:
    """A few pages of a built site with what they load at first, said to be another version."""
    shutil.copytree(built / "assets", into / "assets", ignore=shutil.ignore_patterns("lunr", "vega.js", "*.map"))
    stated = (built / "en/index.html").read_text(encoding="utf-8").split('data-release="')[1].split('"')[0]
    texts = {page: (built / page).read_text(encoding="utf-8") for page in pages}
    said = {p: t.replace(f'data-release="{stated}"', f'data-release="{version}"') for p, t in texts.items()}
    said = {p: t.replace(f"This is release {stated};", f"This is release {version};") for p, t in said.items()}
    return tiny_site(into, version, said)


def deploy(repository: Repository, site: Path, version: str, revisions: tuple[tuple[str, str, str], ...] = ()) -> None:
    """Deploy a site and push the branch where readers get it from."""
    deploy_version(site, version, [revision(*entry) for entry in revisions], repository.root)
    repository.git("push", "--quiet", "origin", BRANCH)


def begin_published(root: Path) -> Repository:
    """A repository with one commit and a bare one beside it, to which it pushes."""
    repository = Repository(root / "checkout")
    repository.root.mkdir(parents=True)
    repository.git("init", "--quiet", "--initial-branch", "main")
    repository.git("init", "--quiet", "--bare", "../served.git")
    repository.git("remote", "add", "origin", "../served.git")
    repository.git("config", "user.name", "invented")
    repository.git("config", "user.email", "invented")
    repository.commit()
    return repository
