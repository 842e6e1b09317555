"""Decisions about facts: pins, findings set aside, adopted values

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_BEFORE = ("verify", "correct", "reject", "unsure", "flag", "note", "add", "undo", "reviewed", "second", "adjudicate", "carry")
_SINCE = ("same", "different", "set_aside", "adopt")


def upgrade() -> None:
    _allow((*_BEFORE, *_SINCE))


def downgrade() -> None:
    gone = f"SELECT uid FROM decision WHERE what IN ({_listed(_SINCE)})"
    op.execute(sa.text(f"DELETE FROM decision WHERE undoes IN ({gone})"))
    op.execute(sa.text(f"DELETE FROM decision WHERE what IN ({_listed(_SINCE)})"))
    _allow(_BEFORE)


def _allow(decisions: tuple[str, ...]) -> None:
    with op.batch_alter_table("decision") as batch_op:
        batch_op.drop_constraint("decision_what", type_="check")
        batch_op.create_check_constraint("decision_what", f"what IN ({_listed(decisions)})")


def _listed(decisions: tuple[str, ...]) -> str:
    return ", ".join(f"'{what}'" for what in decisions)
