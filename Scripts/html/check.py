"""Holds pages to what they promise, in a real browser: see Scripts/check-html.

    check.py [--pictures FOLDER] PAGE…
"""

import base64
import hashlib
import os
import re
import sys
import tempfile

from browser import Browser, BrowserError

here = os.path.dirname(os.path.realpath(__file__))
# The sheets of paper in points of CSS, less the margins of 12 mm.
PORTRAIT, LANDSCAPE = 703, 1032


class Page:
    """One page in the browser, with everything that is found wrong in it, by the name of the check."""

    def __init__(self, browser, path):
        self.browser = browser
        self.path = path
        self.wrong = {}

    def note(self, check, findings, where=""):
        for finding in findings:
            self.wrong.setdefault(check, []).append(f"{where}{finding}")

    def ask(self, check, where=""):
        self.note(check, self.browser.run(f"page.{check}()"), where)

    def check(self):
        browser = self.browser
        browser.size(1280)
        browser.media()
        browser.open(self.path)
        with open(os.path.join(here, "page.js"), encoding="utf-8") as script:
            browser.run("globalThis.page = " + re.sub(r"(?m)^//.*$", "", script.read()).strip())
        self.ask("structure")
        self.ask("shapes")
        self.names()
        self.keyboard()
        browser.run("document.querySelectorAll('details').forEach((details) => details.open = true)")
        # A window of 640 points is one of 1280 at 200 %; 320 is one at 400 %.
        for width in (1280, 640, 320):
            browser.size(width)
            self.ask("width", f"at {width}: ")
            self.ask("regions", f"at {width}: ")
        browser.size(1280)
        browser.run("document.documentElement.style.fontSize = '200%'")
        self.ask("width", "with text of twice the size: ")
        browser.run("document.documentElement.style.fontSize = ''")
        for scheme in ("light", "dark"):
            browser.media("", scheme)
            self.ask("contrast", f"{scheme}: ")
        self.paper()
        self.messages()
        return self.wrong

    def names(self):
        """The names of regions and tables, as programs that read aloud get them."""
        named = {"region": 0, "table": 0, "link": 0, "heading": 0}
        for node in self.browser.ask("Accessibility.getFullAXTree")["nodes"]:
            role = node.get("role", {}).get("value")
            if role in named and node.get("name", {}).get("value", "").strip():
                named[role] += 1
        # An element whose name is not found loses its role as well, so they are counted.
        for role, selector in [("region", "[role=region]"), ("table", "table"), ("link", "a"), ("heading", "h1,h2,h3,h4,h5,h6")]:
            count = self.browser.run(f"[...document.querySelectorAll('{selector}')].filter((element) => element.checkVisibility()).length")
            if named[role] != count:
                self.note("names", [f"of {count} of «{role}», {named[role]} have a name"])

    def keyboard(self):
        """Goes through the page with the tabulator, as somebody without a mouse does."""
        browser = self.browser
        browser.run(
            "globalThis.visited = new Set(); globalThis.order = [];"
            "globalThis.unseen = new Set(); document.addEventListener('focusin', ({ target }) => {"
            " visited.add(target); order.push(target); const style = getComputedStyle(target);"
            " if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) unseen.add(target.tagName + ' ' + target.className); })"
        )
        stops = browser.run("document.querySelectorAll('a, summary, [tabindex=\"0\"]').length")
        for _ in range(stops + 2):
            browser.press("Tab", 9)
        if not browser.run("order[0]?.matches('.skip') ?? false"):
            self.note("keyboard", ["the first stop does not lead to the content"])
        missed = browser.run(
            "[...document.querySelectorAll('a, summary, body *')].filter((element) => element.checkVisibility()"
            " && (element.matches('a, summary') || ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))"
            " && !visited.has(element)).map((element) => element.tagName + ' ' + element.className)"
        )
        self.note("keyboard", [f"{element} is not reached" for element in missed])
        self.note("keyboard", [f"it cannot be seen that one is at {element}" for element in browser.run("[...unseen]")])
        browser.size(320)
        at = browser.run(
            "(() => { const region = [...document.querySelectorAll('[role=\"region\"]')].find((element) =>"
            " element.checkVisibility() && element.scrollWidth > element.clientWidth + 80);"
            " if (!region) return null; region.focus(); region.scrollLeft = 0; globalThis.region = region; return 0; })()"
        )
        if at is not None:
            for _ in range(3):
                browser.press("ArrowRight", 39)
            moved = browser.run(
                "new Promise((done) => { const end = performance.now() + 3000; const look = () =>"
                " region.scrollLeft > 0 || performance.now() > end ? done(region.scrollLeft) : setTimeout(look, 30); look(); })"
            )
            if not moved:
                self.note("keyboard", ["a table does not scroll by the arrow keys"])
        browser.size(1280)

    def paper(self):
        browser = self.browser
        browser.run("document.querySelectorAll('details').forEach((details) => details.open = false)")
        browser.media("print")
        lies = browser.run("document.body.matches('.landscape')")
        browser.size(LANDSCAPE if lies else PORTRAIT)
        self.ask("paper")
        self.ask("contrast", "on paper: ")
        browser.media()
        browser.size(1280)
        data = browser.paper()
        sheets = len(re.findall(rb"/Type\s*/Page\b", data))
        if not data.startswith(b"%PDF-") or not sheets:
            self.note("paper", ["it cannot be printed"])

    def messages(self):
        """What the browser said, and whatever it wanted to fetch."""
        for event in self.browser.events:
            parameters = event.get("params", {})
            match event.get("method"):
                case "Runtime.consoleAPICalled" | "Runtime.exceptionThrown":
                    self.note("messages", [str(parameters)[:200]])
                case "Log.entryAdded":
                    self.note("messages", [parameters["entry"]["text"][:200]])
                case "Network.requestWillBeSent":
                    if parameters["request"]["url"].split("#")[0] != "file://" + os.path.realpath(self.path):
                        self.note("requests", [parameters["request"]["url"]])
                case "Network.webSocketCreated":
                    self.note("requests", [parameters["url"]])


