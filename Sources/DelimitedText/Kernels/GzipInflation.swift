// SPDX-License-Identifier: Apache-2.0
import CZlib

/// Unpacks gzip files, as RFC 1952 defines them, through zlib.
package enum GzipInflation {
  /// So many bytes may come out of any file.
  private static let leastLimit = 256 << 20
  /// And so many for each byte that goes in: text shrinks to a tenth, constant rows to a hundredth.
  private static let largestRatio = 200
  private static let chunkSize = 1 << 20

  /// Whether bytes begin as gzip files do.
  package static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

  /// The most bytes that a file of so many bytes may unpack to.
  package static func limit(forCompressed count: Int) -> Int {
    max(leastLimit, count.multipliedReportingOverflow(by: largestRatio).partialValue)
  }

  /// The unpacked bytes of all members of a gzip file.
  ///
  /// - Throws: `damagedGzip` for bytes that are no gzip, end early or fail their check sum;
  ///   `gzipTooLarge` when more than `limit` bytes would come out.
  /// - Complexity: O(size of the result); memory never exceeds the limit by more than one chunk.
  package static func inflated(
    _ compressed: [UInt8],
    limit: Int
  ) throws(DelimitedTextError) -> [UInt8] {
    var result: [UInt8] = []
    var consumed = 0
    repeat {
      consumed += try inflateMember(compressed, from: consumed, limit: limit, into: &result)
    } while consumed < compressed.count && compressed[consumed...].contains { $0 != 0 }
    return result
  }

  /// Appends one member; the result is how many bytes it took.
  private static func inflateMember(
    _ compressed: [UInt8],
    from start: Int,
    limit: Int,
    into result: inout [UInt8]
  ) throws(DelimitedTextError) -> Int {
    var stream = unsafe z_stream()
    guard unsafe kontor_inflate_gzip_init(&stream) == Z_OK else { throw .damagedGzip }
    defer { unsafe inflateEnd(&stream) }
    var input = start
    while true {
      let step = unsafe inflateChunk(&stream, compressed, from: input)
      input += step.taken
      result.append(contentsOf: step.output)
      if result.count > limit { throw .gzipTooLarge(limit: limit) }
      if step.status == Z_STREAM_END { return input - start }
      let isStuck = step.taken == 0 && step.output.isEmpty
      guard step.status == Z_OK, !isStuck else { throw .damagedGzip }
    }
  }

  private static func inflateChunk(
    _ stream: inout z_stream,
    _ compressed: [UInt8],
    from start: Int
  ) -> (status: Int32, taken: Int, output: [UInt8]) {
    var input = Array(compressed[start..<min(compressed.count, start + chunkSize)])
    let offered = input.count
    var status = Z_OK
    let output = unsafe [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, count in
      unsafe input.withUnsafeMutableBufferPointer { bytes in
        unsafe stream.next_in = bytes.baseAddress
        unsafe stream.avail_in = UInt32(bytes.count)
        unsafe stream.next_out = buffer.baseAddress
        unsafe stream.avail_out = UInt32(buffer.count)
        status = unsafe inflate(&stream, Z_NO_FLUSH)
      }
      count = unsafe buffer.count - Int(stream.avail_out)
    }
    return (status, offered - Int(unsafe stream.avail_in), output)
  }
}
