"""What detection over a newsroom's archive costs beside the bare detector, and what becomes of killed work.

    python -m bench.archive                          4,000 articles of 400 words: some minutes
    python -m bench.archive --articles 200000 --words 120 --engine rules
    python -m bench.archive --no-dask                without the same work on a Dask cluster of this machine

The articles are made up from the sample texts of `seeds/`. Rates are articles in a second of CPU, since other
programs disturb: of the bare detector, with the texts in memory, before and after; of the run with all its
reading, writing and starting; and of both in turn. Exit code 1 where something does not hold.
"""

import argparse
import json
import os
import resource
import signal
import sys
import tempfile
import time
from dataclasses import replace
from multiprocessing import active_children, get_context
from pathlib import Path
from typing import Any, NamedTuple

from bench.archive_corpus import corpus, write_corpus
from reader.library.archives.folder import ArchiveFolder
from reader.library.archives.places import place_of
from reader.library.archives.running import Means, detect_archive
from reader.library.archives.work import Job, Stretch, part_of
from reader.library.archives.working import look_through
from reader.library.detecting import DetectionSettings, detect_article
from reader.models import Article

LEAST_RATE = 0.9
"""Of the bare detector's rate, what a run must reach per core."""
MOST_GROWTH = 1.1
"""Memory of a process at the end against that after a tenth."""
MACHINE_CORES = 16
"""Cores of a machine in the table."""
WHOLE = 100_000_000
"""Articles in the table."""
BARE = 0.02
"""Share of the articles that the bare detector is timed on, before and after."""
ROUNDS = 5
"""How often detector and part are timed in turn."""
PAIRED = 200
"""Articles of these rounds."""
TOLD_EVERY = 60
"""Seconds between two lines about a long run."""


class Cost(NamedTuple):
    """What a run took."""

    articles: int
    cpu: float
    wall: float
    start: float = 0.0
    """Seconds of CPU until a process has loaded the detector."""

    @property
    def rate(self) -> float:
        """Articles in a second of one core."""
        return self.articles / self.cpu


def _bare(pipe: Any, rows: list[dict[str, str]], detection: DetectionSettings) -> None:
    articles = [Article(row["text"], row["title"], language="de") for row in rows]
    detect_article(articles[0], detection)
    begin = time.process_time()
    for article in articles:
        detect_article(article, detection)
    pipe.send((time.process_time() - begin, begin))


def bare_rate(rows: list[dict[str, str]], job: Job, jobs: int) -> Cost:
    """The detector alone, in as many processes at once as the run has."""
    context, begin = get_context("spawn"), time.monotonic()
    pipes = []
    for _ in range(jobs):
        ours, theirs = context.Pipe()
        context.Process(target=_bare, args=(theirs, rows, job.detection)).start()
        pipes.append(ours)
    took = [pipe.recv() for pipe in pipes]
    for child in active_children():
        child.join()
    cpu, start = (sum(column) for column in zip(*took, strict=True))
    return Cost(len(rows) * jobs, cpu, time.monotonic() - begin, start / jobs)


def _pairs(pipe: Any, rows: list[dict[str, str]], job: Job) -> None:
    """Time the detector alone and a part of an archive in turn, so that both have the same disturbance."""
    source = Path(job.out).with_suffix(".jsonl")
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    part = part_of((Stretch(str(source), 0, source.stat().st_size, "", len(rows)),), job)
    articles = [Article(row["text"], row["title"], language="de") for row in rows]
    best = [float("inf")] * 2
    for _ in range(ROUNDS):
        begin = time.process_time()
        for article in articles:
            detect_article(article, job.detection)
        between = time.process_time()
        look_through(part, job)
        took = (between - begin, time.process_time() - between)
        best = [min(pair) for pair in zip(best, took, strict=True)]
    pipe.send(best)


