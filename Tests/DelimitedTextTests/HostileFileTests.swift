// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Glibc
import Testing

/// Files that are no exports, or much more than one: a clear error or a clear table, and soon.
@Suite struct HostileFileTests {
  private func temporaryPath(_ name: String) -> String { "/tmp/kontor-hostile-\(getpid())-\(name)" }

  private func error(_ path: String) -> DelimitedTextError? {
    do throws(DelimitedTextError) {
      _ = try DelimitedTable(path: path, settings: FormatSettings())
      return nil
    } catch {
      return error
    }
  }

  @Test func refusesWhatIsNoFile() throws {
    let pipe = temporaryPath("pipe")
    try #require(unsafe mkfifo(pipe, 0o600) == 0)
    defer { unsafe unlink(pipe) }
    #expect(error(pipe) == .unreadable("nobody writes to this pipe"))
    #expect(error("/tmp") == .isDirectory)
    #expect(error("/dev/zero") == .unreadable("a device is no file"))
    #expect(error("/dev/null") == .empty)
    #expect(error(temporaryPath("gone")) == .notFound)
    #expect(error("/dev/null/gone") == .notFound)
  }

  @Test func readsAPipeThatIsWrittenTo() throws {
    let pipe = temporaryPath("written")
    try #require(unsafe mkfifo(pipe, 0o600) == 0)
    defer { unsafe unlink(pipe) }
    let writer = unsafe open(pipe, O_RDWR)
    try #require(writer >= 0)
    let text = Array("Kunde;Umsatz\nA;1\n".utf8)
    #expect(unsafe write(writer, text, text.count) == text.count)
    // The reader has to be there before the last writer leaves, or the text is gone.
    let reader = unsafe open(pipe, O_RDONLY | O_NONBLOCK)
    close(writer)
    defer { close(reader) }
    #expect(error(pipe) == nil)
  }

  @Test func refusesNulsWhereverTheyStand() {
    func read(_ bytes: [UInt8]) -> DelimitedTextError? {
      do throws(DelimitedTextError) {
        _ = try DelimitedTable(bytes: bytes, settings: FormatSettings())
        return nil
      } catch {
        return error
      }
    }
    #expect(read(Array(repeating: 0, count: 1 << 16)) == .binary(offset: 0))
    #expect(read(Array("Kunde;Umsatz\nA;1\n".utf8) + [0]) == .binary(offset: 17))
  }

  @Test(arguments: [1 << 17, (1 << 17) + 1])
  func readsOneLineOfQuotes(_ count: Int) throws {
    let line = String(repeating: "\"", count: count)
    let found = try table("a;b\n" + line) { $0.headerRow = 1 }
    #expect(found.rows.count == 1)
    #expect(found.rows[0].isMalformed == !count.isMultiple(of: 2))
  }

  @Test func readsAHeaderOfAHundredThousandColumns() throws {
    let names = (0..<100_000).map { "c\($0)" }
    let found = try table(
      names.joined(separator: ";") + "\n" + String(repeating: "7;", count: 99_999) + "7\n"
    )
    #expect(found.header == names)
    #expect(found.data[0].count == 100_000)
  }
}
