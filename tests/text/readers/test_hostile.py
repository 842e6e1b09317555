"""A folder of files made to do harm: each is told, none stops the others, and memory stays small."""

import json
import subprocess
import sys

import pytest

ADD = "import sys\nfrom factdb.cli.main import run\ntry:\n    run(sys.argv[1:])\nfinally:\n"
# The most that this process, by the system's own count since it began, or one of its workers held, in kB.
PEAK = """
    import re, resource
    from pathlib import Path
    own = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
    print("peak", max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss), file=sys.stderr)
"""


def fill(folder):
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 4000)
    (folder / "broken.txt").write_bytes("5 cafés ".encode() + b"\xff\xfe\xc3 opened")
    (folder / "deep.html").write_text("<div>" * 200_000 + "5 boats")
    (folder / "deep.jsonl").write_text('{"text": ' + "[" * 200_000)
    (folder / "empty.md").write_text("")
    (folder / "escape.txt").write_text("\x1b]0;owned\x07\x1b[31m5 boats\u202e came to \x9b2J Ostvik.")
    (folder / "good.txt").write_text("The harbour handled 3.5 million tonnes.")
    (folder / "line.txt").write_bytes(b"9 boats " * 6_250_000)
    (folder / "long.jsonl").write_bytes(b'{"text": "' + b"9 " * 25_000_000 + b'"}\n{"id": "after", "text": "5 boats"}\n')
    (folder / "nul.txt").write_bytes(b"5 boats\0\0 came")
    (folder / "tags.html").write_text("<a" * 1_000_000)
    (folder / "yaml.md").write_text("---\na: " + "[" * 50_000 + "\n---\n5 boats")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured in /proc")
def test_a_hostile_folder(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    fill(folder)
    words = ["add", "--db", str(tmp_path / "facts.db"), str(folder)]
    done = subprocess.run([sys.executable, "-c", ADD + PEAK, *words], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stderr
    told = [line for line in done.stderr.splitlines() if line.startswith("Not read")]
    for name in ("binary.txt", "broken.txt", "deep.html", "deep.jsonl", "empty.md", "line.txt", "long.jsonl, line 1", "nul.txt", "tags.html", "yaml.md"):
        assert any(name in line for line in told), name
    listed = subprocess.run([sys.executable, "-c", ADD + PEAK, "articles", "--json", *words[1:3]], capture_output=True, text=True, check=True)
    assert {row["name"] for row in json.loads(listed.stdout)} == {"good", "after", "escape"}
    peak = int(done.stderr.rsplit("peak ", 1)[1])
    assert peak < 500_000, "half a gigabyte"
