"""`factdb reextract`."""

from collections import Counter
from datetime import UTC, datetime

import click

from factdb.cli.database import database_option
from factdb.cli.deciding import opened
from factdb.cli.output import say, visible


@click.command()
@click.option("--article", metavar="ID", help="Only this article.")
@database_option
def command(article: str | None, db: str | None) -> None:
    """Read the stored articles with the rules of today; decisions stay on their claims.

    Each claim that is not as it was is listed as changed, new or gone; one that a curator decided on keeps the curator's
    reading, is flagged when the rules read it otherwise, and is never deleted.

    \b
    Example:
      factdb reextract --article 3f9a
    """
    from factdb.storage.database import reading, writing
    from factdb.storage.reextract import article_ids, reextract
    from factdb.storage.store import start_run
    from factdb.storage.tables import ArticleRow

    engine, at, counts = opened(db), datetime.now(UTC), Counter[str]()
    with reading(engine) as session:
        ids = article_ids(session, article)
    with writing(engine) as session:
        run = start_run(session, at)
    for one in ids:
        with writing(engine) as session:
            report = reextract(session, session.get_one(ArticleRow, one), run, at)
        counts.update(line.what for line in report)
        for line in (line for line in report if line.what != "kept"):
            click.echo(visible(f"{line.claim_id} {line.what}{' (decided)' if line.decided else ''}: {line.quote}"))
    say(", ".join(f"{counts[what]} {what}" for what in ("kept", "changed", "new", "gone")) + ".")
