"""Near-copies of articles: their sketches, and which article each was copied from

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("article", sa.Column("syndicated_from", sa.String(), nullable=True))
    op.create_index("ix_article_syndicated_from", "article", ["syndicated_from"])
    shingle = op.create_table(
        "shingle",
        sa.Column("article_id", sa.String(), sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("shingle", sa.Integer(), primary_key=True),
    )
    op.create_index("ix_shingle_shingle", "shingle", ["shingle"])
    _sketch_all(shingle)


def _sketch_all(shingle: sa.Table) -> None:
    """Articles that are there already get their sketches, so that copies of them are seen."""
    from factdb.storage.copies import sketch

    held = op.get_bind().execute(sa.text("SELECT id, text FROM article")).all()
    rows = [{"article_id": article_id, "shingle": one} for article_id, text in held for one in sketch(text)]
    if rows:
        op.bulk_insert(shingle, rows)


def downgrade() -> None:
    op.drop_table("shingle")
    op.drop_index("ix_article_syndicated_from", "article")
    op.drop_column("article", "syndicated_from")  # not in a batch, which would make the table anew without its triggers
