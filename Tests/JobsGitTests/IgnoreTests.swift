import Glibc
import JobsCore
import TestSupport
import Testing

@testable import JobsGit

@Suite(.enabled(if: Git.isInstalled, "git is not installed, so nothing of JobsGit is tested"))
struct IgnoreTests {
  /// The files that a walk finds: it leaves out what is ignored and, as git does, the inside of other repositories.
  private func walk(_ repository: Repository, _ root: String, _ folder: String = "") -> [String] {
    guard let stream = opendir(folder.isEmpty ? root : "\(root)/\(folder)") else { return [] }
    defer { closedir(stream) }
    var found: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
      guard !repository.isIgnored(path, isDirectory: isFolder) else { continue }
      if isFolder { found += walk(repository, root, path) } else { found.append(path) }
    }
    return found
  }

  private func expectGitsOwnList(_ folder: GitFolder, _ comment: Comment? = nil) throws {
    let ours = walk(try folder.open(), folder.path).sorted(by: BytePath.precedes)
    let deleted = Set(try folder.names("ls-files", "-dz").map(BytePath.init))
    let theirs = try folder.names("ls-files", "-coz", "--exclude-standard").filter { !deleted.contains(BytePath($0)) }
    #expect(ours.map(BytePath.init) == theirs.map(BytePath.init), comment)
  }

  @Test func `a walk finds what git ls-files lists`() throws {
    let folder = try GitFolder()
    try folder.write(
      ".gitignore", "*.log\n/dist\nbuild/\n!important.log\n# a comment\n\\#hash\ntrailing  \nsp\\ \n**/deep/*.tmp\n")
    try folder.write("jobs/.gitignore", "!kept.log\nprivate/*\n!private/shared.yaml\na[0-9].yaml\n")
    try folder.write(".git/info/exclude", "secret.yaml\n")
    try folder.write("../excludes", "*.swp\n")
    for name in [
      "a.log", "important.log", "dist", "build/a.yaml", "sub/dist", "#hash", "trailing", "sp ", "x/deep/y.tmp",
      "deep/y.tmp",
      "jobs/kept.log", "jobs/gone.log", "jobs/private/own.yaml", "jobs/private/shared.yaml", "jobs/a1.yaml",
      "jobs/ab.yaml",
      "secret.yaml", "jobs/secret.yaml", "b.swp", "build.yaml", "jobs/build", "sub/build/x.yaml",
    ] {
      try folder.write(name)
    }
    try expectGitsOwnList(folder)
  }

  @Test func `what is tracked is never ignored, and the folder that holds it is walked for that alone`() throws {
    let folder = try GitFolder()
    try folder.write("vendor/lib/tracked.yaml")
    try folder.write("tracked.log")
    try folder.commitAll()
    try folder.write(".gitignore", "vendor/\n*.log\n!kept.yaml\n")
    try folder.write("vendor/lib/untracked.yaml")
    // A negation cannot bring back what lies in an excluded folder.
    try folder.write("vendor/kept.yaml")
    try folder.write("vendor/other/kept.yaml")
    try folder.write("other.log")
    let repository = try folder.open()
    #expect(!repository.isIgnored("tracked.log", isDirectory: false))
    #expect(repository.isIgnored("other.log", isDirectory: false))
    #expect(!repository.isIgnored("vendor", isDirectory: true))
    #expect(!repository.isIgnored("vendor/lib/tracked.yaml", isDirectory: false))
    #expect(repository.isIgnored("vendor/lib/untracked.yaml", isDirectory: false))
    #expect(repository.isIgnored("vendor/kept.yaml", isDirectory: false))
    #expect(repository.isIgnored("vendor/other", isDirectory: true))
    #expect(repository.isIgnored(".git", isDirectory: true))
    #expect(!repository.isIgnored("", isDirectory: true))
    try expectGitsOwnList(folder)
  }

  @Test func `an announced file and an unmerged one count as tracked`() throws {
    let folder = try GitFolder()
    try folder.write("both.log", "base\n")
    try folder.commitAll()
    try folder.git("checkout", "-q", "-b", "side")
    try folder.write("both.log", "side\n")
    try folder.commitAll()
    try folder.git("checkout", "-q", "main")
    try folder.write("both.log", "main\n")
    try folder.commitAll()
    #expect(try Git.run("git", ["merge", "-q", "side"], in: folder.path).status != 0)
    try folder.write("new.log")
    try folder.git("add", "--intent-to-add", "new.log")
    try folder.write(".gitignore", "*.log\n")
    let repository = try folder.open()
    #expect(!repository.isIgnored("both.log", isDirectory: false))
    #expect(!repository.isIgnored("new.log", isDirectory: false))
    #expect(repository.isIgnored("none.log", isDirectory: false))
  }

  @Test func `odd names are matched byte by byte`() throws {
    let folder = try GitFolder()
    for name in oddNames { try folder.write(name) }
    try folder.write(".gitignore", "\\!neg\n\\#hash\n日本/*.yaml\n\u{e9}.yaml\n-r*\n\\*\\?*\n")
    try expectGitsOwnList(folder)
    let repository = try folder.open()
    #expect(repository.isIgnored("\u{e9}.yaml", isDirectory: false))
    #expect(!repository.isIgnored("e\u{301}.yaml", isDirectory: false))
  }

  /// Rules drawn from the parts of the language of gitignore(5), over a small tree, against git itself.
  @Test(arguments: 1...40) func `random rules mean what they mean to git, seed`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let folder = try GitFolder()
    let names = ["a", "b", "ab", "a.log", "b.yaml", ".hidden"]
    let folders = ["", "a/", "b/", "a/b/", "a/ab/", "b/a/b/"]
    for place in folders {
      for name in names where !folders.contains(where: { $0.hasPrefix("\(place)\(name)/") }) {
        try folder.write(place + name)
      }
    }
    let atoms = [
      "a", "b", "ab", "*", "?", "*.log", "[ab]", "[!a]", "**", ".hidden", "a*", "b.yaml", "a**", "**b", "*b*", "\\a",
      "[[:alpha:]]",
      "[a-", "b?*", "***",
    ]
    for place in folders where random.next(2) == 0 || place.isEmpty {
      var rules = ""
      for _ in 0...random.next(6) {
        if random.next(3) == 0 { rules += "!" }
        if random.next(4) == 0 { rules += "/" }
        rules += (0...random.next(2)).map { _ in atoms[random.next(atoms.count)] }.joined(separator: "/")
        if random.next(4) == 0 { rules += "/" }
        rules += "\n"
      }
      try folder.write(place + ".gitignore", rules)
    }
    for _ in 0..<random.next(3) {
      let name = folders[random.next(folders.count)] + ".hidden"
      try folder.git("add", "--force", name)
    }
    try expectGitsOwnList(folder, "seed \(seed)")
  }
}

extension SeededGenerator {
  /// From 0 up to `bound`, which is exclusive.
  mutating func next(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