def paired_share(rows: list[dict[str, str]], job: Job) -> float:
    """A part's rate as a share of the bare detector's, both the best of some rounds in turn."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_pairs, args=(theirs, rows, job))
    process.start()
    bare, part = ours.recv()
    process.join()
    return float(bare / part)


def _children_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _resident(pid: int | None) -> int:
    """Megabytes of memory of a process; 0 of one that is gone."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * resource.getpagesize() // 1_000_000


def measured_run(source: Path, job: Job, jobs: int, total: int) -> tuple[Cost, int, int]:
    """A run, with the largest memory of a process after a tenth and at the end, in MB."""
    cpu, begin = _children_cpu(), time.monotonic()
    early = late = articles = 0
    told = time.monotonic()
    for step in detect_archive([str(source)], job, Means(jobs)):
        now = max((_resident(child.pid) for child in active_children()), default=0)
        if step.rows <= total / 10:
            early = max(early, now)
        late = now or late
        articles = step.articles
        if time.monotonic() - told > TOLD_EVERY:
            told = time.monotonic()
            print(f"  {articles:,} after {told - begin:.0f} s, {now} MB", flush=True)
    return Cost(articles, _children_cpu() - cpu, time.monotonic() - begin), early, late


def killed_run(source: Path, job: Job, jobs: int) -> int:
    """A run in which processes are killed; returns how many."""
    killed, since = 0, time.monotonic()
    for step in detect_archive([str(source)], job, Means(jobs)):
        children = active_children()
        if step.parts > killed and children and killed < 3:
            os.kill(children[0].pid or 0, signal.SIGKILL)
            killed += 1
    print(f"  {killed} processes killed, done in {time.monotonic() - since:.0f} s")
    return killed


def table_rows(out: str, table: str) -> list[Any]:
    """All rows of an archive's table, in an order of their own."""
    import pyarrow.parquet as pq

    rows = [
        row
        for file in ArchiveFolder(place_of(out)).files(table)
        for row in pq.read_table(file.path).to_pylist()
    ]
    return sorted(rows, key=lambda row: (row["location"], row.get("number", 0)))


