#!/bin/sh
# Makes sure that there are Node (18.19 or newer) and npm for the programs in tests/browser/npm: installed ones, else
# Debian's where we may install them. Usage: node.sh
set -u

found() {
  command -v npm >/dev/null 2>&1 && node -e 'const [major, minor] = process.versions.node.split(".").map(Number)
process.exit(major > 18 || (major === 18 && minor >= 19) ? 0 : 1)' 2>/dev/null
}

found && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Node and npm for the tests of the site (once)"
  apt-get update -qq >/dev/null 2>&1
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null 2>&1
  found && exit 0
fi
echo "The tests of the site need Node, 18.19 or newer, and npm – they are missing or older and could not be installed – install them, on Debian or Ubuntu: apt install nodejs npm"
exit 1
