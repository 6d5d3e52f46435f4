/// The names that stand for numbers, which the official clients send instead of names.
///
/// A discovery document lists names in the order of the definition, and most definitions count from 0. Those that do not
/// are listed here, from the definitions in googleapis-common-protos 1.76.0, google-cloud-artifact-registry 1.23.0,
/// google-cloud-iam 2.27.0, google-cloud-logging 3.17.0 and google-cloud-monitoring 2.32.0, read on 2026-11-21.
enum EnumNumbers {
  /// The name that a number stands for; nil for none.
  static func name(_ number: Int, in names: [String]) -> String? {
    for numbers in exceptions where numbers.allSatisfy({ names.contains($0.key) }) {
      if let name = numbers.first(where: { $0.value == number })?.key { return name }
      return nil
    }
    return names.indices.contains(number) ? names[number] : nil
  }

  private static let exceptions: [[String: Int]] = [
    // google.api.LaunchStage
    [
      "LAUNCH_STAGE_UNSPECIFIED": 0, "EARLY_ACCESS": 1, "ALPHA": 2, "BETA": 3, "GA": 4, "DEPRECATED": 5,
      "UNIMPLEMENTED": 6, "PRELAUNCH": 7,
    ],
    // google.iam.admin.v1.Role.RoleLaunchStage
    ["ALPHA": 0, "BETA": 1, "GA": 2, "DEPRECATED": 4, "DISABLED": 5, "EAP": 6],
    // google.logging.type.LogSeverity
    [
      "DEFAULT": 0, "DEBUG": 100, "INFO": 200, "NOTICE": 300, "WARNING": 400, "ERROR": 500, "CRITICAL": 600,
      "ALERT": 700, "EMERGENCY": 800,
    ],
    // google.devtools.artifactregistry.v1.Repository.Format
    [
      "FORMAT_UNSPECIFIED": 0, "DOCKER": 1, "MAVEN": 2, "NPM": 3, "APT": 5, "YUM": 6, "PYTHON": 8, "KFP": 9, "GO": 10,
      "GENERIC": 11, "RUBY": 12,
    ],
    // google.monitoring.v3.Aggregation.Aligner
    [
      "ALIGN_NONE": 0, "ALIGN_DELTA": 1, "ALIGN_RATE": 2, "ALIGN_INTERPOLATE": 3, "ALIGN_NEXT_OLDER": 4,
      "ALIGN_MIN": 10, "ALIGN_MAX": 11, "ALIGN_MEAN": 12, "ALIGN_COUNT": 13, "ALIGN_SUM": 14, "ALIGN_STDDEV": 15,
      "ALIGN_COUNT_TRUE": 16, "ALIGN_FRACTION_TRUE": 17, "ALIGN_PERCENTILE_99": 18, "ALIGN_PERCENTILE_95": 19,
      "ALIGN_PERCENTILE_50": 20, "ALIGN_PERCENTILE_05": 21, "ALIGN_PERCENT_CHANGE": 23, "ALIGN_COUNT_FALSE": 24,
    ],
    // google.monitoring.v3.Aggregation.Reducer
    [
      "REDUCE_NONE": 0, "REDUCE_MEAN": 1, "REDUCE_MIN": 2, "REDUCE_MAX": 3, "REDUCE_SUM": 4, "REDUCE_STDDEV": 5,
      "REDUCE_COUNT": 6, "REDUCE_COUNT_TRUE": 7, "REDUCE_FRACTION_TRUE": 8, "REDUCE_PERCENTILE_99": 9,
      "REDUCE_PERCENTILE_95": 10, "REDUCE_PERCENTILE_50": 11, "REDUCE_PERCENTILE_05": 12, "REDUCE_COUNT_FALSE": 15,
    ],
  ]
}
