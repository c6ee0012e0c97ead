"""A long stream of requests; see Scripts/check-throughput."""
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import requests

POLICY = "policies/helseplattformen"
# Resident memory over the policy set loaded: some batches of 64 KiB with their answers, however many
# lines there are. A stream of 200,000 lines is 350 MB.
MEGABYTES = 100
BAD_EVERY = 1_000


def run(tool, source, target):
    """Decides a file; answers seconds and megabytes."""
    begin = time.monotonic()
    with open(target, "wb") as out:
        process = subprocess.Popen([tool, "decide", POLICY, "--request", source], stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
    assert os.waitstatus_to_exitcode(status) == 2, "a stream with bad lines ends with 2"
    return time.monotonic() - begin, usage.ru_maxrss / 1024


def check_order(target, count):
    """Each line is answered in its place, the bad ones with what is wrong with them."""
    bad = 0
    with open(target, encoding="utf-8") as answers:
        for number, text in enumerate(answers, 1):
            if number % BAD_EVERY == 0:
                answer = json.loads(text)
                assert answer["line"] == number and answer["error"]["messages"], text
                bad += 1
            else:
                assert text.startswith(f'{{"id":"{number}","outcome":"'), text
        assert number == count, f"{number} answers to {count} lines"
    assert bad == count // BAD_EVERY


def check_pipe(tool, source, target, count):
    """Of a stream that comes in odd parts, all answers are the same."""
    answers = pathlib.Path(target).read_bytes()
    process = subprocess.Popen([tool, "decide", POLICY], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    if os.fork() == 0:
        process.stdout.close()
        with open(source, "rb") as lines:
            size = 1
            while part := lines.read(size):
                process.stdin.write(part)
                process.stdin.flush()
                size = size * 7 % 65_521
        os._exit(0)
    process.stdin.close()
    piped = process.stdout.read()
    assert process.wait() == 2
    assert piped == answers, "the answers depend on how the stream comes in"


def check_dialogue(tool):
    """Who writes a line gets its answer before the next one is written."""
    process = subprocess.Popen([tool, "decide", POLICY], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    for number in range(1, 20):
        process.stdin.write(b'{"id":"%d"}\n' % number)
        process.stdin.flush()
        answer = process.stdout.readline()
        assert answer.startswith(b'{"id":"%d","line":%d,"error"' % (number, number)), answer
    process.stdin.close()
    assert process.wait() == 2


def main():
    tool, count = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        source, target = f"{folder}/requests", f"{folder}/answers"
        for size, lines in (("short", 2_000), ("long", count)):
            requests.write(source, lines, bad=BAD_EVERY)
            seconds, megabytes = run(tool, source, target)
            check_order(target, lines)
            if size == "short":
                least = megabytes
                check_pipe(tool, source, target, lines)
        check_dialogue(tool)
    print(f"{count} lines in {seconds:.2f} s, {count / seconds:.0f} a second; {megabytes:.0f} MB, and {least:.0f} MB for 2000")
    assert megabytes < least + MEGABYTES, "memory grows with the stream"


main()
