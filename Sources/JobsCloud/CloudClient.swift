/// Makes calls: signs each attempt, reads what it came to, and tries again where that is right and paid for.
///
/// A call that may have worked is sent again only if its request is idempotent.
package struct CloudClient: Sendable {
  package var transport: any Transport
  /// nil where requests prove themselves, as those for tokens do.
  package var signer: (any RequestSigner)?
  package var retry: CallRetry
  /// One for all clients of a run.
  package var budget: RetryBudget
  /// Holds for requests under way; calls that wait for their next attempt do not count.
  package var limiter: CallLimiter?
  package var clock: CallClock
  package var tally: CallTally
  /// Reads a response; given the call for its words and secrets.
  package var classify: @Sendable (HTTPResponse, CloudCall, CallClock) -> CallVerdict

  package init(
    _ transport: any Transport, signer: (any RequestSigner)? = nil, retry: CallRetry, budget: RetryBudget,
    limiter: CallLimiter? = nil, clock: CallClock = .system, tally: CallTally = CallTally(),
    classify: @escaping @Sendable (HTTPResponse, CloudCall, CallClock) -> CallVerdict
  ) {
    self.transport = transport
    self.signer = signer
    self.retry = retry
    self.budget = budget
    self.limiter = limiter
    self.clock = clock
    self.tally = tally
    self.classify = classify
  }

  /// Makes a call; its response is one that `classify` took for done.
  package func send(_ call: CloudCall) async throws(CloudFailure) -> HTTPResponse {
    tally.note { $0.calls += 1 }
    var progress = CallProgress(call: call, started: clock.uptime())
    while true {
      let (request, generation) = try await signed(call.request, progress)
      guard let result = await answer(to: request) else { throw progress.failure(.cancelled) }
      progress.attempts += 1
      tally.note { $0.requests += 1 }
      switch result {
      case .success(let response):
        let verdict = classify(response, call, clock)
        guard verdict != .done else {
          budget.succeed(paid: progress.paid)
          return response
        }
        try await proceed(verdict, generation, &progress)
      case .failure(let failure):
        // Given up on the way, or answered at too great a length.
        if [.cancelled, .tooLarge].contains(failure.kind), call.changesThings { progress.mayBeDone = true }
        try await proceed(CallVerdict(failure), generation, &progress)
      }
    }
  }

  /// Gets ready for the next attempt, or throws where there is none.
  private func proceed(
    _ verdict: CallVerdict, _ generation: Int, _ progress: inout CallProgress
  ) async throws(CloudFailure) {
    switch verdict {
    case .done: break
    case .refused(let fault): throw progress.failure(fault)
    case .unauthenticated(let fault):
      guard let signer, !progress.isRenewed else { throw progress.failure(fault) }
      progress.isRenewed = true
      signer.discard(generation: generation)
      tally.note { $0.renewals += 1 }
    case .later(let fault, let delay): try await wait(delay, after: fault, &progress)
    }
  }

  private func signed(
    _ request: HTTPRequest, _ progress: CallProgress
  ) async throws(CloudFailure) -> (request: HTTPRequest, generation: Int) {
    guard let signer else { return (request, 0) }
    do throws(CloudFailure) {
      return try await signer.sign(request)
    } catch {
      // What an earlier attempt may have done stays true.
      throw CloudFailure(error.call, error.fault, attempts: error.attempts, mayBeDone: progress.mayBeDone)
    }
  }

  /// nil where the task was cancelled before its turn, and nothing was sent.
  private func answer(to request: HTTPRequest) async -> Result<HTTPResponse, TransportFailure>? {
    guard let limiter else { return await outcome(of: request) }
    return await limiter.run { await outcome(of: request) }
  }

  private func outcome(of request: HTTPRequest) async -> Result<HTTPResponse, TransportFailure> {
    do throws(TransportFailure) {
      return .success(try await transport.send(request))
    } catch {
      return .failure(error)
    }
  }

  /// Waits for the next attempt, or throws where there is none.
  private func wait(
    _ delay: CallDelay, after fault: CloudFault, _ progress: inout CallProgress
  ) async throws(CloudFailure) {
    let request = progress.call.request
    if !delay.isUndone, progress.call.changesThings { progress.mayBeDone = true }
    guard delay.isUndone || request.isIdempotent else { throw progress.failure(fault) }
    var generator = clock.generator
    guard
      let wait = retry.wait(
        after: progress.attempts - (progress.isRenewed ? 1 : 0), delay, past: clock.uptime() - progress.started,
        using: &generator)
    else { throw progress.failure(fault, asked: delay.ask) }
    guard let paid = budget.pay(isThrottled: delay.isThrottled) else {
      throw progress.failure(fault, isBudgetSpent: true)
    }
    progress.paid = paid
    do {
      try await clock.sleep(wait)
    } catch {
      throw progress.failure(.cancelled)
    }
    tally.note { $0.retries += 1 }
    tally.note { $0.waited += wait }
  }
}
