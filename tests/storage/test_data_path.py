"""The migrations are found in a checkout, and missing folders are named."""

import pytest

from factdb.errors import FactdbError
from factdb.storage.data_path import data_path


def test_migrations_are_found():
    assert (data_path("alembic") / "env.py").is_file()
    assert not (data_path("alembic") / "__init__.py").exists()


def test_a_missing_folder_is_named():
    with pytest.raises(FactdbError, match="Install factdb again"):
        data_path("nowhere")
