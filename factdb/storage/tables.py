"""The tables. Their schema is made by the migrations in `alembic/`; a test holds the two against each other.

Days and times are ISO 8601 text, times in UTC. Exact decimals are text, since SQLite would pass a Decimal through a
float, with a `_number` column beside it for ranges. Table classes do not validate what they are given.
"""

from typing import ClassVar

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from factdb.claims.schema import KINDS

DECISIONS = (
    "verify",
    "correct",
    "reject",
    "unsure",
    "flag",
    "note",
    "add",
    "undo",
    "reviewed",
    "second",
    "adjudicate",
    "carry",
    "same",
    "different",
    "set_aside",
    "adopt",
)


class ArticleRow(SQLModel, table=True):
    """A text as read. `name` is the id that the source gave; a removed article keeps its row, without text.

    `superseded_by` is the id of the next version under the same url, `syndicated_from` that of the article which this is a near-copy of.
    """

    __tablename__ = "article"
    __table_args__: ClassVar = (
        UniqueConstraint("sha256", "published_on", name="article_text_and_day"),
        Index("article_undated_text", "sha256", unique=True, sqlite_where=text("published_on IS NULL"), postgresql_where=text("published_on IS NULL")),
    )
    id: str = Field(primary_key=True)
    name: str = Field(index=True)
    text: str
    sha256: str
    title: str | None = None
    published_on: str | None = Field(default=None, index=True)
    language: str | None = None
    removed_at: str | None = None
    superseded_by: str | None = Field(default=None, index=True)
    syndicated_from: str | None = Field(default=None, index=True)


class PublicationRow(SQLModel, table=True):
    """One appearance of an article."""

    __tablename__ = "publication"
    id: int | None = Field(default=None, primary_key=True)
    article_id: str = Field(foreign_key="article.id", index=True)
    url: str | None = Field(default=None, index=True)
    publisher: str | None = None
    author: str | None = None
    retrieved_at: str


class ShingleRow(SQLModel, table=True):
    """One hash of the sketch by which near-copies of an article are found."""

    __tablename__ = "shingle"
    article_id: str = Field(foreign_key="article.id", primary_key=True)
    shingle: int = Field(primary_key=True, index=True)


class ExtractionRunRow(SQLModel, table=True):
    """One run of the extractor: its version, the fingerprint of its rules and word lists, and what came of it."""

    __tablename__ = "extraction_run"
    id: int | None = Field(default=None, primary_key=True)
    version: str
    rules: str
    started_at: str
    articles: int = 0
    claims: int = 0


class ClaimRow(SQLModel, table=True):
    """The common fields of a claim.

    `core_start` and `core_end` are the number's or date's own code points at first sight, from which the id was minted.
    `reading` is the extractor's latest reading as JSON, the ground on which the decisions are laid; `derivation` how it
    came about. `origin` is extractor or curator. `gone` marks a decided claim that the latest rules no longer find.
    """

    __tablename__ = "claim"
    __table_args__: ClassVar = (
        CheckConstraint("status IN ('new', 'verified', 'corrected', 'rejected', 'unsure')", name="claim_status"),
        CheckConstraint("kind IN (" + ", ".join(f"'{kind}'" for kind in KINDS) + ")", name="claim_kind"),
        Index("claim_place", "article_id", "core_start"),
        Index("claim_kinds", "kind", "status"),
        Index("claim_articles", "article_id", "status"),
        Index("claim_by_confidence", "status", "confidence", "id"),
        Index("claim_by_value", "status", "value_number", "id"),
    )
    id: str = Field(primary_key=True)
    article_id: str = Field(foreign_key="article.id", index=True)
    run_id: int | None = Field(default=None, foreign_key="extraction_run.id", index=True)
    kind: str = Field(index=True)
    start: int
    end: int
    core_start: int
    core_end: int
    quote: str
    value: str | None = None
    value_number: float | None = Field(default=None, index=True)
    low: str | None = None
    low_number: float | None = Field(default=None, index=True)
    high: str | None = None
    high_number: float | None = Field(default=None, index=True)
    modifier: str | None = None
    unit: str | None = None
    period_start: str | None = None
    period_end: str | None = None
    attribution: str | None = None
    subject: str | None = None
    stance: str = "asserted"
    rule: str
    confidence: float = Field(index=True)
    status: str = Field(default="new", index=True)
    flagged: bool = False
    gone: bool = False
    origin: str = "extractor"
    reading: str
    derivation: str


