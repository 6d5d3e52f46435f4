extension PriceBook {
  /// What Google Cloud asks for what leaves it for the internet by its own network (Premium Tier).
  static let googleTrafficPrices = """
    price,gcp,network,egress,asia-southeast1,0.12,,GiB,,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,asia-southeast1,0.11,,GiB,1024,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,asia-southeast1,0.085,,GiB,10240,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,australia-southeast1,0.19,,GiB,,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,australia-southeast1,0.18,,GiB,1024,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,australia-southeast1,0.15,,GiB,10240,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,europe-west1,0.12,,GiB,,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,europe-west1,0.11,,GiB,1024,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,europe-west1,0.085,,GiB,10240,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,europe-west2,0.12,,GiB,,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,europe-west2,0.11,,GiB,1024,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,europe-west2,0.085,,GiB,10240,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,europe-west3,0.12,,GiB,,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,europe-west3,0.11,,GiB,1024,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,europe-west3,0.085,,GiB,10240,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,europe-west4,0.12,,GiB,,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,europe-west4,0.11,,GiB,1024,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,europe-west4,0.085,,GiB,10240,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,southamerica-east1,0.19,,GiB,,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,southamerica-east1,0.18,,GiB,1024,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,southamerica-east1,0.15,,GiB,10240,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,us-central1,0.12,,GiB,,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,us-central1,0.11,,GiB,1024,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,us-central1,0.08,,GiB,10240,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,us-east1,0.12,,GiB,,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,us-east1,0.11,,GiB,1024,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,us-east1,0.08,,GiB,10240,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,us-west1,0.12,,GiB,,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,us-west1,0.11,,GiB,1024,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted
    price,gcp,network,egress,us-west1,0.08,,GiB,10240,,,2025-03-06,medium,Cyclenerd/google-cloud-pricing-cost-calculator@0166a59 pricing.yml,to most of the world; the first GiB a month from North America is free and counted

    """
}
