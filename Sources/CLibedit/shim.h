// The variadic calls of libedit, which Swift cannot make, one wrapper each.
#ifndef QUOTH_CLIBEDIT_H
#define QUOTH_CLIBEDIT_H

#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

// glibc declares it only with _XOPEN_SOURCE.
extern int wcwidth(wchar_t);

typedef char *(*quoth_prompt_function)(EditLine *);
typedef unsigned char (*quoth_key_function)(EditLine *, int);

// The streams are variables in C, which Swift cannot know to be set but once.
static inline FILE *quoth_standard_stream(int descriptor) {
  return descriptor == 0 ? stdin : descriptor == 1 ? stdout : stderr;
}
static inline int quoth_el_set_prompt(EditLine *editor, quoth_prompt_function function, char escape) {
  return el_set(editor, EL_PROMPT_ESC, function, escape);
}
static inline int quoth_el_set_editor(EditLine *editor, const char *name) {
  return el_set(editor, EL_EDITOR, name);
}
// "emacs" or "vi", as ~/.editrc may have it.
static inline const char *quoth_el_get_editor(EditLine *editor) {
  const char *name = "";
  el_get(editor, EL_EDITOR, &name);
  return name;
}
static inline int quoth_el_set_signal(EditLine *editor, int handled) {
  return el_set(editor, EL_SIGNAL, handled);
}
static inline int quoth_el_set_history(EditLine *editor, History *list) {
  return el_set(editor, EL_HIST, history, list);
}
static inline int quoth_el_set_clientdata(EditLine *editor, void *data) {
  return el_set(editor, EL_CLIENTDATA, data);
}
static inline void *quoth_el_get_clientdata(EditLine *editor) {
  void *data = NULL;
  el_get(editor, EL_CLIENTDATA, &data);
  return data;
}
static inline int quoth_el_set_getcfn(EditLine *editor, el_rfunc_t function) {
  return el_set(editor, EL_GETCFN, function);
}
static inline int quoth_el_add_function(
    EditLine *editor, const char *name, const char *help, quoth_key_function function) {
  return el_set(editor, EL_ADDFN, name, help, function);
}
static inline int quoth_el_bind(EditLine *editor, const char *key, const char *command) {
  return el_set(editor, EL_BIND, key, command, NULL);
}
// The same in vi's command map.
static inline int quoth_el_bind_alternative(EditLine *editor, const char *key, const char *command) {
  return el_set(editor, EL_BIND, "-a", key, command, NULL);
}
static inline int quoth_el_set_tty(EditLine *editor, const char *mode, const char *setting) {
  return el_set(editor, EL_SETTY, mode, setting, NULL);
}
static inline int quoth_el_prepare_terminal(EditLine *editor, int raw) {
  return el_set(editor, EL_PREP_TERM, raw);
}
static inline int quoth_el_refresh(EditLine *editor) {
  return el_set(editor, EL_REFRESH, NULL);
}
static inline int quoth_history_set_size(History *list, int size) {
  HistEvent event;
  return history(list, &event, H_SETSIZE, size);
}
static inline int quoth_history_set_unique(History *list, int unique) {
  HistEvent event;
  return history(list, &event, H_SETUNIQUE, unique);
}
static inline int quoth_history_enter(History *list, const char *entry) {
  HistEvent event;
  return history(list, &event, H_ENTER, entry);
}

#endif
