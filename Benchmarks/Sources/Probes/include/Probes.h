// What Swift cannot see of itself: how often memory is asked for, and valgrind.
#pragma once
#include <stdint.h>

/// How many blocks of memory this thread has asked for so far.
uint64_t probes_allocations(void);

/// Begins to count instructions; does nothing unless callgrind is watching.
void probes_start(void);

/// Ceases to count, and writes what was counted since the beginning under a name.
void probes_stop(const char *name);

/// Whether callgrind is watching.
int probes_is_watched(void);
