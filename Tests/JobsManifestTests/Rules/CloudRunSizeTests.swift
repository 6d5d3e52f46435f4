import JobsManifest
import Testing

/// CPU and memory on Cloud Run: every row of the table, its ends and what lies just beyond.
@Suite struct CloudRunSizeTests {
  private static func manifest(cpu: String?, memory: String?, gen: String? = nil, more: [String] = []) -> String {
    let limits = [cpu.map { "cpu: \"\($0)\"" }, memory.map { "memory: \($0)" }].compactMap { $0 }.joined(
      separator: ", ")
    return ManifestText.cloudRun(
      template: gen.map { ManifestText.annotations("run.googleapis.com/execution-environment: \($0)") } ?? [],
      container: ["resources:", "  limits: {\(limits)}"] + more)
  }

  @Test(
    "each CPU takes its range of memory and nothing beside it",
    arguments: [
      ("1", "512Mi", []), ("1", "4Gi", []), ("1", "4097Mi", ["CR210"]), ("1000m", "2Gi", []), ("1", "127Mi", ["CR210"]),
      ("2", "512Mi", []), ("2", "8Gi", []), ("2", "8193Mi", ["CR210"]), ("2000m", "8Gi", []),
      ("4", "2Gi", []), ("4", "2047Mi", ["CR210"]), ("4", "16Gi", []), ("4", "16385Mi", ["CR210"]),
      ("6", "4Gi", ["CR211?"]), ("6", "4095Mi", ["CR210", "CR211?"]), ("6", "24Gi", ["CR211?"]),
      ("6", "24577Mi", ["CR211?", "CR210"]),
      ("8", "4Gi", []), ("8", "4095Mi", ["CR210"]), ("8", "32Gi", []), ("8", "32769Mi", ["CR210"]),
      ("8", "64Gi", ["CR210"]),
      ("3", "4Gi", ["CR210"]), ("5", "8Gi", ["CR210"]), ("16", "32Gi", ["CR210"]), ("1.5", "2Gi", ["CR210"]),
      ("2500m", "4Gi", ["CR210"]),
      ("0.5", "512Mi", ["CR211?"]), ("500m", "1Gi", ["CR211?"]), ("500m", "1025Mi", ["CR211?", "CR210"]),
      ("499m", "513Mi", ["CR211?", "CR210"]),
      ("80m", "512Mi", ["CR211?"]), ("79m", "512Mi", ["CR210"]), ("999m", "1Gi", ["CR211?"]),
    ] as [(String, String, [String])])
  func pairs(cpu: String, memory: String, codes: [String]) {
    #expect(ManifestText.found(Self.manifest(cpu: cpu, memory: memory)).sorted() == codes.sorted(), "\(cpu) \(memory)")
  }

  @Test(
    "what is left out counts with its default",
    arguments: [
      (nil, "4Gi", []), (nil, "8Gi", ["CR210"]), ("2", nil, []), ("4", nil, ["CR210"]), ("8", nil, ["CR210"]),
    ]
      as [(String?, String?, [String])])
  func defaults(cpu: String?, memory: String?, codes: [String]) {
    #expect(ManifestText.found(Self.manifest(cpu: cpu, memory: memory)) == codes)
  }

