"""Run the migrations on the connection that factdb passes in, or on the database that the environment names."""

import os

from sqlmodel import SQLModel

from alembic import context
from factdb.storage import tables  # noqa: F401  (fills the metadata)
from factdb.storage.database import database_url, make_engine, migrating, ours


def run(connection) -> None:
    context.configure(connection=connection, target_metadata=SQLModel.metadata, include_object=ours, render_as_batch=True)
    context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with migrating(make_engine(database_url(None, os.environ))) as connection:
        run(connection)
