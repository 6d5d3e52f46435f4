"""APScheduler with COUNT jobs that run a command at one second, ALIVE at once, and its other options as they are.

usage: apscheduler_herd.py COUNT SECOND ALIVE COMMAND...
"""

import datetime
import subprocess
import sys

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.blocking import BlockingScheduler

count, due, alive, command = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]
at = datetime.datetime.fromtimestamp(due, datetime.timezone.utc)
scheduler = BlockingScheduler(executors={"default": ThreadPoolExecutor(alive)}, timezone=datetime.timezone.utc)
for _ in range(count):
    scheduler.add_job(subprocess.run, "cron", [command], hour=at.hour, minute=at.minute, second=at.second)
scheduler.start()
