import Testing

@Suite struct SelectionPlaceholderTests {
  @Test func builds() {}
}
