// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Glibc

/// Writes whole files or nothing: a temporary file beside the target, flushed to the disk, renamed.
package enum AtomicFile {
  /// Why a file could not be written, as the system says it.
  package struct Failure: Error, Equatable, Sendable {
    /// The path.
    package var path: String
    /// The system's own words.
    package var reason: String
  }

  /// Writes `bytes` to `path`, replacing what is there.
  ///
  /// - Throws: ``Failure``; the target is then as it was, and no temporary file remains.
  package static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    try write(to: path) { out throws(Failure) in out.text.append(bytes) }
  }

  /// Writes what `produce` appends to `path`, replacing what is there.
  ///
  /// - Throws: ``Failure``, of the file or by `produce`; the target is then as it was, and no temporary file remains.
  package static func write(
    to path: String,
    _ produce: (inout TextOutput) throws(Failure) -> Void
  ) throws(Failure) {
    let temporary = temporary(path)
    let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure(path) }
    var out = TextOutput(file: file)
    do throws(Failure) {
      try produce(&out)
    } catch {
      close(file)
      unsafe unlink(temporary)
      throw error
    }
    let isWritten = out.finish() && fsync(file) == 0
    let reason = failure(path)
    guard close(file) == 0, isWritten else {
      unsafe unlink(temporary)
      throw isWritten ? failure(path) : reason
    }
    guard unsafe rename(temporary, path) == 0 else {
      let reason = failure(path)
      unsafe unlink(temporary)
      throw reason
    }
  }

  /// Writes many small files, each replacing what is there: all of them or none.
  ///
  /// The system is told to write each of them early, and all are flushed before the first gets its
  /// name: flushing one by one would wait for the disk as many times as there are files.
  /// - Throws: ``Failure``; the targets are then as they were, unless a name could not be given,
  ///   and no temporary file remains.
  package static func write(_ files: [(path: String, bytes: [UInt8])]) throws(Failure) {
    var written: [String] = []
    do throws(Failure) {
      for (path, bytes) in files {
        try write(unnamed: path, bytes)
        written.append(path)
      }
      for path in written { try flush(path) }
      for path in written {
        guard unsafe rename(temporary(path), path) == 0 else { throw failure(path) }
      }
    } catch {
      for path in written { unsafe unlink(temporary(path)) }
      throw error
    }
  }

  /// Writes the temporary file of `path`, which is not flushed.
  private static func write(unnamed path: String, _ bytes: [UInt8]) throws(Failure) {
    let name = temporary(path)
    let file = unsafe open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure(path) }
    var out = TextOutput(file: file)
    out.text.append(bytes)
    let isWritten = out.finish()
    let reason = failure(path)
    // Whether the advice is taken decides about time alone.
    _ = posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
    guard close(file) == 0, isWritten else {
      unsafe unlink(name)
      throw isWritten ? failure(path) : reason
    }
  }

  /// Flushes the temporary file of `path`.
  private static func flush(_ path: String) throws(Failure) {
    let file = unsafe open(temporary(path), O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    let isFlushed = fsync(file) == 0
    let reason = failure(path)
    close(file)
    guard isFlushed else { throw reason }
  }

  private static func temporary(_ path: String) -> String { "\(path).\(getpid()).part" }

  /// Removes a file; one that is not there needs no removing.
  package static func remove(_ path: String) { unsafe unlink(path) }

  /// Removes a folder that holds nothing; any other stays.
  package static func removeEmptyFolder(_ path: String) { unsafe rmdir(path) }

  /// Makes the folder `path` and all above it.
  ///
  /// - Throws: ``Failure`` when something else stands in the way.
  package static func makeFolder(_ path: String) throws(Failure) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part
      if unsafe mkdir(made, 0o755) != 0, errno != EEXIST { throw failure(made) }
      made += "/"
    }
    var status = stat()
    guard unsafe stat(path.isEmpty ? "." : path, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      errno = ENOTDIR
      throw failure(path)
    }
  }

  private static func failure(_ path: String) -> Failure {
    Failure(path: path, reason: unsafe String(cString: strerror(errno)))
  }
}
