#!/bin/sh
# Gets R with readr for the tests of the programs that load tables: installed ones, else Debian's where we may install
# them. Without R those tests are left out and say so. Usage: r.sh
set -u

found() {
  command -v Rscript >/dev/null 2>&1 && Rscript -e 'library(readr)' >/dev/null 2>&1
}

found && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing R for the tests of loading (once)"
  apt-get update -qq >/dev/null 2>&1
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends r-base-core r-cran-readr >/dev/null 2>&1
fi
found || echo "R with readr is not here – the tests of what it loads are left out – on Debian: apt install r-base-core r-cran-readr"
exit 0
