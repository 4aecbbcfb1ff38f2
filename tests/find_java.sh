#!/bin/sh
# Is there Java 17 or newer? Else, as root on Debian, installs it; otherwise one line says what to install, exit 2.
# ODK Validate, which comes with pyxform, runs on it.
found() {
  command -v java >/dev/null 2>&1 &&
    [ "$(java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')" -ge 17 ] 2>/dev/null
}
found && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  {
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends openjdk-17-jre-headless
  } >&2 || true
  found && exit 0
fi
echo "netral: make test-full needs Java 17 or newer for ODK Validate: install openjdk-17-jre-headless (Debian, Ubuntu) or a JRE from https://adoptium.net" >&2
exit 2
