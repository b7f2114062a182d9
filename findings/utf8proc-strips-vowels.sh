#!/usr/bin/env bash
# utf8proc's UTF8PROC_STRIPMARK takes the vowels from Hindi, and the voicing marks from Japanese.
#
# One would guess that it drops accents, as search boxes do: é becomes e. It drops every scalar of the categories Mn, Mc and
# Me, among them the vowel signs of Devanagari, so that मंत्री (minister) becomes मतर, and after decomposition the marks
# that tell が from か. Two words that differ in their vowels alone are then one word to a search. Its header says so in the
# words "non-spacing, spacing and enclosing (i.e. accents)".
# quoth therefore decomposes without the option and drops the accents of Latin, Greek and Cyrillic itself.
set -euo pipefail

version=2.8.0-1
folder="$(mktemp -d)"
trap 'rm -rf -- "$folder"' EXIT
cd -- "$folder"
apt-get download "libutf8proc2=$version" "libutf8proc-dev=$version" >/dev/null
for package in ./*.deb; do dpkg -x "$package" root; done
include="$(dirname -- "$(find root -name utf8proc.h)")"
library="$(dirname -- "$(find root -name 'libutf8proc.so.2')")"

cat >strip.c <<'C'
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>
int main(int count, char **arguments) {
  printf("utf8proc %s\n", utf8proc_version());
  for (int index = 1; index < count; index++) {
    utf8proc_uint8_t *text = NULL;
    utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK;
    if (utf8proc_map((const utf8proc_uint8_t *)arguments[index], strlen(arguments[index]), &text, options) < 0) return 1;
    printf("%s -> %s\n", arguments[index], (const char *)text);
    free(text);
  }
}
C
cc -I"$include" strip.c -o strip "$library/libutf8proc.so.2"
seen="$(LD_LIBRARY_PATH="$library" ./strip café मंत्री が)"
echo "$seen"
echo 'guessed: cafe, मंत्री, が'
expected='utf8proc 2.8.0
café -> cafe
मंत्री -> मतर
が -> か'
if [[ "$seen" != "$expected" ]]; then
  echo 'this is no longer so' >&2
  exit 1
fi
