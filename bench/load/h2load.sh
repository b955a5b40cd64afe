#!/bin/sh
# Calls a second and latencies of a running RailOps server with h2load (Debian: nghttp2-client): one call at a time, then several.
# Usage: h2load.sh TARGET [SECONDS]
set -eu

here=$(cd -P "$(dirname "$0")" && pwd)
target=${1:?usage: h2load.sh TARGET [SECONDS]}
seconds=${2:-5}
python=${RAILOPS_PYTHON:-/usr/bin/python3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$python" "$here/load.py" --write-bodies "$folder"

# run NAME PATH CONNECTIONS STREAMS DURATION
run() {
    h2load -D "$5" -c "$3" -m "$4" -t 1 -d "$folder/$1.body" -H 'content-type: application/grpc' -H 'te: trailers' \
        --log-file="$folder/log" "http://$target$2" >"$folder/out" 2>&1 || { cat "$folder/out" >&2; exit 1; }
}

# The columns of the log: start in microseconds since 1970, HTTP status, time in microseconds.
report() {
    rate=$(sed -n 's/^finished in .*, \([0-9.]*\) req\/s.*/\1/p' "$folder/out")
    bad=$(awk '$2 != 200' "$folder/log" | wc -l)
    sort -n -k 3 "$folder/log" | awk -v name="$1" -v at="$2" -v rate="$rate" -v bad="$bad" '
        { took[NR] = $3 / 1000 }
        END { printf "h2load  %-7s %3d at a time  %8.0f/s  median %7.2f ms  99 %% %7.2f ms%s\n", name, at, rate,
              took[int(NR * 0.5) + 1], took[int(NR * 0.99) + 1], (bad > 0 ? "  FAILED: " bad : "") }'
    rm -f "$folder/log"
}

measure() {
    run "$1" "$2" 1 1 2
    rm -f "$folder/log"
    for shape in '1 1' "$3"; do
        # shellcheck disable=SC2086 # two numbers
        run "$1" "$2" $shape "$seconds"
        report "$1" "$((${shape% *} * ${shape#* }))"
    done
}

measure health /grpc.health.v1.Health/Check '4 32'
measure info /railops.v1.CatalogService/GetServerInfo '4 32'
measure assess /railops.v1.SupplyService/AssessSupply '4 4'
