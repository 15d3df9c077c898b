"""Forms that point to a person are found, ordinary texts are left alone. All names and numbers are invented."""

import pytest

from scripts.disclosure.patterns import NAMES, NUMBERS, found_in, is_inn, is_snils


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("Страховой номер 112-233-445 95", "pension number"),
        ("ИНН 500100732259", "tax number"),
        ("паспорт 45 00 123456", "passport"),
        ("жетон АБ-123456", "military number"),
        ("в/ч 00000", "military unit number"),
        ("+7 (900) 000-00-00", "telephone"),
        ("8 900 0000000", "telephone"),
        ("+380 44 000 00 00", "telephone"),
        ("nobody@example.org", "e-mail"),
        ("https://t.me/invented_account", "account"),
        ("see @invented_account", "account"),
    ],
)
def test_numbers_and_accounts_are_found(text: str, pattern: str) -> None:
    assert pattern in list(found_in(text, NUMBERS))


@pytest.mark.parametrize(
    "text",
    [
        "Лунатиков Лунатик Месяцевич",
        "ЛУНАТИКОВ ЛУНАТИК МЕСЯЦЕВИЧ",
        "Лунатиковой Луне Месяцевне",
        "о Лунатике Ильиче",
        "Лунатиков Л.М.",
        "Л. М. Лунатиков",
        "Місяченко Лунатик Місяцьович",
        "Місяченко Луна Зорянівна",
        "Lunatikov Lunatik Mesyatsevich",
        "Lunatikov L.M.",
    ],
)
def test_forms_of_names_are_found(text: str) -> None:
    assert list(found_in(text, NAMES))


@pytest.mark.parametrize(
    "text",
    [
        "Human-rights commissioner of Sverdlovsk region",
        "В 2024 году 8 591 заявление, 20 040 дел",
        "From 2024-01-09 to 2025-12-05, 111569 cards",
        "https://x.com/DefenceHQ/status/1876584633103507960/photo/2",
        "Articles 337, 332 and 338; Federal Law No. 365-FZ of 24 September 2022",
        "Новый Компаньон, Важные истории, Медиазона",
        "U.S. Department of Defense",
        "Верховная Рада, в основном, Уголовный кодекс, Основной закон",
        "12345678901 and 123456789012 are numbers without a check digit",
    ],
)
def test_ordinary_texts_are_left_alone(text: str) -> None:
    assert list(found_in(text, (*NUMBERS, *NAMES))) == []


def test_check_numbers_are_those_of_the_offices() -> None:
    assert is_snils("112-233-445 95")
    assert not is_snils("112-233-445 96")
    assert is_inn("500100732259")
    assert not is_inn("500100732258")
