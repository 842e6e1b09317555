"""Brings the kept facts and findings up to date: only articles that changed since, and the parts that they touch, are worked out.

Articles are found by rare words (`marks`). New ones that hang together with no older one are a story, worked out by itself, so that stories
go over the cores; the others open the parts that their claims are tied to. What comes out is what working out everything anew would give.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain, islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlmodel import Session, col, delete, func, insert, select

from factdb.checks.blocking import Marked, Pair, Story, akin, stories
from factdb.checks.check import between, inside
from factdb.checks.facts import parts_of, read_all, tied
from factdb.checks.features import Read
from factdb.checks.given import Given
from factdb.checks.kept import Rows, claims_in, drop_findings, drop_parts, homes, parts_at, row_of_finding, rows_of_part, save
from factdb.checks.marks import blocks, having, marks_of, remark, words_of
from factdb.checks.stored import articles_of, claims_of, given
from factdb.storage.database import make_engine, reading, writing
from factdb.storage.portions import portions
from factdb.storage.store import fingerprint
from factdb.storage.tables import ArticleRow, CheckedRow, ClaimRow, FactRow, FindingRow, MarkRow, PartArticleRow, PartRow, RateRow, ReferenceRow, StaleRow
from factdb.text.article import Article

if TYPE_CHECKING:
    from sqlalchemy import Engine

Spread = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]

_BATCH = 300
_AT_ONCE = 50
_LARGEST_STORY = 2_000
_FOLDERS = ("lexicons", "text", "claims", "checks")


class Task(NamedTuple):
    """Articles to be worked out together: `fresh` ones changed, `akin` are the pairs of all that are compared; `among` the claims that make
    parts, all where there is none.
    """

    fresh: Sequence[str]
    articles: Sequence[str]
    akin: Sequence[Pair]
    given: Given
    among: frozenset[str] | None = None


class Texts(NamedTuple):
    """Articles, and their claims that count with their contexts, both in order."""

    articles: list[Article]
    reads: list[Read]


def renew(engine: "Engine", spread: Spread = map) -> None:
    """Work out what changed since the last time. `spread` is a `map` that may use other processes; they open the database themselves."""
    with reading(engine) as session:
        if not pending(session, 1):
            return
    with writing(engine) as session:
        _begin_anew_if_needed(session)
        stale, seen = _stale(session)
        told = given(session)
    url = engine.url.render_as_string(hide_password=False)
    turned = _remarked(engine, spread(partial(_opened, url, marks_of), portions(stale, _BATCH)), stale)
    with reading(engine) as session:
        closed, rest = _planned(session, [*stale, *turned], told)
    tasks = list(_packed(closed, told))
    for task, rows in zip(tasks, spread(partial(_opened, url, work_out), tasks), strict=True):
        with writing(engine) as session:
            _put(session, task.fresh, parts_at(session, task.fresh), rows, seen)
    for some in portions(rest, _BATCH):
        with writing(engine) as session:
            task, opened, texts = _reopened(session, some, told)
            _put(session, some, opened, _rows(task, texts), seen)
    with writing(engine) as session:
        for numbers in portions(list(turned.values())):
            session.connection().execute(delete(StaleRow).where(col(StaleRow.number).in_(numbers)))


def _opened(url: str, work: Callable[[Session, Any], Any], piece: Any) -> Any:
    """Do a piece of work on a session of its own, also in another process."""
    engine = _engine(url)
    try:
        with reading(engine) as session:
            return work(session, piece)
    finally:
        engine.dispose()


@lru_cache(maxsize=1)
def _engine(url: str) -> "Engine":
    """The engine of a process, which remembers the queries that it made."""
    return make_engine(url)


def work_out(session: Session, task: Task) -> Rows:
    """The rows of the parts, facts and findings of a task."""
    return _rows(task, _texts(session, task.articles, task.given))


def _texts(session: Session, ids: Sequence[str], told: Given) -> Texts:
    """These articles and their claims."""
    articles = articles_of(session, ids)
    return Texts(articles, read_all(claims_of(session, ids), articles, told.rates))


def _rows(task: Task, texts: Texts) -> Rows:
    """The rows of a task whose articles are read already."""
    articles, reads = texts
    rows: Rows = {PartRow: [], PartArticleRow: [], FactRow: [], FindingRow: []}
    by_id = {article.id: article for article in articles}
    for part in parts_of(reads, task.akin, task.given.judged, task.among):
        for table, some in rows_of_part(part).items():
            rows[table] += some
        rows[FindingRow] += [row_of_finding(finding, rows[PartRow][-1]["id"]) for finding in between(part.facts, by_id)]
    fresh = set(task.fresh)
    own = [article for article in articles if article.id in fresh]
    told = inside(own, [read for read in reads if read.claim.article in fresh], task.given)
    rows[FindingRow] += [row_of_finding(finding) for finding in told]
    return rows


def _stale(session: Session) -> tuple[list[str], int]:
    """The articles that changed, the oldest first, and the number of the last change that is known of."""
    if session.get_bind().dialect.name == "postgresql":
        session.connection().exec_driver_sql("LOCK TABLE stale IN SHARE MODE")  # numbers may be committed out of order
    seen = session.exec(select(func.max(StaleRow.number))).one() or 0
    found = select(StaleRow.article_id, ArticleRow.published_on).outerjoin(ArticleRow, col(ArticleRow.id) == StaleRow.article_id).distinct()
    rows = session.connection().execute(found).all()
    return [article for article, _ in sorted(rows, key=lambda row: (row[1] or "", row[0]))], seen


def pending(session: Session, most: int) -> int:
    """How many articles `renew` would work out now, counted up to `most`."""
    known = session.exec(select(CheckedRow.fingerprint)).first() == _fingerprint(session)
    some = select(StaleRow.article_id if known else ArticleRow.id).distinct().limit(most).subquery()
    return session.exec(select(func.count()).select_from(some)).one()


def _fingerprint(session: Session) -> str:
    """Of the rules, rates and reference figures."""
    rates = session.exec(select(RateRow).order_by(RateRow.currency, RateRow.day)).all()
    references = session.exec(select(ReferenceRow).order_by(col(ReferenceRow.id))).all()
    return fingerprint(_FOLDERS, map(repr, (*rates, *references)))


def _begin_anew_if_needed(session: Session) -> None:
    """Forget everything when rules, rates or reference figures are others than the last time."""
    now = _fingerprint(session)
    if session.exec(select(CheckedRow.fingerprint)).first() == now:
        return
    for table in (CheckedRow, MarkRow, PartRow, PartArticleRow, FactRow, FindingRow):
        session.connection().execute(delete(table))
    session.connection().execute(insert(CheckedRow), [{"fingerprint": now}])
    session.connection().execute(insert(StaleRow).from_select(["article_id"], select(ArticleRow.id)))


def _remarked(engine: "Engine", found: Iterable[dict[str, Marked]], stale: Sequence[str]) -> dict[str, int]:
    """Keep the marks of stale articles as they are found; the articles that are stale beside these, since a word became too frequent to tie them
    or no longer is, each with its number of the list. Many are written at once: words are spread all over their table.
    """
    known, frequent, turned = set(stale), set[str](), dict[str, int]()
    rest = iter(found)
    for some in portions(stale, _BATCH * _AT_ONCE):
        marks = dict(chain.from_iterable(one.items() for one in islice(rest, _AT_ONCE)))
        with writing(engine) as session:
            turned |= _turned(session, remark(session, some, marks, frequent), known)
        known |= turned.keys()
    return turned


def _turned(session: Session, words: Iterable[str], known: Collection[str]) -> dict[str, int]:
    """The articles with one of these words that are not known to be stale, put on the list, each with its number there."""
    more = [{"article_id": article} for article in sorted(having(session, words)) if article not in known]
    if not more:
        return {}
    added = insert(StaleRow).returning(col(StaleRow.article_id), col(StaleRow.number))
    return {article: number or 0 for article, number in session.connection().execute(added, more)}


def _planned(session: Session, stale: Sequence[str], told: Given) -> tuple[list[Story], list[str]]:
    """The stories that hold stale articles alone, and the articles that are left."""
    fresh = set(stale)
    ties = [*_pinned(session, told), *_held_together(session, stale)]
    found = akin(blocks(session, words_of(session, stale)), fresh)
    closed, rest = [], []
    for story in stories(stale, found, [tie for tie in ties if not fresh.isdisjoint(tie)]):
        if fresh.issuperset(story.articles) and len(story.articles) <= _LARGEST_STORY:
            closed.append(story)
        else:
            rest += [article for article in story.articles if article in fresh]
    return closed, rest


def _pinned(session: Session, told: Given) -> Iterator[Pair]:
    """The articles of claims that are pinned as one fact."""
    claims = {claim for pair in told.judged.same for claim in pair}
    home: dict[str, str] = {}
    for some in portions(sorted(claims)):
        home.update(session.exec(select(ClaimRow.id, ClaimRow.article_id).where(col(ClaimRow.id).in_(some))).all())
    return ((home[a], home[b]) for a, b in told.judged.same if a in home and b in home)


def _held_together(session: Session, stale: Sequence[str]) -> Iterator[Pair]:
    """Articles that parts of the last time held together."""
    for some in portions(sorted(parts_at(session, stale))):
        query = select(PartArticleRow.part_id, PartArticleRow.article_id).where(col(PartArticleRow.part_id).in_(some))
        first: dict[str, str] = {}
        for part, article in session.connection().execute(query):
            yield first.setdefault(part, article), article


def _packed(closed: Iterable[Story], told: Given) -> Iterator[Task]:
    """Stories put together to tasks of some size."""
    articles: list[str] = []
    pairs: list[Pair] = []
    for story in chain(closed, (Story([], []),)):
        if articles and (len(articles) + len(story.articles) > _BATCH or not story.articles):
            yield Task(articles, articles, pairs, told)
            articles, pairs = [], []
        articles, pairs = articles + story.articles, pairs + story.pairs


def _reopened(session: Session, fresh: Sequence[str], told: Given) -> tuple[Task, set[str], Texts]:
    """The task of articles that have to do with older ones, the parts that it makes anew, and what was read for it."""
    found = list(akin(blocks(session, words_of(session, fresh)), set(fresh)))
    near = sorted({*fresh, *chain.from_iterable(found)})
    texts = _texts(session, near, told)
    among = {read.claim.id or "" for pair in tied(texts.reads, found) for read in pair}
    among |= {read.claim.id or "" for read in texts.reads if read.claim.article in set(fresh)}
    among |= {claim for pair in told.judged.same if not among.isdisjoint(pair) for claim in pair}
    opened = parts_at(session, fresh)
    touched = claims_in(session, parts_at(session, homes(session, among)))
    opened |= {part for part, claims in touched.items() if not among.isdisjoint(claims)}
    among = among.union(*claims_in(session, opened).values())
    articles = sorted({*fresh, *homes(session, among)})
    pairs = [pair for pair in akin(blocks(session, words_of(session, articles)), articles) if set(pair) <= set(articles)]
    more = _texts(session, sorted({*articles} - {*near}), told)
    return Task(fresh, articles, pairs, told, frozenset(among)), opened, _together(articles, texts, more)


def _together(wanted: Collection[str], *some: Texts) -> Texts:
    """Those of the articles wanted that were read, in one order."""
    held = set(wanted)
    articles = sorted((article for one in some for article in one.articles if article.id in held), key=attrgetter("id"))
    reads = sorted((read for one in some for read in one.reads if read.claim.article in held), key=attrgetter("claim.article"))
    return Texts(articles, reads)


def _put(session: Session, fresh: Sequence[str], old: Iterable[str], rows: Rows, seen: int) -> None:
    """Keep what a task gave in place of what was kept before; its articles are no longer stale, unless they changed in the meantime."""
    drop_parts(session, old)
    drop_findings(session, fresh)
    save(session, rows)
    for some in portions(fresh):
        session.connection().execute(delete(StaleRow).where(col(StaleRow.article_id).in_(some), col(StaleRow.number) <= seen))
