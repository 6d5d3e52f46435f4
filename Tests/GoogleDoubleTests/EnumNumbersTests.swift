import Testing

@testable import GoogleDouble

@Suite struct EnumNumbersTests {
  private static let stages = [
    "LAUNCH_STAGE_UNSPECIFIED", "UNIMPLEMENTED", "PRELAUNCH", "EARLY_ACCESS", "ALPHA", "BETA", "GA", "DEPRECATED",
  ]
  private static let roles = ["ALPHA", "BETA", "GA", "DEPRECATED", "DISABLED", "EAP"]

  @Test(
    arguments: [
      (0, ["A", "B"], "A"), (1, ["A", "B"], "B"), (2, ["A", "B"], nil), (-1, ["A", "B"], nil), (4, stages, "GA"),
      (6, stages, "UNIMPLEMENTED"), (8, stages, nil), (2, roles, "GA"), (4, roles, "DEPRECATED"), (3, roles, nil),
    ] as [(Int, [String], String?)])
  func `a number stands for a name`(number: Int, names: [String], name: String?) {
    #expect(EnumNumbers.name(number, in: names) == name)
  }
}
