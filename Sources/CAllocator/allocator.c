// SPDX-License-Identifier: Apache-2.0
#include "CAllocator.h"

#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>

void allocator_keep(int largest, int kept) {
  mallopt(M_MMAP_THRESHOLD, largest);
  mallopt(M_TRIM_THRESHOLD, kept);
}

#else

void allocator_keep(int largest, int kept) {
  (void)largest;
  (void)kept;
}

#endif
