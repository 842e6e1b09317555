"""One log of two databases: what both took back stays taken back twice, and no two decisions on a claim have the same time

Revision ID: 0008
Revises: 0007
"""

from datetime import datetime, timedelta

import sqlalchemy as sa

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_NAMES = {"uq": "%(table_name)s_%(column_0_name)s_key"}  # as PostgreSQL names it; SQLite has no name
_DECISIONS = sa.table("decision", *(sa.column(name) for name in ("id", "claim_id", "decided_at", "undoes")))


def upgrade() -> None:
    with op.batch_alter_table("decision", naming_convention=_NAMES) as batch_op:
        batch_op.drop_constraint("decision_undoes_key", type_="unique")
        batch_op.create_index("ix_decision_undoes", ["undoes"])
    _mend_times()
    _part_ties()


def downgrade() -> None:
    op.execute("DELETE FROM decision WHERE undoes IS NOT NULL AND id NOT IN (SELECT min(id) FROM decision GROUP BY undoes)")
    with op.batch_alter_table("decision", naming_convention=_NAMES) as batch_op:
        batch_op.drop_index("ix_decision_undoes")
        batch_op.create_unique_constraint("decision_undoes_key", ["undoes"])


def _mend_times() -> None:
    """A dump that somebody had changed by hand could bring a time that is none; such a line takes that of the line before it."""
    last = "1970-01-01T00:00:00+00:00"
    for number, at in op.get_bind().execute(sa.select(_DECISIONS.c.id, _DECISIONS.c.decided_at).order_by(_DECISIONS.c.id)).all():
        if _is_time(at):
            last = at
        else:
            op.execute(sa.update(_DECISIONS).where(_DECISIONS.c.id == number).values(decided_at=last))


def _is_time(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _part_ties() -> None:
    """Decisions on a claim were told apart by number where their times are the same; now by time alone."""
    tied = sa.select(_DECISIONS.c.claim_id).group_by(_DECISIONS.c.claim_id, _DECISIONS.c.decided_at).having(sa.func.count() > 1).distinct()
    for claim_id in op.get_bind().execute(tied).scalars().all():
        last = ""
        of_claim = sa.select(_DECISIONS.c.id, _DECISIONS.c.decided_at).where(_DECISIONS.c.claim_id == claim_id)
        for number, at in op.get_bind().execute(of_claim.order_by(_DECISIONS.c.decided_at, _DECISIONS.c.id)).all():
            last = at if at > last else (datetime.fromisoformat(last) + timedelta(microseconds=1)).isoformat()
            op.execute(sa.update(_DECISIONS).where(_DECISIONS.c.id == number).values(decided_at=last))
