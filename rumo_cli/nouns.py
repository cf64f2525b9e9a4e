"""Nouns as they agree with numbers: «1 вебинар», «2 вебинара», «5 вебинаров»."""

from typing import NamedTuple

from rumo_cli.text import plural


class Noun(NamedTuple):
    """A noun, or a phrase that ends in one, in the forms that numbers ask for.

    `few` is the form beside 2 and `many` that beside 5. `of_one` is the genitive beside 1, which
    is `few` unless an adjective stands in it («1 областного методического объединения», but
    «2 областных методических объединения»).
    """

    one: str
    few: str
    many: str
    of_one: str = ""

    def agreeing(self, number: int) -> str:
        """Return the form beside a number in the nominative: «122 вебинара»."""
        return plural(number, self.one, self.few, self.many)

    def agreeing_of(self, number: int) -> str:
        """Return the form beside a number in the genitive: «из 122 вебинаров»."""
        singular = self.of_one or self.few
        return plural(number, singular, self.many, self.many)

    def counted(self, number: int) -> str:
        """Return the number with its noun: «122 вебинара»."""
        return f"{number} {self.agreeing(number)}"

    def counted_of(self, number: int) -> str:
        """Return the number with its noun in the genitive: «122 вебинаров»."""
        return f"{number} {self.agreeing_of(number)}"
