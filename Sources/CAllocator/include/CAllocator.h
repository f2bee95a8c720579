// SPDX-License-Identifier: Apache-2.0
#ifndef KONTOR_CALLOCATOR_H
#define KONTOR_CALLOCATOR_H

/// Lets blocks of memory up to `largest` bytes stand in the heap, which keeps up to `kept` bytes of
/// what is freed; does nothing with another allocator than that of the GNU C library.
void allocator_keep(int largest, int kept);

#endif
