"""A validator in a few lines from the fastest parts that Python has: ryaml reads, jsonschema-rs judges."""

import json
import os
import sys

import jsonschema_rs
import ryaml

with open(sys.argv[1]) as file:
    validator = jsonschema_rs.validator_for(json.load(file))
path = sys.argv[2]
names = sorted(os.path.join(path, name) for name in os.listdir(path)) if os.path.isdir(path) else [path]
bad = 0
for name in names:
    with open(name) as file:
        for document in ryaml.loads_all(file.read()):
            bad += not validator.is_valid(document)
sys.exit(1 if bad else 0)
