import JobsCore
import JobsCost
import JobsReport

/// What runs used at most, from a CSV with the columns `job`, `cpu_millis` and `memory_bytes`; either figure may be empty.
enum UsagePeaks {
  private static let limit = 16 << 20

  static func read(_ path: String) throws(Failure) -> [String: Proposals.Peak] {
    let name = "'\(Terminal.visible(path))'"
    let bytes: [UInt8]
    do throws(FileBytes.ReadError) {
      bytes = try FileBytes.read(path, limit: limit)
    } catch {
      throw .usage("cannot read what runs used in \(name)", hint: "it is a file of at most \(limit >> 20) MiB")
    }
    do throws(CSVReader.Fault) {
      var reader = CSVReader(bytes)
      guard let head = try reader.next()?.fields, let job = head.firstIndex(of: "job") else {
        throw CSVReader.Fault(line: 1, message: "there is no column 'job'")
      }
      let columns = (cpu: head.firstIndex(of: "cpu_millis"), memory: head.firstIndex(of: "memory_bytes"))
      guard columns.cpu != nil || columns.memory != nil else {
        throw CSVReader.Fault(line: 1, message: "there is neither a column 'cpu_millis' nor 'memory_bytes'")
      }
      var peaks: [String: Proposals.Peak] = [:]
      while let row = try reader.next() {
        guard row.fields.count == head.count else {
          throw CSVReader.Fault(
            line: row.line, message: "the row has \(row.fields.count) fields in place of \(head.count)")
        }
        func number(_ column: Int?) throws(CSVReader.Fault) -> Int? {
          guard let column, !row.fields[column].isEmpty else { return nil }
          guard let number = Int(row.fields[column]), (0...1 << 50).contains(number) else {
            throw CSVReader.Fault(
              line: row.line, message: "'\(Terminal.visible(row.fields[column]))' is no whole number")
          }
          return number
        }
        // The greatest of several rows counts.
        var peak = peaks[row.fields[job]] ?? Proposals.Peak()
        if let cpu = try number(columns.cpu) { peak.cpuMillis = max(peak.cpuMillis ?? 0, cpu) }
        if let memory = try number(columns.memory) { peak.memoryBytes = max(peak.memoryBytes ?? 0, memory) }
        peaks[row.fields[job]] = peak
      }
      return peaks
    } catch {
      throw .usage(
        "\(name) does not say what runs used: line \(error.line): \(error.message)",
        hint: "its first row is job,cpu_millis,memory_bytes")
    }
  }
}
