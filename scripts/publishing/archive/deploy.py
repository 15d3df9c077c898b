"""Commits a built site to the branch that serves all versions; no earlier version is changed.

mike writes the version, its redirects from `latest/` and `versions.json`; it takes the site that was built and checked
and builds nothing itself. A second commit adds what mike does not write: which figures of earlier versions were changed
later, the sealed archives at an address without a version, and a first page. Both commits are made on a separate branch
first, so that the branch that is served stays as it was if anything stops the writing.
"""

import contextlib
from collections.abc import Collection, Iterator
from pathlib import Path

from jinja2 import Template
from mike import commands
from mike.git_utils import (
    Commit,
    FileInfo,
    GitError,
    delete_branch,
    file_mode,
    get_latest_commit,
    has_branch,
    update_ref,
)

from scripts.errors import RefusedError
from scripts.files import to_json
from scripts.reading.package.revisions import Revision, RevisionClass
from scripts.reading.release.archives import version_key

BRANCH = "gh-pages"
LATEST = "latest"
REDIRECT = Path(__file__).with_name("redirect.html")
_UNFINISHED = f"{BRANCH}-unfinished"


def deploy_version(site: Path, version: str, revisions: Collection[Revision], root: Path) -> None:
    """Commit a built site as a version to the branch of a checkout, all or nothing. Raises RefusedError."""
    site = site.resolve()
    with contextlib.chdir(root):
        refuse_deployment(version)
        try:
            _start_branch()
            _commit_version(site, version, revisions)
            update_ref(BRANCH, get_latest_commit(_UNFINISHED))
        except (GitError, OSError) as error:
            raise RefusedError(f"{BRANCH} – cannot be written: {error} – mend that; nothing is deployed.") from None
        finally:
            _delete_branch()


def refuse_deployment(version: str) -> None:
    """Raise RefusedError where a version, or a later one, is on the branch of the current folder."""
    deployed = {str(info.version) for info in commands.list_versions(BRANCH)}
    if version in deployed or _has_folder(version):
        raise RefusedError(f"Version {version} – is deployed and is never built again – raise the version.")
    later = [other for other in deployed if version_key(other) > version_key(version)]
    if later:
        raise RefusedError(f"Version {version} – is below {max(later, key=version_key)}, which is deployed – raise it.")


def changed_later(versions: Collection[str], revisions: Collection[Revision]) -> dict[str, dict[str, str]]:
    """List for each version the figures that later releases changed, each with the last release that did.

    Figures that were removed because they could identify somebody are left out: nobody shall be led to them.
    """
    shown = (revision for revision in revisions if revision.kind != RevisionClass.REMOVAL)
    ordered = sorted(shown, key=lambda revision: version_key(revision.release))
    removed = {revision.figure for revision in revisions if revision.kind == RevisionClass.REMOVAL}
    return {
        version: {
            revision.figure: revision.release
            for revision in ordered
            if version_key(revision.release) > version_key(version) and revision.figure not in removed
        }
        for version in sorted(versions, key=version_key)
    }


def _start_branch() -> None:
    """Start the separate branch at the commit of the served one."""
    _delete_branch()
    if has_branch(BRANCH):
        update_ref(_UNFINISHED, get_latest_commit(BRANCH))


def _delete_branch() -> None:
    if has_branch(_UNFINISHED):
        delete_branch(_UNFINISHED)


def _has_folder(name: str) -> bool:
    try:
        return file_mode(BRANCH, name) is not None
    except GitError:
        return False


def _commit_version(site: Path, version: str, revisions: Collection[Revision]) -> None:
    config = {"site_dir": str(site), "use_directory_urls": False}
    aliases = {"aliases": [LATEST], "update_aliases": True, "alias_type": commands.AliasType.redirect}
    message = f"Deploy release {version}"
    with commands.deploy(config, version, template=REDIRECT, branch=_UNFINISHED, message=message, **aliases):
        pass  # Here mike lets its caller build; the site is built.
    versions = [str(info.version) for info in commands.list_versions(_UNFINISHED)]
    with Commit(_UNFINISHED, f"Lay what all versions share beside release {version}", allow_empty=True) as commit:
        for path, content in _shared(site, changed_later(versions, revisions)):
            commit.add_file(FileInfo(path, content))


def _shared(site: Path, changed: dict[str, dict[str, str]]) -> Iterator[tuple[str, bytes]]:
    yield "corrected.json", to_json(changed, indent=1)
    redirect = Template(REDIRECT.read_text(encoding="utf-8"), autoescape=True, keep_trailing_newline=True)
    yield "index.html", redirect.render(href=f"{LATEST}/index.html").encode()
    for file in sorted((site / "releases").glob("*")):
        yield f"releases/{file.name}", file.read_bytes()
