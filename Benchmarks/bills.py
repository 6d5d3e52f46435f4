"""What jobs cost by a bill, beside DuckDB in the same run."""

import json
import os
import random
import subprocess

import bars
import measure
import peers

DUCKDB = peers.Peer("DuckDB", ["duckdb==1.5.6"], None, 0)

# Typed columns, exact decimals, and no more of a row than is asked for.
CSV = """select resource_tags_user_job, sum(line_item_unblended_cost::decimal(38,10)) from
read_csv('{path}', header=true, all_varchar=true) group by 1 order by 1"""
LINES = """select list_filter(labels, x -> x.key = 'job')[1].value job, sum(cost) from read_ndjson('{path}', columns={{
cost: 'decimal(38,10)', labels: 'struct(key varchar, value varchar)[]'}}) group by 1 order by 1"""

COLUMNS = (
    "identity_line_item_id identity_time_interval bill_billing_entity bill_payer_account_id bill_billing_period_start_date "
    "bill_billing_period_end_date line_item_usage_account_id line_item_line_item_type line_item_usage_start_date "
    "line_item_usage_end_date line_item_product_code line_item_usage_type line_item_operation line_item_resource_id "
    "line_item_usage_amount line_item_currency_code line_item_unblended_rate line_item_unblended_cost "
    "line_item_line_item_description product_product_name product_region_code pricing_term pricing_unit "
    "pricing_public_on_demand_cost resource_tags_user_team resource_tags_user_env resource_tags_user_job").split()


def write(rows, table, lines):
    """One bill as a Cost and Usage Report and as Google's export; every line has a job."""
    chance = random.Random(7)
    total = 0
    with open(table, "w") as csv, open(lines, "w") as ndjson:
        csv.write(",".join(COLUMNS) + "\n")
        for number in range(rows):
            job = f"job-{min(int(chance.expovariate(1 / 40)), 199):03d}"
            amount = int(chance.expovariate(1 / 2.0e7))
            total += amount
            cost = f"{amount // 10**10}.{amount % 10**10:010d}"
            day = f"2026-10-{chance.randrange(30) + 1:02d}"
            row = {
                "identity_line_item_id": f"{chance.getrandbits(128):032x}{number:08x}",
                "line_item_line_item_type": "Usage",
                "identity_time_interval": f"{day}T12:00:00Z/{day}T13:00:00Z", "bill_billing_entity": "AWS",
                "bill_payer_account_id": "111122223333", "bill_billing_period_start_date": "2026-10-01T00:00:00.000Z",
                "bill_billing_period_end_date": "2026-11-01T00:00:00.000Z", "line_item_usage_account_id": "111122220001",
                "line_item_usage_start_date": f"{day}T12:00:00.000Z", "line_item_usage_end_date": f"{day}T13:00:00.000Z",
                "line_item_product_code": "AWSLambda", "line_item_usage_type": "EUC1-Lambda-GB-Second",
                "line_item_operation": "Invoke", "line_item_usage_amount": f"{chance.random() * 100:.10f}",
                "line_item_resource_id": f"arn:aws:lambda:eu-central-1:111122220001:function:{job}",
                "line_item_currency_code": "USD", "line_item_unblended_rate": "0.0000166667",
                "line_item_unblended_cost": cost, "product_product_name": "AWSLambda",
                "line_item_line_item_description": '"AWS Lambda - Compute, ""on demand"" - EU (Frankfurt)"',
                "product_region_code": "eu-central-1", "pricing_term": "OnDemand", "pricing_unit": "Lambda-GB-Second",
                "pricing_public_on_demand_cost": cost, "resource_tags_user_team": "data", "resource_tags_user_env": "prod",
                "resource_tags_user_job": job,
            }
            csv.write(",".join(row.get(name, "") for name in COLUMNS) + "\n")
            place = f"projects/acme-prod/locations/europe-west1/jobs/{job}"
            ndjson.write(json.dumps({
                "billing_account_id": "01ABCD-234567-89EFGH",
                "service": {"id": "152E-C115-5142", "description": "Cloud Run"},
                "sku": {"id": "9FE0-8F60-A9F0", "description": "Jobs CPU in europe-west1"},
                "usage_start_time": f"{day} 12:00:00 UTC", "usage_end_time": f"{day} 13:00:00 UTC",
                "project": {"id": "acme-prod", "number": "400000001552", "name": "acme-prod",
                            "labels": [{"key": "cost-center", "value": "cc-7"}], "ancestry_numbers": "/1234567890/",
                            "ancestors": [{"resource_name": "organizations/1234567890", "display_name": "acme.example"}]},
                "labels": [{"key": "team", "value": "data"}, {"key": "job", "value": job}, {"key": "env", "value": "prod"}],
                "system_labels": [], "location": {"location": "europe-west1", "country": "BE", "region": "europe-west1",
                                                  "zone": None},
                "resource": {"name": place, "global_name": f"//run.googleapis.com/{place}"}, "tags": [], "cost": "@@",
                "currency": "USD", "currency_conversion_rate": 1.0,
                "usage": {"amount": number, "unit": "seconds", "amount_in_pricing_units": number,
                          "pricing_unit": "second"},
                "credits": [], "invoice": {"month": "202610"}, "cost_type": "regular", "adjustment_info": None,
                "export_time": f"{day} 19:12:44.123456 UTC", "cost_at_list": 0, "transaction_type": "GOOGLE",
                "seller_name": "Google"}, separators=(",", ":")).replace('"@@"', cost) + "\n")
    return f"{total // 10**10}.{total % 10**10:010d}"


def total(command):
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return next(json.loads(line)["amount"] for line in out.splitlines() if '"cost-total"' in line)


def report(folder, work, quick):
    rows = 100_000 if quick else 1_000_000
    table, lines = os.path.join(work, "bill.csv"), os.path.join(work, "bill.ndjson")
    expected = write(rows, table, lines)
    peer = DUCKDB.install()
    if peer is None:
        bars.left_out(DUCKDB.name, "PyPI cannot be reached")
    tool = os.path.join(folder, "jobs-cost")
    for name, path, query, limit in (("CSV", table, CSV, 0.6), ("JSON lines", lines, LINES, 2.0)):
        size = os.path.getsize(path) >> 20
        measure.head(f"{rows:,} lines of a bill by job, {name}, {size:,} MiB")
        ours = measure.best([tool, "actual", "-q", path], 3)
        measure.row("jobs-cost", ours)
        measure.row("jobs-cost, one thread", measure.best([tool, "actual", "-q", "-j", "1", path], 3), ours)
        if peer:
            script = f"import duckdb; duckdb.sql({query.format(path=path)!r}).fetchall()"
            measure.row(DUCKDB.name, measure.best([f"{peer}/bin/python", "-c", script], 3), ours)
        for threads in ("1", "2", "7"):
            found = total([tool, "actual", "-q", "-j", threads, path])
            if found.rstrip("0") != expected.rstrip("0"):
                print(f"  WRONG: {found} with {threads} threads in place of {expected}")
        bars.bar(f"bill of {rows:,} lines, {name}: CPU", ours.cpu, most=limit, unit="s")
        bars.bar(f"bill of {rows:,} lines, {name}: resident", ours.rss, most=32, unit="MiB")
