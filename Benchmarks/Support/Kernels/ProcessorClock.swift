// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The time that this process has kept processors busy.
package enum ProcessorClock {
  /// Seconds since the process began, user and system time together.
  package static var seconds: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
