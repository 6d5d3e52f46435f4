#include <zlib.h>

// Macros in zlib's header.
static inline int clibz_inflate_start(z_stream *stream) { return inflateInit2(stream, 15 + 16); }

static inline int clibz_deflate_start(z_stream *stream) {
  return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}
