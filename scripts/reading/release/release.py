"""A release: the package with its registers, figures, policy, charts and labels, all at one version."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scripts.reading.declarations.catalogs import ORIGINAL, Catalog, read_catalog, read_translated_versions
from scripts.reading.declarations.charts import Chart, FigureFilter, read_charts
from scripts.reading.declarations.conformance import Conformance, read_conformance
from scripts.reading.declarations.contact import Contact, read_contact
from scripts.reading.declarations.disclosure_policy import Policy, read_policy
from scripts.reading.declarations.labels import Labels, read_labels
from scripts.reading.declarations.markdown import Page, read_pages
from scripts.reading.package.decisions import Decision, read_decisions
from scripts.reading.package.descriptor import Package
from scripts.reading.package.expressions import Expression, evaluate, is_expression, referred_indicator
from scripts.reading.package.figures import Figure, Statement, read_figures, read_statements
from scripts.reading.package.registers import Code, Indicator, Registers, read_registers
from scripts.reading.package.relations import Relations, read_relations
from scripts.reading.package.revisions import Revision, RevisionClass, read_revisions
from scripts.reading.release.archives import NO_ARCHIVES, ReleaseArchives
from scripts.reading.release.newest import NewestFigures, newest_figures


@dataclass(frozen=True)
class Declarations:
    """The declarations of a package: policy, charts, labels, translations and contact."""

    policy: Policy
    charts: tuple[Chart, ...]
    labels: Mapping[str, Labels]
    catalogs: Mapping[str, Catalog]
    contact: Contact


@dataclass(frozen=True)
class Pages:
    """The pages that people write about a package, and how far it meets standards.

    translated: for each language its pages, each with the digest of the English page that was translated. tests: the
    folder of the tests, whose examples show what breaks each rule; None where no tests came with the pages.
    """

    markdown: tuple[Page, ...]
    translated: Mapping[str, Mapping[str, str]]
    conformance: Conformance
    tests: Path | None = None


@dataclass(frozen=True, kw_only=True)
class Release:
    """A package with everything that is published with it, and the archives of earlier releases."""

    package: Package
    registers: Registers
    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    relations: Relations
    decisions: tuple[Decision, ...]
    revisions: tuple[Revision, ...]
    declarations: Declarations
    pages: Pages
    archives: ReleaseArchives = NO_ARCHIVES

    @property
    def policy(self) -> Policy:
        """The disclosure policy."""
        return self.declarations.policy

    @property
    def labels(self) -> Mapping[str, Labels]:
        """The words of each language."""
        return self.declarations.labels

    @property
    def charts(self) -> tuple[Chart, ...]:
        """The charts in the order of their declaration."""
        return self.declarations.charts

    @cached_property
    def by_id(self) -> Mapping[str, Figure]:
        """Every figure by its id."""
        return {figure.id: figure for figure in self.figures}

    @cached_property
    def newest(self) -> NewestFigures:
        """The newest figure of each indicator and of each series of counts."""
        totals = (figure for figure in self.figures if not self.broken_down(figure))
        return newest_figures(totals, (f for f in self.figures if self.indicator_of(f).measure == "cumulative"))

    def figure_named(self, reference: str) -> Figure | None:
        """The figure that a text names by its id, or as the newest of an indicator (`newest: named-list`)."""
        return self.by_id.get(reference) or self.newest.of_indicator.get(referred_indicator(reference))

    def figures_in(self, reference: str) -> tuple[Figure, ...]:
        """Every figure that a reference or an expression names. Raises NotComputableError."""
        if is_expression(reference):
            expression = evaluate(reference, self.by_id)
            return expression.left, expression.right
        figure = self.figure_named(reference)
        return (figure,) if figure else ()

    @cached_property
    def derivations(self) -> Mapping[str, Expression]:
        """Every expression that a page binds, evaluated, by its text. Raises NotComputableError."""
        bound = (expression for page in self.pages.markdown for _, expression in page.bindings)
        return {expression: evaluate(expression, self.by_id) for expression in bound if is_expression(expression)}

    def figures_with_revision(self, kind: str) -> frozenset[str]:
        """The figures that have an entry of this class in `revisions.csv`, by their ids."""
        return frozenset(revision.figure for revision in self.revisions if revision.kind == kind)

    def is_withheld(self, revision: Revision) -> bool:
        """Whether nothing may be shown of what was in the cell that an entry is about: neither then nor since."""
        figure = None if self.is_definition(revision.resource) else self.by_id.get(revision.figure)
        return revision.kind == RevisionClass.REMOVAL or (figure is not None and figure.is_suppressed)

    def is_definition(self, resource: str) -> bool:
        """Whether a table defines what is counted: the indicators, or a code list."""
        return resource == "indicators" or resource in self.registers.code_lists

    def indicator_of(self, figure: Figure) -> Indicator:
        """What a figure counts."""
        return self.registers.indicators[figure.indicator]

    def code_of(self, figure: Figure, dimension: str) -> Code:
        """The code that a figure has in a dimension."""
        code_list = self.package.resources[figure.resource].references[dimension]
        return self.registers.code_lists[code_list][figure.dimensions[dimension]]

    def broken_down(self, figure: Figure) -> tuple[Code, ...]:
        """The codes by which a figure is a part of something larger: those that have a parent."""
        codes = (self.code_of(figure, dimension) for dimension in figure.dimensions)
        return tuple(code for code in codes if code.parent)

    def vintages_of(self, figure: Figure) -> Mapping[str, Figure]:
        """What each sealed release said of a figure, by version, oldest first; nothing where it is withheld now."""
        sealed = {} if figure.is_suppressed else self.archives.sealed
        return {version: earlier.by_id[figure.id] for version, earlier in sealed.items() if figure.id in earlier.by_id}

    def figures_of_table(self, resource: str) -> Sequence[Figure]:
        """The figures of a table, in its order; none for a table that has none."""
        return self._figures_by_table.get(resource, ())

    def select(self, rows: FigureFilter) -> tuple[Figure, ...]:
        """The figures that fit a filter of a chart."""
        return tuple(figure for figure in self.figures_of_table(rows.resource) if _fits(figure, rows.where))

    def figures_of(self, chart: Chart) -> tuple[Figure, ...]:
        """All figures of a chart."""
        rows, figures = self._figures_by_chart.get(chart.chart, ((), ()))
        # A chart that is not declared in this release may bear the name of one that is.
        return figures if rows == chart.rows else self._select_all(chart)

    def _select_all(self, chart: Chart) -> tuple[Figure, ...]:
        return tuple(figure for rows in chart.rows for figure in self.select(rows))

    @cached_property
    def _figures_by_table(self) -> Mapping[str, list[Figure]]:
        grouped: dict[str, list[Figure]] = {}
        for figure in self.figures:
            grouped.setdefault(figure.resource, []).append(figure)
        return grouped

    @cached_property
    def _figures_by_chart(self) -> Mapping[str, tuple[tuple[FigureFilter, ...], tuple[Figure, ...]]]:
        return {chart.chart: (chart.rows, self._select_all(chart)) for chart in self.charts}


def field_text(figure: Figure, field: str) -> str:
    """The content of a field or dimension of a figure, as the table has it."""
    if field == "figure":
        return figure.id
    content = figure.dimensions[field] if field in figure.dimensions else getattr(figure, field)
    return "" if content is None else str(content)


def read_release(
    package: Package, docs: Path | None = None, archives: ReleaseArchives = NO_ARCHIVES, tests: Path | None = None
) -> Release:
    """Read the release from a package whose structure is sound, with the pages about it and all earlier releases.

    Raises NotReadableError for a faulty declaration.
    """
    return Release(
        package=package,
        registers=read_registers(package),
        figures=read_figures(package),
        statements=read_statements(package),
        relations=read_relations(package),
        decisions=read_decisions(package),
        revisions=read_revisions(package),
        declarations=read_declarations(package.root),
        pages=Pages(read_pages(docs), read_translated_versions(docs), read_conformance(docs, tests), tests),
        archives=archives,
    )


def read_declarations(root: Path) -> Declarations:
    """Read every declaration in the folder of a package. Raises NotReadableError where one is faulty."""
    labels = read_labels(root)
    catalogs = {language: read_catalog(root, language) for language in labels if language != ORIGINAL}
    return Declarations(read_policy(root), read_charts(root), labels, catalogs, read_contact(root))


def _fits(figure: Figure, where: Mapping[str, tuple[str, ...]]) -> bool:
    return all(field_text(figure, field) in values for field, values in where.items())
