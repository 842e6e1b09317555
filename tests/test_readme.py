"""The README says what the program says."""

import re
import tomllib
from pathlib import Path

from factdb.cli.main import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_command_reference_is_the_list_of_commands():
    told = re.findall(r"^\| `factdb ([\w-]+)` \| (.+) \|$", README, re.MULTILINE)
    assert told == list(COMMANDS)


def test_every_dependency_has_a_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    section = README.split("## Dependencies")[1]
    for requirement in project["dependencies"] + project["optional-dependencies"]["postgresql"]:
        name = re.match(r"[\w-]+", requirement)[0]
        assert name in section
        assert ">=" in requirement, "a lower bound"
