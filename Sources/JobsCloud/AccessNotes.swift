package import JobsCore

/// What a reading of a cloud's policies hands on as it goes: values of JSON in the shapes that the cloud's own tools write, and
/// what could not be read.
package struct AccessNotes {
  /// Takes a value of JSON.
  package var take: ([UInt8]) -> Void
  /// Takes what was not read, and why: `the keys of 'ci@acme.iam.gserviceaccount.com': permission '…' is missing`.
  package var miss: (String) -> Void

  package init(take: @escaping ([UInt8]) -> Void, miss: @escaping (String) -> Void) {
    self.take = take
    self.miss = miss
  }

  package func take(_ write: (inout JSONWriter) -> Void) {
    var json = JSONWriter()
    json.object(write)
    take(json.bytes)
  }

  /// Reads one thing, and notes where it cannot be read.
  ///
  /// - Parameter what: as it stands before why: `the deny policies of 'projects/acme'`.
  /// - Returns: nil where it was not read.
  /// - Throws: what says that nothing else can be read either: no network, no credentials, given up.
  @discardableResult
  package func attempt<Value>(_ what: String, _ body: () async throws -> Value) async throws(CloudFailure) -> Value? {
    let failure: CloudFailure
    do {
      return try await body()
    } catch let error as CloudFailure {
      failure = error
    } catch {
      failure = CloudFailure(what, CloudFault(.other, why: (error as? Failure)?.message ?? "it is not known why"))
    }
    switch failure.cause {
    case .transport, .credentials, .cancelled: throw failure
    default:
      miss("\(what): \(failure.fault.why)")
      return nil
    }
  }
}
