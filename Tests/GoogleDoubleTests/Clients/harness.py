"""What the scripts of this folder share: credentials from the double, clients that point to it, and checks."""

import json
import os
import sys
import urllib.request

import googleapiclient.discovery
import googleapiclient.errors
import httplib2
from google.api_core import exceptions
from google.auth.credentials import AnonymousCredentials
from google.oauth2 import service_account

PROJECT = "clients"
PLACE = f"projects/{PROJECT}/locations/europe-west1"

# Google's emulator of Pub/Sub, in the stead of the double's.
EMULATOR = os.environ.get("PUBSUB_EMULATOR_HOST")

credentials = AnonymousCredentials() if EMULATOR else service_account.Credentials.from_service_account_file(
    os.environ["GOOGLE_APPLICATION_CREDENTIALS"], scopes=["https://www.googleapis.com/auth/cloud-platform"]
)
checks = 0


def endpoint(api):
    """The address of an API of the double, with a slash at its end."""
    if EMULATOR:
        return f"http://{EMULATOR}/"
    return os.environ["CLOUDSDK_API_ENDPOINT_OVERRIDES_" + api.upper()]


def host(api):
    return endpoint(api).removeprefix("http://").removesuffix("/")


def gapic(client, transport, api):
    """A generated client over REST."""
    return client(transport=transport(host=host(api), url_scheme="http", credentials=credentials))


def discovery(api, version):
    """A client that is made from the discovery document."""
    return googleapiclient.discovery.build(
        api, version, credentials=credentials, static_discovery=True, cache_discovery=False,
        client_options={"api_endpoint": endpoint(api)},
    )


def control(method, path, body=None):
    """A request to the control port of the double."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(os.environ["DOUBLE_CONTROL"] + path, data=data, method=method)
    with urllib.request.urlopen(request) as reply:
        return json.load(reply)


def check(condition, words):
    """Counts a check, and ends the script at one that does not hold."""
    global checks
    checks += 1
    if not condition:
        caller = sys._getframe(1)
        sys.exit(f"{caller.f_code.co_filename}:{caller.f_lineno}: {words}")


def equal(found, wanted, what):
    check(found == wanted, f"{what} is {found!r}, not {wanted!r}")


def refused(error, call, *reason):
    """Whether a call ends with an error of a class; with the reason of its ErrorInfo or a word of its message."""
    try:
        call()
    except error as problem:
        words = f"{problem} {getattr(problem, 'reason', '')} {getattr(problem, 'details', '')}"
        check(all(word in words for word in reason), f"{words!r} does not speak of {reason}")
        return problem
    check(False, f"the call was not refused with {error.__name__}")


def status(code, call, *words):
    """Whether a call of a discovery client ends with a status of HTTP."""
    problem = refused(googleapiclient.errors.HttpError, call, *words)
    equal(problem.resp.status, code, "the status")
    return problem


def done():
    print(f"{checks} checks")
