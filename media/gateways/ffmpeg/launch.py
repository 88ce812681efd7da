"""Replace this process by a command that can neither run away nor outlive its worker.

Run as a script (`python -I -S launch.py MEMORY CPU FILE NICENESS PARENT command...`), never
imported.
A `preexec_fn` would run Python between fork and exec in a process that has threads, where a
lock held by another thread at the fork is held for ever. Here the limits are set by a fresh,
single-threaded interpreter (about 20 ms), which then becomes the command: same process id,
same process group, nothing left of Python.
"""

import ctypes
import os
import resource
import signal
import sys

PR_SET_PDEATHSIG = 1


def _limit(kind: int, value: int, *, grace: int = 0) -> None:
    """Lower one limit, never above what the machine already imposes."""
    hard = resource.getrlimit(kind)[1]
    allowed = value + grace if hard == resource.RLIM_INFINITY else min(value + grace, hard)
    resource.setrlimit(kind, (min(value, allowed), allowed))


def _die_with(parent_pid: int) -> None:
    """Ask the kernel to kill us when the worker dies, and go now if it already has."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent_pid:
        os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    memory_bytes, cpu_s, file_bytes, niceness, parent_pid = map(int, sys.argv[1:6])
    command = sys.argv[6:]
    _die_with(parent_pid)
    os.nice(niceness)
    # Python ignores these two, and an ignored signal stays ignored through exec.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    _limit(resource.RLIMIT_CORE, 0)
    # At the hard limit the kernel kills without a word; before it, it says why (SIGXCPU).
    _limit(resource.RLIMIT_CPU, cpu_s, grace=2)
    _limit(resource.RLIMIT_FSIZE, file_bytes)
    _limit(resource.RLIMIT_AS, memory_bytes)
    os.execv(command[0], command)


if __name__ == "__main__":
    main()
