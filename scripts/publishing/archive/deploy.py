"""Lays a built site beside the earlier versions on the branch that serves them; no earlier version is touched.

mike writes the version, its redirects from `latest/` and `versions.json`; it gets the site that was built and checked
and builds nothing itself. What mike has no word for follows in a second commit: which figures of old versions were
changed later, the sealed archives at an address without a version, and a first page. Both are made on a branch of their
own first, so that whatever stops the writing, the branch that is served stays as it was.
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
from scripts.reading.package.revisions import Revision
from scripts.reading.release.archives import version_key

BRANCH = "gh-pages"
LATEST = "latest"
REDIRECT = Path(__file__).with_name("redirect.html")
UNTOLD = "removal-for-disclosure"

_ASIDE = f"{BRANCH}-unfinished"


def deploy_version(site: Path, version: str, revisions: Collection[Revision], root: Path) -> None:
    """Commit a built site as a version to the branch of a checkout, all or nothing. Raises RefusedError."""
    site = site.resolve()
    with contextlib.chdir(root):
        refuse_deployment(version)
        try:
            _begin()
            _lay(site, version, revisions)
            update_ref(BRANCH, get_latest_commit(_ASIDE))
        except (GitError, OSError) as error:
            raise RefusedError(f"{BRANCH} – cannot be written: {error} – mend that; nothing is deployed.") from None
        finally:
            _clear_away()


def refuse_deployment(version: str) -> None:
    """Raise RefusedError where a version stands on the branch of the folder at hand, or a later one does."""
    deployed = {str(info.version) for info in commands.list_versions(BRANCH)}
    if version in deployed or _has_folder(version):
        raise RefusedError(f"Version {version} – is deployed and is never built again – raise the version.")
    later = [other for other in deployed if version_key(other) > version_key(version)]
    if later:
        raise RefusedError(f"Version {version} – is below {max(later, key=version_key)}, which is deployed – raise it.")


def changed_later(versions: Collection[str], revisions: Collection[Revision]) -> dict[str, dict[str, str]]:
    """For each version the figures that later releases changed, each with the last release that did.

    Figures that were removed because they could identify somebody are left out: nobody shall be led to them.
    """
    told = sorted((r for r in revisions if r.kind != UNTOLD), key=lambda revision: version_key(revision.release))
    untold = {revision.figure for revision in revisions if revision.kind == UNTOLD}
    return {
        version: {
            revision.figure: revision.release
            for revision in told
            if version_key(revision.release) > version_key(version) and revision.figure not in untold
        }
        for version in sorted(versions, key=version_key)
    }


def _begin() -> None:
    """Start the branch aside where the served one stands."""
    _clear_away()
    if has_branch(BRANCH):
        update_ref(_ASIDE, get_latest_commit(BRANCH))


def _clear_away() -> None:
    if has_branch(_ASIDE):
        delete_branch(_ASIDE)


def _has_folder(name: str) -> bool:
    try:
        return file_mode(BRANCH, name) is not None
    except GitError:
        return False


def _lay(site: Path, version: str, revisions: Collection[Revision]) -> None:
    config = {"site_dir": str(site), "use_directory_urls": False}
    aliases = {"aliases": [LATEST], "update_aliases": True, "alias_type": commands.AliasType.redirect}
    message = f"Deploy release {version}"
    with commands.deploy(config, version, template=REDIRECT, branch=_ASIDE, message=message, **aliases):
        pass  # Here mike lets its caller build; the site is built.
    versions = [str(info.version) for info in commands.list_versions(_ASIDE)]
    with Commit(_ASIDE, f"Lay what all versions share beside release {version}", allow_empty=True) as commit:
        for path, content in _shared(site, changed_later(versions, revisions)):
            commit.add_file(FileInfo(path, content))


def _shared(site: Path, changed: dict[str, dict[str, str]]) -> Iterator[tuple[str, bytes]]:
    yield "corrected.json", to_json(changed, indent=1)
    redirect = Template(REDIRECT.read_text(encoding="utf-8"), autoescape=True, keep_trailing_newline=True)
    yield "index.html", redirect.render(href=f"{LATEST}/index.html").encode()
    for file in sorted((site / "releases").glob("*")):
        yield f"releases/{file.name}", file.read_bytes()
