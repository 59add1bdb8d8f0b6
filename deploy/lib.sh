# What the scripts of this folder share. Sourced, never run.
# shellcheck shell=bash
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
DATA=${PUSKESOS_DATA:-$ROOT/.data}
[[ $DATA == /* ]] || DATA=$PWD/$DATA
BOT=$ROOT/bot/bin/Release/net10.0/publish/Puskesos.Bot.dll
ADMIN=$ROOT/admin/bin/Release/net10.0/publish/Puskesos.Admin.dll
TOOL=$ROOT/deploy/tool/bin/Release/net10.0/publish/puskesos.dll

OLDEST_POSTGRES=15        # nothing older is tried
SOCKET_PATH_LIMIT=103     # sockaddr_un holds 108 bytes, PostgreSQL also makes <socket>.lock
EXIT_MISSING=3            # something must be installed first (deploy/CHANGES.md)

# Build servers that outlive a script keep its output and its locks open.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false

say() { printf '%s\n' "$*"; }
fail() { printf '%s: %s\n' "${0##*/}" "$1" >&2; exit "${2:-1}"; }
is_root() { [[ $(id -u) == 0 ]]; }

# postgres passes through $DATA when root starts it; what is inside is closed to others.
make_data() {
  if [[ ! -d $DATA ]]; then mkdir -p "$DATA" && chmod 711 "$DATA"; fi
  mkdir -p "$DATA/logs" 2>/dev/null || true
}

# --- what must be on the machine -------------------------------------------------------------------------------

need_dotnet() {
  command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing (dotnet is not on PATH)" $EXIT_MISSING
  (cd "$ROOT" && dotnet --version >/dev/null 2>&1) || fail "the .NET SDK that global.json asks for is missing; found: $(dotnet --list-sdks | tr '\n' ' ')" $EXIT_MISSING
  # A service account may have no home; the SDK needs one.
  if [[ ! -w ${HOME:-/nonexistent} ]]; then
    mkdir -p "$DATA/dotnet"
    export HOME=$DATA/dotnet DOTNET_CLI_HOME=$DATA/dotnet
  fi
}

# install_packages <name>...  : by apt, as root or with a sudo that asks for no password.
install_packages() {
  local -a apt=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300)
  command -v apt-get >/dev/null || fail "$* missing, and there is no apt-get here to install it with" $EXIT_MISSING
  if ! is_root; then
    sudo -n true 2>/dev/null || fail "$* missing. Run once:  sudo apt-get update && sudo apt-get install -y --no-install-recommends $*" $EXIT_MISSING
    apt=(sudo -n "${apt[@]}")
  fi
  say "installing $*"
  make_data
  (umask 022 && "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "$@") \
    >"$DATA/logs/apt.log" 2>&1 </dev/null || { tail -n 15 "$DATA/logs/apt.log" >&2; fail "$* could not be installed" $EXIT_MISSING; }
}

# want_packages <command>:<package>...  : what the service can do without. Installed where that needs no question, else named once.
want_packages() {
  local pair missing=()
  for pair in "$@"; do
    if ! command -v "${pair%%:*}" >/dev/null; then missing+=("${pair#*:}"); fi
  done
  ((${#missing[@]} == 0)) && return 0
  if command -v apt-get >/dev/null && { is_root || sudo -n true 2>/dev/null; }; then (install_packages "${missing[@]}") && return 0; fi
  say "without ${missing[*]} some checks of photos and PDFs are off; to switch them on:  sudo apt-get install -y --no-install-recommends ${missing[*]}"
}

# The checks of residents' files stand on these (README, "Documents").
want_document_tools() { want_packages vipsthumbnail:libvips-tools pdfinfo:poppler-utils tesseract:tesseract-ocr tesseract:tesseract-ocr-ind; }

# Prints the folder of the server binaries: those of the cluster's version, else the newest that fit.
find_postgres() {
  local wanted=${1:-} folder version best='' best_version=0
  for folder in /usr/lib/postgresql/*/bin; do
    version=$(basename "$(dirname "$folder")")
    [[ $version =~ ^[0-9]+$ && -x $folder/initdb && -x $folder/pg_ctl ]] || continue
    [[ -z $wanted || $version == "$wanted" ]] || continue
    if ((version >= OLDEST_POSTGRES && version > best_version)); then best=$folder best_version=$version; fi
  done
  if [[ -z $best ]] && folder=$(command -v initdb) && folder=$(dirname "$(readlink -f "$folder")") && [[ -x $folder/pg_ctl ]]; then
    version=$("$folder/initdb" --version | grep -oE '[0-9]+' | head -n 1)
    if ((version >= OLDEST_POSTGRES)) && [[ -z $wanted || $version == "$wanted" ]]; then best=$folder; fi
  fi
  [[ -n $best ]] && printf '%s\n' "$best"
}

need_postgres() {
  find_postgres >/dev/null || install_packages postgresql
  find_postgres >/dev/null || fail "PostgreSQL $OLDEST_POSTGRES or newer is needed; apt gave an older one" $EXIT_MISSING
}

# --- the private PostgreSQL --------------------------------------------------------------------------------------

# PostgreSQL refuses to run as root: it then runs as postgres, which must be able to reach the folder. A repository under
# a home directory is closed to it, so the cluster moves to /var/lib/puskesos; $DATA/postgres.path remembers where it is.
cluster_folder() {
  local remembered=$DATA/postgres.path
  if [[ -s $remembered ]]; then cat "$remembered"; else printf '%s\n' "$DATA/postgres"; fi
}

# A folder that is closed to us holds somebody's cluster; as_server then says whose.
cluster_exists() {
  local folder
  folder=$(cluster_folder)
  [[ -s $folder/data/PG_VERSION || (-d $folder && ! -x $folder) ]]
}

# The user that the server runs as: the owner of the cluster, else postgres for root, else oneself.
server_user() {
  local folder
  folder=$(cluster_folder)
  if [[ -d $folder ]]; then stat -c %U "$folder"; elif is_root; then printf 'postgres\n'; else id -un; fi
}

as_server() {
  local user
  user=$(server_user)
  if [[ $user == "$(id -un)" ]]; then
    (cd / && "$@")
    return $?   # a bare return inside a trap gives the status from before the trap
  fi
  is_root || fail "the database in $(cluster_folder) belongs to $user; run this as $user or as root"
  (cd / && runuser -u "$user" -- "$@")
}

socket_folder() {
  local folder
  folder=$(cluster_folder)/run
  if ((${#folder} + 14 > SOCKET_PATH_LIMIT)); then folder=/tmp/puskesos-$(printf '%s' "$folder" | cksum | cut -d ' ' -f 1); fi
  printf '%s\n' "$folder"
}

cluster_bin() {
  local version=''
  if cluster_exists; then version=$(as_server cat "$(cluster_folder)/data/PG_VERSION"); fi
  find_postgres "$version" || fail "the database in $(cluster_folder) is of PostgreSQL $version, whose server is not installed" $EXIT_MISSING
}

# After a crash postmaster.pid may name a process that is no PostgreSQL: such a file is removed.
cluster_running() {
  local bin data pid
  cluster_exists || return 1
  data=$(cluster_folder)/data
  bin=$(cluster_bin)
  as_server "$bin/pg_ctl" -D "$data" status >/dev/null 2>&1 || return 1
  pid=$(as_server head -n 1 "$data/postmaster.pid" 2>/dev/null) || return 1
  if tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF -- "-D $data "; then return 0; fi
  as_server rm -f "$data/postmaster.pid"
  return 1
}

# A server that was stopped in order takes its postmaster.pid along; one that was killed leaves it.
cluster_crashed() {
  local pid
  pid=$(as_server head -n 1 "$(cluster_folder)/data/postmaster.pid" 2>/dev/null) || return 1
  [[ -n $pid && ! -d /proc/$pid ]]
}

create_cluster() {
  local bin folder
  make_data
  if is_root && ! reachable_by_postgres "$DATA"; then
    folder=/var/lib/puskesos/$(printf '%s' "$DATA" | cksum | cut -d ' ' -f 1)
    mkdir -p /var/lib/puskesos
    chmod 711 /var/lib/puskesos
    printf '%s\n' "$folder" >"$DATA/postgres.path"
  fi
  folder=$(cluster_folder)
  bin=$(find_postgres)
  mkdir -p "$folder"
  chmod 700 "$folder"
  if is_root; then chown postgres "$folder"; fi
  # Made under another name first: a creation that was interrupted is not taken for a cluster.
  as_server rm -rf "$folder/data.new"
  as_server "$bin/initdb" -D "$folder/data.new" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-instructions >"$DATA/logs/initdb.log" 2>&1 \
    || { tail -n 15 "$DATA/logs/initdb.log" >&2; fail "the private PostgreSQL could not be created in $folder"; }
  as_server sh -c "printf \"include_if_exists 'puskesos.conf'\n\" >> \"\$1/data.new/postgresql.conf\" && mv \"\$1/data.new\" \"\$1/data\"" sh "$folder"
}

reachable_by_postgres() { (cd / && runuser -u postgres -- test -x "$1") 2>/dev/null; }

# A quarter of the memory, as PostgreSQL's manual advises, between 128 MB and 2 GB: the rest is for the services and the files' cache.
shared_buffers() {
  local quarter
  quarter=$(awk '/^MemTotal:/ {print int($2 / 4096)}' /proc/meminfo)
  printf '%sMB\n' $((quarter < 128 ? 128 : quarter > 2048 ? 2048 : quarter))
}

# The socket's folder is closed to other users, therefore trust is enough. terse: the DETAIL of an error repeats people's data.
write_cluster_settings() {
  local socket
  socket=$(socket_folder)
  as_server mkdir -p -m 700 "$socket"
  [[ $(stat -c %U "$socket") == "$(server_user)" ]] || fail "$socket belongs to somebody else"
  as_server tee "$(cluster_folder)/data/puskesos.conf" >/dev/null <<CONF
listen_addresses = ''
unix_socket_directories = '${socket//\'/\'\'}'
shared_buffers = $(shared_buffers)
max_connections = 100
timezone = 'UTC'
log_timezone = 'UTC'
log_min_messages = warning
log_error_verbosity = terse
synchronous_commit = on
CONF
}

# Starts the server, or attaches to one that an earlier, killed start has left running.
start_cluster() {
  local bin folder
  make_data
  cluster_exists || create_cluster
  if ! cluster_running; then
    bin=$(cluster_bin)
    folder=$(cluster_folder)
    write_cluster_settings
    as_server "$bin/pg_ctl" -D "$folder/data" -w -t 60 -s -l "$folder/server.log" start >"$DATA/logs/pg_ctl.log" 2>&1 9>&- \
      || { cat "$DATA/logs/pg_ctl.log" >&2; as_server tail -n 15 "$folder/server.log" >&2; fail "the private PostgreSQL did not start"; }
  fi
  private_psql postgres -c "SELECT 1 FROM pg_roles WHERE rolname = 'puskesos'" | grep -q 1 || private_psql postgres -c 'CREATE ROLE puskesos LOGIN'
  private_psql postgres -c "SELECT 1 FROM pg_database WHERE datname = 'puskesos'" | grep -q 1 || private_psql postgres -c 'CREATE DATABASE puskesos OWNER puskesos'
}

stop_cluster() {
  cluster_running || return 0
  as_server "$(cluster_bin)/pg_ctl" -D "$(cluster_folder)/data" -w -t 60 -s -m fast stop >"$DATA/logs/pg_ctl.log" 2>&1 9>&- || cat "$DATA/logs/pg_ctl.log" >&2
}

private_psql() {
  local database=$1
  shift
  "$(cluster_bin)/psql" -XAtq -v ON_ERROR_STOP=1 -h "$(socket_folder)" -U postgres -d "$database" "$@"
}

private_connection_string() { printf 'Host=%s;Username=puskesos;Database=puskesos\n' "$(socket_folder)"; }

# --- the connection that the product uses, given or private ------------------------------------------------------

# Sets PGHOST, PGUSER … for psql, pg_dump and pg_restore from a connection string in the product's own form.
export_pg_settings() {
  local pair key value
  local -a pairs
  IFS=';' read -ra pairs <<<"$1"
  for pair in "${pairs[@]}"; do
    key=${pair%%=*} value=${pair#*=}
    key=$(tr -d ' ' <<<"${key,,}")
    case $key in
      host | server) export PGHOST=$value ;;
      port) export PGPORT=$value ;;
      username | userid | user) export PGUSER=$value ;;
      password) export PGPASSWORD=$value ;;
      database | db) export PGDATABASE=$value ;;
      sslmode) export PGSSLMODE=${value,,} ;;
    esac
  done
}

# One process at a time starts and stops the private PostgreSQL; it holds descriptor 9 until it ends.
take_lock() {
  make_data
  touch "$DATA/start.lock" 2>/dev/null || fail "$DATA belongs to $(stat -c %U "$DATA"); run this as that user, or set PUSKESOS_DATA"
  exec 9>>"$DATA/start.lock"
  flock -w "${1:-5}" 9
}

# use_database: sets ConnectionStrings__Puskesos. Without a given one the private cluster is used: the one that start runs, or
# one that is started for this command only. "create" makes it when there is none.
STARTED_FOR_US=''
use_database() {
  if [[ -n ${ConnectionStrings__Puskesos:-} ]]; then return 0; fi
  if ! cluster_exists && [[ ${1:-} != create ]]; then return 0; fi
  if take_lock 0; then
    need_postgres
    cluster_running || STARTED_FOR_US=yes
    start_cluster
  else
    local tries=0
    until "$(cluster_bin)/pg_isready" -q -h "$(socket_folder)" -U puskesos -d puskesos 9>&-; do
      if ((++tries > 120)); then fail "another command holds the database in $DATA but it does not answer"; fi
      sleep 0.5
    done
    exec 9>&-
  fi
  ConnectionStrings__Puskesos=$(private_connection_string)
  export ConnectionStrings__Puskesos
}

release_database() {
  if [[ -n $STARTED_FOR_US ]]; then stop_cluster; STARTED_FOR_US=''; fi
}

# Where documents and the master key lie, for bot, admin and tool alike.
export_paths() {
  export Keys__Path=${Keys__Path:-$DATA/keys/master.key}
  export Documents__Path=${Documents__Path:-$DATA/documents}
  make_data
  mkdir -p "$(dirname "$Keys__Path")"
  chmod 700 "$(dirname "$Keys__Path")"
}

# --- build ---------------------------------------------------------------------------------------------------------

# Names and times of all that is compiled: a changed, new or deleted file gives another sum.
sources_sum() {
  (cd "$ROOT" && find core bot admin assets deploy/tool deploy/product.slnf Directory.Build.props Directory.Packages.props global.json .editorconfig \
    \( -name bin -o -name obj \) -prune -o -type f -printf '%p %T@\n' | LC_ALL=C sort | cksum)
}

# Publishes bot, admin and tool when a source is newer than what was published last.
# Without the analysers, which ./deploy/test runs and which take most of the time.
build_product() {
  local stamp=$ROOT/deploy/tool/obj/published
  make_data
  mkdir -p "${stamp%/*}"
  (
    umask 022
    flock 8
    sum=$(sources_sum)
    if [[ -f $BOT && -f $ADMIN && -f $TOOL && $sum == "$(cat "$stamp" 2>/dev/null)" ]]; then exit 0; fi
    say "building" >&2
    dotnet publish "$ROOT/deploy/product.slnf" -c Release -v q -p:RunAnalyzers=false >"$DATA/logs/build.log" 2>&1 </dev/null 9>&- 8>&- \
      || { grep -E 'error|Error' "$DATA/logs/build.log" | sort -u | head -n 20 >&2; fail "the build failed, see $DATA/logs/build.log"; }
    printf '%s\n' "$sum" >"$stamp"
  ) 8>>"$stamp.lock"
}

# --- asking a process ------------------------------------------------------------------------------------------------

port_in_use() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Prints the status of GET http://127.0.0.1:<port><path>, nothing when nobody answers. No curl: a fresh machine has none.
http_status() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
    IFS=' ' read -r -t 5 _ status _ <&3 && printf '%s\n' "$status"
  ) 2>/dev/null || true
}
