#!/bin/sh
# Writes railops/descriptors.binpb from proto/ with the protoc of Grpc.Tools (after `dotnet restore`).
# make_descriptors.sh [FILE]: writes FILE instead. PROTOC=/path/to/protoc uses another one.
set -eu

here=$(cd -P "$(dirname "$0")" && pwd)
proto=$here/../proto
output=${1:-$here/railops/descriptors.binpb}

# The newest Grpc.Tools in the NuGet cache.
find_tools() {
    cache=${NUGET_PACKAGES:-$HOME/.nuget/packages}/grpc.tools
    [ -d "$cache" ] || return 1
    newest=$(ls "$cache" | sort -t . -k 1,1n -k 2,2n -k 3,3n | tail -n 1)
    [ -n "$newest" ] && echo "$cache/$newest"
}

platform() {
    case $(uname -s)-$(uname -m) in
        Linux-x86_64) echo linux_x64 ;;
        Linux-aarch64) echo linux_arm64 ;;
        Darwin-*) echo macosx_universal ;;
        *) return 1 ;;
    esac
}

if tools=$(find_tools) && system=$(platform); then
    protoc=${PROTOC:-$tools/tools/$system/protoc}
    includes="-I $tools/build/native/include"
else
    protoc=${PROTOC:-}
    includes=
fi
if [ -z "$protoc" ] || ! command -v "$protoc" >/dev/null 2>&1; then
    echo 'make_descriptors.sh: no protoc. Run "dotnet restore" once (it brings Grpc.Tools), or set PROTOC.' >&2
    exit 3
fi

cd "$proto"
# protoc leaves out source info unless asked; sorted names make the file the same everywhere.
# shellcheck disable=SC2046,SC2086 # lists of options and of files without blanks
"$protoc" -I . $includes --include_imports --descriptor_set_out="$output" \
    $(find google grpc railops -name '*.proto' | LC_ALL=C sort)
