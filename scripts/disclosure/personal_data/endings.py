"""Endings by which patronymics and surnames are recognised, in all cases, each with an invented example.

The examples are divided into stem, ending and case by bars, so that this file holds nothing that looks like a name.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple


class NameEnding(NamedTuple):
    """The form of an ending, the endings of its cases, and an example; `bare` where it may also have no case ending."""

    form: str
    cases: str
    example: str
    bare: bool = True

    @property
    def pattern(self) -> str:
        """The ending as a regular expression."""
        cases = "|".join(self.cases.split())
        return f"{self.form}(?:{cases}){'?' if self.bare else ''}" if cases else self.form


_MALE = "а у ем ом е еві ові і"
_FEMALE = "а ы е у ой ою і и о єю"
PATRONYMICS = (
    NameEnding("[оеє]вич", _MALE, "месяц|евич|ем"),
    NameEnding("йович", _MALE, "гай|йович|у"),
    NameEnding("ьич", _MALE, "сол|ьич|а"),
    NameEnding("[оеё]вн", _FEMALE, "месяц|евн|ой", bare=False),
    NameEnding("[иі]чн", _FEMALE, "лун|ічн|а", bare=False),
    NameEnding("[іїи]вн", _FEMALE, "зор|івн|ою", bare=False),
)
STEMS_OF_SHORT_PATRONYMICS = ("иль", "фом", "кузьм", "никит", "лук", "савв", "ілл", "хом", "фок")
SHORT_PATRONYMIC = NameEnding("[иі]ч", "а у ем ом е", "лук|ич|а")

LATIN_PATRONYMICS = (
    NameEnding("[oe]vi(?:t?ch|č)", "", "mesyats|evich"),
    NameEnding("[oe]vych", "", "misyats|ovych"),
    NameEnding("[oe]wit?sch", "", "mesjaz|ewitsch"),
    NameEnding("[oe]vna", "", "mesyats|evna"),
    NameEnding("[iy]vna", "", "zor|ivna"),
    NameEnding("[iy]nichna", "", "lun|inichna"),
)
STEMS_OF_SHORT_LATIN_PATRONYMICS = ("il[’']?", "ill", "fom", "kuz[’']?m", "nikit", "luk", "savv", "khom", "fok")
SHORT_LATIN_PATRONYMIC = NameEnding("[iy]ch", "", "luk|ich")

TURKIC_PARTICLES = (
    "оглы", "оглу", "оғлы", "кызы", "гызы", "кизи", "қызы", "угли", "ўғли", "уулу", "улы", "ұлы",
    "ogl[yiu]", "oghlu", "[qkg][iy]z[iy]", "ugli", "uulu", "uly",
)  # fmt: skip
"""What follows the name of the father: son or daughter."""

_POSSESSIVE = "а у ым е ой их ым"
SURNAMES = (
    NameEnding("[оеё]в", _POSSESSIVE, "лунатик|ов|ым"),
    NameEnding("[иы]н", _POSSESSIVE, "месяц|ын|ой"),
    NameEnding("[сц]ьк?", "ий ого ому им а ої ій у ою", "місяч|ськ|ого", bare=False),
    NameEnding("[сц]к", "ий ого ому им ом ая ой ую", "лун|ск|ая", bare=False),
    NameEnding("енко", "", "місяч|енко"),
    NameEnding("ейко", "", "лун|ейко"),
    NameEnding("чук", "а у ом е ові ом і", "лун|чук|ові"),
    NameEnding("[юя]к", "а у ом е ові ом і", "місяч|як|у"),
    NameEnding("[иы]х", "", "лунат|ых"),
    NameEnding("швили", "", "луна|швили"),
    NameEnding("дзе", "", "луна|дзе"),
)
LATIN_SURNAMES = (
    NameEnding("[oe]v", "a", "lunatik|ov|a"),
    NameEnding("[iy]n", "a", "mesyats|yn|a"),
    NameEnding("[st]sk", "y i iy ii yi yy oy oi a aya aia", "luna|tsk|aya", bare=False),
    NameEnding("[zc]k", "yi yy iy ii a aya aia", "lun|ck|yi", bare=False),
    NameEnding("ko", "", "misyachen|ko"),
    NameEnding("lo", "", "misyach|lo"),
    NameEnding("ak", "", "misyach|ak"),
    NameEnding("chu?k", "", "lun|chuk"),
    NameEnding("[iy]uk", "", "lun|yuk"),
    NameEnding("ets", "", "lun|ets"),
    NameEnding("[iy]kh", "", "lunat|ykh"),
    NameEnding("shvili", "", "luna|shvili"),
    NameEnding("dze", "", "luna|dze"),
)


def any_ending(endings: Iterable[NameEnding]) -> str:
    """A regular expression for any of the endings."""
    return f"(?:{'|'.join(ending.pattern for ending in endings)})"


CYRILLIC_SURNAME = re.compile(f".+{any_ending(SURNAMES)}")
LATIN_SURNAME = re.compile(f".+{any_ending(LATIN_SURNAMES)}")
