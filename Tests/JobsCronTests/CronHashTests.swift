import JobsCore
import JobsCron
import Testing

@Suite struct CronHashTests {
  @Test("'H' is one stable value within its bounds, and differs between jobs")
  func spread() throws {
    var minutes: Set<Int> = []
    var pairs: Set<Int> = []
    var days: Set<Int> = []
    for job in 0..<200 {
      let seed = "acme/prod/job-\(job)".utf8.fnv1a64
      let cron = try CronExpression.parse("H H H * *", dialect: nil, seed: seed)
      #expect(cron.usesHash)
      #expect(cron.isFixedTime)
      let fire = try #require(cron.nextFire(after: 0, in: .utc))
      #expect(try CronExpression.parse("H H H * *", dialect: nil, seed: seed).nextFire(after: 0, in: .utc) == fire)
      let wall = WallTime(seconds: fire)
      minutes.insert(wall.secondOfDay / 60 % 60)
      pairs.insert(wall.secondOfDay / 60)
      days.insert(wall.dayOfMonth)
    }
    #expect(minutes.count > 50)
    #expect(pairs.count > 150)
    #expect(days.count > 24 && (days.max() ?? 0) <= 28)
  }

  @Test("'H' with a range and a step stays inside them", arguments: 0..<100)
  func bounds(job: Int) throws {
    let seed = "job-\(job)".utf8.fnv1a64
    func minutes(_ field: String) throws -> [Int] {
      let cron = try CronExpression.parse("\(field) 0 * * *", dialect: .unix, seed: seed)
      return cron.fires(in: 0..<3600, zone: .utc).map { Int($0 / 60) }
    }
    let range = try minutes("H(10-19)")
    #expect(range.count == 1 && range.allSatisfy { (10...19).contains($0) })
    let steps = try minutes("H/15")
    #expect(steps.count == 4 && steps[0] < 15 && zip(steps, steps.dropFirst()).allSatisfy { $1 - $0 == 15 })
    let both = try minutes("H(30-59)/10")
    #expect(both.count == 3 && (30..<40).contains(both[0]) && both[2] == both[0] + 20)
    #expect(try minutes("H/99").count == 1)
    #expect(try minutes("H,H(0-0)").contains(0))
  }

  @Test(
    "'H' without a seed, or with a wrong range, is refused at its place",
    arguments: [
      ("«H» 0 * * *", nil, CronError.Code.seed), ("0 «H(1-5)» * * *", nil, .seed),
      ("«H(1)» 0 * * *", 1, .character), ("«H(9-1)» 0 * * *", 1, .emptyRange), ("H(0-«60») 0 * * *", 1, .range),
      ("«H(-5)» 0 * * *", 1, .character), ("«H(1-5» 0 * * *", 1, .character),
    ] as [(String, UInt64?, CronError.Code)])
  func faults(marked: String, seed: UInt64?, code: CronError.Code) throws {
    let text = MarkedText(marked)
    let error = try #require(throws: CronError.self) {
      try CronExpression.parse(text.text, dialect: .unix, seed: seed)
    }
    #expect(error.code == code)
    #expect(error.range == text.range)
  }

  @Test("'H' is known in seconds and Quartz too, and spreads its fields apart")
  func dialects() throws {
    let seconds = try CronExpression.parse("H H H * * H", dialect: .seconds, seed: 99)
    let quartz = try CronExpression.parse("H H H ? * H", dialect: .quartz, seed: 99)
    #expect(seconds.next(3, after: 0, .utc) == quartz.next(3, after: 0, .utc))
  }
}
