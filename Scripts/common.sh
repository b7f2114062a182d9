# What the scripts share: finding the project, Swift and the system's libraries, and building the binary.
# To be sourced by bash; sets `root`, the project's folder, and `binary`, where the release binary is or will be.

set -euo pipefail

root="$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")"

# Each library's header, and the Debian package that brings it.
readonly needed_headers=(histedit.h:libedit-dev utf8proc.h:libutf8proc-dev pcre2.h:libpcre2-dev
  libxml/HTMLparser.h:libxml2-dev zlib.h:zlib1g-dev zstd.h:libzstd-dev)

say() { printf '%s: %s\n' "$(basename -- "$0")" "$*" >&2; }

# Ends with what to install when there is no Swift 6.
require_swift() {
  if ! command -v swift >/dev/null 2>&1; then
    say 'Swift is not installed, or not on the PATH. quoth needs a Swift 6.1 toolchain or newer:'
    say '  1. download one for this Debian from https://www.swift.org/install/linux/'
    say '     (or, with swiftly: curl -O https://download.swift.org/swiftly/linux/swiftly-$(uname -m).tar.gz'
    say '      && tar xzf swiftly-$(uname -m).tar.gz && ./swiftly init)'
    say '  2. put its usr/bin on the PATH and run this script again.'
    exit 2
  fi
  local version major minor
  version="$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)"
  major="${version%%.*}"
  minor="${version#*.}"
  if [[ -n "$version" ]] && { ((major < 6)) || { ((major == 6)) && ((minor < 1)); }; }; then
    say "Swift $version is too old: quoth needs 6.1 or newer, from https://www.swift.org/install/linux/"
    exit 2
  fi
}

# Prints the packages whose headers are missing.
missing_packages() {
  local pair folder found
  for pair in "${needed_headers[@]}"; do
    found=''
    for folder in /usr/include /usr/include/editline /usr/include/libxml2 /usr/local/include \
      /opt/homebrew/include; do
      if [[ -e "$folder/${pair%%:*}" ]]; then found=yes; fi
    done
    if [[ -z "$found" ]]; then printf '%s\n' "${pair#*:}"; fi
  done
}

# Installs the system libraries that are missing, or ends with the command that would.
require_libraries() {
  local missing=() runner=()
  mapfile -t missing < <(missing_packages)
  if ((${#missing[@]} == 0)); then return; fi
  local command="apt-get install --yes --no-install-recommends ${missing[*]}"
  if ! command -v apt-get >/dev/null 2>&1; then
    say "missing: ${missing[*]} (their Debian names); install them with the system's package manager"
    exit 2
  fi
  if ((EUID != 0)); then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
      runner=(sudo -n)
    elif command -v sudo >/dev/null 2>&1 && [[ -t 0 && -z "${CI:-}" ]]; then
      runner=(sudo)
    else
      say "missing: ${missing[*]}. Installing them needs root:"
      say "  sudo $command"
      exit 2
    fi
  fi
  say "installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  # The package lists of a fresh image are empty, so an update is only tried when the install fails.
  if ! "${runner[@]}" $command </dev/null >/dev/null 2>&1; then
    "${runner[@]}" apt-get update </dev/null >&2 || true
    if ! "${runner[@]}" $command </dev/null >&2; then
      say 'apt could not install them; by hand:'
      say "  sudo apt-get update && sudo $command"
      exit 2
    fi
  fi
}

# The build does not know that the assembler takes in lexicons and lessons: when one of them is newer, so must it be.
refresh_lexicons() {
  refresh_assembler "$root/Sources/CLexicons/lexicons.S" "$root/Sources/CLexicons/data"
  refresh_assembler "$root/Sources/CLessons/lessons.S" "$root/Sources/CLessons/lessons"
}

refresh_assembler() {
  if [[ -n "$(find "$2" -newer "$1" -print -quit 2>/dev/null)" ]]; then touch -- "$1"; fi
}

readonly binary="$root/.build/release/quoth"
# Touched after each build: a build that changes nothing leaves the binary itself as old as it was.
readonly stamp="$root/.build/quoth-release-built"

is_current() {
  [[ -x "$binary" && -e "$stamp" ]] || return 1
  [[ -z "$(find "$root/Sources" "$root/Package.swift" -newer "$stamp" -print -quit)" ]]
}

build_binary() {
  local began log
  require_swift
  require_libraries
  refresh_lexicons
  say 'building a release binary; this takes some minutes the first time'
  log="$(mktemp)"
  began="$(mktemp)"
  if ! swift build --package-path "$root" -c release --static-swift-stdlib --product quoth \
    </dev/null >"$log" 2>&1; then
    cat -- "$log" >&2
    rm -f -- "$log" "$began"
    say 'the build failed; its output is above'
    exit 2
  fi
  # As old as the start of the build, so that a file saved meanwhile counts as newer.
  touch -r "$began" -- "$stamp"
  rm -f -- "$log" "$began"
}

# Builds the release binary when there is none or sources are newer.
require_binary() {
  if ! is_current; then build_binary; fi
}
