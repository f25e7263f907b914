# What configurator/run and tests/run have in common: install what is missing, configure a build folder.
# Sourced, never run. The caller has `set -euo pipefail` and stands in the top folder.

# Installs the packages of configurator/packages.txt that this machine lacks; touches apt only if one does.
install_missing_packages() {
  local wanted missing as_root=()
  wanted=$(sed -e 's/#.*//' -e '/^[[:space:]]*$/d' configurator/packages.txt | sort -u)
  if ! command -v dpkg-query >/dev/null; then
    echo "This is not Debian: install the likes of these yourself: $(echo $wanted)" >&2
    return
  fi
  # dpkg-query fails when it does not know one of the names; what it does know is all we ask for.
  missing=$(comm -23 <(echo "$wanted") \
    <(dpkg-query -W -f='${db:Status-Status} ${Package}\n' $wanted 2>/dev/null | sed -n 's/^installed //p' | sort -u))
  [ -n "$missing" ] || return 0
  echo "Installing:" $missing
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "Neither root nor sudo. As root, run: apt-get install --no-install-recommends" $missing >&2
      return 1
    fi
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get -q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 update
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Acquire::Retries=3 \
    -o DPkg::Lock::Timeout=300 install --no-install-recommends $missing
}

# configure FOLDER [CMAKE OPTION...]: the same options for everyone, so that both commands share build/.
configure() {
  local folder=$1
  shift
  cmake -S . -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DRUCKSMITH_TESTS=ON \
    -DRUCKSMITH_WERROR=ON "$@" >"$folder.log" 2>&1 ||
    { cat "$folder.log" >&2; return 1; }
  mv "$folder.log" "$folder/configure.log"
}
