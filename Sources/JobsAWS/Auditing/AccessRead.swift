import JobsCloud
import JobsCore

/// One of many things that are read by a call each.
struct AccessRead: Sendable {
  /// As it stands before why it was not read: `the policy of topic 'arn:…' in eu-west-1`.
  let words: String
  /// Its JSON; nil where there is none.
  let read: @Sendable () async throws -> [UInt8]?

  init(_ words: String, _ read: @escaping @Sendable () async throws -> [UInt8]?) {
    self.words = words
    self.read = read
  }

  /// Calls under way at once: IAM takes some twenty a second of an account.
  fileprivate static let width = 8
}

extension AccessNotes {
  /// Reads all of a kind, a few at a time, and hands the answers on in the order of what was asked.
  ///
  /// Where none of the first few may be read, the others are not asked for.
  func take(_ all: [AccessRead]) async throws(CloudFailure) {
    for start in stride(from: 0, to: all.count, by: AccessRead.width) {
      let part = Array(all[start..<min(start + AccessRead.width, all.count)])
      let answers = await Self.answers(part)
      if start == 0, all.count > 1, let why = Self.refusal(of: answers) {
        return miss("\(part[0].words), and so of all \(all.count): \(why)")
      }
      for (one, answer) in zip(part, answers) {
        let value = try await attempt(one.words) { try answer.get() }
        if let value, let bytes = value { take(bytes) }
      }
    }
  }

  private static func answers(_ part: [AccessRead]) async -> [Result<[UInt8]?, any Error>] {
    await withTaskGroup(of: (Int, Result<[UInt8]?, any Error>).self) { group in
      for (at, one) in part.enumerated() {
        group.addTask {
          do { return (at, .success(try await one.read())) } catch { return (at, .failure(error)) }
        }
      }
      var answers: [Result<[UInt8]?, any Error>] = part.map { _ in .success(nil) }
      for await (at, answer) in group { answers[at] = answer }
      return answers
    }
  }

  /// Why none may be read; nil where one may, or fails otherwise.
  private static func refusal(of answers: [Result<[UInt8]?, any Error>]) -> String? {
    var why: String?
    for answer in answers {
      guard case .failure(let error as CloudFailure) = answer, case .missingPermission = error.cause else { return nil }
      why = why ?? error.fault.why
    }
    return why
  }
}

extension AWSSession {
  /// A client of a service, as a reading takes it.
  func auditClient(_ service: AWSService, _ region: String) throws(CloudFailure) -> AWSClient {
    do throws(Failure) {
      return try client(service, region: region)
    } catch {
      throw CloudFailure("call \(service.id)", CloudFault(.invalid([]), why: error.message, hint: error.hint))
    }
  }
}
