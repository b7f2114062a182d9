// Signals noted for a poll loop, the width of the terminal, the locale.
#define _GNU_SOURCE
#include "cterminal.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static atomic_bool interrupted;
static bool ends_at_second;
static int signal_pipe[2] = {-1, -1};
static struct termios saved_terminal;
static bool has_saved_terminal, unmarks_paste;

static void note_signal(int number) {
  int saved = errno;
  if (number == SIGINT && atomic_exchange(&interrupted, true) && ends_at_second) _exit(130);
  char letter = number == SIGINT ? 'I' : 'W';
  // A full pipe already says what this would.
  (void)!write(signal_pipe[1], &letter, 1);
  errno = saved;
}

static void restore_terminal(void) {
  static const char no_paste_marks[] = "\033[?2004l";
  if (!has_saved_terminal) return;
  tcsetattr(STDIN_FILENO, TCSANOW, &saved_terminal);
  if (unmarks_paste) (void)!write(STDIN_FILENO, no_paste_marks, sizeof no_paste_marks - 1);
}

static void give_terminal_back(int number) {
  restore_terminal();
  signal(number, SIG_DFL);
  raise(number);
}

void cterminal_give_back_at_end(bool marks_paste) {
  static const int numbers[] = {SIGTERM, SIGHUP, SIGQUIT};
  // Also where the process ends in the middle of a line.
  if (!has_saved_terminal) atexit(restore_terminal);
  has_saved_terminal = tcgetattr(STDIN_FILENO, &saved_terminal) == 0;
  unmarks_paste = marks_paste;
  for (unsigned index = 0; index < sizeof numbers / sizeof *numbers; index++)
    signal(numbers[index], give_terminal_back);
}

// What this thread reads, in words for the last line. Set before the work, and only read when the work has failed.
static _Thread_local char place[1024];
static _Thread_local volatile unsigned place_length;
// Deep recursion ends on a full stack, where nothing else could run.
static _Thread_local char spare_stack[32768];
static _Thread_local bool has_spare_stack;
static atomic_bool is_ending;

static void take_spare_stack(void) {
  if (has_spare_stack) return;
  stack_t stack = {.ss_sp = spare_stack, .ss_size = sizeof spare_stack};
  has_spare_stack = sigaltstack(&stack, NULL) == 0;
}

void cterminal_set_place(const char *text, unsigned length) {
  take_spare_stack();
  place_length = 0;
  if (length > sizeof place) {
    length = sizeof place;
    // A letter that does not fit is left out whole.
    while (length > 0 && (text[length] & 0xC0) == 0x80) length--;
  }
  memcpy(place, text, length);
  atomic_signal_fence(memory_order_seq_cst);
  place_length = length;
}

static void say(const char *text, unsigned length) { (void)!write(STDERR_FILENO, text, length); }
#define SAY(text) say(text, sizeof text - 1)

// Nothing here but calls that POSIX allows in a handler.
static void end_on_defect(int number) {
  (void)number;
  // Where several threads fail at once, the first has the word.
  if (atomic_exchange(&is_ending, true))
    for (;;) pause();
  restore_terminal();
  if (place_length > 0) {
    SAY("quoth: a defect in quoth stopped it while it read ");
    say(place, place_length);
    SAY("\n");
  } else {
    SAY("quoth: a defect in quoth stopped it; no file is left half written\n");
  }
  _exit(CTERMINAL_DEFECT);
}

static void end_on_lost_page(int number) {
  static const char message[] = "quoth: the file of the corpus was cut short or cannot be read any more; open it again\n";
  if (place_length > 0) end_on_defect(number);
  restore_terminal();
  (void)!write(STDERR_FILENO, message, sizeof message - 1);
  _exit(4);
}

void cterminal_tell_lost_pages(void) { signal(SIGBUS, end_on_lost_page); }

void cterminal_tell_defects(void) {
  static const int numbers[] = {SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGFPE};
  take_spare_stack();
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = end_on_defect;
  action.sa_flags = SA_ONSTACK;
  sigfillset(&action.sa_mask);
  for (unsigned index = 0; index < sizeof numbers / sizeof *numbers; index++)
    sigaction(numbers[index], &action, NULL);
}

void cterminal_trap(void) { __builtin_trap(); }


int cterminal_watch_signals(bool hard) {
  ends_at_second = hard;
  if (signal_pipe[0] < 0) {
    if (pipe(signal_pipe) != 0) return -1;
    for (int end = 0; end < 2; end++) {
      fcntl(signal_pipe[end], F_SETFD, FD_CLOEXEC);
      fcntl(signal_pipe[end], F_SETFL, O_NONBLOCK);
    }
  }
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note_signal;
  // No SA_RESTART: whoever waits in a read or poll wakes up.
  sigemptyset(&action.sa_mask);
  // A job in the background, whose parent had it ignore the key, goes on doing so.
  struct sigaction inherited;
  if (sigaction(SIGINT, NULL, &inherited) != 0 || inherited.sa_handler != SIG_IGN)
    sigaction(SIGINT, &action, NULL);
  sigaction(SIGWINCH, &action, NULL);
  return signal_pipe[0];
}

bool cterminal_is_interrupted(void) { return atomic_load_explicit(&interrupted, memory_order_relaxed); }

void cterminal_forget_interrupt(void) {
  char letters[64];
  atomic_store(&interrupted, false);
  while (signal_pipe[0] >= 0 && read(signal_pipe[0], letters, sizeof letters) > 0) {}
}

void cterminal_ignore_broken_pipes(void) {
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
}

int cterminal_columns(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

int cterminal_lines(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

int cterminal_start_pager(const char *command, int *pipe_end, int *process) {
  int ends[2];
  if (pipe(ends) != 0) return errno;
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (ends[0] != STDIN_FILENO) {
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
  }
  // What we ignore, a program that we start would ignore too.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGPIPE);
  sigaddset(&signals, SIGINT);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigdefault(&attributes, &signals);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  char *const arguments[] = {"sh", "-c", (char *)command, NULL};
  int error = posix_spawn(process, "/bin/sh", &actions, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[0]);
  if (error) close(ends[1]);
  *pipe_end = ends[1];
  return error;
}

int cterminal_wait(int process) {
  int status;
  while (waitpid(process, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static bool is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

bool cterminal_use_utf8(void) {
  // The user's own, where it is installed and is one; else libedit would drop every letter beyond ASCII.
  static const char *const names[] = {"", "C.UTF-8", "en_US.UTF-8", "UTF-8"};
  for (unsigned index = 0; index < sizeof names / sizeof *names; index++)
    if (setlocale(LC_CTYPE, names[index]) && is_utf8()) return true;
  return false;
}
