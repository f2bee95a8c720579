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
  /// - Complexity: O(size of the result); memory as ``ByteSpill`` bounds it.
  package static func inflated(
    _ compressed: FileContent,
    limit: Int
  ) throws(DelimitedTextError) -> FileContent {
    var result = ByteSpill()
    var consumed = 0
    repeat {
      consumed += try inflateMember(compressed, from: consumed, limit: limit, into: &result)
    } while hasMore(compressed, from: consumed)
    return result.content()
  }

  /// Whether anything but padding follows.
  private static func hasMore(_ compressed: FileContent, from start: Int) -> Bool {
    stride(from: start, to: compressed.count, by: chunkSize).contains { offset in
      compressed.bytes(offset..<offset + chunkSize).contains { $0 != 0 }
    }
  }

  /// Appends one member; the result is how many bytes it took.
  private static func inflateMember(
    _ compressed: FileContent,
    from start: Int,
    limit: Int,
    into result: inout ByteSpill
  ) throws(DelimitedTextError) -> Int {
    var stream = unsafe z_stream()
    guard unsafe kontor_inflate_gzip_init(&stream) == Z_OK else { throw .damagedGzip }
    defer { unsafe inflateEnd(&stream) }
    var input = start
    while true {
      let step = unsafe inflateChunk(&stream, compressed, from: input)
      input += step.taken
      result.append(step.output)
      if result.count > limit { throw .gzipTooLarge(limit: limit) }
      if step.status == Z_STREAM_END { return input - start }
      let isStuck = step.taken == 0 && step.output.isEmpty
      guard step.status == Z_OK, !isStuck else { throw .damagedGzip }
    }
  }

  private static func inflateChunk(
    _ stream: inout z_stream,
    _ compressed: FileContent,
    from start: Int
  ) -> (status: Int32, taken: Int, output: [UInt8]) {
    var input = compressed.bytes(start..<start + chunkSize)
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
