import JobsCore
import Glibc
import TestSupport
import Testing

@testable import JobsManifest

@Suite("Unified diffs")
struct FixUnifiedDiffTests {
  private static func diff(_ old: String, _ new: String, path: String = "a.yaml") -> String {
    String(decoding: UnifiedDiff(from: Array(old.utf8), to: Array(new.utf8), path: path).bytes, as: UTF8.self)
  }

  @Test("a hunk has three lines around it, and says where the last line has no line break")
  func hunk() {
    #expect(
      Self.diff("1\n2\n3\n4\n5\n6\n7\n8\n9", "1\n2\n3\n4\nfive\n6\n7\n8\n9")
        == "--- a/a.yaml\n+++ b/a.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n")
    #expect(
      Self.diff("1\n2", "1\n2\n")
        == "--- a/a.yaml\n+++ b/a.yaml\n@@ -1,2 +1,2 @@\n 1\n-2\n\\ No newline at end of file\n+2\n")
    #expect(Self.diff("", "x\n") == "--- a/a.yaml\n+++ b/a.yaml\n@@ -0,0 +1 @@\n+x\n")
    #expect(Self.diff("x\n", "") == "--- a/a.yaml\n+++ b/a.yaml\n@@ -1 +0,0 @@\n-x\n")
    #expect(Self.diff("same\n", "same\n").isEmpty)
  }

  @Test(
    "names are written so that patch and git read them",
    arguments: [
      ("./a.yaml", "a/a.yaml"), ("/etc/a.yaml", "a/etc/a.yaml"), ("a b.yaml", "a/a b.yaml\t"),
      ("a\"b.yaml", "\"a/a\\\"b.yaml\""), ("a\nb", "\"a/a\\012b\""), ("ä.yaml", "a/ä.yaml"),
    ])
  func name(path: String, shown: String) { #expect(Self.diff("1\n", "2\n", path: path).hasPrefix("--- \(shown)\n")) }

  @Test("lines of a secret are not shown: less around a change, and no change that needs them")
  func secrets() {
    let old = Array("a\nb\nSECRET\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm\n".utf8)
    func diff(_ change: String, to word: String) -> UnifiedDiff {
      let new = Array(String(decoding: old, as: UTF8.self).replacing("\(change)\n", with: "\(word)\n").utf8)
      let at = 4..<10
      return UnifiedDiff(from: old, to: new, path: "f", oldMasks: [at], newMasks: word == "SECRET" ? [8..<9] : [at])
    }
    let near = diff("e", to: "E")
    #expect(String(decoding: near.bytes, as: UTF8.self).hasSuffix("@@ -4,3 +4,3 @@\n d\n-e\n+E\n f\n"))
    #expect(near.hiddenLines.isEmpty)
    let beside = diff("d", to: "D")
    #expect(beside.bytes.isEmpty)
    #expect(beside.hiddenLines == [4])
    #expect(!String(decoding: diff("k", to: "K").bytes, as: UTF8.self).contains("SECRET"))
  }

  @Test("what is left out does not move what is shown")
  func hiddenOffset() {
    let old = Array("s\nx\n1\n2\n3\n4\n5\n6\n7\n8\n9\n".utf8)
    let new = Array("s\nx\ny\n1\n2\n3\n4\n5\n6\n7\n8\nnine\n".utf8)
    let diff = UnifiedDiff(from: old, to: new, path: "f", oldMasks: [2..<3], newMasks: [])
    #expect(String(decoding: diff.bytes, as: UTF8.self).contains("@@ -8,4 +8,4 @@"))
    #expect(diff.hiddenLines == [3])
  }

  @Test("long texts are compared by their unique lines", arguments: [2500, 20_000])
  func long(count: Int) {
    let old = (0..<count).map { "line \($0)\n" }
    var new = old
    for at in stride(from: 10, to: count, by: 50) { new[at] = "changed \(at)\n" }
    new.insert("first\n", at: 0)
    new.append("last\n")
    let changes = LineDifference.changes(from: old.map { Array($0.utf8)[...] }, to: new.map { Array($0.utf8)[...] })
    #expect(changes.count == count / 50 + 2)
    #expect(changes.allSatisfy { $0.old.count <= 1 && $0.new.count <= 1 })
  }

  @Test("any change between two texts is made by 'patch -p1' and by 'git apply'")
  func applies() {
    let seed = SeededGenerator.seedOfRun()
    var random = SeededGenerator(seed: seed)
    for round in 0..<25 {
      let folder = FixFolder()
      let ending = Bool.random(using: &random) ? "\n" : "\r\n"
      var lines = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        "l\(Int.random(in: 0...9, using: &random))\(ending)"
      }
      let old = Array((lines.joined() + (Bool.random(using: &random) ? "end" : "")).utf8)
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let at = Int.random(in: 0...lines.count, using: &random)
        if Bool.random(using: &random), at < lines.count {
          lines.remove(at: at)
        } else {
          lines.insert("new\(ending)", at: at)
        }
      }
      let new = Array((lines.joined() + (Bool.random(using: &random) ? "end" : "")).utf8)
      guard old != new, !old.isEmpty, !new.isEmpty else { continue }
      folder.write(UnifiedDiff(from: old, to: new, path: "a b.txt").bytes, to: "diff")
      let context = "JOBS_TEST_SEED=\(seed), round \(round)"
      for program in ["/usr/bin/patch", "/usr/bin/git"] where access(program, X_OK) == 0 {
        folder.write(old, to: "a b.txt")
        let status =
          program.hasSuffix("git")
          ? FixFolder.run(
            "/usr/bin/env",
            ["GIT_CEILING_DIRECTORIES=/tmp", "git", "-C", folder.path, "apply", "--whitespace=nowarn", "diff"])
          : FixFolder.run(program, ["-p1", "--binary", "-s", "-d", folder.path, "-i", folder.file("diff")])
        #expect(status == 0, "\(program), \(context)")
        #expect(folder.bytes(of: "a b.txt") == new, "\(program), \(context)")
      }
    }
  }
}
