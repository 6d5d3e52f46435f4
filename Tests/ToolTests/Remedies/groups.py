# As much of Cloud Identity as gcloud asks about members of groups (cloudidentity v1, "groups.memberships", read 2026-11-23):
# 'groups.py PORT WORLD' writes the port that it listens on into the file PORT, and who is in which group into the file WORLD
# after each change.
import http.server
import json
import sys
import urllib.parse

groups = {"ops@acme.example": "a", "dev@acme.example": "b"}
world = {
    "a": {"dev@acme.example": [{"name": "MEMBER"}]},
    "b": {
        "ada@acme.example": [{"name": "MEMBER", "expiryDetail": {"expireTime": "2030-01-01T00:00:30Z"}}],
        "ops@acme.example": [{"name": "MEMBER"}, {"name": "MANAGER"}, {"name": "OWNER"}],
    },
}


def keep():
    with open(sys.argv[2], "w") as file:
        json.dump({group: {name: sorted(roles, key=str) for name, roles in members.items()} for group, members in world.items()}, file)


class Handler(http.server.BaseHTTPRequestHandler):
    def reply(self, value, status=200):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def missing(self):
        self.reply({"error": {"code": 404, "message": "there is no " + self.path, "status": "NOT_FOUND"}}, 404)

    def handle_any(self):
        url = urllib.parse.urlparse(self.path)
        query = urllib.parse.parse_qs(url.query)
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length)) if length else {}
        name, _, verb = urllib.parse.unquote(url.path)[len("/v1/") :].partition(":")
        parts = name.split("/")
        if (self.command, name, verb) == ("GET", "groups", "lookup"):
            group = groups.get(query["groupKey.id"][0])
            return self.reply({"name": "groups/" + group}) if group else self.missing()
        members = world.get(parts[1], {})
        if (self.command, verb) == ("GET", "lookup"):
            member = query["memberKey.id"][0]
            return self.reply({"name": name + "/" + member}) if member in members else self.missing()
        if self.command == "POST" and len(parts) == 3:
            members[body["preferredMemberKey"]["id"]] = body["roles"]
            keep()
            return self.reply({"done": True, "response": {"name": name + "/" + body["preferredMemberKey"]["id"]}})
        if len(parts) != 4 or parts[3] not in members:
            return self.missing()
        if self.command == "GET":
            return self.reply({"name": name, "preferredMemberKey": {"id": parts[3]}, "roles": members[parts[3]]})
        if self.command == "DELETE":
            del members[parts[3]]
            keep()
            return self.reply({"done": True, "response": {}})
        if verb == "modifyMembershipRoles":
            members[parts[3]] += body["addRoles"]
            keep()
            return self.reply({"membership": {"name": name, "roles": members[parts[3]]}})
        self.missing()

    do_GET = do_POST = do_DELETE = handle_any


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
keep()
with open(sys.argv[1], "w") as file:
    file.write(str(server.server_address[1]))
server.serve_forever()
