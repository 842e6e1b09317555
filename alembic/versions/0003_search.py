"""Search over the words of articles and claims: FTS5 kept by triggers on SQLite, expression indexes on PostgreSQL

A later migration that makes `article` or `claim` anew on SQLite drops their triggers with the old table: it has to run
`downgrade` and `upgrade` of this one around that. A test of the storage notices.

Revision ID: 0003
Revises: 0002
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# The columns of each table, and its searched words as an expression over a row; {0} is the row's prefix.
_TABLES = {
    "article": ("title, text", "coalesce({0}title, '') || ' ' || {0}text"),
    "claim": ("quote, subject, attribution", "{0}quote || ' ' || coalesce({0}subject, '') || ' ' || coalesce({0}attribution, '')"),
}
# Several indexes share one numbering, so that a row of FTS5 is found from the id; the index itself holds no second copy of the text.
_SQLITE_UP = """
CREATE TABLE search_{table}_key (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
CREATE VIRTUAL TABLE search_{table} USING fts5(words, content='', tokenize='porter unicode61 remove_diacritics 2');
INSERT INTO search_{table}_key (id) SELECT id FROM {table};
INSERT INTO search_{table} (rowid, words) SELECT number, {words} FROM {table} JOIN search_{table}_key USING (id);
CREATE TRIGGER search_{table}_added AFTER INSERT ON {table} BEGIN {put} END;
CREATE TRIGGER search_{table}_deleted AFTER DELETE ON {table} BEGIN {take} END;
CREATE TRIGGER search_{table}_changed AFTER UPDATE OF {columns} ON {table} WHEN {old} IS NOT {new} BEGIN {take} {put} END
"""
_PUT = """INSERT INTO search_{table}_key (id) VALUES (new.id)\\;
    INSERT INTO search_{table} (rowid, words) SELECT number, {new} FROM search_{table}_key WHERE id = new.id\\;"""
_TAKE = """INSERT INTO search_{table} (search_{table}, rowid, words) SELECT 'delete', number, {old} FROM search_{table}_key WHERE id = old.id\\;
    DELETE FROM search_{table}_key WHERE id = old.id\\;"""


def upgrade() -> None:
    for table, (columns, expression) in _TABLES.items():
        if op.get_bind().dialect.name == "sqlite":
            said = {"table": table, "columns": columns, "words": expression.format("")}
            said |= {"old": f"({expression.format('old.')})", "new": f"({expression.format('new.')})"}
            said |= {"put": _PUT.format(**said), "take": _TAKE.format(**said)}
            _run(_SQLITE_UP.format(**said))
        else:
            # PostgreSQL refuses a vector of more than a megabyte, so only the head of a very long text is found by its words.
            _run(f"CREATE INDEX search_{table} ON {table} USING gin (to_tsvector('english', left({expression.format('')}, 100000)))")


def downgrade() -> None:
    for table in _TABLES:
        if op.get_bind().dialect.name == "sqlite":
            triggers = "; ".join(f"DROP TRIGGER search_{table}_{when}" for when in ("added", "deleted", "changed"))
            _run(f"{triggers}; DROP TABLE search_{table}; DROP TABLE search_{table}_key")
        else:
            _run(f"DROP INDEX search_{table}")


def _run(script: str) -> None:
    """Run statements set apart by semicolons; one inside of a trigger is written with a backslash before it."""
    for statement in script.replace("\\;", "\0").split(";"):
        op.get_bind().exec_driver_sql(statement.replace("\0", ";"))
