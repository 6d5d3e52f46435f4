#include <zlib.h>

// A macro in zlib's header.
static inline int clibz_inflate_start(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
