import JobsCore

extension GoogleDouble {
  /// The records that say where everything is: one an endpoint, and at last that all of them answer.
  ///
  /// - Parameter credentials: the path of the file with credentials, if one was written.
  package func records(process: Int32, credentials: String?) -> [UInt8] {
    var writer = JSONWriter()
    for endpoint in endpoints {
      writer.beginObject()
      writer.key("type")
      writer.value("endpoint")
      writer.key("name")
      writer.value(endpoint.name)
      writer.key("port")
      writer.value(Int(endpoint.port))
      writer.key("url")
      writer.value(endpoint.url)
      if let variable = endpoint.variable {
        writer.key("variable")
        writer.value(variable)
        writer.key("setting")
        writer.value(endpoint.setting)
      }
      writer.endObject()
      writer.newline()
    }
    if let credentials {
      writer.beginObject()
      writer.key("type")
      writer.value("credentials")
      writer.key("path")
      writer.value(credentials)
      writer.key("variable")
      writer.value("GOOGLE_APPLICATION_CREDENTIALS")
      writer.key("setting")
      writer.value(credentials)
      writer.endObject()
      writer.newline()
    }
    writer.beginObject()
    writer.key("type")
    writer.value("ready")
    writer.key("pid")
    writer.value(Int(process))
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  /// What a user pastes into another shell, with comments that say what else there is.
  ///
  /// - Parameters:
  ///   - process: what is to be ended in the end.
  ///   - credentials: the path of the file with credentials, if one was written.
  package func exports(process: Int32, credentials: String?) -> String {
    var lines = [
      "# Google's APIs are doubled on this host until this is interrupted, by Ctrl-C or 'kill \(process)'.",
      "# In another shell:",
    ]
    lines += endpoints.compactMap { endpoint in endpoint.variable.map { "export \($0)='\(endpoint.setting)'" } }
    if let credentials { lines.append("export GOOGLE_APPLICATION_CREDENTIALS='\(credentials)'") }
    if let proxy = endpoint("proxy"), endpoint("run") != nil {
      lines += [
        "# gcloud puts regions before the host of Cloud Run, and so needs the proxy beside '--no-tokens':",
        "#   export CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN=http://run.googleapis.com/",
        "#   export CLOUDSDK_PROXY_TYPE=http CLOUDSDK_PROXY_ADDRESS=127.0.0.1 CLOUDSDK_PROXY_PORT=\(proxy.port)",
      ]
    }
    if let control = endpoint("control") {
      lines += [
        "# What happened, and what is to go wrong next; 'google-double --help' lists the rest:",
        "#   curl \(control.url)_requests",
        "#   curl -d '{\"code\":429,\"times\":3,\"match\":\"run.*\"}' \(control.url)_fault",
      ]
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
