"""Start the command line: `python -m reader`."""

import os
import sys


def main() -> None:
    """Run the `reader` command with the arguments of this process."""
    # matrices of detection are so small that numpy's threads only wait for each other (a fifth of the speed)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from reader import i18n
    from reader.config.interface import interface_of

    i18n.use(interface_of(sys.argv[1:]))
    from reader.cli import main as cli_main  # what it imports must find the lines above done

    cli_main()


if __name__ == "__main__":
    main()
