"""Rates of exchange and reference figures

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rate",
        sa.Column("currency", sa.String(), primary_key=True),
        sa.Column("day", sa.String(), primary_key=True),
        sa.Column("dollars", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
    )
    op.create_table(
        "reference",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.UniqueConstraint("subject", "measure", "unit", "period", "source", name="reference_once"),
    )
    op.create_index("ix_reference_subject", "reference", ["subject"])


def downgrade() -> None:
    op.drop_table("reference")
    op.drop_table("rate")
