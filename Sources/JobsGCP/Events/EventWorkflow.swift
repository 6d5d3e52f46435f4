import JobsCore

/// The program of a workflow that starts a Cloud Run job for each message of its topics, as JSON, which Workflows reads like
/// YAML.
///
/// A push of Pub/Sub proves itself by an OIDC token (`PushConfig` of pubsub.v1, 20261027), `jobs.run` takes OAuth tokens alone
/// (run.v2, 20261031), and a trigger of Eventarc delivers to services, workflows and clusters (`Destination` of eventarc.v1,
/// 20261002). So Google starts jobs by a trigger and a workflow
/// (https://cloud.google.com/run/docs/triggering/invoke-jobs-with-workflows, 2026-11).
///
/// The job gets the event in the variables that `jobs-run event -` gives it. An event counts as delivered once the workflow has
/// begun, and is not delivered again where that fails (https://cloud.google.com/eventarc/docs/retry-events, 2026-11): the call of
/// the connector tries again by itself, and what fails for good goes to the topic for that, if there is one.
struct EventWorkflow {
  /// `projects/P/locations/R/jobs/N`.
  let job: String
  /// The whole names of topics for what fails, by the whole names of those from which it comes.
  let deadLetters: [String: String]

  /// The most letters of base64 that are 32,000 bytes or a byte more; a variable of Cloud Run takes 32,768 bytes
  /// (run.v2, 20261031, EnvVar.value).
  private static let longestData = 42_668

  /// Pretty, as people meet it in the console.
  var source: String {
    let steps = deadLetters.isEmpty ? start : guarded
    let main = Part.map([("params", .list([.text("event")])), ("steps", .list(steps))])
    return Part.map([("main", main)]).text + "\n"
  }

  // MARK: Steps

