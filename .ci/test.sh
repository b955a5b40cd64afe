# Read by ./railops test; uses its root, artifacts, python, quiet_build, say, build_server and install_or_tools. POSIX sh.
# shellcheck shell=sh
# shellcheck disable=SC2154 # root, artifacts, python and quiet_build are set by railops

results=$artifacts/test-results
passed=0
failed=0
skipped=0
buf_version=1.75.0

count() { passed=$((passed + $1)); failed=$((failed + $2)); skipped=$((skipped + $3)); }

# The closing line is the last thing printed, whatever happened.
finish() {
    [ "$skipped" -eq 0 ] || printf '%s skipped\n' "$skipped"
    printf '%s passed, %s failed\n' "$passed" "$failed"
    if [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]; then exit 0; else exit 1; fi
}

give_up() {
    say "railops: $*"
    count 0 1 0
    finish
}

# module of python = Debian package that brings it
python_parts='grpc=python3-grpcio google.protobuf=python3-protobuf pandas=python3-pandas matplotlib=python3-matplotlib
networkx=python3-networkx nbconvert=python3-nbconvert ipykernel=python3-ipykernel pytest=python3-pytest'

missing_packages() {
    for part in $python_parts; do
        "$python" -c "import ${part%%=*}" >/dev/null 2>&1 || printf '%s ' "${part#*=}"
    done
    command -v prometheus >/dev/null 2>&1 || printf 'prometheus '
    command -v cbc >/dev/null 2>&1 || printf 'coinor-cbc '
    command -v glpsol >/dev/null 2>&1 || printf 'glpk-utils '
}

