// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@Suite struct StyleTests {
  private func decide(
    _ cells: [String],
    beside others: [String] = [],
    _ configure: (inout FormatSettings) -> Void = { _ in }
  ) throws -> NumberStyleDecision {
    var settings = FormatSettings()
    configure(&settings)
    let rows = cells.indices.map { row in
      "\(cells[row])|\(row < others.count ? others[row] : "")|x\n"
    }
    let table = try table("a|b|c\n" + rows.joined()) { $0.delimiter = UInt8(ascii: "|") }
    return table.numberStyle(ofColumn: 0, settings: settings)
  }

  @Test(arguments: [
    (["1.234,56"], NumberStyle.comma), (["1,234.56"], .point), (["12,5"], .comma),
    (["12.5"], .point), (["1.234.567"], .comma), (["1,234,567"], .point), (["0,125"], .comma),
    (["0.125"], .point), (["1234,567"], .comma), ([",567"], .comma), (["1'234.5"], .point),
    (["1’234,50"], .comma), (["1 234,5"], .comma), (["1.234", "12,5"], .comma),
    (["1.234", "12.5"], .point), (["1.234", "", "n. b.", "(1.234,00)"], .comma),
    (["1.234,00-"], .comma), (["€ 1,234.00"], .point), (["12,5 %"], .comma),
    (["1,2E+06"], .comma), (["1,5", "2,5", "3.5"], .comma), (["1.234E+05"], .point),
  ])
  func decidesByTheCellsOfTheColumn(_ cells: [String], _ style: NumberStyle) throws {
    let decision = try decide(cells)
    if cells == ["1.234E+05"] {
      #expect(decision == .ambiguous(line: 2, text: "1.234E+05"))
    } else {
      #expect(decision == .decided(style), "\(cells)")
    }
  }

  @Test func asksWhereNothingDecides() throws {
    #expect(try decide(["1.234", "5.678"]) == .ambiguous(line: 2, text: "1.234"))
    #expect(try decide(["12", "1,234"]) == .ambiguous(line: 3, text: "1,234"))
    #expect(try decide(["12,5", "12.5"]) == .ambiguous(line: 3, text: "12.5"))
    #expect(try decide(["1.234"], beside: ["17"]) == .ambiguous(line: 2, text: "1.234"))
  }

  @Test func takesTheStyleOfTheOtherColumns() throws {
    #expect(try decide(["1.234"], beside: ["12,5"]) == .decided(.comma))
    #expect(try decide(["1.234"], beside: ["12.5"]) == .decided(.point))
    #expect(try decide(["5"], beside: ["12,5"]) == .noEvidence(.point))
    #expect(try decide(["5", ""]) == .noEvidence(.point))
    #expect(
      try decide(["1.234", "7"], beside: ["001.2026", "002.2026"])
        == .ambiguous(line: 2, text: "1.234")
    )
    #expect(
      try decide(["1.234", "7", "8"], beside: ["text", "more text", "1,5"])
        == .ambiguous(line: 2, text: "1.234")
    )
    #expect(
      try decide(["12.5", "12,5"], beside: ["1,5", "2,5"])
        == .ambiguous(line: 3, text: "12,5")
    )
  }

  @Test func obeysTheSettings() throws {
    #expect(try decide(["12.5"]) { $0.decimal = .comma } == .decided(.comma))
    #expect(try decide(["1.234"]) { $0.grouping = .point } == .decided(.comma))
    #expect(try decide(["1.234"]) { $0.grouping = .comma } == .decided(.point))
    let swiss = NumberStyle(decimal: .point, grouping: .apostrophe)
    #expect(try decide(["1.234"]) { $0.grouping = .apostrophe } == .decided(swiss))
    #expect(
      try decide(["1"]) {
        $0.decimal = .comma
        $0.grouping = .comma
      } == .decided(.comma)
    )
  }

  @Test func looksBeyondTheFirstRows() throws {
    let cells = [String](repeating: "1.234", count: 3000) + ["1,5"]
    #expect(try decide(cells) == .decided(.comma))
  }

  @Test func decidesSeveralColumnsAtOnce() throws {
    let table = try table("a;b;c\n1,5;7;1.234\n2,5;8;5.678\n")
    #expect(
      table.numberStyles(ofColumns: [0, 1, 2], settings: FormatSettings())
        == [.decided(.comma), .noEvidence(.comma), .decided(.comma)]
    )
    #expect(table.numberStyles(ofColumns: [], settings: FormatSettings()).isEmpty)
    #expect(table.numberStyle(ofColumn: 99, settings: FormatSettings()) == .noEvidence(.point))
  }

  @Test(arguments: [
    (["1/31/2025"], DateOrder.monthFirst), (["31/1/2025"], .dayFirst), (["31-01-2025"], .dayFirst),
    (["1/2/2025", "1/31/2025 0:00"], .monthFirst), (["1.2.2025"], .dayFirst),
    (["2025-01-02"], .dayFirst), (["1/1/2025"], .dayFirst), (["", "x"], .dayFirst),
    (["31/1/2025", "30/1/2025", "1/31/2025"], .dayFirst),
  ])
  func decidesTheOrderOfDayAndMonth(_ cells: [String], _ order: DateOrder) throws {
    let table = try table("a;b\n" + cells.map { "\($0);x\n" }.joined())
    #expect(
      table.dateStyle(ofColumn: 0, settings: FormatSettings())
        == .decided(DateStyle(order: order)),
      "\(cells)"
    )
  }

  @Test func asksForTheOrderOfDayAndMonth() throws {
    let open = try table("a;b\n1/1/2025;x\n1/2/2025;x\n")
    #expect(
      open.dateStyle(ofColumn: 0, settings: FormatSettings())
        == .ambiguous(line: 3, text: "1/2/2025")
    )
    var settings = FormatSettings()
    settings.dateOrder = .monthFirst
    #expect(
      open.dateStyle(ofColumn: 0, settings: settings) == .decided(DateStyle(order: .monthFirst))
    )
    let draw = try table("a;b\n31/1/2025;x\n1/31/2025;x\n")
    #expect(
      draw.dateStyle(ofColumn: 0, settings: FormatSettings())
        == .ambiguous(line: 3, text: "1/31/2025")
    )
  }
}
