import JobsManifest
import Testing

/// Volumes and their mounts on Cloud Run.
@Suite struct CloudRunVolumeTests {
  private static func volumes(_ volumes: [String], mounts: [String]) -> String {
    ManifestText.cloudRun(
      task: volumes.isEmpty ? [] : ["volumes:"] + volumes.map { "- \($0)" },
      container: mounts.isEmpty ? [] : ["volumeMounts:"] + mounts.map { "- \($0)" })
  }

  @Test(
    "each mount has its volume, and each volume its mount",
    arguments: [
      (["{name: a, emptyDir: {}}"], ["{name: a, mountPath: /a}"], []), ([], ["{name: a, mountPath: /a}"], ["CR240"]),
      (["{name: a, emptyDir: {}}"], [], ["CR241?"]),
      (["{name: data, emptyDir: {}}"], ["{name: dota, mountPath: /a}"], ["CR240"]),
      (["{name: data, emptyDir: {}}"], ["{name: logs, mountPath: /a}"], ["CR241?", "CR240"]),
      (["{name: a, emptyDir: {}}", "{name: a, emptyDir: {}}"], ["{name: a, mountPath: /a}"], ["CR242"]),
      (["{name: cloudsql, emptyDir: {}}"], ["{name: cloudsql, mountPath: /a}"], ["CR242"]),
    ] as [([String], [String], [String])])
  func pairs(volumes: [String], mounts: [String], codes: [String]) {
    #expect(ManifestText.found(Self.volumes(volumes, mounts: mounts)) == codes)
  }

  @Test("volumes at a wrong level are one finding, not one for each mount")
  func misplaced() {
    let text = ManifestText.cloudRun(
      execution: ["volumes:", "- {name: a, emptyDir: {}}"], container: ["volumeMounts:", "- {name: a, mountPath: /a}"])
    #expect(ManifestText.found(text) == ["ST102"])
  }

  @Test(
    "a volume has one whole source",
    arguments: [
      ("{name: a}", ["CR243"]), ("{name: a, emptyDir: {}, secret: {secretName: s}}", ["CR243"]),
      ("{name: a, csi: {driver: gcsfuse.run.googleapis.com}}", ["CR243"]),
      ("{name: a, csi: {driver: gcsfuse.run.googleapis.com, volumeAttributes: {bucketName: \"\"}}}", ["CR243"]),
      (
        "{name: a, csi: {driver: gcsfuse.run.googleapis.com, volumeAttributes: {bucketName: b, mountOptions: \"uid=1\"}}}",
        []
      ),
      ("{name: a, nfs: {server: 10.0.0.1, path: /x}}", []), ("{name: a, configMap: {name: c}}", ["CR226"]),
      ("{name: a, filestore: {}}", []), ("{name: a, secret: {secretName: s}}", []),
    ] as [(String, [String])])
  func sources(volume: String, codes: [String]) {
    #expect(ManifestText.found(Self.volumes([volume], mounts: ["{name: a, mountPath: /a}"])) == codes)
  }

  @Test(
    "mount paths",
    arguments: [
      ("/a", []), ("/a/b c", []), ("a", ["CR244"]), ("\"\"", ["CR244"]), ("\"/a:3\"", ["CR244"]), ("./a", ["CR244"]),
    ] as [(String, [String])])
  func paths(path: String, codes: [String]) {
    #expect(
      ManifestText.found(Self.volumes(["{name: a, emptyDir: {}}"], mounts: ["{name: a, mountPath: \(path)}"])) == codes)
    #expect(
      ManifestText.found(
        ManifestText.job(
          "target: gcp.run", "image: \(ManifestText.image)", ManifestText.identity,
          "mounts: [{secret: \"a:1\", path: \(path)}]")) == codes)
  }

  @Test("two mounts at one path, with or without a slash at the end")
  func samePaths() {
    let volumes = ["{name: a, emptyDir: {}}", "{name: b, emptyDir: {}}"]
    #expect(
      ManifestText.found(Self.volumes(volumes, mounts: ["{name: a, mountPath: /x}", "{name: b, mountPath: /x/}"])) == [
        "CR244"
      ])
    #expect(
      ManifestText.found(Self.volumes(volumes, mounts: ["{name: a, mountPath: /x}", "{name: b, mountPath: /x/y}"]))
        == [])
  }

  @Test(
    "files of a secret",
    arguments: [
      ("{key: \"1\", path: key}", []), ("{key: \"1\", path: a/b}", []), ("{key: \"1\", path: a..b}", []),
      ("{key: \"1\", path: /key}", ["CR245"]), ("{key: \"1\", path: ../key}", ["CR245"]),
      ("{key: \"1\", path: a/../b}", ["CR245"]), ("{key: \"1\", path: ..a}", ["CR245"]),
      ("{key: \"1\", path: \"\"}", ["CR245"]), ("{key: \"1\", path: a}, {key: \"2\", path: a}", ["CR245"]),
      ("{key: tls.key, path: a}", ["CR231"]), ("{key: \"1\", path: a}, {key: \"0\", path: b}", ["CR231"]),
    ] as [(String, [String])])
  func items(items: String, codes: [String]) {
    #expect(
      ManifestText.found(
        Self.volumes(["{name: a, secret: {secretName: s, items: [\(items)]}}"], mounts: ["{name: a, mountPath: /a}"]))
        == codes)
  }

  @Test(
    "permission bits",
    arguments: [
      ("0444", []), ("0777", []), ("0o644", []), ("292", []), ("420", []), ("511", []), ("0", []), ("256", []),
      ("444", ["CR246?"]), ("400", ["CR246?"]), ("644", ["CR246"]), ("755", ["CR246"]),
      ("512", ["CR246"]), ("777", ["CR246"]), ("778", ["ST107"]),
    ] as [(String, [String])])
  func modes(mode: String, codes: [String]) {
    let mounts = ["{name: a, mountPath: /a}"]
    #expect(
      ManifestText.found(Self.volumes(["{name: a, secret: {secretName: s, defaultMode: \(mode)}}"], mounts: mounts))
        == codes)
    #expect(
      ManifestText.found(
        Self.volumes(
          ["{name: a, secret: {secretName: s, items: [{key: \"1\", path: k, mode: \(mode)}]}}"], mounts: mounts))
        == codes)
  }

  @Test("'subPath' is for anything but secrets")
  func subPath() {
    #expect(
      ManifestText.found(
        Self.volumes(["{name: a, secret: {secretName: s}}"], mounts: ["{name: a, mountPath: /a, subPath: k}"])) == [
          "CR247"
        ])
    #expect(
      ManifestText.found(
        Self.volumes(["{name: a, secret: {secretName: s}}"], mounts: ["{name: a, mountPath: /a, subPath: \"\"}"])) == []
    )
    #expect(
      ManifestText.found(
        Self.volumes(["{name: a, nfs: {server: h, path: /x}}"], mounts: ["{name: a, mountPath: /a, subPath: k}"])) == []
    )
  }
}
