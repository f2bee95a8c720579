import Testing

@Suite struct CyclePerformancePlaceholderTests {
  @Test func builds() {}
}
