"""huey with a queue in SQLite and COUNT tasks that run a command at one second, by ALIVE workers.

Its periodic tasks know minutes alone, so these are tasks with a time, looked for each second.

usage: huey_herd.py COUNT SECOND ALIVE COMMAND...
"""

import datetime
import subprocess
import sys

from huey import SqliteHuey

count, due, alive, command = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]
huey = SqliteHuey(filename="huey.sqlite")


@huey.task()
def run():
    subprocess.run(command)


for _ in range(count):
    run.schedule(eta=datetime.datetime.fromtimestamp(due))
huey.create_consumer(workers=alive, worker_type="thread", scheduler_interval=1).run()