  private var start: [Part] {
    [
      step(
        "read",
        (
          "assign",
          .list([
            set("message", "${event.data.message}"), .map([("none", .map([]))]),
            set("data", #"${default(map.get(message, "data"), "")}"#),
            set("attributes", #"${default(map.get(message, "attributes"), none)}"#),
            set("orderingKey", #"${default(map.get(message, "orderingKey"), "")}"#),
            set("contentType", ""),
            .map([
              (
                "env",
                .list([
                  variable("ID", "${event.id}"), variable("SOURCE", "${event.source}"),
                  variable("TYPE", "${event.type}"),
                  variable("TIME", "${event.time}"),
                ])
              )
            ]),
          ])
        )),
      step("addSubject", when(#"${orderingKey != ""}"#, [add("subject", "SUBJECT", "${orderingKey}")])),
      step(
        "findContentType",
        (
          "for",
          .map([
            ("value", .text("name")), ("in", .text("${keys(attributes)}")),
            (
              "steps",
              .list([
                step(
                  "compareName",
                  when(
                    #"${text.to_lower(name) == "content-type"}"#,
                    [step("takeContentType", ("assign", .list([set("contentType", "${attributes[name]}")])))]))
              ])
            ),
          ])
        )),
      step("addContentType", when(#"${contentType != ""}"#, [add("type", "CONTENT_TYPE", "${contentType}")])),
      step(
        "addAttributes",
        when(
          "${len(attributes) > 0}", [add("texts", "ATTRIBUTES", "${json.encode_to_string(attributes)}")])),
      step(
        "checkData",
        when(
          "${len(data) > \(Self.longestData)}",
          [
            step(
              "refuseData", ("raise", .text("the data has more than 32000 bytes, which no variable of a job can hold")))
          ])),
      step("addData", when(#"${data != ""}"#, [add("payload", "DATA", "${text.decode(base64.decode(data))}")])),
      step(
        "start", ("call", .text("googleapis.run.v2.projects.locations.jobs.run")),
        (
          "args",
          .map([
            ("name", .text(job)),
            (
              "body",
              .map([
                (
                  "overrides",
                  .map([("containerOverrides", .list([.map([("env", .text("${env}"))])]))])
                )
              ])
            ),
            // What becomes of the run is Cloud Run's to know.
            ("connector_params", .map([("skip_polling", .flag(true))])),
          ])
        ), ("result", .text("operation"))),
      step("done", ("return", .text("${operation.name}"))),
    ]
  }

  /// The same, with what fails handed to the topic for that before the workflow fails.
  private var guarded: [Part] {
    let topics = deadLetters.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let choices = topics.map { topic, deadLetter in
      Part.map([
        ("condition", .text(#"${event.source == "//pubsub.googleapis.com/\#(topic)"}"#)),
        (
          "steps",
          .list([
            step(
              "publish", ("call", .text("googleapis.pubsub.v1.projects.topics.publish")),
              (
                "args",
                .map([
                  ("topic", .text(deadLetter)),
                  ("body", .map([("messages", .list([.text("${lost}")]))])),
                ])
              ))
          ])
        ),
      ])
    }
    return [
      step(
        "work", ("try", .map([("steps", .list(start))])),
        (
          "except",
          .map([
            ("as", .text("fault")),
            (
              "steps",
              .list([
                step("keep", ("assign", .list([.map([("lost", .map([]))])]))),
                copy("data"), copy("attributes"), copy("orderingKey"), step("hand", ("switch", .list(choices))),
                step("fail", ("raise", .text("${fault}"))),
              ])
            ),
          ])
        ))
    ]
  }

  // MARK: Parts

  private func step(_ name: String, _ entries: (String, Part)...) -> Part { .map([(name, .map(entries))]) }

  private func set(_ name: String, _ value: String) -> Part { .map([(name, .text(value))]) }

  private func when(_ condition: String, _ steps: [Part]) -> (String, Part) {
    ("switch", .list([.map([("condition", .text(condition)), ("steps", .list(steps))])]))
  }

  private func variable(_ name: String, _ value: String) -> Part {
    .map([("name", .text("JOBS_EVENT_\(name)")), ("value", .text(value))])
  }

  /// Adds a variable, by way of one of the workflow's own.
  private func add(_ own: String, _ name: String, _ value: String) -> Part {
    step(
      "add_\(own)",
      ("assign", .list([.map([(own, variable(name, value))]), set("env", "${list.concat(env, \(own))}")])))
  }

  /// Copies a part of the message that it may be without.
  private func copy(_ key: String) -> Part {
    step(
      "copy_\(key)",
      when(
        #"${map.get(event, ["data", "message", "\#(key)"]) != null}"#,
        [step("set_\(key)", ("assign", .list([set("lost.\(key)", "${event.data.message.\(key)}")])))]))
  }

  /// A document under construction.
  private indirect enum Part {
    case text(String)
    case flag(Bool)
    case list([Part])
    case map([(String, Part)])

    var text: String {
      var lines = ""
      write(to: &lines, indent: "")
      return lines
    }

    private func write(to text: inout String, indent: String) {
      let inner = indent + "  "
      switch self {
      case .text(let value):
        var json = JSONWriter()
        json.value(value)
        text += String(decoding: json.bytes, as: UTF8.self)
      case .flag(let value): text += value ? "true" : "false"
      case .list(let parts):
        text += "[\n"
        for (at, part) in parts.enumerated() {
          text += inner
          part.write(to: &text, indent: inner)
          text += at + 1 < parts.count ? ",\n" : "\n"
        }
        text += "\(indent)]"
      case .map(let entries):
        guard !entries.isEmpty else {
          text += "{}"
          return
        }
        text += "{\n"
        for (at, entry) in entries.enumerated() {
          text += inner
          Part.text(entry.0).write(to: &text, indent: inner)
          text += ": "
          entry.1.write(to: &text, indent: inner)
          text += at + 1 < entries.count ? ",\n" : "\n"
        }
        text += "\(indent)}"
      }
    }
  }
}
