"""What the forms of a webinar are called beside numbers: «2 круглых стола»."""

from collections.abc import Mapping

from rumo_cli.nouns import Noun

FORM_NOUNS: Mapping[str, Noun] = {
    "webinar": Noun("вебинар", "вебинара", "вебинаров"),
    "consultation": Noun("консультация", "консультации", "консультаций"),
    "round_table": Noun("круглый стол", "круглых стола", "круглых столов", "круглого стола"),
    "master_class": Noun("мастер-класс", "мастер-класса", "мастер-классов"),
    "seminar": Noun("семинар", "семинара", "семинаров"),
}
"""The nouns by form, in the order in which texts count them."""
