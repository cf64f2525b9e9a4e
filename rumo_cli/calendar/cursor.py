"""A place in a sequence of tokens, for grammar rules that try, take and step back."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias, TypeVar

from rumo_cli.calendar.tokens import Token, normalise, tokenise
from rumo_cli.calendar.words import Kind, Unit

T = TypeVar("T")
Rule: TypeAlias = Callable[["Cursor"], T]
"""A rule of the grammar: it takes tokens and returns what they say, or None."""


class Cursor:
    """The tokens of a text and the one that a rule reads next."""

    def __init__(self, text: str) -> None:
        self.text = normalise(text)
        self.tokens: Sequence[Token] = tokenise(self.text)
        self.place = 0

    @property
    def current(self) -> Token:
        """The next token; one of `Kind.END` after the last."""
        return self.tokens[self.place]

    @property
    def rest(self) -> Sequence[Token]:
        """The tokens that no rule has taken."""
        return self.tokens[self.place : -1]

    def take(self, *kinds: Kind, unit: Unit | None = None) -> Token | None:
        """Return the next token and step over it if it is of one of the kinds, else None."""
        token = self.current
        if token.kind not in kinds or (unit is not None and token.unit is not unit):
            return None
        self.place += 1
        return token

    def match(self, *kinds: Kind | Iterable[Kind]) -> tuple[Token, ...] | None:
        """Return the next tokens and step over them if they are of these kinds in turn."""
        following = self.tokens[self.place : self.place + len(kinds)]
        if len(following) < len(kinds):
            return None
        for token, kind in zip(following, kinds, strict=True):
            if token.kind not in ({kind} if isinstance(kind, Kind) else set(kind)):
                return None
        self.place += len(kinds)
        return tuple(following)

    def attempt(self, *rules: Rule[T]) -> T | None:
        """Return what the first rule that fits reads; a rule that does not fit moves nothing."""
        place = self.place
        for rule in rules:
            found = rule(self)
            if found is not None:
                return found
            self.place = place
        return None

    def take_until(self, kind: Kind) -> Sequence[Token]:
        """Return the tokens before the next one of a kind, and step over that too."""
        start = self.place
        while self.current.kind not in {kind, Kind.END}:
            self.place += 1
        taken = self.tokens[start : self.place]
        self.take(kind)
        return taken

    def since(self, token: Token) -> str:
        """Return the text from `token` to the last token that was taken, on one line."""
        return " ".join(self.text[token.start : self.tokens[self.place - 1].end].split())
