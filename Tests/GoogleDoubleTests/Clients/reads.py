"""What can only be read, of Billing Catalog, Cloud Asset and Recommender, by clients made from their discovery documents."""

from harness import PROJECT, check, control, discovery, done, equal, status

billing = discovery("cloudbilling", "v1")
service = "services/152E-C115-5142"
equal(billing.services().list().execute(), {}, "the services of an empty catalogue")
control("PUT", f"_state?api=cloudbilling&name={service}", {"serviceId": "152E-C115-5142", "displayName": "Cloud Run"})
for number in range(3):
    control("PUT", f"_state?api=cloudbilling&name={service}/skus/A-{number}", {
        "skuId": f"A-{number}", "description": "Jobs CPU", "serviceRegions": ["europe-west1"], "pricingInfo": [{
            "pricingExpression": {"usageUnit": "s", "tieredRates": [{"unitPrice": {"currencyCode": "USD", "nanos": 18000}}]}}]})
equal([one["displayName"] for one in billing.services().list().execute()["services"]], ["Cloud Run"], "the services")
skus = billing.services().skus()
first = skus.list(parent=service, pageSize=2).execute()
rest = skus.list(parent=service, pageSize=2, pageToken=first["nextPageToken"]).execute()
equal([one["skuId"] for one in first["skus"] + rest["skus"]], ["A-0", "A-1", "A-2"], "what it is billed by")
equal(skus.list(parent="services/none").execute(), {}, "what nobody knows")
status(400, skus.list(parent=service, pageSize=-1).execute, "page size")
status(400, skus.list(parent=service, startTime="yesterday").execute, "Timestamp")
status(501, skus.list(parent=service, currencyCode="EUR").execute)

secrets = discovery("secretmanager", "v1").projects().secrets()
for name in ["one", "two"]:
    secrets.create(parent=f"projects/{PROJECT}", secretId=name, body={"replication": {"automatic": {}}}).execute()
binding = {"role": "roles/secretmanager.secretAccessor", "members": ["user:a@example.com"]}
secrets.setIamPolicy(resource=f"projects/{PROJECT}/secrets/two", body={"policy": {"bindings": [binding]}}).execute()
assets = discovery("cloudasset", "v1")
scope = f"projects/{PROJECT}"
listed = assets.assets().list(parent=scope, contentType="RESOURCE", assetTypes=["secretmanager.googleapis.com/Secret"]).execute()
equal([one["name"] for one in listed["assets"]], [
    f"//secretmanager.googleapis.com/projects/{PROJECT}/secrets/{name}" for name in ["one", "two"]], "the secrets")
check("replication" in listed["assets"][0]["resource"]["data"], "the data of the secret is missing")
check(listed["readTime"], "the time of reading is missing")
equal(assets.assets().list(parent=scope, assetTypes=["run.googleapis.com/Job"]).execute().get("assets"), None, "the jobs")
found = assets.v1().searchAllIamPolicies(scope=scope).execute()["results"]
equal([(one["assetType"], one["policy"]["bindings"]) for one in found], [
    ("secretmanager.googleapis.com/Secret", [binding])], "what is granted")
pages = assets.assets().list(parent=scope, pageSize=1).execute()
pages = assets.assets().list(parent=scope, pageSize=1, pageToken=pages["nextPageToken"]).execute()
equal("nextPageToken" in pages, False, "whether there is a third page")
status(400, assets.assets().list(parent=scope, pageToken="another").execute)
status(501, assets.v1().searchAllIamPolicies(scope=scope, query="policy:user").execute)

insights = discovery("recommender", "v1").projects().locations().insightTypes().insights()
parent = f"projects/{PROJECT}/locations/global/insightTypes/google.iam.policy.Insight"
for number, state in enumerate(["ACTIVE", "DISMISSED", "ACTIVE"]):
    control("PUT", f"_state?api=recommender&name={parent}/insights/{number}", {
        "insightSubtype": "PERMISSIONS_USAGE", "stateInfo": {"state": state}, "content": {"role": "roles/editor"}})
equal(len(insights.list(parent=parent).execute()["insights"]), 3, "the count of insights")
active = insights.list(parent=parent, filter="stateInfo.state=ACTIVE").execute()["insights"]
equal([one["name"][-1] for one in active], ["0", "2"], "those that are active")
equal(insights.get(name=f"{parent}/insights/1").execute()["stateInfo"]["state"], "DISMISSED", "the state")
status(404, insights.get(name=f"{parent}/insights/9").execute)
control("PUT", "_settings", {"denied": ["recommender.iamPolicyInsights.list"]})
status(403, insights.list(parent=parent).execute, "recommender.iamPolicyInsights.list")
done()