# Faults

def style(change):
    """A change of the style sheet, with the leave for it written anew."""

    def changed(text):
        before = re.search(r"<style>(.*?)</style>", text, re.S).group(1)
        after = change(before)
        if before == after:
            raise SystemExit("a seeded fault changes nothing")
        digest = base64.b64encode(hashlib.sha256(after.encode()).digest()).decode()
        return re.sub(r"'sha256-[^']*'", lambda _: f"'sha256-{digest}'", text.replace(before, after))

    return changed


def swap(before, after, count=-1):
    return lambda text: text.replace(before, after, count)


def add(rule):
    return style(lambda sheet: sheet + rule + "\n")


# What is done to a page, and the check that must find it.
FAULTS = [
    ("an image from elsewhere", "messages", swap("</main>", '<img alt="" src="https://example.org/x.png"></main>')),
    ("an image from beside the page", "requests", lambda text: swap("default-src 'none'", "default-src *")(swap("</main>", '<img alt="" src="x.png"></main>')(text))),
    ("a script", "messages", swap("</main>", "<script>document.title = 'x'</script></main>")),
    ("a style that was not agreed to", "messages", swap("<style>", "<style>p { color: red }")),
    ("a style in an attribute", "messages", swap("<main ", '<main style="color: red" ')),
    ("no language", "structure", swap("<html lang=", "<html data-lang=")),
    ("a heading too deep", "structure", swap("h2>", "h4>")),
    ("a table without a caption", "structure", lambda text: re.sub(r"<caption.*?</caption>", "", text, flags=re.S)),
    ("a head of nothing", "structure", swap(' scope="row"', "")),
    ("an id that is there twice", "structure", swap('id="main"', 'id="r1"')),
    ("a link to nowhere", "structure", swap('href="#main"', 'href="#elsewhere"')),
    ("a row that is too short", "structure", lambda text: re.sub(r"<td>.*?</td>", "", text, count=1, flags=re.S)),
    ("an answer without a shape", "shapes", lambda text: re.sub(r'(<span class="answer yes"><span aria-hidden="true">)✓', r"\1", text)),
    ("an answer without words", "shapes", lambda text: re.sub(r'(<span class="answer no">.*?</span>)[^<]*', r"\1", text, flags=re.S)),
    ("two answers of one shape", "shapes", lambda text: re.sub(r'(<span class="answer no"><span aria-hidden="true">)–', r"\1✓", text)),
    ("a region without a name", "names", lambda text: re.sub(r'aria-labelledby="[^"]*"', 'aria-labelledby="x"', text)),
    ("a region that is no region", "regions", swap(' role="region"', "")),
    ("a region that cannot be reached", "regions", swap('role="region" tabindex="0"', 'role="region" tabindex="-1"')),
    ("a region that the tabulator leaves out", "keyboard", swap('role="region" tabindex="0"', 'role="region" tabindex="-1"')),
    ("nothing to skip by", "keyboard", lambda text: re.sub(r'<a class="skip".*?</a>', "", text)),
    ("a place that is not seen", "keyboard", add(":focus-visible { outline: none }")),
    ("a table that widens the page", "width", add(".wide { overflow-x: visible; } table { min-width: 90rem }")),
    ("a table that is cut", "width", add(".wide { overflow: hidden; } table { min-width: 90rem }")),
    ("text that is not wrapped", "width", add("dl, p { white-space: nowrap }")),
    ("text that is cut", "width", add("h1 { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }")),
    ("pale text", "contrast", style(lambda sheet: sheet.replace("--quiet: #4a5462", "--quiet: #9aa4b2"))),
    ("dark text in the dark", "contrast", style(lambda sheet: sheet.replace("--yes-ink: #b9f0cd", "--yes-ink: #2f7a4a"))),
    ("a table wider than the sheet", "paper", add("@media print { table { min-width: 120rem } }")),
    ("what stays shut on paper", "paper", lambda text: style(lambda sheet: sheet.replace("content-visibility: visible", "color: inherit"))(text.replace("</main>", "<details><summary>x</summary><p>y</p></details></main>"))),
]


