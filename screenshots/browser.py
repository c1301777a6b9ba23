"""Make the picture of the desk in a browser: python -m screenshots.browser (Chromium must be installed)."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.chromium import chromium
from tests.web.test_serving import Served

FOLDER = Path(__file__).parent
SIZE = (1280, 760)


def main() -> None:
    """Add the samples to a library, open the first of them in a browser, accept a quote; take a picture."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.db"
        os.environ["READER_LIBRARY"] = str(library)
        seeds = FOLDER.parent / "seeds"
        subprocess.run(
            [sys.executable, "-m", "reader", "add", str(seeds)], check=True, stdout=subprocess.DEVNULL
        )
        served = Served()
        try:
            with chromium(Path(folder) / "profile") as browser:
                tab = browser.show(served.address)
                browser.picture(tab, size=SIZE)
                for key in ("", "Enter", "]", "Enter", "]"):
                    time.sleep(4)  # a picture of a terminal: nothing in the page tells that it is drawn
                    if key:
                        browser.press(tab, key)
                time.sleep(2)
                (FOLDER / "desk-in-a-browser.png").write_bytes(browser.picture(tab, size=SIZE))
        finally:
            served.running.kill()
            served.running.communicate()


if __name__ == "__main__":
    main()
