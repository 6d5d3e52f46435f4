import JobsCore
import Testing

@Suite("Instant from milliseconds")
struct InstantMillisecondsTests {
  @Test(
    "milliseconds go in and out, before the epoch too",
    arguments: [
      (0, 0, 0), (1, 0, 1_000_000), (-1, -1, 999_000_000), (-1000, -1, 0),
      (1_795_228_200_012, 1_795_228_200, 12_000_000),
    ]
      as [(Int64, Int64, Int32)])
  func roundTrip(milliseconds: Int64, seconds: Int64, nanoseconds: Int32) {
    let instant = Instant(milliseconds: milliseconds)
    #expect(instant == Instant(seconds: seconds, nanoseconds: nanoseconds))
    #expect(instant.milliseconds == milliseconds)
  }
}
