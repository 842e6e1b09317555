"""Facts and findings kept from check to check, and triggers that tell which articles changed in between

A later migration that makes `article`, `publication`, `claim` or `decision` anew on SQLite drops their triggers with the old table: it has
to run `drop_triggers` and `make_triggers` of this one around that.

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_WATCHED = {"article": "id", "publication": "article_id", "claim": "article_id", "decision": "article_id"}
_EVENTS = {"insert": "new", "update": "new", "delete": "old"}
_TABLES = ("stale", "mark", "part", "part_article", "fact", "finding", "checked")

_INDEXED = (("stale", "article_id"), ("mark", "article_id"), ("fact", "id"), ("fact", "part_id"), ("finding", "article_id"), ("finding", "part_id"))


def upgrade() -> None:
    op.create_table("stale", _number(), _text("article_id"))
    op.create_table("mark", _key("word"), _key("article_id"), sa.Column("mass", sa.Integer(), nullable=False), sqlite_with_rowid=False)
    op.create_table("part", _key("id"), _text("claims"))
    op.create_table("part_article", _key("article_id"), _key("part_id"), sqlite_with_rowid=False)
    op.create_table("fact", _number(), _text("id"), _text("part_id"), sa.Column("conflicts", sa.Integer(), nullable=False), _text("body"))
    holds = sa.Column("holds", sa.Boolean(), nullable=False)
    op.create_table("finding", _number(), _text("article_id", True), _text("part_id", True), holds, _text("body"))
    op.create_table("checked", _key("fingerprint"))
    for table, column in _INDEXED:
        op.create_index(f"ix_{table}_{column}", table, [column])
    op.execute("INSERT INTO stale (article_id) SELECT id FROM article")
    make_triggers()


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), primary_key=True)


def _text(name: str, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=nullable)


def _number() -> sa.Column[int]:
    return sa.Column("number", sa.Integer(), primary_key=True)


def make_triggers() -> None:
    """Each row that is added, changed or deleted leaves its article's id in `stale`."""
    for table, column in _WATCHED.items():
        if op.get_bind().dialect.name == "sqlite":
            for event, row in _EVENTS.items():
                told = f"INSERT INTO stale (article_id) VALUES ({row}.{column});"
                op.get_bind().exec_driver_sql(f"CREATE TRIGGER stale_{table}_{event} AFTER {event} ON {table} BEGIN {told} END")
        else:
            _make_on_postgresql(table, column)


def _make_on_postgresql(table: str, column: str) -> None:
    """One row for each article of a statement, however many rows it touches."""
    for event, row in _EVENTS.items():
        name = f"stale_{table}_{event}"
        body = f"BEGIN INSERT INTO stale (article_id) SELECT DISTINCT {column} FROM touched; RETURN NULL; END"
        op.get_bind().exec_driver_sql(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$")
        op.get_bind().exec_driver_sql(
            f"CREATE TRIGGER {name} AFTER {event} ON {table} REFERENCING {row.upper()} TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
        )


def drop_triggers() -> None:
    for table in _WATCHED:
        for event in _EVENTS:
            on = "" if op.get_bind().dialect.name == "sqlite" else f" ON {table}"
            op.execute(f"DROP TRIGGER stale_{table}_{event}{on}")
            if on:
                op.execute(f"DROP FUNCTION stale_{table}_{event}()")


def downgrade() -> None:
    drop_triggers()
    for table in _TABLES:
        op.drop_table(table)
