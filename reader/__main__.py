"""Start the command line: `python -m reader`."""


def main() -> None:
    """Run the `reader` command with the arguments of this process."""
    from reader.cli import main as cli_main

    cli_main()


if __name__ == "__main__":
    main()
