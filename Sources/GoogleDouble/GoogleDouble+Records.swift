import JobsCore

extension GoogleDouble {
  /// The records that say where everything is: one an endpoint, and at last that all of them answer.
  ///
  /// - Parameter credentials: the path of the file with credentials, if one was written.
  package func records(process: Int32, credentials: String?) -> [UInt8] {
    var writer = JSONWriter()
    for endpoint in endpoints {
      writer.beginObject()
      writer.member("type", "endpoint")
      writer.member("name", endpoint.name)
      writer.member("port", Int(endpoint.port))
      writer.member("url", endpoint.url)
      if let variable = endpoint.variable {
        writer.member("variable", variable)
        writer.member("setting", endpoint.setting)
      }
      writer.endObject()
      writer.newline()
    }
    if let credentials {
      writer.beginObject()
      writer.member("type", "credentials")
      writer.member("path", credentials)
      writer.member("variable", "GOOGLE_APPLICATION_CREDENTIALS")
      writer.member("setting", credentials)
      writer.endObject()
      writer.newline()
    }
    writer.beginObject()
    writer.member("type", "ready")
    writer.member("pid", Int(process))
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
