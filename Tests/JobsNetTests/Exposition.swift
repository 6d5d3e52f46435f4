/// A strict reader of the text exposition format 0.0.4: what it does not know is a fault.
///
/// Written from the description of the format alone, and sharing nothing with the writer.
struct Exposition {
  struct Sample: Equatable {
    var name: String
    var labels: [String: String]
    var value: String
  }

  private(set) var samples: [Sample] = []
  private(set) var types: [String: String] = [:]
  private(set) var helps: [String: String] = [:]
  private(set) var faults: [String] = []

  init(_ text: String) {
    // By bytes: what Unicode takes for one character with a line break, or for a line break, is none here.
    let lines = text.utf8.split(separator: 10, omittingEmptySubsequences: true).map {
      String(decoding: $0, as: UTF8.self)
    }
    if !text.isEmpty && text.utf8.last != 10 { faults.append("the last line does not end") }
    var family: String?
    var closed: Set<String> = []
    var series: Set<String> = []
    for line in lines {
      let words = line.utf8.split(separator: 32, maxSplits: 3, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      if words[0] == "#" {
        guard words.count == 4, Self.isName(words[2]) else { faults.append("what is '\(line)'?"); continue }
        if words[1] == "HELP" {
          if helps[words[2]] != nil { faults.append("a second HELP of \(words[2])") }
          if let family { closed.insert(family) }
          helps[words[2]] = words[3]
          family = words[2]
        } else if words[1] == "TYPE" {
          if types[words[2]] != nil { faults.append("a second TYPE of \(words[2])") }
          if family != words[2] { faults.append("TYPE of \(words[2]) without its HELP before it") }
          if !["counter", "gauge", "histogram"].contains(words[3]) { faults.append("no type: \(words[3])") }
          types[words[2]] = words[3]
        } else {
          faults.append("what is '\(line)'?")
        }
        continue
      }
      guard let sample = Self.sample(line) else { faults.append("what is '\(line)'?"); continue }
      if Double(sample.value) == nil && !["+Inf", "-Inf", "NaN"].contains(sample.value) {
        faults.append("no number: \(sample.value)")
      }
      let base = Self.base(sample.name, types)
      if base != family { faults.append("\(sample.name) outside its family") }
      if closed.contains(base) { faults.append("\(base) is taken up again") }
      if !series.insert("\(sample.name)\(sample.labels.sorted { $0.key < $1.key })").inserted {
        faults.append("\(line) stands twice")
      }
      samples.append(sample)
    }
    for name in helps.keys where types[name] == nil { faults.append("\(name) has no TYPE") }
    checkHistograms()
  }

  /// The value of one series; nil if there is none.
  func value(_ name: String, _ labels: [String: String] = [:]) -> String? {
    samples.first { $0.name == name && $0.labels == labels }?.value
  }

  private mutating func checkHistograms() {
    for (name, type) in types where type == "histogram" {
      var groups: [[String: String]: [(bound: Double, count: Double)]] = [:]
      for sample in samples where sample.name == name + "_bucket" {
        var rest = sample.labels
        guard let bound = rest.removeValue(forKey: "le"), let count = Double(sample.value) else {
          faults.append("a bucket of \(name) has no bound")
          continue
        }
        groups[rest, default: []].append((bound == "+Inf" ? .infinity : Double(bound) ?? .nan, count))
      }
      if groups.isEmpty { faults.append("\(name) has no buckets") }
      for (labels, buckets) in groups {
        for (low, high) in zip(buckets, buckets.dropFirst()) where !(low.bound < high.bound && low.count <= high.count)
        {
          faults.append("the buckets of \(name) do not rise")
        }
        if buckets.last?.bound != .infinity { faults.append("\(name) has no bucket without bound") }
        if value(name + "_count", labels).flatMap(Double.init) != buckets.last?.count {
          faults.append("\(name) counts something else than its buckets")
        }
        if value(name + "_sum", labels) == nil { faults.append("\(name) has no sum") }
      }
    }
  }

  private static func base(_ name: String, _ types: [String: String]) -> String {
    for suffix in ["_bucket", "_sum", "_count"] where name.hasSuffix(suffix) {
      let base = String(name.dropLast(suffix.count))
      if types[base] == "histogram" { return base }
    }
    return name
  }

  private static func isName(_ text: String) -> Bool {
    text.unicodeScalars.enumerated().allSatisfy { index, scalar in
      ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_" || scalar == ":"
        || index > 0 && ("0"..."9").contains(scalar)
    } && !text.isEmpty
  }

  private static func sample(_ line: String) -> Sample? {
    var rest = Array(line.unicodeScalars)[...]
    let name = take(&rest) { $0 != "{" && $0 != " " }
    guard isName(name) else { return nil }
    var labels: [String: String] = [:]
    if rest.first == "{" {
      rest.removeFirst()
      while rest.first != "}" {
        let label = take(&rest) { $0 != "=" }
        guard isName(label), !label.contains(":"), !label.hasPrefix("__"), labels[label] == nil,
          rest.starts(with: "=\"".unicodeScalars), let value = quoted(&rest)
        else { return nil }
        labels[label] = value
        guard rest.first == "," || rest.first == "}" else { return nil }
        if rest.first == "," { rest.removeFirst() }
      }
      rest.removeFirst()
    }
    guard rest.first == " ", rest.count > 1, !rest.dropFirst().contains(" ") else { return nil }
    return Sample(name: name, labels: labels, value: text(rest.dropFirst()))
  }

  /// The value behind `="`, up to its closing quote.
  private static func quoted(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
    rest = rest.dropFirst(2)
    var value = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if scalar == "\"" { return String(value) }
      guard scalar == "\\" else {
        value.append(scalar)
        continue
      }
      guard let escaped = rest.popFirst(), "\\\"n".unicodeScalars.contains(escaped) else { return nil }
      value.append(escaped == "n" ? "\n" : escaped)
    }
    return nil
  }

  private static func take(_ rest: inout ArraySlice<Unicode.Scalar>, while isPart: (Unicode.Scalar) -> Bool) -> String {
    let part = rest.prefix(while: isPart)
    rest = rest.dropFirst(part.count)
    return text(part)
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
