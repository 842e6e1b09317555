"""`factdb set-aside`."""

import click

from factdb.cli.deciding import by, deciding_options, opened, tell_decision
from factdb.cli.parallel import spread
from factdb.errors import NotFoundError


@click.command()
@click.argument("ids", metavar="FINDING...", nargs=-1, required=True)
@deciding_options
def command(ids: tuple[str, ...], curator: str | None, reason: str | None, note: str | None, db: str | None) -> None:
    """Set findings of `check` aside, with a reason.

    They are not told again of these claims, until it is undone.

    \b
    Example:
      factdb set-aside b6ab --note "the second figure is of all bondholders"
    """
    from factdb.checks.kept import kept_findings
    from factdb.checks.renewal import renew
    from factdb.review.judging import set_aside
    from factdb.storage.database import writing

    who = by(curator, reason, note, batch=len(ids) > 1)
    engine = opened(db)
    renew(engine, spread)
    with writing(engine) as session:
        findings = kept_findings(session)
        told = []
        for prefix in ids:
            found = [finding for finding in findings if finding.id.startswith(prefix.lower())]
            if len(found) != 1:
                raise NotFoundError("no finding" if not found else "more than one finding", where=prefix, next_step="`factdb check` shows them with their ids")
            told.append(set_aside(session, found[0], who))
    for one in told:
        tell_decision(one)
