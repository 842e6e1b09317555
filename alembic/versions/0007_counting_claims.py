"""Counting claims by kind or article and status without reading their rows

Revision ID: 0007
Revises: 0006
"""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("claim_kinds", "claim", ["kind", "status"])
    op.create_index("claim_articles", "claim", ["article_id", "status"])


def downgrade() -> None:
    op.drop_index("claim_articles", "claim")
    op.drop_index("claim_kinds", "claim")
