"""Files made wrong: bytes, pieces and lines changed, left out, repeated or moved."""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Final, TypeAlias

from tests.fuzz.limits import LONGEST

Mutation: TypeAlias = Callable[[bytes, Sequence[bytes], Random], bytes]

# What has meant trouble to some reader of some format.
TROUBLE: Final = (
    *(b"", b"\0", b"\r", b"\r\n", b"\n\n", b"\t", b"\x1b[2J", b"\x85", b"\x7f"),
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"),
    *("\u2028".encode(), "\u200b".encode(), "\u0661".encode(), "é".encode()),
    *(rb"\ud800", rb"\u0000", b"\\", b"'", b'"', b"''", b'""', b"&", b"<", b">"),
    *(b"null", b"true", b"NaN", b"Infinity", b"-0", b"1e999", b"1E400", b"0.1"),
    *(b"9" * 400, b"9" * 5_000, b"-1", b"0", b"18446744073709551616"),
    *(b"0000-00-00", b"0001-01-01", b"9999-12-31", b"2023-02-29", b"2024-02-29"),
    *(b"2044-12-31", b"2045-01-01", b"1999-12-31", b"2026-11-23"),
    *(b"2026-03-29T01:30", b"2026-10-25T01:30:00+01:00", b"2026-11-23T24:00Z"),
    *(b"0001-01-01T00:00:00+14:00", b"9999-12-31T23:59:59.999999-12:00"),
    *(b"2026-11-23T23:59:60Z", b"2026-11-23 09:40Z", b"2026-11-23T09:40:00+23:59"),
    *(b"01/02/2024", b"29/02/2023", b"00/00/0000", b"31/12/9999", b"01/01/0001"),
)

_PIECES: Final = re.compile(rb"([\n,;:=<>{}\[\]()\"' ]+)")
_NUMBER: Final = re.compile(rb"\d+")


def mutate(data: bytes, words: Sequence[bytes], rng: Random) -> bytes:
    """Change a file in a few ways.

    Parameters
    ----------
    data
        The file.
    words
        What means something to its reader.
    rng
        The luck, seeded.
    """
    for _ in range(rng.choice((1, 1, 2, 3, 6))):
        data = rng.choice(_MUTATIONS)(data, words, rng)[:LONGEST]
    return data


def _flip(data: bytes, _: Sequence[bytes], rng: Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    changed = data[at : at + 1] and bytes([data[at] ^ 1 << rng.randrange(8)])
    return data[:at] + changed + data[at + 1 :]


def _cut(data: bytes, _: Sequence[bytes], rng: Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _leave_out(data: bytes, _: Sequence[bytes], rng: Random) -> bytes:
    start, end = _slice(len(data), rng)
    return data[:start] + data[end:]


def _repeat(data: bytes, _: Sequence[bytes], rng: Random) -> bytes:
    start, end = _slice(len(data), rng)
    return data[:start] + data[start:end] * rng.choice((2, 3, 30, 3000)) + data[end:]


def _insert(data: bytes, words: Sequence[bytes], rng: Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.choice(rng.choice((words, TROUBLE))) + data[at:]


def _replace_piece(data: bytes, words: Sequence[bytes], rng: Random) -> bytes:
    pieces = _PIECES.split(data)
    pieces[rng.randrange(len(pieces))] = rng.choice(rng.choice((words, TROUBLE)))
    return b"".join(pieces)


def _swap_pieces(data: bytes, _: Sequence[bytes], rng: Random) -> bytes:
    pieces = _PIECES.split(data)
    one, other = rng.randrange(len(pieces)), rng.randrange(len(pieces))
    pieces[one], pieces[other] = pieces[other], pieces[one]
    return b"".join(pieces)


def _drop_pieces(data: bytes, _: Sequence[bytes], rng: Random) -> bytes:
    return b"".join(_without(_PIECES.split(data), rng))


def _drop_lines(data: bytes, _: Sequence[bytes], rng: Random) -> bytes:
    return b"".join(_without(data.splitlines(keepends=True), rng))


def _move_lines(data: bytes, _: Sequence[bytes], rng: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    start, end = _slice(len(lines), rng)
    at = rng.randrange(len(lines) + 1)
    return b"".join((*lines[:at], *lines[start:end], *lines[at:]))


def _nudge_number(data: bytes, _: Sequence[bytes], rng: Random) -> bytes:
    found = [*_NUMBER.finditer(data)]
    if not found:
        return data
    one = rng.choice(found)
    number = int(one[0][:20]) + rng.choice((-1, 1, 2, 10, 100))
    nudged = b"%0*d" % (len(one[0]), max(number, 0))
    return data[: one.start()] + nudged + data[one.end() :]


def _recode(data: bytes, _: Sequence[bytes], rng: Random) -> bytes:
    if rng.random() < 0.5:
        return data.replace(b"\n", rng.choice((b"\r\n", b"\r", b"", b"\n\n")))
    text = data.decode("utf-8", "replace")
    return text.encode(rng.choice(("utf-8-sig", "utf-16", "latin-1")), "replace")


def _slice(length: int, rng: Random) -> tuple[int, int]:
    start = rng.randrange(length + 1)
    return start, min(length, start + 1 + int(rng.expovariate(0.1)))


def _without(pieces: list[bytes], rng: Random) -> list[bytes]:
    start, end = _slice(len(pieces), rng)
    return pieces[:start] + pieces[end:]


_MUTATIONS: Final[tuple[Mutation, ...]] = (
    *(_flip, _cut, _leave_out, _repeat, _recode, _nudge_number, _nudge_number),
    *(_insert, _insert, _replace_piece, _replace_piece, _replace_piece),
    *(_swap_pieces, _drop_pieces, _drop_lines, _move_lines),
)
