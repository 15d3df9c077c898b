"""A release as it is published: its package, its registers, and its day."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from scripts.checks import Cleared
from scripts.reading.declarations.contact import site_address
from scripts.reading.package.descriptor import Package, Resource
from scripts.reading.package.figures import figure_resources
from scripts.reading.package.frames import PackageFrames
from scripts.reading.package.registers import Registers
from scripts.reading.release.archives import ArchivedRelease, archive_stem

PAGES = "en/data"
_REGISTERS_SHOWN = ("statements", "sources", "originators", "indicators")


@dataclass(frozen=True)
class Publication:
    """One release with its day; `homepage` is the address of the whole site, empty where nobody has named one."""

    package: Package
    registers: Registers
    day: date
    homepage: str

    @property
    def version(self) -> str:
        """The release's version."""
        return self.package.version

    @property
    def title(self) -> str:
        """The title of the package."""
        return str(self.package.descriptor["title"])

    @property
    def description(self) -> str:
        """The description of the package."""
        return str(self.package.descriptor["description"])

    @property
    def licence(self) -> str:
        """The identifier of the licence (SPDX)."""
        return str(self.package.descriptor["licenses"][0]["name"])

    @property
    def licence_url(self) -> str:
        """The address of the licence."""
        return str(self.package.descriptor["licenses"][0]["path"])

    @property
    def keywords(self) -> list[str]:
        """The keywords of the package."""
        return list(self.package.descriptor["keywords"])

    @property
    def file(self) -> str:
        """The name of a file that holds the whole release, without its ending."""
        return archive_stem(self.version)

    @cached_property
    def frames(self) -> PackageFrames:
        """The tables as pandas frames."""
        return PackageFrames(self.package)

    def root(self, up: str) -> str:
        """Give the address of the site of this version: absolute where the homepage is known, else `up`, relative."""
        return site_address(self.package, self.homepage) or up

    def page(self, resource: Resource) -> str:
        """Give the path of the page that shows a table; that of the list of tables where it has none of its own."""
        shown = resource in figure_resources(self.package) or resource.name in _REGISTERS_SHOWN
        return f"{PAGES}/{resource.name if shown else 'index'}.html"


def current_publication(release: Cleared, created: date) -> Publication:
    """Give the release at hand; a sealed one with the day and the package of its archive, so that it never differs.

    The homepage is always that of the descriptor in the checkout.
    """
    now = unsealed_publication(release, created)
    sealed = release.archives.sealed.get(now.version)
    return archived_publication(sealed, now.homepage) if sealed else now


def unsealed_publication(release: Cleared, created: date) -> Publication:
    """Give the release as it is in the checkout."""
    homepage = str(release.package.descriptor.get("homepage", ""))
    return Publication(release.package, release.registers, created, homepage)


def archived_publication(sealed: ArchivedRelease, homepage: str) -> Publication:
    """Give a sealed release as it is in its archive."""
    return Publication(sealed.package, sealed.registers, date.fromisoformat(sealed.entry.sealed_on), homepage)


def all_publications(release: Cleared, created: date) -> tuple[Publication, ...]:
    """Give every release, oldest first: the sealed ones, then the one at hand where it is not sealed."""
    now = current_publication(release, created)
    sealed = (archived_publication(sealed, now.homepage) for sealed in release.archives.sealed.values())
    return (*(publication for publication in sealed if publication.version != now.version), now)
