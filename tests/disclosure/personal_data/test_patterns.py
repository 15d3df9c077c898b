"""Numbers that point to a person are found, ordinary texts are left alone. All numbers are invented."""

import pytest

from scripts.disclosure.personal_data.patterns import CODES, NUMBERS, found_in, is_inn, is_luhn, is_snils, without


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("Страховой номер 112-233-445 95", "pension number"),
        ("ИНН 500100732259", "tax number"),
        ("ІПН 1234567890", "tax number"),
        ("карта 4000 0012 3456 7899", "card number"),
        ("полис 2000001234567893", "card number"),
        ("паспорт 45 00 123456", "passport"),
        ("паспорт серии 4500123456", "passport"),
        ("АБ 123456", "military number"),
        ("А000АА 00", "number plate"),
        ("АА 0000 АА", "number plate"),
        ("00.00.1990 г.р.", "date of birth"),
        ("born 1 January", "date of birth"),
        ("+375 29 000-00-00", "telephone"),
        ("48.12345, 37.54321", "coordinates"),
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
    assert (pattern, 1) in list(found_in(text, NUMBERS))


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
        "0000 0000 0000 0000 and 4000 0012 3456 7890 are no cards",
        "From 0.123, 0.456 to 48.1, 37.5 per cent; 12.345 and 678.901",
        "12345678901 and 123456789012 are numbers without a check digit",
    ],
)
def test_ordinary_texts_are_left_alone(text: str) -> None:
    assert list(found_in(text, (*NUMBERS, *CODES))) == []


def test_check_numbers_are_those_of_the_offices() -> None:
    assert is_snils("112-233-445 95")
    assert not is_snils("112-233-445 96")
    assert is_inn("500100732259")
    assert not is_inn("500100732258")
    assert is_luhn("4000 0012 3456 7899")
    assert not is_luhn("4000 0012 3456 7890")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0123456789abcdef0123456789abcdef", "digest"),
        ("sha256:" + "0123456789ABCDEF" * 4, "digest"),
        ("SW52ZW50ZWQgYnl0ZXMgb2YgYW4gaW52ZW50ZWQgdGV4dA==", "encoded bytes"),
    ],
)
def test_digests_and_encoded_bytes_are_found_and_can_be_blanked(text: str, code: str) -> None:
    assert list(found_in(text, CODES)) == [(code, 1)]
    assert list(found_in(without(text, CODES), CODES)) == []


def test_the_line_of_a_number_is_told() -> None:
    assert list(found_in("one\ntwo\nв/ч 00000", NUMBERS)) == [("military unit number", 3)]
