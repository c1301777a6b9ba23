"""Learn the German weights from the annotated data, with one command; twice gives the same file.

    python -m tools.train ../shared/quotes-eval --keep /tmp/folds          the licensed weights
    python -m tools.train ../shared/quotes-eval --keep /tmp/open --open    those from openly licensed texts

One network is fitted to all articles, and five to four fifths of them each; these give the cross-validated
scores and the calibration of the confidence. Takes about a quarter of an hour on one core. Networks that an
earlier run has kept are used again. The judge of told speech acts is fitted to the same articles in seconds.

From open texts one network is fitted and no judge: they are too few for folds, so that its confidence is
calibrated on the sealed half of our longer passages, and never enough to accept quotes
unread.
"""

import argparse
from functools import partial
from pathlib import Path

from reader.languages.networks import FILE
from tools.train.calibrate import calibration
from tools.train.crossval import Fold, cross_validate, fitted, report
from tools.train.data import CLASSES, load, load_dev
from tools.train.export import write
from tools.train.fitting import Plan
from tools.train.measure import THRESHOLDS, found_in, runnable, score, summary
from tools.train.open_data import held_back, load_open
from tools.train.told import cross_validated, rows
from tools.train.told import fit as fit_judge
from tools.train.told import write as write_judge

_TELL = partial(print, flush=True)
_LESS_THAN_SURE = 0.89
"""Confidence at most by open weights: of quotes that they are surest of, 90 in 100 are right on dev, and
whoever accepts all from 90 % sure counts on more."""


def main() -> None:
    """Fit, calibrate, write, and print the scores."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "data",
        type=Path,
        help="folder with de-train.jsonl, de-dev.jsonl and bundestag.jsonl (its words only)",
    )
    parser.add_argument("--keep", type=Path, required=True, help="folder for the networks that are fitted")
    parser.add_argument("--open", action="store_true", help="learn from openly licensed texts alone")
    parser.add_argument("--out", type=Path, help="the file to write instead of the one that is shipped")
    options = parser.parse_args()
    if options.open:
        learn_open(options.data, options.keep, options.out or CLASSES.with_name("weights-open") / FILE)
    else:
        learn(options.data, options.keep, options.out or CLASSES.with_name("weights") / FILE)


def learn(folder: Path, keep: Path, out: Path) -> None:
    """Fit network and judge to the annotated articles, and calibrate on the folds."""
    data, plan = load(folder), Plan()
    clauses = [rows(example.line) for example in data.articles]
    _TELL(f"judge of told speech acts, five folds: {cross_validated(clauses)}")
    write_judge(out.parent, fit_judge(clauses))
    net = fitted("all", data.articles, data, plan, keep, _TELL)
    write(out, net, data.rows, {"thresholds": THRESHOLDS, "calibration": {}})
    dev = load_dev(folder, data.rows)
    _TELL(f"dev: {summary(score(dev, found_in(dev, runnable(net, data.rows), THRESHOLDS)))}")
    folds = cross_validate(data, plan, keep, tell=_TELL)
    _TELL(f"five folds: {report(folds, THRESHOLDS)}")
    points = calibration(folds, THRESHOLDS)
    write(out, net, data.rows, {"thresholds": THRESHOLDS, "calibration": points})


def learn_open(folder: Path, keep: Path, out: Path) -> None:
    """Fit a network to openly licensed texts alone."""
    data = load_open(folder)
    net = fitted("open", data.articles, data, Plan(), keep, _TELL)
    network = runnable(net, data.rows)
    counted = calibration([Fold(network, held_back(data.rows))], THRESHOLDS)
    points = {
        kind: [(score, min(share, _LESS_THAN_SURE)) for score, share in of_kind]
        for kind, of_kind in counted.items()
    }
    write(out, net, data.rows, {"thresholds": THRESHOLDS, "calibration": points})
    dev = load_dev(folder, data.rows)
    _TELL(f"dev: {summary(score(dev, found_in(dev, network, THRESHOLDS)))}")


if __name__ == "__main__":
    main()
