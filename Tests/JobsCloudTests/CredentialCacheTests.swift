@testable import JobsCloud
import JobsCore
import Synchronization
import TestSupport
import Testing

@Suite struct CredentialCacheTests {
  private let clock = ScriptedClock()

  /// Fetches tokens that are named by their number, as many as a test allows, when it allows them.
  private final class Source: Sendable {
    let fetched = Mutex(0)

    func next() -> Int {
      fetched.withLock { count in
        count += 1
        return count
      }
    }

    var count: Int { fetched.withLock { $0 } }
  }

  private func cache(
    _ source: Source, lifetime: Int64 = 3600, failing: @escaping @Sendable (Int) -> Bool = { _ in false }
  ) -> CredentialCache<AccessToken> {
    CredentialCache(clock: clock.clock) { [clock] () async throws(CloudFailure) -> AccessToken in
      let number = source.next()
      if failing(number) { throw CloudFailure("get a token", CloudFault(.unavailable, why: "no")) }
      return AccessToken("token-\(number)", expiry: clock.now.adding(seconds: lifetime))
    }
  }

  @Test func `a token is kept until 225 seconds before its end`() async throws {
    let source = Source()
    let cache = cache(source)
    #expect(try await cache.current().credentials.secret.text == "token-1")
    clock.advance(by: .seconds(3600 - 226))
    #expect(try await cache.current().credentials.secret.text == "token-1")
    clock.advance(by: .seconds(1))
    #expect(try await cache.current().credentials.secret.text == "token-2")
    #expect(source.count == 2)
  }

  @Test func `one that lives shorter than that is kept for half of its life`() async throws {
    let source = Source()
    let cache = cache(source, lifetime: 60)
    for _ in 0..<10 { #expect(try await cache.current().credentials.secret.text == "token-1") }
    clock.advance(by: .seconds(29))
    #expect(try await cache.current().credentials.secret.text == "token-1")
    clock.advance(by: .seconds(1))
    #expect(try await cache.current().credentials.secret.text == "token-2")
  }

  @Test func `where there is no new one, the old one serves to its end, and is not asked for at each call`()
    async throws
  {
    let source = Source()
    let cache = cache(source) { $0 > 1 }
    _ = try await cache.current()
    clock.advance(by: .seconds(3500))
    for _ in 0..<20 { #expect(try await cache.current().credentials.secret.text == "token-1") }
    #expect(source.count == 2)
    clock.advance(by: .seconds(31))
    #expect(try await cache.current().credentials.secret.text == "token-1")
    #expect(source.count == 3)
    clock.advance(by: .seconds(69))
    await #expect(throws: CloudFailure.self) { try await cache.current() }
  }

  @Test func `one that was not taken is never given out again, and a newer one stays`() async throws {
    let source = Source()
    let cache = cache(source)
    let first = try await cache.current().generation
    cache.discard(generation: first)
    let second = try await cache.current()
    #expect(second.credentials.secret.text == "token-2")
    cache.discard(generation: first)
    #expect(try await cache.current().credentials.secret.text == "token-2")
    #expect(source.count == 2)
  }

  @Test func `fifty that ask at once share one fetch`() async throws {
    let source = Source()
    let (gate, open) = AsyncStream<Void>.makeStream()
    let cache = CredentialCache { () async throws(CloudFailure) -> AccessToken in
      let number = source.next()
      for await _ in gate {}
      return AccessToken("token-\(number)", expiry: nil)
    }
    let tokens = try await withThrowingTaskGroup { group in
      for _ in 0..<50 { group.addTask { try await cache.current().credentials.secret.text } }
      #expect(await LoopbackServer.wait { cache.waiting == 49 })
      open.finish()
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(tokens == ["token-1"] && source.count == 1)
  }

  @Test func `those who wait share a failure, and the next who asks tries anew`() async throws {
    let source = Source()
    let (gate, open) = AsyncStream<Void>.makeStream()
    let cache = CredentialCache { () async throws(CloudFailure) -> AccessToken in
      let number = source.next()
      guard number > 1 else {
        for await _ in gate {}
        throw CloudFailure("get a token", CloudFault(.unavailable, why: "no"))
      }
      return AccessToken("token-\(number)", expiry: nil)
    }
    let failed = await withTaskGroup { group in
      for _ in 0..<10 { group.addTask { (try? await cache.current()) == nil } }
      #expect(await LoopbackServer.wait { cache.waiting == 9 })
      open.finish()
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(failed == 10 && source.count == 1)
    #expect(try await cache.current().credentials.secret.text == "token-2")
  }

  @Test func `when the one who fetches is cancelled, another of those who wait does it`() async throws {
    let source = Source()
    let cache = CredentialCache { () async throws(CloudFailure) -> AccessToken in
      let number = source.next()
      guard number > 1 else {
        try? await Task.sleep(for: .seconds(600))
        throw CloudFailure("get a token", .cancelled)
      }
      return AccessToken("token-\(number)", expiry: nil)
    }
    let first = Task { try await cache.current().credentials }
    #expect(await LoopbackServer.wait { source.count == 1 })
    let others = (0..<5).map { _ in Task { try await cache.current().credentials.secret.text } }
    #expect(await LoopbackServer.wait { cache.waiting == 5 })
    others[0].cancel()
    #expect(await #expect(throws: CloudFailure.self) { try await others[0].value }?.cause == .cancelled)
    first.cancel()
    #expect(await #expect(throws: CloudFailure.self) { try await first.value }?.cause == .cancelled)
    for task in others.dropFirst() { #expect(try await task.value == "token-2") }
    #expect(source.count == 2)
  }

  @Test func `a fetch that was cancelled with nobody waiting leaves nothing behind`() async throws {
    let source = Source()
    let cache = CredentialCache { () async throws(CloudFailure) -> AccessToken in
      let number = source.next()
      guard number > 1 else {
        try? await Task.sleep(for: .seconds(600))
        throw CloudFailure("get a token", .cancelled)
      }
      return AccessToken("token-\(number)", expiry: nil)
    }
    let first = Task { try await cache.current().credentials }
    #expect(await LoopbackServer.wait { source.count == 1 })
    first.cancel()
    _ = await first.result
    #expect(try await cache.current().credentials.secret.text == "token-2")
  }

  @Test func `the signer adds the token and shows it to nobody`() async throws {
    let signer = BearerSigner(cache(Source()))
    let (request, generation) = try await signer.sign(HTTPRequest(.get, try WebAddress("https://h")))
    #expect(request.fields.map(\.value) == ["Bearer token-1"])
    signer.discard(generation: generation)
    let (next, _) = try await signer.sign(HTTPRequest(.get, try WebAddress("https://h")))
    #expect(next.fields.map(\.value) == ["Bearer token-2"])
    var shown = "\(request) \(request.fields) \(String(reflecting: request.fields))"
    dump(next, to: &shown)
    dump(next.fields, to: &shown)
    #expect(!shown.contains("token-"), "\(shown)")
  }
}
