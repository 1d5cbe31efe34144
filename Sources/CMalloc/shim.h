// Where glibc's malloc is tuned.
#include <malloc.h>
