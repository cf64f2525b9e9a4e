"""What stands in the braces of a template: which words it may be, and where the wrong ones are."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from html import unescape
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

from rumo_cli.errors import Refused

_MARK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_TAG = re.compile(r"<[^>]*>")
_UNCLOSED = re.compile(r"innermost block that needs to be closed is '(\w+)'")
_NOT_A_NAME = (
    "в фигурных скобках можно только назвать поле ({{ номер }}), пройти по списку "
    "({% for вебинар in вебинары %}) и спросить, заполнено ли поле ({% if номер %})"
)

_NOT_BY_ITSELF = (
    "«{}» – не слово, а целые абзацы: поставьте его отдельным абзацем в тексте документа, не в "
    "таблице и не в колонтитуле, без других слов рядом"
)


class Vocabulary(NamedTuple):
    """The names that a template may use: of texts, and of lists with the names in their items.

    `blocks` are names of what takes the place of whole paragraphs; words may only ask for them.
    """

    texts: frozenset[str]
    lists: Mapping[str, frozenset[str]]
    blocks: frozenset[str] = frozenset()

    def within(self, item: str, items: str) -> "Vocabulary":
        """Return the names inside of a loop, those of its item as «вебинар.тема»."""
        own = (f"{item}.{name}" for name in self.lists[items])
        return self._replace(texts=self.texts.union(own))

    @property
    def told(self) -> str:
        """Return all names for a person."""
        lists = (f"в {name}: {', '.join(sorted(own))}" for name, own in self.lists.items())
        texts = sorted(name for name in self.texts if "." not in name)
        blocks = [f"отдельным абзацем: {', '.join(sorted(self.blocks))}"] if self.blocks else []
        return "; ".join([", ".join(texts), *lists, *blocks])


class _Fault(NamedTuple):
    """What is wrong in a template, and in which of its lines."""

    line: int
    what: str


def check_words(environment: Environment, source: str, vocabulary: Vocabulary) -> None:
    """Raise `Refused` for the first thing in a template that is not for it to say.

    A paragraph begins a line of the source, so that its text tells the place.
    """
    for fault in _faults(environment, source, vocabulary):
        raise _refused(fault.what, _paragraph(source.split("\n"), fault.line))


def check_braces(paragraphs: Iterable[str]) -> None:
    """Raise `Refused` for the first paragraph with a brace that belongs to no mark.

    A mark that is not closed would swallow the next paragraph before Jinja comes to see it.
    """
    for text in paragraphs:
        if re.search(r"[{}]", _MARK.sub("", text)):
            raise _refused("лишняя или непарная фигурная скобка", text)


def _refused(what: str, paragraph: str) -> Refused:
    return Refused(f"{what}; абзац: «{paragraph.strip()}».")


def _faults(environment: Environment, source: str, words: Vocabulary) -> Iterator[_Fault]:
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        yield _Fault(error.lineno, _syntax(error))
        return
    for node in tree.body:
        yield from _in_node(node, words)


def _in_node(node: nodes.Node, words: Vocabulary) -> Iterator[_Fault]:
    match node:
        case nodes.Output():
            for shown in node.nodes:
                if not isinstance(shown, nodes.TemplateData):
                    yield from _in_name(shown, words, words.texts)
        case nodes.If():
            yield from _in_name(node.test, words, words.texts.union(words.lists, words.blocks))
            for each in (*node.body, *node.elif_, *node.else_):
                yield from _in_node(each, words)
        case nodes.For(target=nodes.Name(), test=None, recursive=False):
            yield from _in_loop(node, words)
        case _:
            yield _Fault(node.lineno, _NOT_A_NAME)


def _in_loop(node: nodes.For, words: Vocabulary) -> Iterator[_Fault]:
    item, items = _dotted(node.target), _dotted(node.iter)
    if item is None or items is None or items not in words.lists:
        yield from _in_name(node.iter, words, frozenset(words.lists))
        return
    for each in node.body:
        yield from _in_node(each, words.within(item, items))
    for each in node.else_:
        yield from _in_node(each, words)


def _in_name(node: nodes.Node, words: Vocabulary, known: frozenset[str]) -> Iterator[_Fault]:
    node = node.node if isinstance(node, nodes.Not) else node
    name = _dotted(node)
    if name is None:
        yield _Fault(node.lineno, _NOT_A_NAME)
    elif name in words.blocks - known:
        yield _Fault(node.lineno, _NOT_BY_ITSELF.format(name))
    elif name not in known:
        yield _Fault(node.lineno, _unknown(name, words, known | words.blocks))


def _dotted(node: nodes.Node) -> str | None:
    """Return «номер» or «вебинар.тема»; nothing for whatever is no name."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr(node=nodes.Name(name=owner), attr=own):
            return f"{owner}.{own}"
    return None


def _unknown(name: str, words: Vocabulary, known: frozenset[str]) -> str:
    close = get_close_matches(name, sorted(known), 1)
    hint = f", похоже на «{close[0]}»" if close else ""
    return f"поле «{name}» здесь неизвестно{hint}. Есть поля: {words.told}"


def _syntax(error: TemplateSyntaxError) -> str:
    unclosed = _UNCLOSED.search(error.message or "")
    if unclosed:
        return f"нет конца: {{% end{unclosed[1]} %}}"
    return "фигурные скобки или слова в них стоят неверно"


def _paragraph(lines: list[str], number: int) -> str:
    """Return the text of a line, or of the nearest one above it that has a mark."""
    texts = [unescape(_TAG.sub("", line)).strip() for line in lines[:number]]
    return next((text for text in reversed(texts) if "{" in text or "}" in text), texts[-1])
