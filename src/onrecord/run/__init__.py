"""Many reports: one pure shard function, and the local pool of processes that it runs in."""

from onrecord.run.local import read_all
from onrecord.run.shard import Result, Task, read_task
from onrecord.run.tasks import Inputs, gather

__all__ = ["Inputs", "Result", "Task", "gather", "read_all", "read_task"]
