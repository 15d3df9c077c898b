"""Names are found in every form in which lists print them, ordinary texts are left alone. All names are invented."""

import pytest

from scripts.disclosure.personal_data.dictionary import read_word
from scripts.disclosure.personal_data.names import IS_SURNAME, InitialsForm, initials_form, names_in
from tests.conftest import ROOT
from tests.disclosure.personal_data.generated_names import Invented, invented_names

NAMES = invented_names(600)
LEAST = 98.0


def recall(names: list[Invented]) -> dict[str, float]:
    found: dict[str, int] = {}
    for name in names:
        for form, text in name.forms().items():
            found[form] = found.get(form, 0) + any(True for _ in names_in(text))
    return {form: 100 * number / len(names) for form, number in found.items()}


@pytest.fixture(scope="module")
def measured() -> dict[str, dict[str, float]]:
    return {kind: recall(names) for kind, names in NAMES.items()}


def test_the_figures_are_printed(measured: dict[str, dict[str, float]], capsys: pytest.CaptureFixture[str]) -> None:
    bare = NAMES["Russian"][0].bare_forms()
    table = [f"Invented names that are found, of {len(NAMES['Russian'])} in each column, in per cent"]
    table += ["; ".join(f"{n}: {kind}" for n, kind in enumerate(measured, start=1))]
    table += [f"{'':28}" + "".join(f"{n:>7}" for n in range(1, len(measured) + 1))]
    for form in NAMES["Russian"][0].forms():
        mark = " (no threshold)" if form in bare else ""
        table.append(f"{form:28}" + "".join(f"{figures[form]:7.1f}" for figures in measured.values()) + mark)
    with capsys.disabled():
        print("\n\n" + "\n".join(table) + "\n")  # noqa: T201
    assert all(len(names) >= 300 for names in NAMES.values())


@pytest.mark.parametrize("kind", NAMES)
def test_nearly_every_name_is_found_in_every_form(kind: str, measured: dict[str, dict[str, float]]) -> None:
    bare = NAMES[kind][0].bare_forms()
    assert {form: figure for form, figure in measured[kind].items() if form not in bare and figure < LEAST} == {}


@pytest.mark.parametrize("kind", NAMES)
def test_most_names_are_found_even_in_two_words(kind: str, measured: dict[str, dict[str, float]]) -> None:
    assert measured[kind]["surname, given"] > 85


@pytest.mark.parametrize(
    "text",
    [
        "Лунатиков Лунатик Месяцевич",
        "ЛУНАТИКОВ ЛУНАТИК МЕСЯЦЕВИЧ",
        "Лунатиковой Луне Месяцевне",
        "о Лунатике Ильиче",
        "для лунатика месяцевича",
        "Лунатиков Л.М.",
        "Л. М. Лунатиков",
        "Лунатикова ЛМ",
        "Местоимён Л. М.",
        "Лунатиков Иван",
        "Иван\nЛунатиков",
        "Лунатиков, Иван",
        "Лунатиков\tИван",
        "Лунный-Лунатиков Иван",
        "Місяченко Лунатик Місяцьович",
        "Місяченко Луна Зорянівна",
        "Лунатик Месяц оглы",
        "Луна Месяц кызы",
        "Lunatikov Lunatik Mesyatsevich",
        "Lunatikova Luna Mesyatsevna",
        "invented-lunatikov-mesyatsevich",
        "Lunatik Mesyats ogly",
        "Lunatikov L.M.",
        "Lunatikov, L. M.",
        "Lunatikov Yu. Ya.",
        "L. Lunatikov",
        "Sergey Lunatikov",
        "LUNATIKOV SERGEI",
        "Tat’yana Lunatikova",
    ],
)
def test_forms_of_names_are_found(text: str) -> None:
    assert list(names_in(text))


@pytest.mark.parametrize(
    ("initials", "form", "words"),
    [
        ("Л.", InitialsForm.SINGLE, {"Лунатиков": True, "Местоимён": True, "Закон": False}),
        ("Yu.", InitialsForm.SINGLE, {"Lunatikov": True, "Law": False}),
        ("Л. М.", InitialsForm.SEPARATED, {"Лунатиков": True, "Закон": True}),
        ("Yu. Ya.", InitialsForm.SEPARATED, {"Lunatikov": True, "Law": True}),
        ("U.S.", InitialsForm.SEPARATED_STATE, {"Lunatikov": True, "Department": False}),
        ("ЛМ", InitialsForm.JOINED, {"Лунатиков": True, "Закон": False}),
        ("УК", InitialsForm.JOINED_ABBREVIATION, {"Иванов": True, "Местоимён": False, "Закон": False}),
        ("II", InitialsForm.JOINED_LATIN_ABBREVIATION, {"Lunatikov": False, "War": False}),
    ],
)
def test_initials_decide_which_words_beside_them_are_surnames(
    initials: str, form: InitialsForm, words: dict[str, bool]
) -> None:
    assert initials_form(initials) is form
    assert {word: IS_SURNAME[form](read_word(word)) for word in words} == words


def test_every_form_of_initials_is_decided() -> None:
    assert set(IS_SURNAME) == set(InitialsForm)


@pytest.mark.parametrize(
    "text",
    [
        "Human-rights commissioner of Sverdlovsk region",
        "Новый Компаньон, Важные истории, Медиазона",
        "Новая газета, Комсомольская правда, Настоящее Время",
        "U.S. Department of Defense; Washington, D.C.; U.N. Human Rights",
        "Верховная Рада, в основном, Уголовный кодекс, Основной закон",
        "УК РФ, ФЗ, Минобороны РФ, Президент РФ, ВС РФ, Генштаб ВС",
        "Владимир, Киров, Иваново и Роман-Кош",
        "Нижний Новгород, Великий Новгород, Ростов-на-Дону, Сергиев Посад, Барановичи",
        "Articles 337, 332 and 338; Part A, Part B; Nicholas II; World War II",
        "Victoria’s Moonland’s; Roman America’s law",
        "Rostov region, Kirov region, Saratov, Berlin and Roman law",
        "Міноборони України, Верховна Рада, порівняно, публічна інформація",
    ],
)
def test_ordinary_texts_are_left_alone(text: str) -> None:
    assert list(names_in(text)) == []


def test_nothing_in_the_published_texts_is_taken_for_a_name() -> None:
    files = [
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        *(ROOT / "datapackage").rglob("*.*"),
        *(ROOT / "docs/en").rglob("*.md"),
    ]
    texts = {path: path.read_text(encoding="utf-8") for path in files}
    assert len(texts) > 80
    assert {path.name: list(names_in(text)) for path, text in texts.items() if any(True for _ in names_in(text))} == {}
