"""Where the files are that ship beside the code: migrations and the demo's seeds."""

from importlib.resources import files
from pathlib import Path

from factdb.errors import FactdbError


def data_path(name: str) -> Path:
    """The folder `alembic` or `seeds`: inside the package when factdb was installed from a wheel, else in the checkout."""
    package = Path(str(files("factdb")))
    for folder in (package / "_data", package.parent):
        if (folder / name).is_dir():
            return folder / name
    raise FactdbError(f"the folder {name} is missing from this installation", where=str(package), next_step="Install factdb again.")
