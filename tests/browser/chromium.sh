#!/bin/sh
# Makes sure that there is a Chromium for the browser tests: an installed one, else Debian's where we may install it,
# else Playwright's own. Where we may, with the one that draws no window, which takes less than half the time.
# Usage: chromium.sh PYTHON
set -u

found() {
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && return 0
  done
  "$1" -c 'import pathlib, playwright.sync_api as p
with p.sync_playwright() as b: raise SystemExit(not pathlib.Path(b.chromium.executable_path).exists())' 2>/dev/null
}

command -v chromium-headless-shell >/dev/null 2>&1 && found "$1" && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium for the browser tests (once)"
  apt-get update -qq >/dev/null 2>&1
  for package in chromium chromium-headless-shell; do
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null 2>&1
  done
fi
found "$1" && exit 0
"$1" -m playwright install chromium >/dev/null 2>&1
found "$1" && exit 0
echo "The browser tests need a Chromium – none is installed and none could be downloaded – install it, on Debian or Ubuntu: apt install chromium"
exit 1