# Keeps packages that bring a service (prometheus) from starting it: only their programs are wanted.
install_packages() {
    policy=/usr/sbin/policy-rc.d
    [ -e "$policy" ] || { printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy" && made_policy=yes; }
    status=0
    # shellcheck disable=SC2086 # a list of packages
    { DEBIAN_FRONTEND=noninteractive apt-get update -q \
        && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $1; } >"$artifacts/set-up.log" 2>&1 || status=$?
    [ -z "${made_policy:-}" ] || rm -f "$policy"
    return $status
}

set_up_packages() {
    [ -x "$python" ] || give_up "$python is missing (Debian, Ubuntu: apt-get install python3; elsewhere set RAILOPS_PYTHON)."
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    command -v apt-get >/dev/null 2>&1 || give_up "the tests need what these Debian packages bring, and there is no apt-get here: $missing"
    [ "$(id -u)" -eq 0 ] || give_up "the tests need packages that are missing. Run: sudo apt-get install $missing"
    say "installing: $missing"
    install_packages "$missing" || { tail -n 20 "$artifacts/set-up.log" >&2; give_up "apt-get could not install: $missing"; }
    missing=$(missing_packages)
    [ -z "$missing" ] || give_up "installed, but still not usable by $python: $missing"
}

set_up_node() {
    clients=$root/tests/clients/node
    [ -f "$clients/package.json" ] || return 0
    command -v node >/dev/null 2>&1 || give_up 'Node.js 20 or later is missing (https://nodejs.org).'
    version=$(node --version)
    major=${version#v}
    [ "${major%%.*}" -ge 20 ] || give_up "Node.js 20 or later is needed, but this is $version (https://nodejs.org)."
    [ -z "$(find "$clients/node_modules/.package-lock.json" -newer "$clients/package-lock.json" 2>/dev/null)" ] || return 0
    say 'installing: packages of tests/clients/node'
    (cd "$clients" && npm ci --no-audit --no-fund) >"$artifacts/set-up.log" 2>&1 \
        || { tail -n 20 "$artifacts/set-up.log" >&2; give_up 'npm ci failed in tests/clients/node.'; }
    # npm keeps the time stamps of the archive; this one says when it was done.
    touch "$clients/node_modules/.package-lock.json"
}

# Without it the tests that need it say why they are skipped.
set_up_or_tools() { install_or_tools || say 'OR-Tools is not installed here: the tests that need it are skipped.'; }

build_all() {
    dotnet restore "$root/RailOps.sln" -v quiet --disable-build-servers || give_up 'dotnet restore failed; no test was run.'
    # shellcheck disable=SC2086 # a list of options
    dotnet build "$root/RailOps.sln" --no-restore -warnaserror $quiet_build || give_up 'the build failed; no test was run.'
}

# A number from the first element of a result file: attribute_of FILE ELEMENT ATTRIBUTE
attribute_of() {
    number=$(tr '\n' ' ' <"$1" | sed -n "s/.*<$2 \([^>]* \)\{0,1\}$3=\"\([0-9]*\)\".*/\2/p" | head -n 1)
    echo "${number:-0}"
}

test_dotnet() {
    status=0
    dotnet test "$root/RailOps.sln" --no-build --nologo --results-directory "$results" \
        --logger 'console;verbosity=minimal' --logger trx || status=$?
    before=$failed
    for file in "$results"/*.trx; do
        [ -f "$file" ] || continue
        ran=$(attribute_of "$file" Counters executed)
        good=$(attribute_of "$file" Counters passed)
        total=$(attribute_of "$file" Counters total)
        count "$good" $((ran - good)) $((total - ran))
    done
    if [ "$status" -ne 0 ] && [ "$failed" -eq "$before" ]; then
        say 'dotnet test failed, though no test did: see above.'
        count 0 1 0
    fi
}

test_python() {
    [ -d "$root/python/tests" ] || return 0
    build_server
    status=0
    (cd "$root" && PYTHONPATH="$root/python${PYTHONPATH:+:$PYTHONPATH}" PYTHONDONTWRITEBYTECODE=1 \
        "$python" -m pytest -q -p no:cacheprovider --junitxml "$results/python.xml" python/tests) || status=$?
    before=$failed
    if [ -f "$results/python.xml" ]; then
        bad=$(($(attribute_of "$results/python.xml" testsuite errors) + $(attribute_of "$results/python.xml" testsuite failures)))
        left_out=$(attribute_of "$results/python.xml" testsuite skipped)
        count $(($(attribute_of "$results/python.xml" testsuite tests) - bad - left_out)) "$bad" "$left_out"
    fi
    if [ "$status" -ne 0 ] && [ "$failed" -eq "$before" ]; then
        say 'pytest failed, though no test did: see above.'
        count 0 1 0
    fi
}

find_buf() {
    command -v buf 2>/dev/null && return
    for folder in "$root/tests/clients/node" "$artifacts/tools"; do
        [ ! -x "$folder/node_modules/.bin/buf" ] || { echo "$folder/node_modules/.bin/buf"; return; }
    done
}

set_up_buf() {
    [ -z "$(find_buf)" ] && command -v npm >/dev/null 2>&1 || return 0
    say "installing: buf $buf_version into artifacts/tools"
    mkdir -p "$artifacts/tools"
    npm install --prefix "$artifacts/tools" --no-audit --no-fund --save-exact "@bufbuild/buf@$buf_version" >"$artifacts/set-up.log" 2>&1 \
        || tail -n 5 "$artifacts/set-up.log" >&2
}

test_contract() {
    buf=$(find_buf)
    if [ -z "$buf" ]; then
        say 'buf is not installed here: the contract was not linted (https://buf.build/docs/installation).'
        count 0 0 1
    elif (cd "$root/proto" && "$buf" lint); then
        echo 'buf lint: the contract is clean.'
        count 1 0 0
    else
        say 'buf lint: the contract breaks rules; see above.'
        count 0 1 0
    fi
}

run_all_tests() {
    rm -rf "$results"
    mkdir -p "$results"
    set_up_packages
    set_up_node
    set_up_buf
    set_up_or_tools
    build_all
    test_dotnet
    test_python
    test_contract
    finish
}
