"""Compiles the reading of texts for a wheel, where that is asked for: `HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 pip wheel .`

All happens in a folder of its own: no compiled module ever stands beside its source, where it would be imported in its place.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# What a text goes through. Rules are data classes that hold functions, which compiled code reaches no faster.
COMPILED = ("spans.py", "lexicon.py", "text/*.py", "mentions/*.py", "claims/*.py")
LEFT = ("__init__.py", "rule.py", "schema.py", "extraction.py", "article.py")
EXTENSIONS = (".so", ".pyd")
SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup

setup(name="factdb", ext_modules=mypycify(["--strict", *sys.argv[1:]], opt_level="3", multi_file=True), script_args=["build_ext", "--inplace"])
"""
HELP = (
    "The compiled wheel could not be built. It needs a C compiler (on Debian: apt install gcc) and the headers of Python (python3-dev). "
    "Without HATCH_BUILD_HOOK_ENABLE_CUSTOM the wheel is plain Python and needs neither."
)


class CompileHook(BuildHookInterface):
    """Adds the compiled modules to a wheel; an editable install stays plain Python."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        self.work = TemporaryDirectory()  # lives as long as the hook: the wheel is filled from it
        folder = Path(self.work.name)
        shutil.copytree(Path(self.root) / "factdb", folder / "factdb", ignore=shutil.ignore_patterns("__pycache__"))
        compile_in(folder)
        built = [path for path in (*folder.glob("*__mypyc.*"), *(folder / "factdb").rglob("*")) if path.suffix in EXTENSIONS]
        build_data["force_include"].update({str(path): path.relative_to(folder).as_posix() for path in built})
        build_data["pure_python"] = False
        build_data["infer_tag"] = True


def compile_in(folder: Path) -> None:
    """Compile the modules of the package in a folder; a SystemExit that says what to do where that fails."""
    files = sorted(path.relative_to(folder).as_posix() for pattern in COMPILED for path in (folder / "factdb").glob(pattern) if path.name not in LEFT)
    done = subprocess.run([sys.executable, "-c", SETUP, *files], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{done.stdout[-2000:]}{done.stderr[-2000:]}\n{HELP}")
