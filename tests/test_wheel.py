"""The built wheel, installed elsewhere, does what the checkout does."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


READ = """
import json, sys
from pathlib import Path
from datetime import date
import factdb
print(sys.modules["factdb.claims.extract"].__file__ if factdb.extract else "", file=sys.stderr)
for file in sorted(Path(sys.argv[1]).iterdir()):
    print(json.dumps(factdb.extract(file.read_text(encoding="utf-8"), date(2024, 3, 4)).as_dict(), default=str))
"""


def test_a_checkout_holds_no_compiled_module_that_would_hide_its_source():
    assert not [*ROOT.glob("*.so"), *(ROOT / "factdb").rglob("*.so")]


@pytest.mark.slow
def test_the_compiled_wheel_reads_what_plain_python_reads(tmp_path):
    asked = {**os.environ, "HATCH_BUILD_HOOK_ENABLE_CUSTOM": "1"}
    subprocess.run([sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(tmp_path), str(ROOT)], check=True, env=asked)
    (wheel,) = tmp_path.glob("factdb-*.whl")
    subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(tmp_path / "there"), str(wheel)], check=True)
    compiled, plain = _readings(tmp_path / "there", tmp_path), _readings(ROOT, tmp_path)
    assert compiled.stderr.strip().endswith((".so", ".pyd"))
    assert plain.stderr.strip().endswith(".py")
    assert compiled.stdout == plain.stdout
    assert '"claims": [{' in compiled.stdout


def _readings(package: Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """What the sample articles say to the package in a folder, and in which file it stands."""
    return subprocess.run(
        [sys.executable, "-c", READ, str(ROOT / "seeds")], cwd=cwd, env={**os.environ, "PYTHONPATH": str(package)}, capture_output=True, text=True, check=True
    )


@pytest.mark.slow
def test_the_wheel_runs_the_demo_in_another_place(tmp_path):
    subprocess.run([sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(tmp_path), str(ROOT)], check=True)
    (wheel,) = tmp_path.glob("factdb-*.whl")
    venv.create(tmp_path / "env", with_pip=True)
    programs = tmp_path / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "install", "-q", str(wheel)], check=True)
    done = subprocess.run([programs / "factdb", "demo"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "casualty_count:" in done.stdout
    assert (tmp_path / "factdb-demo" / "claims.csv").is_file()