def main(arguments):
    pictures = None
    if arguments[:1] == ["--pictures"]:
        pictures, arguments = arguments[1], arguments[2:]
    browser = Browser()
    try:
        failed = 0
        for path in arguments:
            wrong = Page(browser, path).check()
            for check, findings in wrong.items():
                for finding in sorted(set(findings))[:8]:
                    print(f"{path}: {check}: {finding}", file=sys.stderr)
            failed += bool(wrong)
            if pictures:
                picture(browser, path, pictures)
        if failed:
            return 1
        # Each check can fail. The first page is small, so that this is quick.
        with open(arguments[0], encoding="utf-8") as file:
            text = file.read()
        with tempfile.TemporaryDirectory() as folder:
            for number, (fault, check, change) in enumerate(FAULTS):
                changed = change(text)
                if changed == text:
                    print(f"the seeded fault «{fault}» changes nothing", file=sys.stderr)
                    return 1
                path = os.path.join(folder, f"fault-{number}.html")
                with open(path, "w", encoding="utf-8") as file:
                    file.write(changed)
                wrong = Page(browser, path).check()
                if check not in wrong:
                    print(f"«{fault}» is not found by the check of {check}; found was: {wrong}", file=sys.stderr)
                    return 1
        print(f"{len(arguments)} pages are as they should be; {len(FAULTS)} seeded faults are found")
        return 0
    except BrowserError as error:
        print(f"the browser: {error}", file=sys.stderr)
        return 1
    finally:
        browser.close()


def picture(browser, path, folder):
    """Pictures to look at: on screen, at 200 %, in the dark."""
    stem = os.path.join(folder, os.path.splitext(os.path.basename(path))[0])
    browser.open(path)
    for name, width, scheme in (("light", 1280, "light"), ("dark", 1280, "dark"), ("narrow", 640, "light")):
        browser.size(width, 1000)
        browser.media("", scheme)
        browser.picture(f"{stem}-{name}.png")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
