"""What a commit tells of its author is warned of, and never repeated. All addresses are invented."""

from importlib import import_module
from pkgutil import walk_packages

import pytest

import scripts
from scripts.checks import CHECKS, OTHER_SECTIONS
from scripts.checks.commit_metadata import check
from scripts.findings import Rule, as_text, is_clear
from scripts.git import ChangedFile, Signature

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def codes(signature: Signature, *files: ChangedFile) -> list[str]:
    findings = list(check([signature], files))
    assert is_clear(findings)
    text = as_text(findings)
    assert signature.address not in text
    assert signature.zone not in text
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("address", "zone", "expected"),
    [
        ("1+invented@users.noreply.example.org", "+0000", []),
        ("no-reply@example.org", "+0000", []),
        ("invented@example.org", "+0000", ["identity-address"]),
        ("noreplying@example.org", "+0000", ["identity-address"]),
        ("noreply@example.org", "+0300", ["identity-zone"]),
        ("invented@example.org", "-0330", ["identity-address", "identity-zone"]),
    ],
)
def test_an_address_and_a_clock_may_tell_too_much(address: str, zone: str, expected: list[str]) -> None:
    assert codes(Signature("commit 1", "author", address, zone)) == expected


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [
        ("a.png", PNG, 0),
        ("a.png", PNG + b"eXIf", 1),
        ("a.png", PNG + b"iTXtXML:com.adobe.xmp<x:xmpmeta", 2),
        ("a.jpg", b"\xff\xd8\xff\xe1\0\x10Exif\0\0", 1),
        ("a.docx", b"PK\x03\x04\0\0docProps/core.xml", 1),
        ("a.svg", b"<svg><metadata>", 1),
        ("a.py", b"# reads tEXt and /Author", 0),
    ],
)
def test_a_file_may_hold_data_about_itself(name: str, content: bytes, count: int) -> None:
    kept = Signature("commit 1", "author", "noreply@example.org", "+0000")
    assert (
        codes(kept, ChangedFile(name, content), ChangedFile("commit 1", content, is_message=True))
        == ["file-metadata"] * count
    )


def test_every_code_that_a_message_may_have_stands_on_the_page_of_checks() -> None:
    modules = [
        import_module(found.name)
        for found in walk_packages(scripts.__path__, "scripts.")
        if "__main__" not in found.name
    ]
    rules = {value.code for module in modules for value in vars(module).values() if isinstance(value, Rule)}
    assert len(rules) > 60
    assert {rule.code for section in (*CHECKS, *OTHER_SECTIONS) for rule in section.rules} == rules
