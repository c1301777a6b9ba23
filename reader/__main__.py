"""Start the command line: `python -m reader`."""

import os


def main() -> None:
    """Run the `reader` command with the arguments of this process."""
    # matrices of detection are so small that numpy's threads only wait for each other (a fifth of the speed)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from reader.cli import main as cli_main  # what it imports must find the line above done

    cli_main()


if __name__ == "__main__":
    main()
