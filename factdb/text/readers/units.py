"""Paths to units: files by their suffix, folders with all that is in them, `-` for stdin, JSON Lines row by row."""

import io
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from factdb.errors import ReadError
from factdb.text.readers.unit import ReadOptions, Unit

FORMS = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
# White space and UTF-8's byte order mark.
_BLANK = b"\xef\xbb\xbf \t\r\n"
# What file managers leave in folders; nobody means these as articles.
_LITTER = frozenset({"thumbs.db", "desktop.ini"})


def units(paths: Iterable[str], options: ReadOptions, stdin: BinaryIO | None = None) -> Iterator[Unit | ReadError]:
    """Everything to read at these paths, in their order and sorted inside folders. `stdin` is what `-` stands for."""
    for path in paths:
        if path == "-":
            yield from _stdin(stdin or io.BytesIO(), options)
        elif Path(path).is_dir():
            yield from _folder(Path(path), options)
        else:
            yield from _file(Path(path), options)


def _folder(folder: Path, options: ReadOptions) -> Iterator[Unit | ReadError]:
    empty = True
    for path in _walk(folder):
        empty = False
        yield from _file(path, options)
    if empty:
        yield ReadError("no files in this folder", where=str(folder), next_step=f"Put articles ({', '.join(sorted(FORMS))}) there")


def _walk(folder: Path) -> Iterator[Path]:
    """Files of a folder and its folders, by name; hidden ones and links to folders are passed over."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here, name) for name in sorted(files) if not name.startswith(".") and name.lower() not in _LITTER)


def _file(path: Path, options: ReadOptions) -> Iterator[Unit | ReadError]:
    try:
        form = _form(path, options)
        if form == "jsonl":
            with path.open("rb") as lines:
                yield from _rows(lines, str(path), path.stem, options)
        else:
            yield Unit(str(path), path.stem, form, path=str(path))
    except ReadError as error:
        yield error
    except OSError as error:
        yield unreadable(str(path), error)


def _form(path: Path, options: ReadOptions) -> str:
    """The form of a file, after a look at its type and size but not at what is in it."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ReadError("not a file", where=str(path), next_step="Give a file or a folder; pipe other sources in with -")
    form = FORMS.get(path.suffix.lower())
    if form is None:
        kinds = ", ".join(sorted(FORMS))
        raise ReadError(f"files of type {path.suffix or '(none)'} are not read", where=str(path), next_step=f"Save it as one of {kinds}")
    if form == "jsonl":
        return form
    if status.st_size > options.max_bytes:
        raise too_big(str(path), status.st_size, options)
    return "digest" if options.split == "digest" and form == "txt" else form


def _stdin(stream: BinaryIO, options: ReadOptions) -> Iterator[Unit | ReadError]:
    """JSON Lines if the first character that is not blank is `{`, else one text."""
    head = b""
    while not head.strip(_BLANK) and len(head) <= options.max_bytes:
        line = stream.readline(options.max_bytes + 1)
        if not line:
            yield ReadError("nothing came in", where="stdin", next_step="Pipe a text or JSON Lines in")
            return
        head += line
    if head.lstrip(_BLANK).startswith(b"{"):
        yield from _rows(_Chained(head, stream), "stdin", "stdin", options)
        return
    data = head + stream.read(max(0, options.max_bytes + 1 - len(head)))
    if len(data) > options.max_bytes:
        yield too_big("stdin", len(data), options)
        return
    yield Unit("stdin", "stdin", "digest" if options.split == "digest" else "txt", data=data)


class _Chained:
    """What was read ahead of a stream, put back in front of it."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._stream = stream

    def readline(self, limit: int = -1) -> bytes:
        line = self._head.readline(limit)
        whole = line.endswith(b"\n") or len(line) == limit
        return line if whole else line + self._stream.readline(limit - len(line) if limit >= 0 else -1)


def _rows(lines: "BinaryIO | _Chained", where: str, stem: str, options: ReadOptions) -> Iterator[Unit | ReadError]:
    """The rows of JSON Lines. A line that is too long is read past in pieces and never held."""
    number, empty = 0, True
    while line := lines.readline(options.max_bytes + 1):
        number += 1
        place = f"{where}, line {number}"
        if len(line) > options.max_bytes and not line.endswith(b"\n"):
            size = len(line)
            while rest := lines.readline(options.max_bytes):
                size += len(rest)
                if rest.endswith(b"\n"):
                    break
            empty = False
            yield too_big(place, size, options)
        elif line.strip(_BLANK):
            empty = False
            yield Unit(place, stem if number == 1 else f"{stem}-{number}", "jsonl", data=line)
    if empty:
        yield ReadError("the file is empty", where=where, next_step="Give one JSON object a line")


def too_big(where: str, size: int, options: ReadOptions) -> ReadError:
    return ReadError(
        f"{size:,} bytes are more than the limit of {options.max_bytes:,} an article",
        where=where,
        next_step="Split it, or raise the limit with --max-bytes",
    )


def unreadable(where: str, error: OSError) -> ReadError:
    if isinstance(error, FileNotFoundError):
        return ReadError("no such file or folder", where=where, next_step="Check the path")
    return ReadError(error.strerror or str(error), where=where, next_step="Check that you may read it")
