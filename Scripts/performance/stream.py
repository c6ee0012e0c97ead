"""Measures the tool: its start, and `decide` on a long stream of requests; see Scripts/measure-performance.

    stream.py PATH-OF-ACCESS-POLICY LINES RESULT

Memory is taken for a tenth of the lines, too: it must not depend on how many there are.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

POLICY = "policies/helseplattformen"
TIMES = 3


def decide(tool, source):
    begin = time.monotonic()
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen([tool, "decide", POLICY, "--request", source], stdout=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"decide ended with {os.waitstatus_to_exitcode(status)}")
    return {
        "seconds": time.monotonic() - begin,
        "processorSeconds": usage.ru_utime + usage.ru_stime,
        "peakMegabytes": usage.ru_maxrss / 1024,
    }


def start_up(tool):
    """Milliseconds of `access-policy --help`, half of them."""
    times = []
    for _ in range(40):
        begin = time.monotonic()
        subprocess.run([tool, "--help"], stdout=subprocess.DEVNULL, check=True)
        times.append(1000 * (time.monotonic() - begin))
    return statistics.median(times)


def main():
    tool, lines, result = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    runs = []
    with tempfile.TemporaryDirectory(prefix="stream-") as folder:
        for count in (lines // 10, lines):
            source = Path(folder, "requests.ndjson")
            with open(source, "wb") as file:
                subprocess.run(
                    [sys.executable, "Scripts/throughput/requests.py", str(count)], stdout=file, check=True
                )
            tried = [decide(tool, str(source)) for _ in range(TIMES)]
            best = min(tried, key=lambda run: run["seconds"])
            peak = max(run["peakMegabytes"] for run in tried)
            size = source.stat().st_size
            runs.append({"lines": count, "bytes": size, **best, "peakMegabytes": peak})
    measured = {"policySet": POLICY, "startUpMilliseconds": start_up(tool), "runs": runs}
    Path(result).write_text(json.dumps(measured, indent=1) + "\n")


if __name__ == "__main__":
    main()
