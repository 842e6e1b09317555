"""A copy is whole, also while somebody writes, and never replaces a file."""

import pytest
from sqlmodel import select
from storage_samples import NOW

from factdb.errors import DatabaseError
from factdb.review import By, decide
from factdb.storage.backup import backup
from factdb.storage.database import open_database, reading, writing
from factdb.storage.doctor import examine
from factdb.storage.tables import ClaimRow


def test_a_copy_is_made_beside_a_writer_or_the_servers_tool_is_named(stored, url, tmp_path):
    target = tmp_path / "copy.db"
    if url.startswith("postgresql"):
        with pytest.raises(DatabaseError, match="pg_dump --format=custom"):
            backup(url, target)
        return
    with writing(stored) as session:
        decide(session, "verify", session.exec(select(ClaimRow.id)).first(), By("ann", NOW))
        assert backup(url, target) == target.stat().st_size
    assert sorted(path.name for path in tmp_path.glob("copy*")) == ["copy.db"]
    engine = open_database(f"sqlite:///{target}")
    with reading(engine) as session:
        assert list(examine(session)) == []
        assert set(session.exec(select(ClaimRow.status))) == {"new"}, "what was not committed is not in the copy"
    engine.dispose()
    with pytest.raises(DatabaseError, match="left as it is"):
        backup(url, target)
