"""Debian's headless Chromium, through its ChromeDriver: a page at some width, light or dark."""

import base64
import json

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

# Chromium looks nothing up and sends nothing of its own.
OPTIONS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
           "--disable-background-networking", "--disable-component-update", "--disable-sync",
           "--disable-dev-shm-usage", "--hide-scrollbars", "--force-color-profile=srgb"]


class Browser:
    def __enter__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for option in OPTIONS:
            options.add_argument(option)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        return self

    def __exit__(self, *error):
        self.driver.quit()

    def look(self, width, dark):
        """How the pages opened from now on are shown."""
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})

    def open(self, page):
        """Opens a file, and returns what went wrong: console messages, dialogs, requests."""
        self.driver.get_log("performance")
        self.driver.get_log("browser")
        self.driver.get(page.as_uri())
        return [line["message"] for line in self.driver.get_log("browser")] + [
            f"asked for {address}" for address in self.requests() if address != page.as_uri()]

    def requests(self):
        for line in self.driver.get_log("performance"):
            message = json.loads(line["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                yield message["params"]["request"]["url"]
            if message["method"] == "Page.javascriptDialogOpening":
                yield "a dialog"

    def evaluate(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def evaluate_later(self, script, *arguments):
        """For a script that hands its result to its last argument, a function."""
        return self.driver.execute_async_script(script, *arguments)

    def screenshot(self, file, height=None):
        """Of `height` pixels from the top, or of the whole page."""
        size = self.driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": height or size["height"], "scale": 1}
        shot = self.driver.execute_cdp_cmd("Page.captureScreenshot", {
            "format": "png", "captureBeyondViewport": True, "clip": clip})
        file.write_bytes(base64.b64decode(shot["data"]))

    def print_to(self, file):
        printed = self.driver.execute_cdp_cmd("Page.printToPDF", {
            "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": True})
        file.write_bytes(base64.b64decode(printed["data"]))
