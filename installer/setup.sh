# Sourced by installer/run and installer/test: installs the Debian packages that are missing.
# Needs root, or sudo, only when something is missing.

lipwright_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

lipwright_missing_packages() {
    local package
    sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$lipwright_root/installer/packages.txt" |
        while read -r package; do
            dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' ||
                printf '%s\n' "$package"
        done
}

lipwright_install_packages() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        echo "Lipwright's set-up needs Debian 12 or a relative of it (apt-get was not found)." >&2
        return 1
    fi
    local missing as_root=()
    mapfile -t missing < <(lipwright_missing_packages)
    [ ${#missing[@]} -eq 0 ] && return 0
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "These packages are missing: ${missing[*]}" >&2
            echo "Run this script as root once, or install them and run it again." >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    "${as_root[@]}" apt-get update -q
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# lipwright_build PRESET [CMAKE-BUILD-ARGUMENTS...]
lipwright_build() {
    local preset=$1
    shift
    (cd "$lipwright_root" && cmake --preset "$preset" && cmake --build --preset "$preset" "$@")
}
