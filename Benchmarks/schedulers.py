"""The schedulers that are compared: how each is got, and how it is given jobs that run one command at one time."""

import datetime
import os
import shutil
import subprocess

import peers
from process import Process

HERE = os.path.dirname(os.path.abspath(__file__))
ALIVE = 8


class JobsRun:
    name = "jobs-run daemon"
    period = 1  # seconds of its time grid
    lead = 6  # seconds that it is given to read its jobs

    def __init__(self, folder):
        self.program = os.path.join(folder, "jobs-run")

    def lack(self):
        """Why it cannot be measured; None if it can."""
        return None if os.path.exists(self.program) else f"'{self.program}' is missing"

    def start(self, work, count, due, command):
        """A process that runs the command `count` times at the second `due`, as that many jobs."""
        at = datetime.datetime.fromtimestamp(due, datetime.timezone.utc)
        # In a folder by itself, since a daemon looks at its jobs again whenever something changes beside them.
        folder = os.path.join(work, "jobs")
        os.makedirs(folder)
        path = os.path.join(folder, "herd.yaml")
        write_jobs(path, count, f"{at.second} {at.minute} {at.hour} * * *", command)
        return self.daemon(path, os.path.join(work, "state"))

    def daemon(self, path, state, *more, **options):
        words = [self.program, "daemon", path, "--state", state, "--max-running", str(ALIVE), "-q", *more]
        return Process(words, **options)


def write_jobs(path, count, cron, command, name="herd"):
    """Jobs with a schedule that begins with the second."""
    words = ", ".join(f'"{word}"' for word in command)
    with open(path, "w") as file:
        for number in range(count):
            file.write(
                f"---\napiVersion: jobs/v1\nkind: Job\nmetadata: {{name: {name}-{number}}}\nspec:\n"
                f'  schedule: [{{cron: "{cron}", dialect: seconds}}]\n  command: [{words}]\n')


class SystemCron:
    """A cron from a Debian package, unpacked and never installed. Mounts of its own keep the host's jobs from it."""

    period = 60
    lead = 3

    def __init__(self, name, package):
        self.name = name
        self.package = package
        self.folder = os.path.join(HERE, ".venv", package)
        self.program = os.path.join(self.folder, "root", "usr", "sbin", "cron")

    def lack(self):
        if not os.path.exists(self.program):
            shutil.rmtree(self.folder, ignore_errors=True)
            os.makedirs(self.folder)
            try:
                subprocess.run(
                    ["apt-get", "download", "-q", self.package], cwd=self.folder, check=True, capture_output=True,
                    timeout=120)
                package = os.path.join(self.folder, os.listdir(self.folder)[0])
                subprocess.run(["dpkg-deb", "-x", package, os.path.join(self.folder, "root")], check=True)
            except (subprocess.SubprocessError, OSError, IndexError):
                return f"apt has no package '{self.package}'"
        if subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode != 0:
            return "it needs root, for mounts of its own"
        missing = subprocess.run([self.program, "-?"], capture_output=True, text=True).stderr
        return missing.strip() if "shared libraries" in missing else None

    def start(self, work, count, due, command):
        at = datetime.datetime.fromtimestamp(due)
        return self.run(work, [f"{at.minute} {at.hour} * * * root {' '.join(command)}\n"] * count)

    def run(self, work, lines, in_file=1_000):
        """With so many lines in a file, since there are limits to it."""
        jobs = os.path.join(work, "cron.d")
        os.makedirs(jobs)
        for first in range(0, len(lines), in_file):
            path = os.path.join(jobs, f"herd-{first}")
            with open(path, "w") as file:
                file.writelines(lines[first:first + in_file])
            os.chmod(path, 0o644)
        mounts = (
            "mount -t tmpfs none /run && mount -t tmpfs none /var/spool && mkdir -p /var/spool/cron/crontabs && "
            'mount --bind "$1" /etc/cron.d && { [ ! -e /etc/crontab ] || mount --bind /dev/null /etc/crontab; } && '
            'exec "$2" -f')
        return Process(["unshare", "-m", "sh", "-c", mounts, "sh", jobs, self.program])


class PythonScheduler:
    """A scheduler from PyPI, in a program of a few lines."""

    period = 1
    lead = 10

    def __init__(self, name, package, program):
        self.name = name
        self.package = package
        self.program = os.path.join(HERE, program)
        self.peer = peers.Peer(name, [package], None, 0)

    def lack(self):
        return None if self.peer.install() else "PyPI cannot be reached"

    def start(self, work, count, due, command):
        python = os.path.join(self.peer.install(), "bin", "python")
        return Process([python, self.program, str(count), str(due), str(ALIVE), *command], cwd=work)


CRON = SystemCron("Debian cron", "cron")
CRONIE = SystemCron("cronie", "cronie")
APSCHEDULER = PythonScheduler("APScheduler", "apscheduler==3.11.3", "apscheduler_herd.py")
HUEY = PythonScheduler("huey", "huey==3.5.4", "huey_herd.py")


def every(binaries):
    """Ours first."""
    return [JobsRun(binaries), CRON, CRONIE, APSCHEDULER, HUEY]
