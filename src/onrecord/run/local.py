"""Reading on one machine: in this process, or in several that each hold a reader of their own.

Results come in the order of the input, and only a few tasks are ahead of the slowest, so memory does not grow with the number
of reports. A worker that dies is replaced and its task tried once more; a second death is the task's own result.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

import msgspec

from onrecord.errors import InputError, ModelError, OnrecordError
from onrecord.reading.pipeline import Reader, load_reader
from onrecord.run.shard import Result, Task, read_task
from onrecord.run.tasks import spread
from onrecord.settings import Settings

AHEAD = 16
"""Tasks a worker may be ahead of the oldest one that is not done."""
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
_PACK, _RESULTS = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(list[Result])


def read_all(
    items: Iterable[Task | Result], *, workers: int = 1, reader: Reader | None = None, settings: Settings | None = None
) -> Iterator[Result]:
    """Reads every task; results already known pass through in their place. `reader` serves when there is one worker.

    Raises ModelError when no reader can be made. With `workers` above one, call it under `if __name__ == "__main__":`.
    """
    spreaded = _spread(items)
    if workers <= 1:
        yield from _here(spreaded, reader, settings)
    else:
        pool = _Pool(workers, settings or Settings())
        try:
            yield from pool.read(spreaded)
        finally:
            pool.close()


def _spread(items: Iterable[Task | Result]) -> Iterator[Task | Result]:
    for item in items:
        if isinstance(item, Result):
            yield item
            continue
        try:
            yield from spread(item)
        except InputError as error:
            yield Result(item.key, problem=str(error))


def _here(items: Iterable[Task | Result], reader: Reader | None, settings: Settings | None) -> Iterator[Result]:
    for item in items:
        if isinstance(item, Result):
            yield item
        else:
            reader = reader or load_reader(settings)
            yield from read_task(reader, item)


@dataclass(slots=True, eq=False)
class _Worker:
    process: BaseProcess
    pipe: Connection
    at: int | None = None
    """The number of the task at hand."""


@dataclass(slots=True)
class _Job:
    task: Task
    deaths: int = 0


@dataclass(slots=True)
class _Pool:
    size: int
    settings: Settings
    workers: list[_Worker] = field(default_factory=list)
    jobs: dict[int, _Job] = field(default_factory=dict)
    again: deque[int] = field(default_factory=deque)
    done: dict[int, list[Result]] = field(default_factory=dict)

    def read(self, items: Iterable[Task | Result]) -> Iterator[Result]:
        source, number, oldest, ended = iter(items), 0, 0, False
        while not ended or self.jobs or self.done:
            while not ended and number - oldest < AHEAD * self.size and self._wants(number):
                item = next(source, None)
                if item is None:
                    ended = True
                elif isinstance(item, Result):
                    self.done[number] = [item]
                    number += 1
                else:
                    self.jobs[number] = _Job(item)
                    self.again.append(number)
                    number += 1
            self._hand_out()
            while oldest in self.done:
                yield from self.done.pop(oldest)
                oldest += 1
            if self.jobs:
                self._collect()

    def _wants(self, number: int) -> bool:
        """More tasks are taken only as there are hands for them."""
        return len(self.again) < self.size

    def _hand_out(self) -> None:
        while self.again:
            idle = next((worker for worker in self.workers if worker.at is None), None)
            if idle is None:
                if len(self.workers) >= self.size:
                    return
                idle = self._start()
            number = self.again.popleft()
            idle.at = number
            try:
                idle.pipe.send_bytes(_PACK.encode(self.jobs[number].task))
            except (BrokenPipeError, ConnectionResetError):
                self._bury(idle)

    def _collect(self) -> None:
        """Waits for the next answers, or deaths."""
        ready = set(wait([worker.pipe for worker in self.workers if worker.at is not None]))
        for worker in [worker for worker in self.workers if worker.pipe in ready]:
            try:
                answer = worker.pipe.recv_bytes()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            if answer[:1] == b"!":
                raise ModelError(answer[1:].decode())
            number, worker.at = worker.at, None
            if number is not None:
                del self.jobs[number]
                self.done[number] = _RESULTS.decode(answer)

    def _bury(self, worker: _Worker) -> None:
        """A worker died: its task is tried once more, by another."""
        number = worker.at
        worker.pipe.close()
        worker.process.join(5)
        self.workers.remove(worker)
        if number is None:
            return
        job = self.jobs[number]
        job.deaths += 1
        if job.deaths < 2:
            self.again.appendleft(number)
            return
        del self.jobs[number]
        status = worker.process.exitcode
        why = "out of memory?" if status == -getattr(signal, "SIGKILL", 9) else f"exit status {status}"
        self.done[number] = [Result(job.task.key, problem=f"{job.task.key}: the process that read it died twice ({why})", ours=True)]

    def _start(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, self.settings), daemon=True)
        with _one_thread():
            process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self.workers.append(worker)
        return worker

    def close(self) -> None:
        for worker in self.workers:
            worker.pipe.close()
        for worker in self.workers:
            if worker.at is not None:
                worker.process.terminate()
            worker.process.join(5)


@contextmanager
def _one_thread() -> Iterator[None]:
    """What is started inside runs its matrix products on one thread: the processes are the parallelism."""
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _work(pipe: Connection, settings: Settings) -> None:
    """A worker: reads tasks until the pipe closes. Interrupts are the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        reader = load_reader(settings)
    except OnrecordError as error:
        pipe.send_bytes(b"!" + str(error).encode())
        return
    tasks = msgspec.msgpack.Decoder(Task)
    while True:
        try:
            task = tasks.decode(pipe.recv_bytes())
            pipe.send_bytes(_PACK.encode(list(read_task(reader, task))))
        except (EOFError, OSError):
            return
