import JobsManifest
import Testing

/// The grammar of image names.
@Suite struct ImageReferenceTests {
  private static let digits = String(repeating: "0a", count: 32)

  private static func parts(_ text: String) -> [String?]? {
    var text = text
    return text.withUTF8 { bytes in
      guard let image = try? ImageReference.parse(bytes) else { return nil }
      return [image.domain, image.path, image.tag, image.digest].map {
        $0.map { String(decoding: bytes[$0], as: UTF8.self) }
      }
    }
  }

  @Test(
    "names fall into host, path, tag and digest",
    arguments: [
      ("alpine", [nil, "alpine", nil, nil]), ("alpine:3.20", [nil, "alpine", "3.20", nil]),
      ("library/alpine", [nil, "library/alpine", nil, nil]),
      ("docker.io/library/alpine:3", ["docker.io", "library/alpine", "3", nil]),
      ("localhost/x:1", ["localhost", "x", "1", nil]),
      ("localhost:5000/x", ["localhost:5000", "x", nil, nil]), ("host:5000/a/b:c", ["host:5000", "a/b", "c", nil]),
      ("a/b/c", [nil, "a/b/c", nil, nil]), ("[::1]:5000/x:1", ["[::1]:5000", "x", "1", nil]),
      (
        "europe-docker.pkg.dev/acme/jobs/report@sha256:\(digits)",
        ["europe-docker.pkg.dev", "acme/jobs/report", nil, "sha256:\(digits)"]
      ),
      ("x:1@sha256:\(digits)", [nil, "x", "1", "sha256:\(digits)"]), ("a__b/c--d.e", [nil, "a__b/c--d.e", nil, nil]),
      ("a---b", [nil, "a---b", nil, nil]),
      ("HOST.example.com/x", ["HOST.example.com", "x", nil, nil]), ("x:_1", [nil, "x", "_1", nil]),
    ] as [(String, [String?])])
  func good(text: String, expected: [String?]) {
    #expect(Self.parts(text) == expected)
  }

  @Test(
    "what no registry can hold is named with its place",
    arguments: [
      ("", .empty, ""), ("https://x/y", .scheme, "https://"), ("docker://x", .scheme, "docker://"),
      ("x y", .blank, " "), ("x\t", .blank, "\t"),
      ("Report", .capital, "R"), ("gcr.io/PROJECT_ID/x", .capital, "PROJECT_ID"), ("a//b", .path, ""),
      ("/a", .path, ""), ("a/", .path, ""),
      ("a/-b", .path, "-b"), ("a/b-", .path, "b-"), ("a/.b", .path, ".b"), ("a/b..c", .path, "b..c"),
      ("a___b", .path, "a___b"), ("a._b", .path, "a._b"),
      ("x:", .tag, ""), ("x:.1", .tag, ".1"), ("x:a+b", .tag, "a+b"),
      ("x:\(String(repeating: "a", count: 129))", .tag, String(repeating: "a", count: 129)),
      ("x@", .digest, ""), ("x@sha256:12", .digest, "sha256:12"),
      ("x@sha256:\(digits.uppercased())", .digest, "sha256:\(digits.uppercased())"),
      ("x@md5", .digest, "md5"), ("host:0/x", .port, "0"), ("host:65536/x", .port, "65536"), ("host:/x", .port, ""),
      ("host:80a/x", .port, "80a"),
      ("-h.com/x", .domain, "-h.com"), ("h..com/x", .domain, "h..com"), ("[::1/x", .domain, "[::1"),
      ("[::1]x/y", .domain, "[::1]x"),
      (String(repeating: "a", count: 256), .length, String(repeating: "a", count: 256)),
    ] as [(String, ImageReference.Fault.Kind, String)])
  func bad(text: String, kind: ImageReference.Fault.Kind, part: String) {
    var text = text
    let fault = text.withUTF8 { bytes in
      ImageReference.fault(in: bytes).map { ($0.kind, String(decoding: bytes[$0.range], as: UTF8.self)) }
    }
    #expect(fault?.0 == kind && fault?.1 == part, "\(String(describing: fault))")
  }

  @Test("no text of bytes stops the parser or leads it out of its text")
  func fuzz() {
    var state: UInt64 = 7
    let alphabet = Array("abZ09._-/:@[]% ~\u{E9}sha256:".utf8)
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int(state % 24) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1
      bytes.withUnsafeBufferPointer { text in
        if let fault = ImageReference.fault(in: text) {
          #expect(fault.range.lowerBound >= 0 && fault.range.upperBound <= text.count, "seed 7: \(bytes)")
        } else {
          #expect(!text.isEmpty)
        }
      }
    }
  }
}
