import Testing

@testable import JobsAWS

@Suite struct XMLElementTests {
  @Test func `elements, text and the five entities are read; prefixes and attributes are passed over`() throws {
    let root = try XMLElement(
      Array(
        """
        \u{FEFF}<?xml version="1.0" encoding="UTF-8"?>
        <!-- about -->
        <a:Reply xmlns="x" xmlns:a='y>z'>
          <List><member><Name>one</Name></member><member/><other>x</other></List>
          <Text>&lt;&amp;&gt;&quot;&apos;&#65;&#x1F600;<![CDATA[<raw&]]> end</Text><Empty a="b" />
        </a:Reply>
        <?end?>
        """.utf8))
    #expect(root.name == "Reply" && root.members("List").count == 2)
    #expect(root.members("List").first?.text("Name") == "one")
    #expect(root.text("Text") == "<&>\"'A😀<raw& end")
    #expect(root["Empty"]?.text == "" && root["Nothing", "Deep"] == nil && root.members("Nothing").isEmpty)
  }

  @Test(
    arguments: [
      "", "x", "<a>", "<a></b>", "</a>", "<a></a><b/>", "<a/>x", "<a b></a>", "<a b=c></a>", "<a b='></a>",
      "<a b='1'c='2'/>", "<a>&nbsp;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#+65;</a>", "<a>& b</a>", "<a>&lt</a>",
      "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "<a><!DOCTYPE b></a>", "<a><!-- </a>", "<a><![CDATA[ </a>",
      "<![CDATA[x]]>", "< a/>", "<1/>", "<a:/>", "<a><b></a></b>",
    ]) func `what is no such document is refused`(text: String)
  {
    #expect(throws: XMLElement.SyntaxError.self) { try XMLElement(Array(text.utf8)) }
  }

  @Test func `nesting has a limit, and bytes have to be UTF-8`() throws {
    let nested = { (depth: Int) in
      Array((String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)).utf8)
    }
    #expect(try XMLElement(nested(64)).name == "a")
    #expect(throws: XMLElement.SyntaxError.self) { try XMLElement(nested(65)) }
    #expect(throws: XMLElement.SyntaxError.self) { try XMLElement(Array("<a>".utf8) + [0xFF] + Array("</a>".utf8)) }
  }
}
