"""What review needs: leases, claims put off, versions of articles, more kinds of decision

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_BEFORE = ("verify", "correct", "reject", "unsure", "flag", "note", "add", "undo")
_SINCE = ("reviewed", "second", "adjudicate", "carry")


def upgrade() -> None:
    op.create_table(
        "lease",
        sa.Column("claim_id", sa.String(), primary_key=True),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("curator", sa.String(), nullable=False),
        sa.Column("until", sa.String(), nullable=False),
    )
    op.create_index("ix_lease_holder", "lease", ["holder"])
    op.create_table(
        "skip",
        sa.Column("curator", sa.String(), primary_key=True),
        sa.Column("claim_id", sa.String(), primary_key=True),
        sa.Column("skipped_at", sa.String(), nullable=False),
    )
    op.add_column("article", sa.Column("superseded_by", sa.String(), nullable=True))
    op.create_index("ix_article_superseded_by", "article", ["superseded_by"])
    op.create_index("claim_by_confidence", "claim", ["status", "confidence", "id"])
    op.create_index("claim_by_value", "claim", ["status", "value_number", "id"])
    _allow((*_BEFORE, *_SINCE))


def downgrade() -> None:
    op.execute(sa.text("DELETE FROM decision WHERE what IN (" + _listed(_SINCE) + ")"))
    _allow(_BEFORE)
    op.drop_index("claim_by_value", "claim")
    op.drop_index("claim_by_confidence", "claim")
    with op.batch_alter_table("article") as batch_op:
        batch_op.drop_index("ix_article_superseded_by")
        batch_op.drop_column("superseded_by")
    op.drop_table("skip")
    op.drop_table("lease")


def _allow(decisions: tuple[str, ...]) -> None:
    with op.batch_alter_table("decision") as batch_op:
        batch_op.drop_constraint("decision_what", type_="check")
        batch_op.create_check_constraint("decision_what", f"what IN ({_listed(decisions)})")


def _listed(decisions: tuple[str, ...]) -> str:
    return ", ".join(f"'{what}'" for what in decisions)
