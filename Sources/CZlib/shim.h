// Where zlib computes CRC-32.
#include <zlib.h>
