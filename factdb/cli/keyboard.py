"""One key from a terminal, without Enter, and without losing the keys that were typed ahead of the question."""

import codecs
import os
import select
import sys

import click

_ESCAPE = "\x1b"


def key_pressed() -> str:
    """The next key; a key that sends several signs, such as an arrow, is one. EOFError at the end of input and for Ctrl-D."""
    try:
        import termios
        import tty
    except ImportError:  # no such terminals on Windows
        return click.getchar()
    fd = sys.stdin.fileno()
    kept = termios.tcgetattr(fd)
    tty.setcbreak(fd, termios.TCSADRAIN)  # the usual way throws away what is waiting
    try:
        pressed = _character(fd)
        return pressed + (os.read(fd, 32).decode(errors="replace") if pressed == _ESCAPE and select.select([fd], [], [], 0)[0] else "")
    finally:
        termios.tcsetattr(fd, termios.TCSADRAIN, kept)


def _character(fd: int) -> str:
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    while piece := os.read(fd, 1):
        character = decoder.decode(piece)
        if character == "\x04":
            break
        if character:
            return character
    raise EOFError
