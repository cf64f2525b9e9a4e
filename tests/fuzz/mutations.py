"""Real files, spoilt the way that disks, programs and ill-wishers spoil them."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

Mutation = Callable[[bytes, Random], bytes]

_DATA = Path(__file__).parents[1] / "data"
SEEDS = sorted(
    file
    for file in _DATA.rglob("*")
    if file.suffix in {".csv", ".xlsx", ".xls", ".ods", ".docx", ".json"}
)
"""The files that are mutated: registers, workbooks, documents."""

_TOKENS = (
    b"", b"\0", b"\xff", b"\xef\xbb\xbf", b"\r", b'"', b'""', b";", b"\t", b"=", b"-1", b"1e999",
    b"99999999999999999999", b"31.02.2025", b"\xd1", b"<", b">", b"&#0;", b"&amp;", b"]]>", b"<!--",
    b'r="1048577"', b'ref="A1:XFD1048576"', b'val="2000000000"', b"A0", b"ZZZZ1", b"NaN", b"{",
    b"[", "\u202e".encode(), "е".encode("cp1251"), "№".encode(), "до".encode(),
)  # fmt: skip


def mutated(data: bytes, random: Random) -> bytes:
    """Return a file after one to four mutations; of an archive its parts are mutated as well."""
    for _ in range(random.randint(1, 4)):
        data = random.choice(_ALL if data.startswith(b"PK") else _OF_BYTES)(data, random)
    return data


def _flip(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 8) if data else 0):
        changed[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randint(0, len(data))]


def _drop(data: bytes, random: Random) -> bytes:
    start, end = _span(data, random)
    return data[:start] + data[end:]


def _repeat(data: bytes, random: Random) -> bytes:
    start, end = _span(data, random)
    return data[:end] + data[start:end] * random.randint(1, 20) + data[end:]


def _move(data: bytes, random: Random) -> bytes:
    start, end = _span(data, random)
    to = random.randint(0, len(data))
    return data[:to] + data[start:end] + data[to:]


def _insert(data: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + random.choice(_TOKENS) + data[at:]


def _swap_token(data: bytes, random: Random) -> bytes:
    start, end = _span(data, random, longest=12)
    return data[:start] + random.choice(_TOKENS) + data[end:]


def _splice(data: bytes, random: Random) -> bytes:
    other = random.choice(SEEDS).read_bytes()
    return data[: random.randint(0, len(data))] + other[random.randint(0, len(other)) :]


def _span(data: bytes, random: Random, longest: int = 400) -> tuple[int, int]:
    start = random.randint(0, len(data))
    return start, min(len(data), start + random.randint(1, longest))


def _change_part(data: bytes, random: Random) -> bytes:
    """Mutate one part of an archive and pack it soundly, so that its reader gets to see it."""
    parts = _parts(data)
    if parts:
        name = random.choice(list(parts))
        parts[name] = random.choice(_OF_BYTES)(parts[name], random)
    return _packed(parts) if parts else data


def _drop_part(data: bytes, random: Random) -> bytes:
    parts = _parts(data)
    if parts:
        del parts[random.choice(list(parts))]
    return _packed(parts) if parts else data


def _exchange_parts(data: bytes, random: Random) -> bytes:
    parts = _parts(data)
    if parts:
        first, second = random.choices(list(parts), k=2)
        parts[first], parts[second] = parts[second], parts[first]
    return _packed(parts) if parts else data


def _parts(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # noqa: BLE001 # An archive that was mutated may raise anything: it has none.
        return {}


def _packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


_OF_BYTES: tuple[Mutation, ...] = (
    _flip, _cut, _drop, _repeat, _move, _insert, _insert, _swap_token, _swap_token, _splice,
)  # fmt: skip
_OF_PARTS: tuple[Mutation, ...] = (_change_part,) * 8 + (_drop_part, _exchange_parts)
_ALL = _OF_PARTS * 2 + _OF_BYTES
