"""Artifact Registry by google-cloud-artifact-registry over REST."""

import json

from google.api_core import exceptions
from google.cloud import artifactregistry_v1
from google.cloud.artifactregistry_v1.services.artifact_registry.transports import ArtifactRegistryRestTransport
from google.protobuf import field_mask_pb2

from harness import PLACE, check, control, done, equal, gapic, refused

registry = gapic(artifactregistry_v1.ArtifactRegistryClient, ArtifactRegistryRestTransport, "artifactregistry")
docker = artifactregistry_v1.Repository(format_="DOCKER", description="images of jobs")
made = registry.create_repository(parent=PLACE, repository=docker, repository_id="jobs").result(timeout=30)
equal(made.name, f"{PLACE}/repositories/jobs", "the name")
equal((made.format_.name, made.mode.name), ("DOCKER", "STANDARD_REPOSITORY"), "format and mode")
refused(exceptions.Conflict, lambda: registry.create_repository(parent=PLACE, repository=docker, repository_id="jobs"))
refused(exceptions.BadRequest, lambda: registry.create_repository(parent=PLACE, repository={}, repository_id="bare"), "format")

policy = {"id": "keep", "action": "KEEP", "most_recent_versions": {"keep_count": 5}}
mask = field_mask_pb2.FieldMask(paths=["cleanup_policies", "cleanup_policy_dry_run"])
wanted = artifactregistry_v1.Repository(name=made.name, cleanup_policies={"keep": policy}, cleanup_policy_dry_run=True)
changed = registry.update_repository(repository=wanted, update_mask=mask)
equal((changed.cleanup_policies["keep"].most_recent_versions.keep_count, changed.description), (5, "images of jobs"), "what a mask changed")
both = artifactregistry_v1.Repository(name=made.name, cleanup_policies={"odd": {"id": "odd", "action": "DELETE"}})
refused(exceptions.BadRequest, lambda: registry.update_repository(repository=both, update_mask=mask), "condition")
other = artifactregistry_v1.Repository(name=made.name, format_="PYTHON")
refused(exceptions.BadRequest, lambda: registry.update_repository(repository=other, update_mask=field_mask_pb2.FieldMask(paths=["format"])), "format")

digest = "sha256:" + "0" * 64
image = f"{made.name}/dockerImages/nightly@{digest}"
uri = f"europe-west1-docker.pkg.dev/clients/jobs/nightly@{digest}"
control("PUT", f"_state?api=artifactregistry&name={image}", {"uri": uri, "tags": ["v1"], "imageSizeBytes": "1000"})
equal([(one.uri, list(one.tags)) for one in registry.list_docker_images(parent=made.name)], [(uri, ["v1"])], "the images")
equal(registry.get_docker_image(name=image).image_size_bytes, 1000, "the size")
package = f"{made.name}/packages/nightly"
equal([one.name for one in registry.list_packages(parent=made.name)], [package], "the packages")
equal(registry.get_tag(name=f"{package}/tags/v1").version, f"{package}/versions/{digest}", "the version of the tag")
equal([one.name for one in registry.list_tags(parent=package)], [f"{package}/tags/v1"], "the tags")
equal([one.name for one in registry.list_versions(parent=package)], [f"{package}/versions/{digest}"], "the versions")
refused(exceptions.NotFound, lambda: registry.get_tag(name=f"{package}/tags/v2"))
refused(exceptions.NotFound, lambda: registry.get_version(name=f"{package}/versions/{digest[:-1]}1"))
counted = artifactregistry_v1.Repository(name=made.name, cleanup_policies={"odd": {"id": "odd", "action": "DELETE", "most_recent_versions": {"keep_count": 5}}})
refused(exceptions.BadRequest, lambda: registry.update_repository(repository=counted, update_mask=mask), "most_recent_versions")
refused(exceptions.NotFound, lambda: registry.get_docker_image(name=image[:-1] + "1"))
refused(exceptions.NotFound, lambda: list(registry.list_docker_images(parent=f"{PLACE}/repositories/none")))
policy = registry.get_iam_policy({"resource": made.name})
policy.bindings.add(role="roles/artifactregistry.reader", members=["allUsers"])
equal(len(registry.set_iam_policy({"resource": made.name, "policy": policy}).bindings), 1, "the count of bindings")
registry.delete_repository(name=made.name).result(timeout=30)
refused(exceptions.NotFound, lambda: registry.get_docker_image(name=image))
done()
