import Glibc
import JobsManifest
import Testing

/// `examples/systemd/jobs-run.service`.
@Suite struct ServiceUnitTests {
  @Test(.enabled(if: Shell.has("systemd-analyze"), "'systemd-analyze' is not installed"))
  func `systemd finds no fault in the unit, nor with what it has to choose from`() async throws {
    let folder = ScratchFolder()
    let found = try await Shell.run(
      """
      for lines in chosen all; do
        mkdir $lines
        sed "s|=/usr/bin/jobs-run|=$TOOLS/jobs-run|" "$REPOSITORY/examples/systemd/jobs-run.service" >$lines/jobs-run.service
      done
      sed -i 's/^#\\([A-Z][A-Za-z]*=\\)/\\1/' all/jobs-run.service
      ! cmp -s chosen/jobs-run.service all/jobs-run.service
      for lines in chosen all; do systemd-analyze verify --man=no ./$lines/jobs-run.service; done
      """, in: folder.path)
    // It ends with 0 though it names keys that it does not know.
    #expect(found.status == 0 && found.output.isEmpty && found.errors.isEmpty, "\(found.all)")
  }

  @Test func `the unit asks the daemon for what it takes, and lets it end its runs in order`() async throws {
    let unit = ScratchFolder.text(Shell.repository + "/examples/systemd/jobs-run.service")
    let settings = Dictionary(
      unit.split(separator: "\n").filter { !$0.hasPrefix("#") && $0.contains("=") }.map { line in
        let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), String(parts[1]))
      }
    ) { $1 }
    let words = try #require(settings["ExecStart"]).split(separator: " ").map(String.init)
    let folder = ScratchFolder()
    let asked = try await Shell.run(
      "\"$TOOLS/jobs-run\" \(words.dropFirst().dropLast().joined(separator: " ")) --dry-run examples/daemon",
      environment: ["STATE_DIRECTORY": folder.path])
    #expect(asked.status == 0 && asked.output.contains(#""type":"fire""#), "\(asked.all)")
    let drain = try #require(words.firstIndex(of: "--drain").map { words[$0 + 1] })
    let graces = [Quantity.seconds(drain), Quantity.seconds("10s")].compactMap(\.self)
    #expect(Int(try #require(settings["TimeoutStopSec"])).map { $0 > graces.reduce(0, +) } == true)
    // Whatever else there is in the unit's control group outlives a daemon that crashed, and is taken over.
    #expect(settings["Type"] == "notify" && settings["KillMode"] == "process" && settings["OOMPolicy"] == "continue")
    #expect(settings["StateDirectory"] == "jobs" && settings["Restart"] == "on-failure")
  }

  @Test func `the daemon says that it is ready, as the unit waits for`() async throws {
    let folder = ScratchFolder()
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = folder.path(of: "notify")
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
    let ran = try await Shell.run(
      "\"$TOOLS/jobs-run\" daemon --once examples/daemon",
      environment: ["NOTIFY_SOCKET": path, "STATE_DIRECTORY": folder.path(of: "state")])
    #expect(ran.status == 0, "\(ran.all)")
    var told = ""
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      guard count > 0 else { break }
      told += String(decoding: buffer[..<count], as: UTF8.self) + "\n"
    }
    #expect(told.split(separator: "\n").contains("READY=1"), "\(told)")
  }
}