  @Test(
    "our own format has the same table and a default of 2Gi",
    arguments: [
      ("{cpu: 1, memory: 4Gi}", []), ("{cpu: 1, memory: 8Gi}", ["CR210"]), ("{cpu: 4}", []), ("{cpu: 8}", ["CR210"]),
      ("{memory: 8Gi}", ["CR210"]), ("{cpu: 500m, memory: 512Mi}", ["CR211?"]), ("{cpu: 3, memory: 4Gi}", ["CR210"]),
    ] as [(String, [String])])
  func ours(resources: String, codes: [String]) {
    #expect(
      ManifestText.found(ManifestText.job("target: gcp.run", "image: \(ManifestText.image)", "resources: \(resources)"))
        == codes)
    #expect(ManifestText.found(ManifestText.job("command: [/bin/report]", "resources: \(resources)")) == [])
  }

  @Test("a size that an environment gives completes the pair, and is judged there")
  func sizes() {
    let manifest = ManifestText.job("target: gcp.run", "image: \(ManifestText.image)", "resources: {cpu: 8}")
    func project(_ memory: String) -> String {
      "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: acme}\nenvironments: {dev: {sizes: {memory: \(memory)}}}\n"
    }
    #expect(ManifestText.found(manifest, project: project("8Gi")) == [])
    #expect(ManifestText.found(manifest, project: project("2Gi")) == ["CR210"])
  }

  @Test(
    "the second generation needs 512Mi, and gen1 does not",
    arguments: [
      ("gen2", "256Mi", ["CR212"]), ("gen2", "512Mi", []), ("gen1", "256Mi", []), (nil, "256Mi", ["CR212?"]),
      (nil, "511Mi", ["CR212?"]), (nil, "512Mi", []),
    ]
      as [(String?, String, [String])])
  func generation(gen: String?, memory: String, codes: [String]) {
    #expect(ManifestText.found(Self.manifest(cpu: "1", memory: memory, gen: gen)) == codes)
  }

  @Test("containers beside others may be small, and their memory counts together")
  func sidecars() {
    func beside(_ cpu: String, _ memory: String) -> String {
      Self.manifest(cpu: "1", memory: "512Mi", more: ["name: main"])
        + "          - image: europe-docker.pkg.dev/acme/jobs/proxy:2.0.0\n            name: proxy\n            resources:\n              limits: {cpu: \"\(cpu)\", memory: \(memory)}\n"
    }
    #expect(ManifestText.found(beside("0.1", "128Mi")) == [])
    #expect(ManifestText.found(beside("0.1", "1Gi")) == ["CR210"])
    #expect(ManifestText.found(beside("3", "1Gi")) == ["CR210"])
  }

  @Test(
    "a GPU needs 4 CPU, 8Gi, a selector and no more than an hour",
    arguments: [
      ("4", "8Gi", "\"1\"", true, "3600", []), ("4", "8Gi", "1", true, "3600", []),
      ("8", "32Gi", "\"1\"", true, "600", []),
      ("2", "8Gi", "\"1\"", true, "600", ["CR213"]), ("4", "4Gi", "\"1\"", true, "600", ["CR213"]),
      ("4", "8Gi", "\"2\"", true, "600", ["CR213"]),
      ("4", "8Gi", "\"1\"", false, "600", ["CR213"]), ("4", "8Gi", "\"1\"", true, "3601", ["CR214?"]),
      ("4", "8Gi", "\"1\"", true, "43200", ["CR214?"]),
      ("4", "8Gi", "\"1\"", true, "43201", ["CR214"]),
      ("1", "1Gi", "\"1\"", false, "600", ["CR213", "CR213", "CR213"]),
    ] as [(String, String, String, Bool, String, [String])])
  func gpu(cpu: String, memory: String, gpu: String, selector: Bool, timeout: String, codes: [String]) {
    let text = ManifestText.cloudRun(
      task: (selector ? ["nodeSelector: {run.googleapis.com/accelerator: nvidia-l4}"] : []) + [
        "timeoutSeconds: \(timeout)"
      ],
      container: ["resources:", "  limits: {cpu: \"\(cpu)\", memory: \(memory), nvidia.com/gpu: \(gpu)}"])
    #expect(ManifestText.found(text) == codes)
  }

  @Test("a selector that no container asks for is said once")
  func loneSelector() {
    #expect(
      ManifestText.found(ManifestText.cloudRun(task: ["nodeSelector: {run.googleapis.com/accelerator: nvidia-l4}"]))
        == ["CR213?"])
  }

  @Test(
    "no more tasks run at once than there are",
    arguments: [
      (["parallelism: 5", "taskCount: 10"], []), (["parallelism: 10", "taskCount: 10"], []),
      (["parallelism: 0", "taskCount: 1"], []),
      (["parallelism: 11", "taskCount: 10"], ["CR217?"]), (["parallelism: 2"], ["CR217?"]), (["parallelism: 1"], []),
      (["taskCount: 50"], []),
    ] as [([String], [String])])
  func parallelism(execution: [String], codes: [String]) {
    #expect(ManifestText.found(ManifestText.cloudRun(execution: execution)) == codes)
  }

  @Test(
    "our own format has Cloud Run's limits of time and retries there only",
    arguments: [
      ("timeout: 7d", []), ("timeout: 604801", ["CR215"]), ("timeout: 0", ["CR215"]), ("retry: {attempts: 10}", []),
      ("retry: {attempts: 11}", ["CR216"]),
      ("resources: {tasks: 2, parallelism: 3}", ["CR217?"]), ("resources: {gpu: 1, cpu: 4, memory: 16Gi}", []),
      ("resources: {gpu: 2, cpu: 8, memory: 16Gi}", ["CR213"]),
    ] as [(String, [String])])
  func limits(line: String, codes: [String]) {
    #expect(ManifestText.found(ManifestText.job("target: gcp.run", "image: \(ManifestText.image)", line)) == codes)
    #expect(ManifestText.found(ManifestText.job("command: [/bin/report]", line)) == [])
  }
}
