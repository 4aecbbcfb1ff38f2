#!/bin/sh
# Prints the path of a browser: $BROWSER, else google-chrome or chromium on PATH, else, as root on Debian, installs chromium.
# Otherwise one line says what to install, exit 2.
for name in "${BROWSER:-}" google-chrome google-chrome-stable chromium chromium-browser; do
  if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then
    command -v "$name"
    exit 0
  fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  {
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium
  } >&2 || true
  if command -v chromium >/dev/null 2>&1; then
    command -v chromium
    exit 0
  fi
fi
echo "netral: the tests need a browser: install Chromium or Google Chrome, or set BROWSER to its path" >&2
exit 2