class DecisionRow(SQLModel, table=True):
    """One line of the log. Rows are only ever added.

    `claim_id` is no foreign key: the log outlives a claim whose adding was undone and an article that was removed; a
    `reviewed` is about the article and has its id there. `second` is a blind second reading, which changes nothing;
    `adjudicate` settles readings that differ; `carry` brings a decision over from an earlier version of the article. `same` and
    `different` pin a claim and the `other` of `after` as one fact or two, `set_aside` closes the finding on the claim and the `others`, `adopt`
    ranks the claim in its fact: none of them changes the claim. `before`
    and `after` are JSON objects of the fields that the decision sets; `undoes` is the uid of the decision that an undo takes back; two databases that were
    merged may both have taken it back.
    """

    __tablename__ = "decision"
    __table_args__: ClassVar = (CheckConstraint("what IN (" + ", ".join(f"'{what}'" for what in DECISIONS) + ")", name="decision_what"),)
    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    claim_id: str = Field(index=True)
    article_id: str = Field(foreign_key="article.id", index=True)
    curator: str = Field(index=True)
    decided_at: str = Field(index=True)
    what: str
    reason: str | None = None
    comment: str | None = None
    before: str
    after: str
    batch: str | None = Field(default=None, index=True)
    undoes: str | None = Field(default=None, foreign_key="decision.uid", index=True)


class LeaseRow(SQLModel, table=True):
    """A claim that somebody has on screen until a time. `holder` is one session of a curator, who may have several."""

    __tablename__ = "lease"
    claim_id: str = Field(primary_key=True)
    holder: str = Field(index=True)
    curator: str
    until: str


class SkipRow(SQLModel, table=True):
    """A claim that a curator put off: it comes back when the others are done, the longest put off first."""

    __tablename__ = "skip"
    curator: str = Field(primary_key=True)
    claim_id: str = Field(primary_key=True)
    skipped_at: str


class RateRow(SQLModel, table=True):
    """What one unit of a currency was worth in US dollars on a day, as exact text."""

    __tablename__ = "rate"
    currency: str = Field(primary_key=True)
    day: str = Field(primary_key=True)
    dollars: str
    source: str | None = None


class ReferenceRow(SQLModel, table=True):
    """A value of a reference table: what `measure` was for `subject` in `period` (ISO 8601: a year, month or day)."""

    __tablename__ = "reference"
    __table_args__: ClassVar = (UniqueConstraint("subject", "measure", "unit", "period", "source", name="reference_once"),)
    id: int | None = Field(default=None, primary_key=True)
    subject: str = Field(index=True)
    measure: str
    unit: str
    period: str
    value: str
    source: str


class StaleRow(SQLModel, table=True):
    """That an article, its claims or the decisions on them changed since the last check. Triggers add the rows, `factdb.checks.renewal` takes them."""

    __tablename__ = "stale"
    number: int | None = Field(default=None, primary_key=True)
    article_id: str = Field(index=True)


class MarkRow(SQLModel, table=True):
    """A rare word by which an article is found when articles are compared; `mass` is the sum over all words of the article."""

    __tablename__ = "mark"
    __table_args__: ClassVar = {"sqlite_with_rowid": False}
    word: str = Field(primary_key=True)
    article_id: str = Field(primary_key=True, index=True)
    mass: int


class PartRow(SQLModel, table=True):
    """Claims that hang together when articles are compared, as a JSON list of their ids; the least of them is the id of the part."""

    __tablename__ = "part"
    id: str = Field(primary_key=True)
    claims: str


