extension Missing {
  /// What questions come to, in their order, with a few under way at once.
  package static func answers(
    to questions: [@Sendable () async -> [Missing]], atOnce width: Int = 8
  ) async -> [Missing] {
    await withTaskGroup(of: (at: Int, missing: [Missing]).self) { group in
      var answers: [(at: Int, missing: [Missing])] = []
      for (at, question) in questions.enumerated() {
        if at >= width, let answer = await group.next() { answers.append(answer) }
        group.addTask { (at, await question()) }
      }
      for await answer in group { answers.append(answer) }
      return answers.sorted { $0.at < $1.at }.flatMap(\.missing)
    }
  }
}
