"""A copy of a database, made while others may write to it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from factdb.errors import DatabaseError
from factdb.storage.database import open_database, shown


def backup(url: str, target: Path) -> int:
    """Copy a SQLite database by its online backup; the copy takes its name when it is whole. How many bytes it has.

    DatabaseError for a server, which has its own tool, and for a file that is there already.
    """
    from sqlalchemy.engine import make_url

    open_database(url).dispose()
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        plain = shown(url).replace("+psycopg", "")
        raise DatabaseError("only SQLite files are copied by factdb", where=plain, next_step=f"Run pg_dump --format=custom --file={target} '{plain}'")
    if target.exists():
        raise DatabaseError("there is such a file already; it was left as it is", where=str(target), next_step="Name another one.")
    part = target.with_name(target.name + ".part")
    try:
        with closing(sqlite3.connect(parsed.database or "")) as source, closing(sqlite3.connect(part)) as copy:
            source.backup(copy)
            _examine(copy, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return target.stat().st_size


def _examine(copy: sqlite3.Connection, part: Path) -> None:
    # One file and no log beside it, so that the copy can be carried off as it is.
    copy.execute("PRAGMA journal_mode=DELETE")
    (said,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    if said != "ok":
        raise DatabaseError(f"the copy is damaged ({said})", where=str(part), next_step="Check the disk, and run `factdb doctor`.")
