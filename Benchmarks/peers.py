"""The programs we are compared with, each from PyPI in a virtual environment of its own."""

import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


class Peer:
    def __init__(self, name, packages, command, most, stream=False):
        self.name = name
        self.packages = packages
        self.command = command  # from (folder of the environment, schema, path) to words
        self.most = most  # the largest number of files that it is given
        self.stream = stream  # whether it reads several documents in one file

    def install(self):
        """The folder of its environment, None where PyPI cannot be reached."""
        folder = os.path.join(HERE, ".venv", self.packages[0])
        done = os.path.join(folder, "installed")
        if os.path.exists(done):
            return folder
        try:
            subprocess.run([sys.executable, "-m", "venv", folder], check=True, capture_output=True)
            subprocess.run(
                [os.path.join(folder, "bin", "pip"), "install", "-q", "--disable-pip-version-check", *self.packages],
                check=True, capture_output=True, timeout=300)
        except (subprocess.SubprocessError, OSError):
            return None
        open(done, "w").close()
        return folder


def glob(path):
    return [os.path.join(path, name) for name in sorted(os.listdir(path))] if os.path.isdir(path) else [path]


PEERS = [
    Peer(
        "sourcemeta jsonschema", ["sourcemeta-jsonschema==17.3.0"],
        lambda folder, schema, path: [f"{folder}/bin/jsonschema", "validate", schema, path, "--extension", ".yaml"],
        10_000),
    Peer(
        "ryaml + jsonschema-rs", ["ryaml==0.5.1", "jsonschema-rs==0.60.3"],
        lambda folder, schema, path: [f"{folder}/bin/python", f"{HERE}/ryaml_jsonschema.py", schema, path], 10_000,
        stream=True),
    Peer(
        "check-jsonschema", ["check-jsonschema==0.39.0"],
        lambda folder, schema, path: [f"{folder}/bin/check-jsonschema", "--schemafile", schema, *glob(path)], 1_000),
    Peer("yamllint", ["yamllint"], lambda folder, schema, path: [f"{folder}/bin/yamllint", "-d", "relaxed", path], 1_000),
]
