"""A headless Chromium, driven by the DevTools protocol over a pipe; nothing but Python is needed."""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time


class BrowserError(Exception):
    """What the browser could not do, or did not answer in time."""


class Browser:
    """One browser with one tab, of which every message is kept."""

    def __init__(self, seconds=60):
        binary = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
        if binary is None:
            raise BrowserError("there is no chromium; on Debian: apt-get install chromium")
        self.seconds = seconds
        self.profile = tempfile.mkdtemp(prefix="check-html-")
        read_there, self.write_end = os.pipe()
        self.read_end, write_there = os.pipe()

        def hand_over():
            # The browser reads from descriptor 3 and writes to 4; first out of each other's way.
            there, back = os.dup(read_there), os.dup(write_there)
            os.dup2(there, 3)
            os.dup2(back, 4)

        self.process = subprocess.Popen(
            [
                binary, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--disable-extensions", "--no-first-run", "--hide-scrollbars", "--force-color-profile=srgb",
                f"--user-data-dir={self.profile}", "--remote-debugging-pipe", "about:blank",
            ],
            preexec_fn=hand_over, close_fds=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        os.close(read_there)
        os.close(write_there)
        self.buffer = b""
        self.events = []
        self.number = 0
        self.session = None
        target = next(
            info for info in self.ask("Target.getTargets")["targetInfos"] if info["type"] == "page"
        )
        self.session = self.ask("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "DOM", "Accessibility"):
            self.ask(f"{domain}.enable")
        self.ask("Emulation.setFocusEmulationEnabled", enabled=True)

    def ask(self, method, **parameters):
        """Sends a command and waits for its answer; events that come first are kept."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.write_end, data):]
        deadline = time.monotonic() + self.seconds
        while True:
            answer = self._receive(deadline, method)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, name):
        """Waits for an event."""
        deadline = time.monotonic() + self.seconds
        while not any(event.get("method") == name for event in self.events):
            self.events.append(self._receive(deadline, name))

    def _receive(self, deadline, what):
        while b"\0" not in self.buffer:
            rest = deadline - time.monotonic()
            if rest <= 0 or not select.select([self.read_end], [], [], rest)[0]:
                raise BrowserError(f"{what} did not come within {self.seconds} s")
            data = os.read(self.read_end, 1 << 20)
            if not data:
                raise BrowserError(f"the browser ended before {what}")
            self.buffer += data
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def open(self, path):
        """Opens a file and forgets what was before."""
        self.events = []
        self.ask("Page.navigate", url="file://" + os.path.realpath(path))
        self.wait("Page.loadEventFired")

    def run(self, expression):
        """The value of an expression in the page, as JSON."""
        result = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise BrowserError(json.dumps(result["exceptionDetails"])[:600])
        return result["result"].get("value")

    def size(self, width, height=800, scale=1):
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=False)

    def media(self, media="", scheme="light"):
        self.ask("Emulation.setEmulatedMedia", media=media, features=[{"name": "prefers-color-scheme", "value": scheme}])

    def press(self, key, code, **more):
        for kind in ("rawKeyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **more)

    def picture(self, path, whole=False):
        parameters = {"captureBeyondViewport": whole}
        if whole:
            size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
            parameters["clip"] = {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}
        data = self.ask("Page.captureScreenshot", format="png", **parameters)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def paper(self):
        """The page as PDF, on A4."""
        return base64.b64decode(
            self.ask("Page.printToPDF", printBackground=True, preferCSSPageSize=False, paperWidth=8.27, paperHeight=11.69)["data"]
        )

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        shutil.rmtree(self.profile, ignore_errors=True)
