"""Runs programs and tells what they cost."""
import os
import subprocess
import time
from dataclasses import dataclass


class Failure(Exception):
    """Something that ends the benchmark, in words for whoever runs it."""


@dataclass
class Cost:
    """Seconds on the clock and on the processors, and the most memory, in bytes."""

    seconds: float
    user: float
    peak: int


def run(arguments, stdin=None, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE):
    """Runs a program to its end: its cost and what it wrote."""
    start = time.perf_counter()
    process = subprocess.Popen(
        arguments, stdin=subprocess.PIPE if stdin else subprocess.DEVNULL, stdout=stdout, stderr=stderr)
    if stdin:
        process.stdin.write(stdin.encode())
        process.stdin.close()
    written = process.stdout.read() if process.stdout else b""
    told = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise Failure(f"{' '.join(map(str, arguments))} ended with {process.returncode}: {told.decode()}")
    cost = Cost(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)
    return cost, written.decode(), told.decode()


def best(times, work):
    """The least of several runs, as other work on the machine only ever adds; in seconds."""
    least = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        least = min(least, time.perf_counter() - start)
    return least
