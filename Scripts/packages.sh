# shellcheck shell=sh
# SPDX-License-Identifier: Apache-2.0
# Sourced by the other scripts: makes sure that the system libraries and tools are there.

# The Debian packages that the build needs and that are not installed, one a line.
missing_packages() {
  for package in libopenblas-dev liblapacke-dev zlib1g-dev coinor-libcbc-dev; do
    state=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
    [ "$state" = "install ok installed" ] || echo "$package"
  done
  for tool in pkg-config python3 git; do
    command -v "$tool" >/dev/null || echo "$tool"
  done
}

# Installs what is missing; does nothing, and needs no root, when all is there.
install_packages() {
  if ! command -v swift >/dev/null; then
    echo "swift is missing: install the Swift 6.3 toolchain, see https://www.swift.org/install" >&2
    exit 69
  fi
  if ! command -v apt-get >/dev/null; then
    echo "no apt-get here: OpenBLAS, LAPACKE, zlib, CBC and pkg-config are expected to be installed" >&2
    return 0
  fi
  packages=$(missing_packages | tr '\n' ' ')
  [ -n "$packages" ] || return 0
  command="apt-get update && apt-get install -y $packages"
  echo "installing $packages" >&2
  if [ "$(id -u)" -eq 0 ]; then
    DEBIAN_FRONTEND=noninteractive sh -c "$command" >&2
  elif command -v sudo >/dev/null; then
    sudo DEBIAN_FRONTEND=noninteractive sh -c "$command" >&2
  else
    echo "these packages are missing; run as root: $command" >&2
    exit 69
  fi
}
