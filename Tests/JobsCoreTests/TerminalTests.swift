import Glibc
import JobsCore
import Testing

@Suite("What a terminal can show")
struct TerminalTests {
  @Test(
    "Text from outside cannot act on a terminal",
    arguments: [
      ("plain é 😀\ttab", "plain é 😀\ttab"), ("", ""), ("a\nb\r", "a\\nb\\r"), ("\u{1B}[31mred", "\\u{1b}[31mred"),
      ("\u{0}\u{7}\u{8}", "\\u{0}\\u{7}\\u{8}"), ("\u{7F}\u{9B}31m", "\\u{7f}\\u{9b}31m"),
      ("\u{202E}gpj.exe", "\\u{202e}gpj.exe"),
      ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"), ("\u{200F}\u{61C}", "\\u{200f}\\u{61c}"), ("\u{2028}", "\\u{2028}"),
      ("\r\n", "\\r\\n"),
    ])
  func visible(_ text: String, _ shown: String) {
    #expect(Terminal.visible(text) == shown)
  }

  @Test(
    "Colour follows the choice, then the environment",
    arguments: [
      (Terminal.ColorChoice.always, [:], true), (.always, ["NO_COLOR": "1"], true), (.never, [:], false),
      (.auto, [:], false),
      (.auto, ["TERM": "xterm"], false),
    ])
  func color(_ choice: Terminal.ColorChoice, _ environment: [String: String], _ expected: Bool) throws {
    let fd = open("/dev/null", O_WRONLY)
    defer { close(fd) }
    let terminal = Terminal.describing(fd, color: choice, environment: environment)
    #expect(terminal.usesColor == expected)
    #expect(!terminal.isTerminal)
    #expect(terminal.styled("x", .red) == (expected ? "\u{1B}[1;31mx\u{1B}[0m" : "x"))
  }

  @Test("On a terminal colour is the default, unless NO_COLOR or a dumb terminal says no; the width is its own")
  func pseudoTerminal() throws {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    try #require(master >= 0)
    defer { close(master) }
    // TIOCSPTLCK and TIOCGPTN of <asm-generic/ioctls.h>, which Swift does not import.
    var (lock, number): (Int32, Int32) = (0, -1)
    #expect(ioctl(master, 0x4004_5431, &lock) == 0)
    #expect(ioctl(master, 0x8004_5430, &number) == 0)
    let side = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    try #require(side >= 0)
    defer { close(side) }
    var size = winsize(ws_row: 24, ws_col: 132, ws_xpixel: 0, ws_ypixel: 0)
    #expect(ioctl(side, UInt(TIOCSWINSZ), &size) == 0)
    let plain = Terminal.describing(side, color: .auto, environment: [:])
    #expect(plain.isTerminal && plain.usesColor && plain.width == 132)
    #expect(!Terminal.describing(side, color: .auto, environment: ["NO_COLOR": "1"]).usesColor)
    #expect(Terminal.describing(side, color: .auto, environment: ["NO_COLOR": ""]).usesColor)
    #expect(!Terminal.describing(side, color: .auto, environment: ["TERM": "dumb"]).usesColor)
    #expect(Terminal.describing(side, color: .auto, environment: ["COLUMNS": "60"]).width == 60)
    #expect(Terminal.describing(side, color: .auto, environment: ["COLUMNS": "-1"]).width == 132)
  }

  @Test(
    "Frames go beyond ASCII only in a UTF-8 locale, the first variable that is set deciding",
    arguments: [
      ([:], false), (["LANG": "en_US.UTF-8"], true), (["LANG": "de_DE.utf8"], true), (["LANG": "C"], false),
      (["LC_ALL": "C", "LANG": "en_US.UTF-8"], false), (["LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LANG": "C"], true),
    ] as [([String: String], Bool)])
  func unicode(_ environment: [String: String], _ expected: Bool) {
    #expect(Terminal.describing(-1, color: .auto, environment: environment).usesUnicode == expected)
  }
}
