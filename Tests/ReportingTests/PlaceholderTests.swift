import Testing

@Suite struct ReportingPlaceholderTests {
  @Test func builds() {}
}
