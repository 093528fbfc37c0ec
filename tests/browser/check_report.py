#!/usr/bin/env python3
"""Opens reports in Chromium and holds them to what a page owes its readers.

Usage: check_report.py GRADUS_PROGRAM [NODE_MODULES]

Without NODE_MODULES, where axe-core and vnu-jar were installed, their checks are skipped.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from browser import Browser

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import journals  # noqa: E402

WIDTHS = [360, 768, 1400]
failures = []


def expect(what, met):
    if not met:
        failures.append(what)


WITHOUT_STYLE = """
document.querySelectorAll('style').forEach(style => style.remove());
return [...document.querySelectorAll('[style]')].length;
"""
TOO_WIDE = """
return document.documentElement.scrollWidth > document.documentElement.clientWidth
  ? [document.documentElement.scrollWidth + ' px', ...[...document.querySelectorAll('main *')]
      .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 &&
                   !e.closest('.scroll'))
      .slice(0, 3).map(e => e.outerHTML.slice(0, 120))]
  : [];
"""
# A drawing's own words and its table of numbers are both there; what is folded away counts too.
READ_ALOUD = """
document.querySelectorAll('details').forEach(e => e.open = true);
return document.body.innerText;
"""
AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
  .then(result => done(result.violations.map(v => v.id + ': ' +
    v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' … '))));
"""


def words(text):
    return re.findall(r"\S+", text)


def check_looks(browser, name, page, axe):
    for width in WIDTHS:
        for dark in (False, True):
            look = f"{name}, {width} px, {'dark' if dark else 'light'}"
            browser.look(width, dark)
            wrong = browser.open(page)
            expect(f"{look}: {wrong}", not wrong)
            wide = browser.evaluate(TOO_WIDE)
            expect(f"{look}: wider than the screen: {wide}", not wide)
            if axe:
                browser.evaluate(axe)
                violations = browser.evaluate_later(AXE)
                expect(f"{look}: axe: {violations}", not violations)


def check_without_style(browser, name, page):
    browser.look(768, False)
    browser.open(page)
    styled = words(browser.evaluate(READ_ALOUD).casefold())
    expect(f"{name}: an element has a style of its own", browser.evaluate(WITHOUT_STYLE) == 0)
    plain = words(browser.evaluate(READ_ALOUD).casefold())
    missing = [word for word in styled if word not in set(plain)]
    expect(f"{name}: missing without its style: {missing[:10]}", not missing)


def check_print(browser, name, page, folder):
    browser.look(768, True)  # a printer gets ink on paper, whatever the screen likes
    browser.open(page)
    headings = browser.evaluate("return [...document.querySelectorAll('h2')].map(e => e.textContent);")
    pdf = folder / f"{name}.pdf"
    browser.print_to(pdf)
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True,
                          encoding="utf-8").stdout
    pages = text.rstrip("\f").split("\f")
    expect(f"{name}: a printed page is empty", all(text.strip() for text in pages))
    flat = " ".join(words(text)).casefold()
    for heading in headings:
        expect(f"{name}: not printed: {heading}", heading.casefold() in flat)
    heads = browser.evaluate("return [...document.querySelectorAll('thead')].map(e => e.innerText);")
    above = [words(heading) for heading in headings + heads]
    for text in pages:
        last = [line for line in text.splitlines() if line.strip()][-1]
        expect(f"{name}: a heading ends a page: {last}", words(last) not in above)


def check_valid(name, page, node_modules):
    tidy = subprocess.run(["tidy", "-quiet", "-errors", "--drop-empty-elements", "no", page],
                          capture_output=True, encoding="utf-8", check=False)
  
    wrong = [line for line in tidy.stderr.splitlines() if " Error: " in line]
    expect(f"{name}: tidy: {wrong}", not wrong)
    if node_modules:
        jar = node_modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
        vnu = subprocess.run(["java", "-jar", jar, "--stdout", "--format", "gnu", page],
                             capture_output=True, encoding="utf-8", check=False)
        # It doesn't compare the policy's digest with the style; Chromium and check_page.py do.
        wrong = [line for line in vnu.stdout.splitlines()
                 if line and "Inline style violates Content Security Policy" not in line]
        expect(f"{name}: vnu: {wrong} {vnu.stderr}", not wrong and not vnu.stderr)


def text_of(browser, page):
    browser.open(page)
    return set(words(browser.evaluate("""
      document.querySelectorAll('svg, .legend').forEach(e => e.remove());
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found = [];
      while (texts.nextNode()) found.push(texts.currentNode.nodeValue);
      return found.join(' ').replace(/[^0-9A-Za-z]+/g, ' ');""")))


def check_markdown(browser, name, learner, page, folder):
    """As GitHub shows it: nothing runs, and each number outside the drawings is there too."""
    rendered = subprocess.run(["cmark-gfm", "--extension", "table"], check=True, capture_output=True,
                              encoding="utf-8", input=learner.run("report", "--format", "md", "--private"))
    markdown = folder / f"{name}-markdown.html"
    markdown.write_text(f"<!doctype html><title>{name}</title>{rendered.stdout}", encoding="utf-8")
    expect(f"{name}: Markdown left HTML out", "raw HTML omitted" not in rendered.stdout)
    wrong = [line for line in browser.open(markdown) if "favicon" not in line]
    expect(f"{name}, as Markdown: {wrong}", not wrong)
    numbers = {word for word in text_of(browser, page) if re.fullmatch(r"\d+", word)}
    missing = numbers - text_of(browser, markdown)
    expect(f"{name}: numbers that Markdown lacks: {sorted(missing)[:20]}", not missing)


def main(program, node_modules):
    axe = node_modules and (node_modules / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name, Browser() as browser:
        for journal in (journals.rich, journals.hostile):
            folder = Path(name) / journal.__name__
            folder.mkdir()
            learner = journal(program, folder)
            page = folder / "report.html"
            page.write_text(learner.run("report", "--format", "html", "--private"), encoding="utf-8")
            expect(f"{journal.__name__}: {page.stat().st_size} bytes",
                   journal is journals.hostile or page.stat().st_size < 150_000)
            check_looks(browser, journal.__name__, page, axe)
            check_without_style(browser, journal.__name__, page)
            check_print(browser, journal.__name__, page, folder)
            check_valid(journal.__name__, page, node_modules)
            check_markdown(browser, journal.__name__, learner, page, folder)
    if not node_modules:
        print("skipped: axe-core and vnu-jar, which an npm registry has")
    print("\n".join(failures) if failures else "the reports are as they should be")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else None))
