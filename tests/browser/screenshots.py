#!/usr/bin/env python3
"""Makes the pictures of docs/images: the report of a learner half-way through, whose days are fixed.

Usage: screenshots.py GRADUS_PROGRAM FOLDER
"""

import sys
import tempfile
from pathlib import Path

from browser import Browser

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import journals  # noqa: E402

PICTURES = [("report", 900, False, 1500), ("report-dark", 900, True, 1500), ("report-phone", 360, False, 1500)]


def main(program, pictures):
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        learner = journals.rich(program, Path(folder))
        page = Path(folder) / "report.html"
        page.write_text(learner.run("report", "--format", "html"), encoding="utf-8")
        for name, width, dark, height in PICTURES:
            browser.look(width, dark)
            browser.open(page)
            browser.screenshot(pictures / f"{name}.png", height)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
