#include "Probes.h"

#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>

void probes_start(void) {
  CALLGRIND_START_INSTRUMENTATION;
  CALLGRIND_ZERO_STATS;
}

void probes_stop(const char *name) {
  CALLGRIND_DUMP_STATS_AT(name);
  CALLGRIND_STOP_INSTRUMENTATION;
}

int probes_is_watched(void) { return RUNNING_ON_VALGRIND > 0; }
#else
void probes_start(void) {}
void probes_stop(const char *name) {}
int probes_is_watched(void) { return 0; }
#endif
