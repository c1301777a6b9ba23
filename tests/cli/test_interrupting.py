"""Ctrl+c while SQLite is in the midst of one statement."""

import os
import signal
import subprocess
import sys

import pytest

PROGRAM = """
import sqlite3
from reader.cli.interrupting import run_interruptibly

raw = sqlite3.connect(":memory:", check_same_thread=False)
endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"

def call():
    print("runs", flush=True)
    return raw.execute(endless).fetchone()

try:
    run_interruptibly(raw.interrupt, call)
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="sends a signal of Unix")
def test_a_statement_without_end_is_ended_by_ctrl_c() -> None:
    with subprocess.Popen([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "runs\n"
        program.send_signal(signal.SIGINT)
        try:
            assert program.communicate(timeout=60)[0] == "stopped\n"
        finally:
            program.kill()


def test_what_is_not_interrupted_gives_its_value() -> None:
    from reader.cli.interrupting import run_interruptibly

    assert run_interruptibly(lambda: None, lambda: 7) == 7
