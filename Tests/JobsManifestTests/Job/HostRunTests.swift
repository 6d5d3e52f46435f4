import JobsManifest
import Testing

@Suite("what a host gives a run") struct HostRunTests {
  @Test(
    "a umask is up to four octal digits",
    arguments: [("0", 0), ("27", 0o27), ("0027", 0o27), ("0777", 0o777), ("777", 0o777)])
  func umask(text: String, bits: UInt16) {
    #expect(HostRun.umask(text) == bits)
    #expect(HostRun.umask(HostRun.text(umask: bits)) == bits)
    #expect(HostRun.text(umask: bits).utf8.count == 4)
  }

  @Test(
    "anything else is none",
    arguments: ["", "8", "0o27", "1000", "1777", "00027", "-1", "+7", " 27", "u=rwx"])
  func noUmask(text: String) { #expect(HostRun.umask(text) == nil) }
}
