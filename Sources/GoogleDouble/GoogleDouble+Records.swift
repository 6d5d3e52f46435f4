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

  /// The variables as a shell reads them, one `export` a line.
  package func exports(credentials: String?) -> String {
    var lines = endpoints.compactMap { endpoint in
      endpoint.variable.map { "export \($0)='\(endpoint.setting)'" }
    }
    if let credentials { lines.append("export GOOGLE_APPLICATION_CREDENTIALS='\(credentials)'") }
    return lines.map { $0 + "\n" }.joined()
  }
}
