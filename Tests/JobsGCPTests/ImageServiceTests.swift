import Testing

@testable import JobsGCP

@Suite struct ImageServiceTests {
  @Test(arguments: [
    (
      "europe-docker.pkg.dev/acme/jobs/report:1",
      "v1/projects/acme/locations/europe/repositories/jobs/packages/report/tags/1"
    ),
    ("europe-west1-docker.pkg.dev/a/b/c", "v1/projects/a/locations/europe-west1/repositories/b/packages/c/tags/latest"),
    ("us-docker.pkg.dev/a/b/c:1@sha256:00", "v1/projects/a/locations/us/repositories/b/packages/c/versions/sha256:00"),
    ("us-docker.pkg.dev/a/b/c@sha256:00", "v1/projects/a/locations/us/repositories/b/packages/c/versions/sha256:00"),
    ("gcr.io/acme/report:1", nil), ("us-docker.pkg.dev/a/b/folder/c:1", nil), ("alpine", nil), ("", nil),
  ])
  func `an image of Artifact Registry has a place in its API`(_ image: String, _ path: String?) {
    #expect(ImageService.path(image) == path)
  }
}
