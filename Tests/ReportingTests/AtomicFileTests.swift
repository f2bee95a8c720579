// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import FoundationEssentials
import Testing

@testable import Reporting

@Suite struct AtomicFileTests {
  /// Runs `body` with a fresh folder, which is taken away afterwards.
  private func withFolder(_ name: String, _ body: (String) throws -> Void) throws {
    let manager = FileManager.default
    let folder =
      "\(manager.temporaryDirectory.path)/kontor-\(name)-\(ProcessInfo.processInfo.processIdentifier)"
    try? manager.removeItem(atPath: folder)
    try AtomicFile.makeFolder(folder)
    defer { try? manager.removeItem(atPath: folder) }
    try body(folder)
  }

  private static func fail(
    _ failure: AtomicFile.Failure,
    writing path: String
  ) throws(AtomicFile.Failure) {
    try AtomicFile.write(to: path) { out throws(AtomicFile.Failure) in
      out.text.append("half a file")
      throw failure
    }
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func writesAndReplacesWholeFiles() throws {
    try withFolder("write") { folder in
      let path = "\(folder)/a.csv"
      for bytes in [[1, 2, 3], [], [UInt8](repeating: 7, count: 1 << 20)] as [[UInt8]] {
        try AtomicFile.write(bytes, to: path)
        #expect(FileManager.default.contents(atPath: path).map { [UInt8]($0) } == bytes)
      }
      #expect(try names(in: folder) == ["a.csv"])
    }
  }

  @Test func writesLargeFilesPieceByPiece() throws {
    try withFolder("pieces") { folder in
      let line = Array("0123456789abcdef,0123456789abcdef\n".utf8)
      try AtomicFile.write(to: "\(folder)/a.csv") { out throws(AtomicFile.Failure) in
        for _ in 0..<10_000 {
          out.text.append(line)
          out.drain()
        }
        #expect(out.text.count < 1 << 20, "what was handed over is gone")
      }
      let found = FileManager.default.contents(atPath: "\(folder)/a.csv").map { [UInt8]($0) }
      #expect(found == Array(repeatElement(line, count: 10_000).joined()))
    }
  }

  @Test func leavesNothingBehindWhenWhatItHoldsFails() throws {
    try withFolder("inner") { folder in
      let failure = AtomicFile.Failure(path: "b", reason: "no")
      #expect(throws: failure) {
        try Self.fail(failure, writing: "\(folder)/a.csv")
      }
      let left = try names(in: folder)
      #expect(left.isEmpty)
    }
  }

  @Test func leavesNothingBehindWhenItFails() throws {
    try withFolder("fail") { folder in
      try AtomicFile.makeFolder("\(folder)/a.csv/deep")
      let error = #expect(throws: AtomicFile.Failure.self) {
        try AtomicFile.write([1], to: "\(folder)/a.csv")
      }
      #expect(error?.path == "\(folder)/a.csv")
      #expect(error?.reason.isEmpty == false)
      #expect(try names(in: folder) == ["a.csv"])
      #expect(throws: AtomicFile.Failure.self) {
        try AtomicFile.write([1], to: "\(folder)/missing/b.csv")
      }
      #expect(try names(in: folder) == ["a.csv"])
    }
  }

  @Test func makesFoldersButNotOverFiles() throws {
    try withFolder("folders") { folder in
      try AtomicFile.makeFolder("\(folder)/x/y/z")
      try AtomicFile.makeFolder("\(folder)/x/y/z/")
      #expect(try names(in: "\(folder)/x/y") == ["z"])
      try AtomicFile.write([1], to: "\(folder)/file")
      for path in ["\(folder)/file", "\(folder)/file/below"] {
        #expect(throws: AtomicFile.Failure.self) { try AtomicFile.makeFolder(path) }
      }
      #expect(FileManager.default.contents(atPath: "\(folder)/file").map { [UInt8]($0) } == [1])
    }
  }
}
