"""SQLite, in memory, by a prepared statement from C: sqlite.c, in a process of its own.

As its documentation advises: integer keys, tables without row ids where the key is all there is, an index for
every look-up, ANALYZE, one statement prepared once and reset. Names are turned into keys by unique indexes inside
the same statement; a second statement takes the keys themselves.
"""

import json
import sqlite3
import subprocess
import tempfile
from pathlib import Path

import tables
from world import World

NAME = "SQLite (C, prepared statement)"
PACKAGES = []
SOURCE = Path(__file__).with_name("sqlite.c")


def version():
    return "SQLite " + sqlite3.sqlite_version


class Peer:
    """Asks all rounds at once, as the clock is C's."""

    def __init__(self, world: World):
        self.folder = tempfile.TemporaryDirectory(prefix="peers-")
        self.program = str(Path(self.folder.name, "sqlite"))
        subprocess.run(["cc", "-O2", "-o", self.program, SOURCE, "-lsqlite3"], check=True)
        self.database = str(Path(self.folder.name, "hospital.db"))
        connection = sqlite3.connect(self.database)
        connection.executescript(tables.SCHEMA)
        for table, rows in tables.rows(world).items():
            marks = ", ".join("?" * len(rows[0])) if rows else ""
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        connection.execute("ANALYZE")
        connection.commit()
        connection.close()

    def run_rounds(self, rounds):
        command = [self.program, self.database, str(rounds), tables.BY_NAME, tables.BY_KEY]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        result = json.loads(done.stdout)
        return {
            "ask": result["names"],
            "ask_prepared": result["keys"],
            "ask_nothing": result["nothing"],
            "answers": [answer == 1 for answer in result["answers"]],
            "answers_prepared": [answer == 1 for answer in result["answers_by_key"]],
        }