class PartArticleRow(SQLModel, table=True):
    """An article that claims of a part stand in."""

    __tablename__ = "part_article"
    __table_args__: ClassVar = {"sqlite_with_rowid": False}
    article_id: str = Field(primary_key=True)
    part_id: str = Field(primary_key=True)


class FactRow(SQLModel, table=True):
    """A fact as the last check found it: as JSON its claims in order and the verdict on each two of them."""

    __tablename__ = "fact"
    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(index=True)
    part_id: str = Field(index=True)
    conflicts: int
    body: str


class FindingRow(SQLModel, table=True):
    """A finding of the last check, as JSON: on claims of a part, or inside of an article."""

    __tablename__ = "finding"
    number: int | None = Field(default=None, primary_key=True)
    article_id: str | None = Field(default=None, index=True)
    part_id: str | None = Field(default=None, index=True)
    holds: bool
    body: str


class CheckedRow(SQLModel, table=True):
    """The one row tells by which rules, rates and reference figures the facts and findings were made."""

    __tablename__ = "checked"
    fingerprint: str = Field(primary_key=True)


class TypedRow(SQLModel):
    """What every typed table has: the claim that it completes. Fields are those of `factdb.claims.schema`."""

    claim_id: str = Field(primary_key=True, foreign_key="claim.id")


class TradeFigureRow(TypedRow, table=True):
    __tablename__ = "trade_figure"
    flow: str | None = Field(default=None, index=True)
    reporter: str | None = None
    reporter_code: str | None = Field(default=None, index=True)
    partner: str | None = None
    partner_code: str | None = Field(default=None, index=True)


class MoneyAmountRow(TypedRow, table=True):
    __tablename__ = "money_amount"
    role: str | None = None


class CasualtyCountRow(TypedRow, table=True):
    __tablename__ = "casualty_count"
    outcome: str | None = Field(default=None, index=True)
    victims: str | None = None
    place: str | None = None
    place_code: str | None = Field(default=None, index=True)


class ItemCountRow(TypedRow, table=True):
    __tablename__ = "item_count"
    item: str | None = None


class ShareRow(TypedRow, table=True):
    __tablename__ = "share"
    part: str | None = None
    whole: str | None = None


class ChangeRow(TypedRow, table=True):
    __tablename__ = "change"
    direction: str | None = Field(default=None, index=True)
    of: str | None = None


class MeasurementRow(TypedRow, table=True):
    __tablename__ = "measurement"
    of: str | None = None


class DurationRow(TypedRow, table=True):
    __tablename__ = "duration"
    of: str | None = None


class RankRow(TypedRow, table=True):
    __tablename__ = "rank"
    of: str | None = None


class MeetingDateRow(TypedRow, table=True):
    """`participants` is a JSON list."""

    __tablename__ = "meeting_date"
    date_start: str | None = Field(default=None, index=True)
    date_end: str | None = Field(default=None, index=True)
    precision: str | None = None
    event: str | None = None
    participants: str | None = None
    place: str | None = None
    place_code: str | None = Field(default=None, index=True)


class EventDateRow(TypedRow, table=True):
    __tablename__ = "event_date"
    date_start: str | None = Field(default=None, index=True)
    date_end: str | None = Field(default=None, index=True)
    precision: str | None = None
    event: str | None = None
    place: str | None = None
    place_code: str | None = Field(default=None, index=True)


_TYPED: tuple[type[TypedRow], ...] = (
    TradeFigureRow,
    MoneyAmountRow,
    CasualtyCountRow,
    ItemCountRow,
    ShareRow,
    ChangeRow,
    MeasurementRow,
    DurationRow,
    RankRow,
    MeetingDateRow,
    EventDateRow,
)
TYPED: dict[str, type[TypedRow]] = {kind.name: next(row for row in _TYPED if row.__tablename__ == kind.table) for kind in KINDS.values()}
"""Name of a kind to the class of its typed table."""
