import JobsCore
import JobsManifest
import Testing

/// What one text becomes: its documents and the codes of their problems.
private func read(_ text: String, limits: ReadingLimits = ReadingLimits()) -> [YAMLReader.Document] {
  var documents: [YAMLReader.Document] = []
  YAMLReader(Array(text.utf8), limits: limits).read { document in
    documents.append(document)
    return true
  }
  return documents
}

private func codes(_ documents: [YAMLReader.Document]) -> [[String]] {
  documents.map { $0.problems.map(\.rule.code) }
}

@Suite("reading YAML") struct YAMLReaderTests {
  @Test("every document of a stream is read, empty ones are not")
  func documents() {
    let documents = read("a: 1\n---\n---\nb: 2\n...\n---\n# nothing\n---\n[1, 2]\n")
    #expect(documents.count == 3)
    #expect(documents.allSatisfy { $0.isComplete && $0.problems.isEmpty })
    #expect(documents[1].tree.value(Tree.root, "b").map { documents[1].tree.string($0) } == "2")
    #expect(documents[2].tree.kind(Tree.root) == .sequence)
  }

  @Test("a syntax error ends its document alone")
  func recovery() {
    let documents = read("a: 1\n---\nb: : 2\nc: 3\n---\nd: 4\n")
    #expect(codes(documents) == [[], ["RD201"], []])
    #expect(documents.map(\.isComplete) == [true, false, true])
    let third = documents[2].tree
    #expect(third.value(Tree.root, "d").map { third.string($0) } == "4")
  }

  @Test("places are bytes of the file, in every document and behind characters of many bytes")
  func places() throws {
    let text = "\u{FEFF}ä: ü\n---\n\"ключ\": значение\nlast: 'x' # é\n---\nz: [ß, y]\n"
    let bytes = Array(text.utf8)
    for document in read(text) {
      let tree = document.tree
      for index in 0..<tree.nodeCount where tree.kind(Tree.ID(index)).isScalar {
        let id = Tree.ID(index)
        let place = String(decoding: bytes[tree.range(id)], as: UTF8.self)
        let inner = tree.style(id) == .plain ? place : String(place.dropFirst().dropLast())
        #expect(inner == tree.string(id))
      }
    }
    let last = try #require(read(text).last).tree
    let y = try #require(last.value(Tree.root, "z").map { Array(last.children($0))[1] })
    #expect(last.range(y).lowerBound == bytes.count - 3)
  }

  @Test(
    "plain scalars follow the core schema of YAML 1.2",
    arguments: [
      ("~", Tree.Kind.null), ("null", .null), ("NULL", .null), ("nUll", .string), ("true", .bool), ("False", .bool),
      ("yes", .string), ("on", .string), ("0", .int), ("-7", .int), ("+7", .int), ("0x1F", .int), ("0o17", .int),
      ("0o18", .string), ("0644", .int), ("1_000", .string), ("1.5", .float), (".5", .float), ("5.", .float),
      ("1e3", .float),
      ("1e", .string), (".inf", .float), ("-.INF", .float), (".nan", .float), ("-.nan", .string), ("12:30", .string),
      ("2026-11-21", .string), ("1.2.3", .string), ("+", .string), (".", .string), ("0x", .string),
    ])
  func coreSchema(text: String, kind: Tree.Kind) throws {
    let tree = try #require(read("k: \(text)\n").first).tree
    let value = try #require(tree.value(Tree.root, "k"))
    #expect(tree.kind(value) == kind)
    let quoted = try #require(read("k: \"\(text)\"\n").first).tree
    #expect(quoted.value(Tree.root, "k").map { quoted.kind($0) } == .string)
  }

  @Test("anchors, aliases and merge keys are expanded, and the mapping's own keys win")
  func merging() throws {
    let tree = try #require(
      read("base: &b {a: 1, n: {x: 1}}\nmore: &m {a: 2, c: 3}\njob:\n  <<: [*b, *m]\n  a: 9\ncopy: *b\n").first
    ).tree
    let job = try #require(tree.value(Tree.root, "job"))
    #expect(tree.entries(job).map { tree.string($0.key) } == ["a", "n", "c"])
    #expect(tree.value(job, "a").map { tree.string($0) } == "9")
    #expect(tree.value(Tree.root, path: "copy", "n", "x").map { tree.string($0) } == "1")
    #expect(tree.value(job, "c").map { tree.isAliased($0) } == true)
  }

  @Test(
    "what libyaml lets pass, or says badly, is a diagnostic of its own",
    arguments: [
      ("a: 1\na: 2\n", "RD204"), ("a:\n\tb: 1\n", "RD203"), ("a: *x\n", "RD206"), ("a: &x [*x]\n", "RD206"),
      ("a: &x 1\nb: &x 2\n", "RD205"), ("? [a]\n: b\n", "RD208"), ("<<: 1\na: 2\n", "RD207"), ("a: !Ref b\n", "RD209"),
      ("a: !!int b\n", "RD209"), ("a: [1\n", "RD201"), ("a: 'x\n", "RD201"), ("%YAML 3.0\n---\na: 1\n", "RD201"),
      ("a: \u{1}\n", "RD201"),
    ])
  func problems(text: String, code: String) {
    #expect(codes(read(text)).joined().contains(code), "\(codes(read(text)))")
  }

  @Test("keys that stand twice are found among few and among many")
  func duplicates() {
    for count in [2, 16, 17, 200] {
      let text = (0..<count).map { "k\($0): \($0)\n" }.joined() + "k1: again\n"
      #expect(codes(read(text)) == [["RD204"]], "\(count)")
    }
  }

  @Test("each limit has its own code, and the next document is read all the same")
  func limits() {
    var limits = ReadingLimits()
    limits.depth = 8
    limits.nodes = 100
    let deep = String(repeating: "[", count: 9) + String(repeating: "]", count: 9)
    let wide = "[" + repeatElement("1", count: 101).joined(separator: ",") + "]"
    let bomb = "a: &a [1,2,3,4,5,6,7,8,9]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b,*b]\n"
    #expect(codes(read("x: \(deep)\n---\na: 1\n", limits: limits)) == [["RD301"], []])
    #expect(codes(read("x: \(wide)\n---\na: 1\n", limits: limits)) == [["RD302"], []])
    #expect(codes(read("\(bomb)---\na: 1\n", limits: limits)) == [["RD302"], []])
    limits.documents = 2
    #expect(codes(read("a: 1\n---\nb: 1\n---\nc: 1\n---\nd: 1\n", limits: limits)) == [[], [], ["RD303"]])
    limits.seconds = -1
    #expect(codes(read("a: 1\n", limits: limits)) == [["RD304"]])
  }

  @Test("a nest of a hundred thousand brackets is refused at once")
  func nesting() {
    let documents = read(String(repeating: "[", count: 100_000) + "\n---\na: 1\n")
    #expect(codes(documents) == [["RD301"], []])
  }
}
