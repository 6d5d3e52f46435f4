import JobsCore

/// Text as HTML and SVG have it.
package enum HTMLText {
  /// A text in which nothing means anything to HTML, within elements and within attributes in quotes; what no eye sees is
  /// made visible.
  package static func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in Terminal.visible(text).unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
