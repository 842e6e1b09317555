"""Keys from a real terminal."""

import sys

import pexpect
import pytest

CODE = """
import time
from factdb.cli.keyboard import key_pressed
print("wait", flush=True)
time.sleep(0.5)
while True:
    print(ascii(key_pressed()), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_keys_typed_before_the_question_are_not_lost_and_an_arrow_is_one_key():
    program = pexpect.spawn(sys.executable, ["-c", CODE], encoding="utf-8", timeout=60)
    program.expect_exact("wait")
    program.send("vr")
    for key in ("v", "r"):
        program.expect_exact(ascii(key))
    for key in ("é", "\x1b[A", "\n"):
        program.send(key)
        program.expect_exact(ascii(key))
    program.send("\x04")
    program.expect_exact("EOFError")
    program.expect(pexpect.EOF)
    program.close()
