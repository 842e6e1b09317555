"""`factdb completion`: what a shell needs to complete commands and options."""

import click

from factdb.errors import FactdbError


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the completion script of a shell.

    \b
    Example:
      factdb completion bash >> ~/.bashrc
    """
    from click.shell_completion import get_completion_class

    from factdb.cli.main import main

    found = get_completion_class(shell)
    if found is None:
        raise FactdbError("click knows no completion for this shell", where=shell, next_step="Use bash, zsh or fish")
    # The template itself: asking click for the whole script would look for a bash on this machine.
    complete = found(main, {}, "factdb", "_FACTDB_COMPLETE")
    click.echo(complete.source_template % complete.source_vars())
