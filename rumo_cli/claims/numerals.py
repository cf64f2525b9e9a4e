"""Whole numbers in words, in every case: «три», «двадцати четырёх», «пятью тысячами»."""

from collections.abc import Iterable, Iterator

_IRREGULAR = {
    1: "один одна одно одного одной одному одним одном одну",
    2: "два две двух двум двумя двое двоих",
    3: "три трех трем тремя трое троих",
    4: "четыре четырех четырем четырьмя четверо четверых",
    8: "восемь восьми восемью восьмью",
    40: "сорок сорока",
    90: "девяносто девяноста",
    100: "сто ста",
    200: "двести двухсот двумстам двумястами двухстах",
    300: "триста трехсот тремстам тремястами трехстах",
    400: "четыреста четырехсот четыремстам четырьмястами четырехстах",
}
_SOFT = {
    5: "пят", 6: "шест", 7: "сем", 9: "девят", 10: "десят", 11: "одиннадцат", 12: "двенадцат",
    13: "тринадцат", 14: "четырнадцат", 15: "пятнадцат", 16: "шестнадцат", 17: "семнадцат",
    18: "восемнадцат", 19: "девятнадцат", 20: "двадцат", 30: "тридцат",
}  # fmt: skip
_FIVES = {
    5: ("пять", "пяти", "пятью"), 6: ("шесть", "шести", "шестью"), 7: ("семь", "семи", "семью"),
    8: ("восемь", "восьми", "восемью"), 9: ("девять", "девяти", "девятью"),
}  # fmt: skip


def _forms() -> Iterator[tuple[str, int]]:
    for value, forms in _IRREGULAR.items():
        yield from ((form, value) for form in forms.split())
    for value, stem in _SOFT.items():
        yield from ((stem + ending, value) for ending in ("ь", "и", "ью"))
    for five, (plain, of, by) in _FIVES.items():
        tens = (f"{plain}десят", f"{of}десяти", f"{by}десятью") if five < 9 else ()
        yield from ((form, 10 * five) for form in tens)
        hundreds = (f"{plain}сот", f"{of}сот", f"{of}стам", f"{by}стами", f"{of}стах")
        yield from ((form, 100 * five) for form in hundreds)


VALUES = dict(_forms())
THOUSAND = r"тысяч(?:а|и|у|е|ей|ам|ами|ах)?|тыс\.?"
NUMERAL = "|".join(sorted(VALUES, key=len, reverse=True))
"""A pattern of one word of a number."""


def value_of(words: Iterable[str]) -> int | None:
    """Return what words of a number come to; None where they are several numbers in a row."""
    total, least = 0, 1000
    for word in words:
        value = VALUES[word]
        size = 100 if value >= 100 else 10 if value >= 20 else 1
        if size >= least or (least == 10 and value >= 10):
            return None
        total, least = total + value, size
    return total
