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
    #expect(Tool.shell("cd q4 && sha256sum -c --quiet SHA256SUMS", in: folder).status == 0)
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

  /// A review that Grace decided and Zoe signed.
  private func close() {
    open()
    #expect(review("assign", "q4", "grace@a.example").status == 0)
    #expect(review("decide", "q4", "revoke", "--by", "grace@a.example", "--principal", "*").status == 0)
    #expect(
      review("decide", "q4", "limit", "--until", "2999-01-31", "--by", "grace@a.example", "--principal", "user:bob*")
        .status == 0)
    #expect(review("close", "q4", "--by", "zoe@a.example").status == 0)
    #expect(review("status", "q4").status == 0)
  }

  @Test(arguments: [
    "revoke.sh", "undo.sh", "summary.md", "decisions.csv", "decisions.json", "SHA256SUMS", "review.json",
    "population.ndjson", "acts.ndjson",
  ])
  func `a file of the evidence that was changed or removed is named`(file: String) {
    close()
    let text = folder.text(of: "q4/\(file)") ?? ""
    for change in [text + " ", text.replacing("grace", with: "mally").replacing("a", with: "b"), ""] {
      folder.write(change, to: "q4/\(file)")
      let found = review("status", "q4")
      let name = file.hasPrefix("population") ? "population" : file == "acts.ndjson" ? "acts" : file
      #expect(found.status == 2 && found.stderr.contains(name), "\(change.prefix(80)): \(found.stderr)")
    }
    folder.write(text, to: "q4/\(file)")
    #expect(review("status", "q4").status == 0)
    #expect(Tool.shell("rm q4/\(file)", in: folder).status == 0)
    #expect(review("status", "q4").status == 2)
  }

  @Test func `somebody who changes a file and its sum is found by what was signed`() {
    close()
    #expect(
      Tool.shell(
        "cd q4 && echo : >> revoke.sh && sha256sum [a-z]*[a-z] | grep -v items > S; mv S SHA256SUMS", in: folder
      ).status == 0)
    let found = review("status", "q4")
    #expect(found.status == 2 && found.stderr.contains("not what was signed: "), "\(found.stderr)")
    #expect(found.stderr.contains("SHA256SUMS"), "\(found.stderr)")
  }

  @Test func `acts that were cut off at the end are missed by the audit log`() {
    open()
    #expect(review("assign", "q4", "grace@a.example").status == 0)
    let before = folder.text(of: "q4/acts.ndjson") ?? ""
    #expect(review("decide", "q4", "revoke", "--by", "grace@a.example", "--principal", "*").status == 0)
    folder.write(before, to: "q4/acts.ndjson")
    for arguments in [["status", "q4"], ["assign", "q4", "zoe@a.example", "--principal", "*"]] {
      let found = audit.run(["review"] + arguments + ["--state", "state"], in: folder)
      #expect(found.status == 2 && found.stderr.contains("'review-decide' by "), "\(found.stderr)")
    }
    // Where there is no such log, that is said.
    let elsewhere = audit.run(["review", "status", "q4", "--state", "other"], in: folder)
    #expect(elsewhere.status == 0 && elsewhere.stderr.contains("has nothing of the review"), "\(elsewhere.stderr)")
    // So is a log that was cut off with them, or that something else is wrong with.
    let log = folder.text(of: "state/audit.log") ?? ""
    let lines = log.split(separator: "\n")
    for (text, words) in [
      (lines.dropLast().joined(separator: "\n") + "\n", "is not whole: line \(lines.count) should be there"),
      ("x\n" + log, nil), ("", "is not whole: line 1 should be there"),
    ] {
      folder.write(text, to: "state/audit.log")
      let found = review("status", "q4")
      #expect(
        found.status == (words == nil ? 2 : 0) && found.stderr.contains(words ?? "'review-decide' by "),
        "\(found.stderr)")
    }
  }

  @Test func `tables as spreadsheets save them are taken, and rows that were mixed up are not`() {
    open()
    #expect(review("assign", "q4", "grace@a.example").status == 0)
    let table = folder.text(of: "q4/for-grace@a.example.csv") ?? ""
    let lines = table.split(separator: "\r\n").map(String.init)
    let answers = [lines[0]] + lines.dropFirst().map { line in String(line.dropLast(2)) + "revoke,," }
    #expect(answers[1].hasSuffix(",grace@a.example,revoke,,"), "\(answers)")
    func decide(_ text: String, _ words: String? = nil) {
      folder.write(text, to: "answers.csv")
      let ran = review("decide", "q4", "--by", "Grace@a.example", "--from", "answers.csv")
      #expect(ran.status == (words == nil ? 0 : 2) && ran.stderr.contains(words ?? "3 decisions"), "\(ran.stderr)")
    }
    let text = answers.joined(separator: "\r\n") + "\r\n"
    decide(text)
    decide("\u{FEFF}" + text)
    decide(text.replacing("\r\n", with: "\n"))
    decide(text.replacing(",", with: ";"))
    decide(text.replacing(",", with: "\t"))
    decide(text.replacing("id,principal", with: "ID,Principal").replacing("revoke", with: " Revoke "))
    decide(text + ",,,,,,,,,\r\n\r\n")
    decide(text + answers[2] + "\r\n" + answers[1] + "\r\n")
    var mixed = answers.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    (mixed[1][0], mixed[2][0]) = (mixed[2][0], mixed[1][0])
    decide(mixed.map { $0.joined(separator: ",") }.joined(separator: "\n"), "line 2: 'r")
    decide(text + lines[1].dropLast(2) + "keep,,x\r\n", "line 5: 'r")
    decide(String(text.dropLast(20)), "line 4: the row has ")
    decide("r\u{0},x", "no column 'id'")
    decide(#"["keep"]"#, "line 1: a row is")
    decide(#"[{"id":"x","decision":["keep"]}]"#, "'decision' is")
    decide(#"[{"id":"x","Decision":"keep"}]"#, "a row has no 'Decision'")
    decide(#"[{"id":"x","decision":"keep"},{"id":"x","decision":{}}]"#, "'decision' is")
    #expect(folder.text(of: "q4/acts.ndjson")?.split(separator: "\n").count == 3 + 8 * 3)
  }

  @Test func `a folder, a link or nothing in the place of a file of a review is told, and so is what nobody may read`()
  {
    close()
    for file in ["review.json", "population.ndjson", "acts.ndjson"] {
      for (command, words) in [
        ("rm q4/F; mkdir q4/F", "'q4/F' is no file of a review"), ("rmdir q4/F; ln -s gone q4/F", "F"),
        ("rm q4/F; ln -s F q4/F", "cannot read 'F': too many levels"), ("rm q4/F; mkfifo q4/F", "'q4/F' is no file"),
        ("rm q4/F; head -c 100000 /dev/zero > q4/F", "q4"),
      ] {
        let text = "[ -e kept ] || cp q4/F kept; \(command)".replacing("F", with: file)
        #expect(Tool.shell(text, in: folder).status == 0)
        for verb in [["status", "q4"], ["assign", "q4", "eve@a.example"]] {
          let found = audit.run(["review"] + verb + ["--state", "state"], in: folder)
          let isSaid = found.stderr.contains(words.replacing("F", with: file)) || words == "F" && file == "acts.ndjson"
          #expect(found.status == 2 && isSaid, "\(command) \(file): \(found.status) \(found.stderr)")
        }
      }
      #expect(Tool.shell("rm -rf q4/\(file); mv kept q4/\(file)", in: folder).status == 0)
      #expect(review("status", "q4").status == 0)
    }
    let user = "setpriv --reuid=65534 --regid=65534 --clear-groups -- jobs-audit"
    guard Tool.shell("chmod 755 . && chmod -R a+rX q4 && \(user) --version", in: folder).status == 0 else { return }
    let read = Tool.shell("\(user) review status q4 --state state", in: folder)
    #expect(read.status == 0 && read.stderr.contains("cannot be read: permission denied"), "\(read.stderr)")
    #expect(Tool.shell("\(user) review assign q4 eve --state state", in: folder).status == 3)
    #expect(Tool.shell("chmod 600 q4/population.ndjson", in: folder).status == 0)
    let hidden = Tool.shell("\(user) review status q4 --state state", in: folder)
    #expect(
      hidden.status == 2 && hidden.stderr.contains("cannot read 'population.ndjson': permission denied"),
      "\(hidden.stderr)")
  }

  @Test func `no cell that anybody writes is taken for a formula, and it comes back as what it was`() {
    folder.write(
      #"{"bindings":[{"role":"roles/run.viewer","members":["user:a;=cmd@a.example","user:b\t@x@a.example"]}],"version":3}"#,
      to: "p.json")
    open()
    #expect(review("assign", "q4", "grace@a.example").status == 0)
    let table = folder.text(of: "q4/for-grace@a.example.csv") ?? ""
    #expect(table.contains("user:a;'=cmd@a.example") && table.contains("user:b\t'@x@a.example"), "\(table)")
    folder.write(table.replacing(",grace@a.example,,,", with: ",grace@a.example,keep,,=1+1"), to: "answers.csv")
    let decided = review("decide", "q4", "--by", "grace@a.example", "--from", "answers.csv")
    #expect(decided.status == 0 && decided.stderr.contains("2 decisions"), "\(decided.stderr)")
    #expect(review("close", "q4", "--by", "zoe@a.example").status == 0)
    for name in ["decisions.csv", "items.csv"] {
      let text = folder.text(of: "q4/\(name)") ?? "=cmd"
      #expect(!text.contains(";=") && !text.contains("\t@") && !text.contains(",="), "\(text)")
    }
    #expect(folder.text(of: "q4/decisions.json")?.contains(#""reason":"=1+1""#) == true)
  }

  @Test func `a tool that was killed while it opened a review is in nobody's way`() {
    for rest in ["mkdir q4", "mkdir q4; touch q4/.lock q4/population.ndjson q4/.jobs-1-0.tmp"] {
      #expect(Tool.shell("rm -rf q4; \(rest)", in: folder).status == 0)
      open()
      #expect(review("open", "q4", "p.json").stderr.contains("is there already"))
    }
    for mine in ["mkdir q5; touch q5/notes", "touch q5", "mkdir q5; touch q5/review.json"] {
      #expect(Tool.shell("rm -rf q5; \(mine)", in: folder).status == 0)
      let refused = review("open", "q5", "p.json", "--resource", "projects/p")
      #expect(refused.status == 2 && refused.stderr.contains("is there already"), "\(refused.stderr)")
    }
  }

  @Test func `the commands go on where they stopped, and only what was done is taken back`() {
    close()
    // A stand-in that notes what it is asked, and refuses once.
    folder.write(
      "#!/bin/sh\necho \"$*\" >> ../asked\n[ ! -e ../refuse ] || case \"$*\" in *=cmd*) exit 1;; esac\n",
      to: "bin/gcloud")
    func run(_ script: String) -> (status: Int32, asked: [String]) {
      let ran = Tool.shell("chmod +x bin/gcloud; rm -f asked; PATH=$PWD/bin:$PATH sh q4/\(script)", in: folder)
      return (ran.status, (folder.text(of: "asked") ?? "").split(separator: "\n").map(String.init))
    }
    folder.write("", to: "refuse")
    let stopped = run("revoke.sh")
    #expect(stopped.status == 1 && stopped.asked.count == 2, "\(stopped)")
    #expect(Tool.shell("rm refuse", in: folder).status == 0)
    let rest = run("revoke.sh")
    #expect(rest.status == 0 && rest.asked.count == 3 && rest.asked[0].contains("=cmd"), "\(rest)")
    #expect(run("revoke.sh").asked.isEmpty)
    let back = run("undo.sh")
    #expect(back.status == 0 && back.asked.count == 4 && back.asked[0].contains("add-iam-policy-binding"), "\(back)")
    #expect(run("undo.sh").asked.isEmpty)
    #expect(review("status", "q4").status == 0)
  }

  @Test func `what is chosen is given, and of what fits theirs alone is decided`() {
    open()
    let items = (folder.text(of: "q4/items.csv") ?? "").split(separator: "\r\n").dropFirst().map { $0.prefix(17) }
    func given(_ arguments: String...) -> String {
      audit.run(["review", "assign", "q4"] + arguments + ["--state", "state"], in: folder).stderr
    }
    #expect(given("ada/../x", "--item", String(items[0])).contains("1 grant given to 'ada/../x'"))
    #expect(given("grace@a.example", "--principal", "user:bob*").contains("1 grant given"))
    #expect(given("zoe@a.example").contains("1 grant given to 'zoe@a.example'"))
    #expect(given("zoe@a.example").contains("all items are assigned"))
    #expect(given("zoe@a.example", "--on", "*/none").contains("no item of the review fits"))
    let long = String(repeating: "l", count: 300)
    #expect(given(long, "--item", String(items[0])).contains("1 grant given"))
    let tables = folder.names(in: "q4").filter { $0.hasPrefix("for-") && $0.hasSuffix(".csv") }
    #expect(
      tables.count == 4 && tables.contains("for-zoe@a.example.csv") && tables.allSatisfy { $0.utf8.count < 40 },
      "\(tables)")
    let mine = review("decide", "q4", "revoke", "--by", "grace@a.example", "--grant", "*")
    #expect(mine.status == 0 && mine.stderr.contains("1 decision of 'grace@a.example' noted"), "\(mine.stderr)")
    let others = review("decide", "q4", "keep", "--by", "grace@a.example", "--item", String(items[0]))
    #expect(others.status == 2 && others.stderr.contains("it is assigned to '\(long)'"), "\(others.stderr)")
    #expect(
      review("decide", "q4", "keep", "--by", "grace@a.example").stderr.contains("nothing says what is decided on"))
    #expect(
      review("decide", "q4", "keep", "--by", "eve", "--grant", "*").stderr.contains("no item that fits is assigned"))
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
      ("id,decision,until,reason\nx,,,\n", "decides nothing"), ("", "the table is empty"),
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
