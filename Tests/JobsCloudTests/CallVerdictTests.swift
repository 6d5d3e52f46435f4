import JobsCloud
import Testing

@Suite struct CallVerdictTests {
  private func verdict(_ kind: TransportFailure.Kind) throws -> CallVerdict {
    CallVerdict(TransportFailure(kind, try WebAddress("https://h/secret"), "why", hint: "hint"))
  }

  @Test(arguments: [.resolve, .connect] as [TransportFailure.Kind])
  func `where nobody was reached nothing was done, and it may go later`(kind: TransportFailure.Kind) throws {
    guard case .later(let fault, let delay) = try verdict(kind) else {
      Issue.record("\(try verdict(kind))")
      return
    }
    #expect(delay == CallDelay(isUnreachable: true, isUndone: true))
    #expect(fault.cause == .transport(kind) && fault.why == "cannot reach 'https://h': why" && fault.hint == "hint")
  }

  @Test(arguments: [.timeout, .broken] as [TransportFailure.Kind])
  func `where the answer was lost it may have been done`(kind: TransportFailure.Kind) throws {
    guard case .later(_, let delay) = try verdict(kind) else {
      Issue.record("\(try verdict(kind))")
      return
    }
    #expect(delay == CallDelay())
  }

  @Test(arguments: [.unavailable, .request, .tls, .tooLarge, .redirect] as [TransportFailure.Kind])
  func `what would fail again is not tried again`(kind: TransportFailure.Kind) throws {
    guard case .refused(let fault) = try verdict(kind) else {
      Issue.record("\(try verdict(kind))")
      return
    }
    #expect(fault.cause == .transport(kind))
  }

  @Test func `being cancelled is a cause of its own`() throws {
    guard case .refused(let fault) = try verdict(.cancelled) else {
      Issue.record("\(try verdict(.cancelled))")
      return
    }
    #expect(fault.cause == .cancelled)
  }
}
