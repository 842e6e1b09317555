"""The `factdb` command: a group that knows its commands by name and imports a command's file only when it is run.

So `--help` and `--version` cost little more than importing click. A new command is one line in COMMANDS and one file
`factdb/cli/<name>.py` (hyphens become underscores) that holds a click command called `command`.
"""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword

import click

from factdb.errors import FactdbError

# Work makes many objects that hold no cycles: looking for cycles as often as Python does by itself takes an eighth of the time.
OBJECTS = 100_000

# Name and one line for the list of commands; a test holds the line against the command's own help.
COMMANDS: tuple[tuple[str, str], ...] = (
    ("add", "Read articles, extract their claims and store them."),
    ("demo", "Make a database of sample articles and show their claims."),
    ("extract", "Write the numbers, dates and claims of articles as JSON."),
    ("articles", "List the stored articles."),
    ("article", "Show an article with its text, or give it a date."),
    ("list", "List claims."),
    ("search", "Find articles and claims that hold all of these words, the best first."),
    ("show", "Show a claim: its fields, and the passage with its words lit."),
    ("why", "Tell each step from the words to the value of a claim."),
    ("stats", "Count the claims by kind and status, or the decisions by curator or day."),
    ("check", "Find where articles disagree, with each other or with themselves."),
    ("facts", "Bring claims about the same thing together, most disputed first."),
    ("diff", "Show which figures changed from version to version of an article."),
    ("fact", "Show a fact: its claims in the order of time, with their verdicts and a small plot."),
    ("pin", "Pin claims as one fact or as different ones, for good."),
    ("set-aside", "Set findings of `check` aside, with a reason."),
    ("adopt", "Adopt a claim's value as its fact's verified figure."),
    ("rates", "Look after the rates of exchange at which money is compared."),
    ("reference", "Look after the reference figures that claims are checked against."),
    ("review", "Review claims one by one; without --status those that nobody has decided yet."),
    ("agree", "Show how far curators agree: percent, Cohen's kappa and Gwet's AC1, by kind and field."),
    ("adjudicate", "Settle claims on which curators differ, one by one: a number takes that reading, s skips, q leaves."),
    ("merge", "Bring a colleague's database into this one: articles, claims, and both logs of decisions in time order."),
    ("verify", "Verify claims: the reading is right."),
    ("reject", "Reject claims: this is none, or a wrong one."),
    ("unsure", "Mark claims as unsure, for another look."),
    ("flag", "Put a mark on claims, beside their status."),
    ("correct", "Correct fields of claims; an empty value clears a field."),
    ("claim", "Add a claim that the rules missed."),
    ("undo", "Take back your own latest decision, or the whole batch it was made in."),
    ("log", "Show who decided what and when, the oldest first: on one claim, or on all."),
    ("decisions", "Write the log of decisions as JSON Lines, or load one."),
    ("remove", "Remove an ARTICLE with its claims."),
    ("reextract", "Read the stored articles with the rules of today; decisions stay on their claims."),
    ("doctor", "Re-read every claim's words, keys, typed row and log; status 1 when something does not fit."),
    ("init", "Make a database, or bring one up to date; `add` does this by itself."),
    ("backup", "Copy the database to FILE, also while others work in it."),
    ("db", "Look after the schema of the database."),
    ("export", "Export claims as CSV or JSON Lines."),
    ("import", "Take decisions from a CSV or XLSX file that `factdb export --for-review` wrote and a colleague filled in."),
    ("completion", "Print the completion script of a shell."),
)

FINE, FINDINGS, ERROR, INTERRUPTED = 0, 1, 2, 130


class LazyGroup(click.Group):
    """A group whose commands stand in COMMANDS."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return [name for name, _ in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in dict(COMMANDS):
            return None
        module = import_module(f"factdb.cli.{cmd_name.replace('-', '_')}{'_' if iskeyword(cmd_name) else ''}")
        command: click.Command = module.command
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # here, because click itself would leave with status 1
            _close_quietly()
            return FINE

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(COMMANDS)


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        import factdb

        click.echo(f"factdb {factdb.__version__}")
        ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version and stop.")
@click.option("--debug", is_flag=True, help="Show where in the program an error came from.")
def main(debug: bool) -> None:
    """Numbers and dates from news articles as typed claims, each tied to its words.

    \b
    Example:
      factdb extract article.txt
    """


def run(args: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status: 0 fine, 1 findings, 2 error, 130 interrupted."""
    words = list(sys.argv[1:] if args is None else args)
    gc.set_threshold(OBJECTS)
    _speak_utf8()
    try:
        status = main.main(words, prog_name="factdb", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        _close_quietly()
        status = FINE
    except (KeyboardInterrupt, click.Abort):
        click.echo("Interrupted.", err=True)
        status = INTERRUPTED
    except Exception as error:
        if "--debug" in words:
            raise
        status = _report(error)
    sys.exit(status if isinstance(status, int) else FINE)


def _report(error: Exception) -> int:
    """Say on stderr what went wrong; the status to leave with."""
    from factdb.cli.output import say

    if isinstance(error, click.ClickException):
        error.show()
    elif isinstance(error, FactdbError):
        say(f"Error: {str(error).rstrip('.')}.")
    elif isinstance(error, OSError):
        say(f"Error: {error.filename or 'file'}: {error.strerror or error}.")
    else:
        say(f"Error: {type(error).__name__}: {error}. This is a fault of factdb; run it with --debug in front of the command to see where.")
    return ERROR


def _speak_utf8() -> None:
    """Write UTF-8 whatever the system's code page is; half a surrogate pair is written as its escape."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _close_quietly() -> None:
    """Nobody reads any more: let the interpreter's last flush go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
