// What the shell needs of terminals and signals that Swift cannot safely do itself.
#ifndef QUOTH_CTERMINAL_H
#define QUOTH_CTERMINAL_H

#include <stdbool.h>

/// Notes SIGINT and SIGWINCH in flags and a pipe. When `hard` is true, a second SIGINT that nobody has
/// taken yet ends the process with code 130. Returns the reading end of the pipe, or -1.
int cterminal_watch_signals(bool hard);

/// Has the terminal of standard input be as it is now when a signal ends the process; where it marks what is
/// pasted, it is told to stop.
void cterminal_give_back_at_end(bool marks_paste);

/// Ends the process with a message and code 4 when a mapped file has lost the page that is read: another program cut it.
void cterminal_tell_lost_pages(void);

/// The code that the process ends with when a defect stops it: EX_SOFTWARE of sysexits.h.
#define CTERMINAL_DEFECT 70

/// Ends the process with one line and code 70 when a trap, an invalid address or a full stack stops it. The line names
/// the place that the thread has set.
void cterminal_tell_defects(void);

/// Sets what the calling thread reads: UTF-8 that is safe for a terminal, of which at most 1 kB is kept. An empty text
/// says that it reads nothing. Costs a copy.
void cterminal_set_place(const char *text, unsigned length);

/// Stops the process as a defect does. For tests.
void cterminal_trap(void) __attribute__((noreturn));

/// Whether a SIGINT came since it was last forgotten.
bool cterminal_is_interrupted(void);

/// Forgets a SIGINT that came, and empties the pipe.
void cterminal_forget_interrupt(void);

/// Makes writing to a closed pipe, or more to a file than is allowed, an error instead of the process' end.
void cterminal_ignore_broken_pipes(void);

/// Starts `/bin/sh -c command` with a pipe as its standard input and signals as they are by default. Gives the
/// writing end of the pipe and the process, or an error of the system.
int cterminal_start_pager(const char *command, int *pipe_end, int *process);

/// Waits until a process ends. Its exit code, or 128 and the signal that ended it.
int cterminal_wait(int process);

/// Lines of the terminal at `descriptor`, or 0 when it is none or does not say.
int cterminal_lines(int descriptor);

/// Columns of the terminal at `descriptor`, or 0 when it is none or does not say.
int cterminal_columns(int descriptor);

/// Sets a UTF-8 locale for characters, the user's own if it is one. Returns whether there was any.
bool cterminal_use_utf8(void);

#endif
