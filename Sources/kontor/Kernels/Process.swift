// SPDX-License-Identifier: Apache-2.0
import CAllocator
import Glibc

/// A standard stream of the process.
enum Stream: Int32 {
  case output = 1
  case error = 2

  /// Whether a person is likely to read along.
  var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Writes all bytes; a reader that went away is no error of ours.
  func write(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let written = unsafe Glibc.write(
          rawValue,
          buffer.baseAddress.map { unsafe $0 + offset },
          buffer.count - offset
        )
        guard written > 0 else { return }
        offset += written
      }
    }
  }
}

/// The environment of the process; no report depends on it.
enum Environment {
  /// The value of a variable, nil when it is unset or empty.
  static func value(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// The folder that relative paths start at.
enum WorkingFolder {
  /// Its absolute path, the root where it cannot be found out.
  static var path: String {
    guard let text = unsafe getcwd(nil, 0) else { return "/" }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }
}

/// How libraries work for the command alone.
enum LibrarySettings {
  /// One BLAS thread, and an allocator that keeps what is freed; what the user has set stays.
  ///
  /// OpenBLAS reads its variable when it is opened, which is at its first use: its threads would
  /// spin, and cost a short run as much processor time as its own work. Arrays of up to 32 MB stand
  /// in the heap, which keeps half a gigabyte of what is freed: memory that was used before costs
  /// less than fresh pages.
  static func apply() {
    _ = unsafe setenv("OPENBLAS_NUM_THREADS", "1", 0)
    guard Environment.value("GLIBC_TUNABLES") == nil else { return }
    allocator_keep(1 << 25, 1 << 29)
  }
}
