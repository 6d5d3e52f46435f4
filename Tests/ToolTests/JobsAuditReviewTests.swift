import TestSupport
import Testing

private let audit = Tool("jobs-audit")

@Suite struct JobsAuditReviewTests {
  private let folder = ToolFolder()

  init() {
    folder.write(
      #"{"bindings":[{"role":"roles/run.viewer","members":["user:=cmd@a.example","user:bob@a.example","deleted:user:old@a.example?uid=1"]}],"etag":"x","version":3}"#,
      to: "p.json")
  }

  private func review(_ arguments: String...) -> ToolRun {
    audit.run(["review"] + arguments + ["--state", "state"], in: folder)
  }

  private func open() {
    let opened = review("open", "q4", "p.json", "--resource", "projects/p", "--due", "2999-01-01")
    #expect(opened.status == 0, "\(opened.stderr)")
  }

  @Test func `a review goes from its population to commands and their inverse, and every act is in the log`() {
    open()
    #expect(folder.text(of: "q4/items.csv")?.contains(",user:=cmd@a.example,") == true)
    #expect(review("assign", "q4", "bob@a.example").stderr.contains("2 grants given to 'bob@a.example'; 1 left out"))
    #expect(review("assign", "q4", "grace@a.example").status == 0)
    let table = folder.text(of: "q4/for-bob@a.example.csv") ?? ""
    let lines = table.split(separator: "\r\n").map(String.init)
    #expect(
      lines.count == 3 && lines[0] == "id,principal,grant,resource,condition,marks,reviewer,decision,until,reason")
    // As a spreadsheet gives it back: one keep with a reason, one limit.
    let answers = lines.map { line -> String in
      if line.hasPrefix("id,") { return line }
      let id = line.prefix { $0 != "," }
      return line.contains("deleted:") ? "\(id),,,,,,,revoke,," : "\(id),,,,,,,limit,2999-06-30,until the move"
    }
    folder.write(answers.joined(separator: "\r\n") + "\r\n", to: "answers.csv")
    let decided = review("decide", "q4", "--by", "bob@a.example", "--from", "answers.csv")
    #expect(decided.status == 0, "\(decided.stderr)")
    #expect(review("close", "q4", "--by", "zoe@a.example").stderr.contains("1 item is not decided"))
    let kept = review("decide", "q4", "keep", "--by", "grace@a.example", "--principal", "user:bob@*")
    #expect(kept.status == 0, "\(kept.stderr)")
    #expect(review("close", "q4", "--by", "grace@a.example").status == 2)
    let closed = review("close", "q4", "--by", "zoe@a.example")
    #expect(
      closed.status == 0 && closed.records("review-result").first?.contains(#""keep":1,"revoke":1,"limit":1"#) == true)
    let script = folder.text(of: "q4/revoke.sh") ?? ""
    #expect(
      script.contains(
        "remove-iam-policy-binding p --member='deleted:user:old@a.example?uid=1' --role=roles/run.viewer"),
      "\(script)")
    #expect(script.contains("2999-06-30T00:00:00Z"))
    #expect(folder.text(of: "q4/undo.sh")?.contains("add-iam-policy-binding") == true)
    #expect(
      Tool.shell("cd q4 && sha256sum -c --quiet SHA256SUMS && sh -n revoke.sh && sh -n undo.sh", in: folder).status == 0
    )
    #expect(review("decide", "q4", "revoke", "--by", "bob@a.example", "--grant", "*").stderr.contains("was signed off"))
    let log = audit.run(["log", "show", "--state", "state", "-o", "ndjson"], in: folder)
    let acts = ["open", "assign", "decide", "close"].map { #""action":"review-\#($0)""# }
    #expect(acts.allSatisfy(log.stdout.contains))
    #expect(audit.run(["log", "verify", "--state", "state"], in: folder).status == 0)
  }

  @Test func `what was changed behind the tool's back is refused`() {
    open()
    #expect(review("assign", "q4", "grace@a.example").status == 0)
    #expect(review("status", "q4").status == 0)
    let acts = folder.text(of: "q4/acts.ndjson") ?? ""
    folder.write(acts.replacing("grace", with: "mally"), to: "q4/acts.ndjson")
    #expect(review("status", "q4").stderr.contains("line 1 is not what was written there"))
    folder.write(acts, to: "q4/acts.ndjson")
    folder.write("", to: "q4/population.ndjson")
    #expect(review("status", "q4").stderr.contains("was changed since it was opened"))
    #expect(review("status", "nothing").status == 2)
  }

  @Test func `wrong use is 2, and leaves the review as it was`() {
    open()
    #expect(review("open", "q4", "p.json").stderr.contains("is there already"))
    #expect(review("assign", "q4", "grace@a.example").status == 0)
    let before = folder.text(of: "q4/acts.ndjson")
    for (text, words) in [
      ("id,decision\nx,keep\n", "there is no column 'until'"),
      ("id,decision,until,reason\nx,keep,,\n", "has no item 'x'"),
      ("id,decision,until,reason\nx,perhaps,,\n", "line 2: 'perhaps' is none of keep, revoke and limit"),
      ("id,decision,until,reason\nx,limit,,\n", "'limit' takes a day"),
      ("id,decision,until,reason\nx,,,\n", "decides nothing"),
      (#"[{"decision":"keep"}]"#, "line 1: a decision is on no item"), ("[", "no JSON"),
    ] {
      folder.write(text, to: "answers")
      let refused = review("decide", "q4", "--by", "grace@a.example", "--from", "answers")
      #expect(refused.status == 2 && refused.stderr.contains(words), "\(text): \(refused.stderr)")
    }
    #expect(review("decide", "q4", "keep", "--by", "grace@a.example").status == 2)
    #expect(folder.text(of: "q4/acts.ndjson") == before)
    folder.write("{}", to: "other.json")
    #expect(review("open", "q5", "p.json", "other.json").status == 2)
    #expect(folder.text(of: "q5/review.json") == nil)
  }

  @Test func `a review that is overdue is 1, and its rows are a table`() {
    #expect(review("open", "old", "p.json", "--due", "2020-01-01").status == 0)
    #expect(review("status", "old").status == 1)
    let rows = review("status", "old", "-o", "csv")
    #expect(rows.stdout.hasPrefix("id,principal,") && rows.stdout.split(separator: "\r\n").count == 4)
    #expect(review("status", "old", "-o", "human").stdout.contains("due 2020-01-01: OVERDUE"))
  }
}
