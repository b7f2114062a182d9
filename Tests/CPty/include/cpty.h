// Starts programs on a terminal of their own, or on files and pipes, for tests.
#ifndef QUOTH_CPTY_H
#define QUOTH_CPTY_H

#include <sys/types.h>

/// Opens a pseudo-terminal of a size and starts `path` on it as a session of its own, so that its control
/// keys send signals. Returns the controlling end, or -1; `process` gets the process' id.
int cpty_start(const char *path, char *const arguments[], char *const environment[], int rows, int columns,
               pid_t *process);

/// Starts `path` with these descriptors as its standard input, output and error. Returns 0 or an errno.
int cpty_start_on(const char *path, char *const arguments[], char *const environment[], const char *folder,
                  const int descriptors[3], pid_t *process);

/// Tells the terminal its new size. Returns 0, or -1.
int cpty_resize(int terminal, int rows, int columns);

/// Waits for the end of a process: its exit code, or 128 and the number of the signal that ended it; -1
/// when it goes on and `block` is 0.
int cpty_wait(pid_t process, int block);

#endif
