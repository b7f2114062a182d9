#include <zlib.h>

// The public name is a macro, which Swift cannot call. 15 is the largest window, 16 more ask for a gzip header.
static inline int czlib_inflate_gzip(z_streamp stream) { return inflateInit2(stream, 15 + 16); }
