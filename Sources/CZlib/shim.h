// SPDX-License-Identifier: Apache-2.0
#include <zlib.h>

/// `inflateInit2` is a macro that carries the library's version and structure size, so that it has
/// no Swift name. The window of 15 + 16 bits reads gzip and nothing else.
static inline int kontor_inflate_gzip_init(z_stream *stream) {
  return inflateInit2(stream, 15 + 16);
}