def on_dask(source: Path, job: Job, jobs: int) -> tuple[Cost, float]:
    """The same run on a Dask cluster of this machine, and the seconds that it took to start."""
    from distributed import Client, LocalCluster

    begin = time.monotonic()
    with (
        LocalCluster(jobs, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        started = time.monotonic() - begin
        before = sum(client.run(time.process_time).values())
        articles, begin = 0, time.monotonic()
        for step in detect_archive([str(source)], job, Means(scheduler=cluster.scheduler_address)):
            articles = step.articles
        wall = time.monotonic() - begin
        cpu = sum(client.run(time.process_time).values()) - before
        memory = max(client.run(_own_memory).values())
    print(f"  a worker of Dask ends with {memory} MB")
    return Cost(articles, cpu, wall), started


def _own_memory() -> int:
    return _resident(os.getpid())


def print_table(rate: float, out: Path, articles: int) -> None:
    """What 10^8 articles take on some machines, from a rate per core."""
    size = sum(path.stat().st_size for path in out.rglob("*.parquet"))
    quotes = sum(path.stat().st_size for path in out.glob("quotes/**/*.parquet"))
    print(f"\n{WHOLE:,} articles, {MACHINE_CORES} cores a machine, {rate:.0f} articles a second and core:")
    print(f"{'machines':>9}{'cores':>7}{'articles/s':>12}{'takes':>12}{'last part':>11}")
    for machines in (1, 10, 100):
        cores = machines * MACHINE_CORES
        last = 2_000 / rate
        hours = (WHOLE / (cores * rate) + last) / 3600
        takes = f"{hours / 24:.1f} days" if hours > 48 else f"{hours:.1f} h"
        print(f"{machines:>9}{cores:>7}{cores * rate:>12,.0f}{takes:>12}{last:>9.0f} s")
    each = WHOLE / articles / 1e9
    print(f"out: {size * each:,.0f} GB, of which quotes {quotes * each:,.0f} GB, in {WHOLE // 2000:,} parts")


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=4_000)
    parser.add_argument("--words", type=int, default=400)
    parser.add_argument("--engine", default="auto")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--no-dask", action="store_true")
    wanted = parser.parse_args()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(0 if _all(Path(folder), wanted) else 1)


def _all(folder: Path, wanted: argparse.Namespace) -> bool:
    source, jobs = write_corpus(folder, wanted.articles, wanted.words), wanted.jobs
    detection = DetectionSettings(wanted.engine)
    job = Job(str(folder / "out"), detection, articles_a_part=min(2_000, max(50, wanted.articles // 20)))
    print(
        f"{wanted.articles:,} articles of {wanted.words} words, {jobs} processes, engine {wanted.engine}",
        flush=True,
    )
    holds = _rates(folder, source, job, jobs, wanted)
    return _survives(folder, detection, wanted.words, jobs) and holds


def _rates(folder: Path, source: Path, job: Job, jobs: int, wanted: argparse.Namespace) -> bool:
    sample = list(corpus(max(2 * PAIRED, int(wanted.articles * BARE)), wanted.words))
    before = bare_rate(sample, job, jobs)
    run, early, late = measured_run(source, job, jobs, wanted.articles)
    after = bare_rate(sample, job, jobs)
    bare = (before.articles + after.articles) / (before.cpu + after.cpu)
    print(f"bare detector: {before.rate:.1f} before, {after.rate:.1f} after, articles a second and core")
    together = f"{run.articles / run.wall:.1f} a second together, {run.wall:.0f} s in all"
    print(f"archive:       {run.rate:.1f} = {run.rate / bare:.3f} of it; {together}")
    steady = run.articles / (run.cpu - before.start * jobs)
    print(f"  without the start of {jobs} processes ({before.start:.1f} s each): {steady / bare:.3f}")
    share = paired_share(sample[:PAIRED], replace(job, out=str(folder / "paired")))
    print(f"in turn:       a part has {share:.3f} of the bare rate (best of {ROUNDS}, {PAIRED} articles)")
    growth = f"{early} MB after a tenth, {late} MB at the end, x {late / early:.3f}"
    print(f"memory of a process: {growth}", flush=True)
    if not wanted.no_dask:
        _beside_dask(folder, source, job, jobs, run)
    print_table(run.rate, folder / "out", run.articles)
    is_fast = share >= LEAST_RATE and steady >= LEAST_RATE * bare
    return is_fast and late <= MOST_GROWTH * early and run.articles == wanted.articles


def _beside_dask(folder: Path, source: Path, job: Job, jobs: int, run: Cost) -> None:
    dask, started = on_dask(source, replace(job, out=str(folder / "dask")), jobs)
    again, _, _ = measured_run(source, replace(job, out=str(folder / "again")), jobs, run.articles)
    ours = (run.articles + again.articles) / (run.cpu + again.cpu)
    print(f"on Dask:       {dask.rate:.1f} articles a second and core = {dask.rate / ours:.3f} of processes")
    print(
        f"  {dask.wall:.0f} s and {started:.1f} s to start; processes {run.wall:.0f} and {again.wall:.0f} s"
    )
    same = table_rows(job.out, "quotes") == table_rows(str(folder / "dask"), "quotes")
    print(f"  the same rows: {same}", flush=True)


def _survives(folder: Path, detection: DetectionSettings, words: int, jobs: int) -> bool:
    (folder / "small").mkdir()
    source = write_corpus(folder / "small", 400, words)
    outs = [str(folder / name) for name in ("one", "killed")]
    for _ in detect_archive([str(source)], Job(outs[0], detection, articles_a_part=40), Means(1)):
        pass
    killed = killed_run(source, Job(outs[1], detection, articles_a_part=40), jobs)
    same = all(table_rows(outs[0], table) == table_rows(outs[1], table) for table in ("quotes", "articles"))
    whole = len(table_rows(outs[1], "articles")) == 400
    print(f"  equal to the run of one process, row for row: {same}; all 400 articles: {whole}")
    return killed > 0 and same and whole


if __name__ == "__main__":
    main()
