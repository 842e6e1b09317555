"""The tables

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_KINDS = ["trade_figure", "money_amount", "casualty_count", "count", "share", "change", "measurement", "duration", "rank", "meeting_date", "event_date"]
_UNDATED = sa.text("published_on IS NULL")


def upgrade() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("published_on", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("removed_at", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("sha256", "published_on", name="article_text_and_day"),
    )
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.create_index("article_undated_text", ["sha256"], unique=True, sqlite_where=_UNDATED, postgresql_where=_UNDATED)
        batch_op.create_index(batch_op.f("ix_article_name"), ["name"], unique=False)
        batch_op.create_index(batch_op.f("ix_article_published_on"), ["published_on"], unique=False)

    op.create_table(
        "extraction_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("rules", sa.String(), nullable=False),
        sa.Column("started_at", sa.String(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "claim",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("core_start", sa.Integer(), nullable=False),
        sa.Column("core_end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("value_number", sa.Float(), nullable=True),
        sa.Column("low", sa.String(), nullable=True),
        sa.Column("low_number", sa.Float(), nullable=True),
        sa.Column("high", sa.String(), nullable=True),
        sa.Column("high_number", sa.Float(), nullable=True),
        sa.Column("modifier", sa.String(), nullable=True),
        sa.Column("unit", sa.String(), nullable=True),
        sa.Column("period_start", sa.String(), nullable=True),
        sa.Column("period_end", sa.String(), nullable=True),
        sa.Column("attribution", sa.String(), nullable=True),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("flagged", sa.Boolean(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("reading", sa.String(), nullable=False),
        sa.Column("derivation", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN (" + ", ".join(f"'{kind}'" for kind in _KINDS) + ")",
            name="claim_kind",
        ),
        sa.CheckConstraint("status IN ('new', 'verified', 'corrected', 'rejected', 'unsure')", name="claim_status"),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
        ),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["extraction_run.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index("claim_place", ["article_id", "core_start"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_article_id"), ["article_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_confidence"), ["confidence"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_high_number"), ["high_number"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_kind"), ["kind"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_low_number"), ["low_number"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_run_id"), ["run_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_status"), ["status"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_value_number"), ["value_number"], unique=False)

    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("curator", sa.String(), nullable=False),
        sa.Column("decided_at", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("comment", sa.String(), nullable=True),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("batch", sa.String(), nullable=True),
        sa.Column("undoes", sa.String(), nullable=True),
        sa.CheckConstraint("what IN ('verify', 'correct', 'reject', 'unsure', 'flag', 'note', 'add', 'undo')", name="decision_what"),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
        ),
        sa.ForeignKeyConstraint(
            ["undoes"],
            ["decision.uid"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
        sa.UniqueConstraint("undoes"),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_article_id"), ["article_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_decision_batch"), ["batch"], unique=False)
        batch_op.create_index(batch_op.f("ix_decision_claim_id"), ["claim_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_decision_curator"), ["curator"], unique=False)
        batch_op.create_index(batch_op.f("ix_decision_decided_at"), ["decided_at"], unique=False)

    op.create_table(
        "publication",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("publisher", sa.String(), nullable=True),
        sa.Column("author", sa.String(), nullable=True),
        sa.Column("retrieved_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("publication", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_publication_article_id"), ["article_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_publication_url"), ["url"], unique=False)

    op.create_table(
        "casualty_count",
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("victims", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("place_code", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
        ),
        sa.PrimaryKeyConstraint("claim_id"),
    )
    with op.batch_alter_table("casualty_count", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_casualty_count_outcome"), ["outcome"], unique=False)
        batch_op.create_index(batch_op.f("ix_casualty_count_place_code"), ["place_code"], unique=False)

    op.create_table(
        "change",
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("direction", sa.String(), nullable=True),
        sa.Column("of", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
        ),
        sa.PrimaryKeyConstraint("claim_id"),
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_change_direction"), ["direction"], unique=False)

    op.create_table(
        "duration",
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("of", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
        ),
        sa.PrimaryKeyConstraint("claim_id"),
    )
    op.create_table(
        "event_date",
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("date_start", sa.String(), nullable=True),
        sa.Column("date_end", sa.String(), nullable=True),
        sa.Column("precision", sa.String(), nullable=True),
        sa.Column("event", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("place_code", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
        ),
        sa.PrimaryKeyConstraint("claim_id"),
    )
    with op.batch_alter_table("event_date", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_date_date_end"), ["date_end"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_date_date_start"), ["date_start"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_date_place_code"), ["place_code"], unique=False)

    op.create_table(
        "item_count",
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
        ),
        sa.PrimaryKeyConstraint("claim_id"),
    )
    op.create_table(
        "measurement",
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("of", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
        ),
        sa.PrimaryKeyConstraint("claim_id"),
    )
    op.create_table(
        "meeting_date",
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("date_start", sa.String(), nullable=True),
        sa.Column("date_end", sa.String(), nullable=True),
        sa.Column("precision", sa.String(), nullable=True),
        sa.Column("event", sa.String(), nullable=True),
        sa.Column("participants", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("place_code", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
        ),
        sa.PrimaryKeyConstraint("claim_id"),
    )
    with op.batch_alter_table("meeting_date", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_date_date_end"), ["date_end"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_date_date_start"), ["date_start"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_date_place_code"), ["place_code"], unique=False)

    op.create_table(
        "money_amount",
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
        ),
        sa.PrimaryKeyConstraint("claim_id"),
    )
    op.create_table(
        "rank",
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("of", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
        ),
        sa.PrimaryKeyConstraint("claim_id"),
    )
    op.create_table(
        "share",
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=True),
        sa.Column("whole", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
        ),
        sa.PrimaryKeyConstraint("claim_id"),
    )
    op.create_table(
        "trade_figure",
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("flow", sa.String(), nullable=True),
        sa.Column("reporter", sa.String(), nullable=True),
        sa.Column("reporter_code", sa.String(), nullable=True),
        sa.Column("partner", sa.String(), nullable=True),
        sa.Column("partner_code", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
        ),
        sa.PrimaryKeyConstraint("claim_id"),
    )
    with op.batch_alter_table("trade_figure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_trade_figure_flow"), ["flow"], unique=False)
        batch_op.create_index(batch_op.f("ix_trade_figure_partner_code"), ["partner_code"], unique=False)
        batch_op.create_index(batch_op.f("ix_trade_figure_reporter_code"), ["reporter_code"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("trade_figure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_trade_figure_reporter_code"))
        batch_op.drop_index(batch_op.f("ix_trade_figure_partner_code"))
        batch_op.drop_index(batch_op.f("ix_trade_figure_flow"))

    op.drop_table("trade_figure")
    op.drop_table("share")
    op.drop_table("rank")
    op.drop_table("money_amount")
    with op.batch_alter_table("meeting_date", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_date_place_code"))
        batch_op.drop_index(batch_op.f("ix_meeting_date_date_start"))
        batch_op.drop_index(batch_op.f("ix_meeting_date_date_end"))

    op.drop_table("meeting_date")
    op.drop_table("measurement")
    op.drop_table("item_count")
    with op.batch_alter_table("event_date", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_date_place_code"))
        batch_op.drop_index(batch_op.f("ix_event_date_date_start"))
        batch_op.drop_index(batch_op.f("ix_event_date_date_end"))

    op.drop_table("event_date")
    op.drop_table("duration")
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_change_direction"))

    op.drop_table("change")
    with op.batch_alter_table("casualty_count", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_casualty_count_place_code"))
        batch_op.drop_index(batch_op.f("ix_casualty_count_outcome"))

    op.drop_table("casualty_count")
    with op.batch_alter_table("publication", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_publication_url"))
        batch_op.drop_index(batch_op.f("ix_publication_article_id"))

    op.drop_table("publication")
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_decided_at"))
        batch_op.drop_index(batch_op.f("ix_decision_curator"))
        batch_op.drop_index(batch_op.f("ix_decision_claim_id"))
        batch_op.drop_index(batch_op.f("ix_decision_batch"))
        batch_op.drop_index(batch_op.f("ix_decision_article_id"))

    op.drop_table("decision")
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_value_number"))
        batch_op.drop_index(batch_op.f("ix_claim_status"))
        batch_op.drop_index(batch_op.f("ix_claim_run_id"))
        batch_op.drop_index(batch_op.f("ix_claim_low_number"))
        batch_op.drop_index(batch_op.f("ix_claim_kind"))
        batch_op.drop_index(batch_op.f("ix_claim_high_number"))
        batch_op.drop_index(batch_op.f("ix_claim_confidence"))
        batch_op.drop_index(batch_op.f("ix_claim_article_id"))
        batch_op.drop_index("claim_place")

    op.drop_table("claim")
    op.drop_table("extraction_run")
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_article_published_on"))
        batch_op.drop_index(batch_op.f("ix_article_name"))
        batch_op.drop_index("article_undated_text", sqlite_where=_UNDATED, postgresql_where=_UNDATED)

    op.drop_table("article")
