/// Why a bill says something else than an estimate, as far as it can be told from both.
package struct VarianceReason: Sendable, Equatable {
  package enum Code: String, Sendable, CaseIterable {
    /// The bill is in another currency.
    case currency
    /// The bill takes credits off, which no estimate knows.
    case credits
    /// The estimate takes off what is free, which may be spent by others, or granted in other ways.
    case free
    /// No price or no quantity is known for it.
    case unpriced
    /// The bill has lines of it that are no job's.
    case unlabelled
    /// Lines may still come: the bill ends before the month does.
    case late
    /// No estimate has it, as traffic and logs.
    case uncounted
    /// No manifest has the job.
    case unknown
    /// The bill has nothing of it.
    case unbilled
    /// What is left: the job ran more or less, or longer, or a price is another.
    case use
  }

  package var code: Code
  package var words: String
}
