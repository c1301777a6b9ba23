"""Learn the German weights from the annotated data, with one command; twice gives the same file.

    python -m tools.train ../shared/quotes-eval --keep /tmp/folds

One network is fitted to all articles, and five to four fifths of them each; these give the cross-validated
scores and the calibration of the confidence. Takes about a quarter of an hour on one core. Networks that an
earlier run has kept are used again.
"""

import argparse
from functools import partial
from pathlib import Path

from tools.train.calibrate import calibration
from tools.train.crossval import cross_validate, fitted, report
from tools.train.data import CLASSES, load, load_dev
from tools.train.export import write
from tools.train.fitting import Plan
from tools.train.measure import THRESHOLDS, found_in, runnable, score, summary


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
    parser.add_argument("--keep", type=Path, required=True, help="folder for the networks of the folds")
    parser.add_argument("--out", type=Path, default=CLASSES.with_name("weights") / "weights.npz")
    options = parser.parse_args()
    tell = partial(print, flush=True)
    data, plan = load(options.data), Plan()
    net = fitted("all", data.articles, data, plan, options.keep, tell)
    write(options.out, net, data.rows, {"thresholds": THRESHOLDS, "calibration": {}})
    dev = load_dev(options.data, data.rows)
    tell(f"dev: {summary(score(dev, found_in(dev, runnable(net, data.rows), THRESHOLDS)))}")
    folds = cross_validate(data, plan, options.keep, tell=tell)
    tell(f"five folds: {report(folds, THRESHOLDS)}")
    points = calibration(folds, THRESHOLDS)
    write(options.out, net, data.rows, {"thresholds": THRESHOLDS, "calibration": points})


if __name__ == "__main__":
    main()
