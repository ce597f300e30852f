#!/bin/sh
# Runs the builds of this folder on a real builder and says for each step whether it did what was expected.
#
#   sh prove.sh [--builder NAME [--prune]] [--keep] [--dry-run]
#
# Without --builder a new BuildKit builder is made and removed at the end, so that its cache begins empty.
#   --builder NAME   takes a builder that is there (or set LAYERSCOPE_BUILDER); its cache stays as it is
#   --prune          empties the cache of that builder first
#   --keep           keeps the contexts and the logs that were made, and the builder
#   --dry-run        lays out the contexts and prints the commands, but builds nothing
#
# Ends with 0 where all that could be compared agrees, 1 where something differs, 2 where nothing could be compared.
# Names, arguments and contents are read from files and never run as commands.
set -u
LC_ALL=C
export LC_ALL
umask 022

case $(uname) in
  MINGW* | MSYS* | CYGWIN*)
    printf '%s\n' "Here a backslash divides names and modes get lost. Run it in WSL." >&2
    exit 2
    ;;
esac

docker=${DOCKER:-docker}
builder=${LAYERSCOPE_BUILDER:-}
prune=no keep=no dry=no own=no

say() { printf '%s\n' "$@"; }
stop() {
  say "$*" >&2
  exit 2
}

while [ $# -gt 0 ]; do
  case $1 in
    --builder)
      [ $# -gt 1 ] || stop "--builder needs a name"
      builder=$2
      shift
      ;;
    --builder=*) builder=${1#--builder=} ;;
    --prune) prune=yes ;;
    --keep) keep=yes ;;
    --dry-run) dry=yes ;;
    -h | --help)
      sed -n '2,12s/^# \{0,1\}//p' "$0"
      exit 0
      ;;
    *) stop "Unknown option: $1" ;;
  esac
  shift
done

here=$(cd "$(dirname "$0")" && pwd) || exit 2
work=$here/work-$$
log=$work/logs
tab=$(printf '\t')

cleanup() {
  trap - EXIT
  if [ $keep = yes ]; then
    say "Kept: $work"
    [ $own = no ] || say "Kept: the builder $builder (docker buildx rm $builder)"
    return
  fi
  [ $own = no ] || "$docker" buildx rm --force "$builder" >/dev/null 2>&1
  # Folders alone: a link leads out, and what it leads to keeps its mode.
  find "$work" -type d ! -perm -700 -exec chmod u+rwx {} \; 2>/dev/null
  rm -rf "$work"
}
# Nobody else reads it or runs what is in it.
mkdir -m 700 "$work" || exit 2
trap cleanup EXIT
trap 'exit 130' HUP INT TERM

mkdir "$work/context" "$work/secrets" "$log" || exit 2
if [ -d "$here/secrets" ]; then cp "$here"/secrets/* "$work/secrets/"; fi

if [ $dry = no ]; then
  command -v "$docker" >/dev/null 2>&1 || stop "There is no docker command. Install Docker, or set DOCKER to one."
  "$docker" buildx version >/dev/null 2>&1 || stop "docker has no buildx. It is a plug-in of every Docker since 2022."
  if [ -z "$builder" ]; then
    builder=layerscope-proof-$$
    "$docker" buildx create --name "$builder" --driver docker-container >"$log/builder.txt" 2>&1 || {
      cat "$log/builder.txt" >&2
      stop "No builder could be made. --builder NAME takes one that is there."
    }
    own=yes
    say "A new builder: $builder."
  elif [ $prune = yes ]; then
    "$docker" buildx prune --builder "$builder" --all --force >"$log/builder.txt" 2>&1 || stop "The cache of $builder could not be emptied."
  else
    say "The cache of $builder stays as it is. Where it has steps of these builds already, they differ."
  fi
fi

# $decoded: a field of a table as it was before it was written there.
decode() {
  decoded=$(printf '%bx' "$1")
  decoded=${decoded%x}
}

# $at: a place in the context; nothing leads out of it, no link on the way either. Where a disk takes two names for one (A and a on
# most Macs), a link may lie where a folder was meant, and the second of two files is the first.
place() {
  decode "$1"
  case /$decoded/ in
    */../* | */./* | *//*) stop "Not a path in the context: $1" ;;
  esac
  linked "$decoded" && stop "A link is in the way, so nothing is written: $1"
  at=$work/context/$decoded
  if [ -e "$at" ] || [ -L "$at" ]; then
    listed "$at" || stop "Two names of a folder are one on this disk: $1. Try where upper and lower case differ."
  fi
}

# Whether a folder on the way to a path of the context is a link.
linked() {
  through=$work/context rest=$1
  while :; do
    case $rest in
      */*) through=$through/${rest%%/*} rest=${rest#*/} ;;
      *) return 1 ;;
    esac
    [ ! -L "$through" ] || return 0
  done
}

# Whether what lies at a path has that very name.
listed() {
  for entry in "${1%/*}"/* "${1%/*}"/.*; do
    [ "$entry" != "$1" ] || return 0
  done
  return 1
}

# chmod follows a link, and mkdir takes one for a folder.
unlinked() { [ ! -L "$at" ] || stop "A link is in the way, so nothing is written: $1"; }

# As many bytes as asked for, the same for the same seed.
filler() {
  SEED=$2 SIZE=$1 awk 'BEGIN {
    left = ENVIRON["SIZE"] + 0
    line = ENVIRON["SEED"] "\n"
    while (length(line) < 4096) line = line line
    for (; left >= length(line); left -= length(line)) printf "%s", line
    if (left > 0) printf "%s", substr(line, 1, left)
  }'
}

# The changes of a build, done to the context; modes of folders come last, because some let nothing be written.
lay_out() {
  while IFS=$tab read -r op path mode size seed; do
    place "$path"
    case $op in
      remove) rm -rf "$at" ;;
      folder) unlinked "$path" && mkdir -p "$at" ;;
      file)
        decode "$size"
        rm -rf "$at" && cp "$1/$decoded" "$at" && chmod "$mode" "$at"
        ;;
      filler) rm -rf "$at" && filler "$size" "$seed" >"$at" && chmod "$mode" "$at" ;;
      link)
        decode "$mode"
        rm -rf "$at" && ln -s -- "$decoded" "$at"
        ;;
      mode) unlinked "$path" && chmod "$mode" "$at" ;;
      *) stop "Unknown change: $op" ;;
    esac || stop "Could not lay out: $path"
  done <"$1/changes.tsv"
  while IFS=$tab read -r op path mode size seed; do
    [ "$op" = folder ] || continue
    place "$path"
    unlinked "$path"
    chmod "$mode" "$at" || stop "Could not lay out: $path"
  done <"$1/changes.tsv"
}

# Names and reasons come from others, and some signs are commands to a terminal: in UTF-8, C1 controls and what turns the direction of
# text become a C0 control, and those a space.
c1="$(printf '\302')[$(printf '\200')-$(printf '\237')]"
alm=$(printf '\330\234')
marks="$(printf '\342\200')[$(printf '\216\217\250')-$(printf '\256')]"
isolates="$(printf '\342\201')[$(printf '\246')-$(printf '\251')]"
tidy() { sed -e "s/$c1/$(printf '\001')/g" -e "s/$alm/$(printf '\001')/g" -e "s/$marks/$(printf '\001')/g" -e "s/$isolates/$(printf '\001')/g"; }

quoted() { printf "'%s'" "$(printf '%s' "$1" | tidy | tr '\001-\037\177' ' ' | sed "s/'/'\\\\''/g")"; }

# Expected steps and a log in plain progress, side by side. ok: the build was expected to succeed; code: what docker
# ended with; broken: an earlier build could not be done here.
compare() {
  TOTALS=$6 awk -F "$tab" -v ok="$3" -v code="$4" -v broken="$5" '
    function clean(text) {
      gsub(/@sha256:[0-9a-f]+/, "", text)
      gsub(/[[:cntrl:]]+/, " ", text)
      sub(/^ +/, "", text)
      sub(/ +$/, "", text)
      return text
    }
    function tell(verdict, words, name) {
      count[verdict]++
      printf "  %-7s %-24s %s\n", verdict, words, name
    }
    function bare(text) {
      sub(/^\[[^]]*\] /, "", text)
      return text
    }
    # The step of the log that an expectation is about; one that did as expected before one that did not.
    function pair(w, loosely,    f, id, best) {
      for (f = 1; f <= found; f++) {
        id = steps[f]
        if (id in used || (loosely ? bare(called[id]) != bare(name[w]) : called[id] != name[w])) continue
        if (best == "" || (state[id] == outcome[w] && state[best] != outcome[w])) best = id
      }
      if (best == "") return
      used[best] = 1
      found_as[w] = best
    }
    FILENAME == ARGV[1] {
      wanted++
      name[wanted] = $1
      outcome[wanted] = $2
      if ($2 == "failed") failing = 1
      modelled[wanted] = $3 != "exact"
      base[wanted] = $4 == "base"
      command[wanted] = $4 == "command"
      next
    }
    /^#[0-9]+ / {
      id = $0
      sub(/ .*/, "", id)
      rest = substr($0, length(id) + 2)
      if (!(id in called)) {
        called[id] = clean(rest)
        order[++seen] = id
        state[id] = "absent"
      } else if (rest == "CACHED") state[id] = "cached"
      else if (rest ~ /^DONE [0-9.]+s$/ && state[id] == "absent") state[id] = "run"
      else if (rest ~ /^ERROR: /) {
        state[id] = "failed"
        reason = substr(rest, 8)
      }
      next
    }
    /^ERROR: / { last = substr($0, 8) }
    END {
      environment = "failed to resolve source metadata|failed to authorize|failed to do request|failed to fetch|pull access denied|no such host|i/o timeout|connection refused|toomanyrequests|Too Many Requests|exec format error|annot connect to the Docker daemon|no space left|exporter is not supported"
      if (reason == "") reason = last
      surprise = code != 0 && ok == "yes"
      stuck = code != 0 && (seen == 0 || reason ~ environment || last ~ environment)
      for (s = 1; s <= seen; s++) if (state[order[s]] == "failed") reached = 1
      for (s = 1; s <= seen; s++) if (called[order[s]] ~ /^\[/ && called[order[s]] !~ /^\[([a-z0-9\/]+ )?(internal|auth)\]/) steps[++found] = order[s]
      for (w = 1; w <= wanted; w++) pair(w, 0)
      # Of two equal stages either may give its name to what they share.
      for (w = 1; w <= wanted; w++) if (!(w in found_as)) pair(w, 1)
      for (w = 1; w <= wanted; w++) {
        got = w in found_as ? state[found_as[w]] : "absent"
        if (got == outcome[w]) tell("agree", got, name[w])
        else if (base[w] && got != "failed" && got != "absent" && outcome[w] != "failed" && outcome[w] != "absent") tell("agree", got, name[w])
        else if (got == "failed" && command[w]) { tell("open", "failed here", name[w]); stuck = 1 }
        else if (stuck && got != "cached") tell("open", got == "failed" ? "failed here" : "not reached", name[w])
        else if (ok != "yes" && code != 0 && got != "failed" && (outcome[w] != "failed" || reached)) tell("open", "stopped early or late", name[w])
        else if (broken == "yes") tell("open", got ", expected " outcome[w], name[w])
        else { tell("differ", got ", expected " outcome[w], name[w] (modelled[w] ? "  (modelled)" : "")); if (modelled[w]) guessed++ }
      }
      for (f = 1; f <= found; f++) if (!(steps[f] in used)) tell(broken == "yes" || stuck ? "open" : "differ", state[steps[f]] ", not expected", called[steps[f]])
      if (surprise || stuck) print "  The build failed here: " clean(reason)
      if (ok != "yes" && code == 0) tell("differ", "succeeded", "the build, which was expected to fail")
      if (ok != "yes" && code != 0 && !failing && !stuck) tell("agree", "failed", "the build, outside of its steps")
      printf "%d %d %d %d %s\n", count["agree"], count["differ"], count["open"], guessed, stuck ? "yes" : "no" > ENVIRON["TOTALS"]
    }' "$1" "$2"
}

agree=0 differ=0 open=0 guessed=0 broken=no
for number in $(cat "$here/builds/order.txt" | tr -d '\r'); do
  case $number in *[!0-9]*) stop "Not a number: $number" ;; esac
  build=$here/builds/$number
  lay_out "$build"
  say "" "Build $number"
  fresh=no expected=yes file=Dockerfile
  if [ -f "$build/fresh" ]; then fresh=yes; fi
  if [ -f "$build/fails" ]; then expected=no; fi
  if [ -f "$build/not-run.txt" ]; then
    say "  Not built here. $(cat "$build/not-run.txt")"
    broken=yes
    continue
  fi
  [ ! -f "$build/notes.txt" ] || sed 's/^/  /' "$build/notes.txt"
  set --
  while IFS= read -r line; do
    decode "$line"
    set -- "$@" "$decoded"
    case $line in --file=*) file=${line#--file=} ;; esac
  done <"$build/args.tsv"
  # buildx gives the builder the folder of the Dockerfile, and it follows links to it.
  place "$file"
  if [ -L "$at" ]; then
    say "  Not built here. Its Dockerfile is a link."
    broken=yes
    continue
  fi
  for secret in "$work"/secrets/*; do
    [ -f "$secret" ] || continue
    set -- "$@" "--secret=id=${secret##*/},src=../secrets/${secret##*/}"
  done
  set -- buildx build --progress=plain --output=type=oci,dest=../image.tar --provenance=false "$@"
  [ -z "$builder" ] || set -- "$@" "--builder=$builder"
  if [ $dry = yes ]; then
    printf '  %s' "$docker"
    for argument in "$@"; do printf ' %s' "$(quoted "$argument")"; done
    say " ."
    continue
  fi
  if [ $fresh = yes ] && { [ $own = yes ] || [ $prune = yes ]; }; then
    "$docker" buildx prune --builder "$builder" --all --force >>"$log/builder.txt" 2>&1 || stop "The cache of $builder could not be emptied."
    broken=no
  fi
  (cd "$work/context" && "$docker" "$@" .) >"$log/$number.txt" 2>&1 </dev/null
  code=$?
  rm -f "$work/image.tar"
  if [ -f "$build/not-compared.txt" ]; then
    say "  Built, but not compared. $(cat "$build/not-compared.txt")"
    broken=yes
    continue
  fi
  tidy <"$log/$number.txt" >"$log/$number.tidy"
  compare "$build/expected.tsv" "$log/$number.tidy" "$expected" "$code" "$broken" "$log/$number.totals" || stop "awk could not compare."
  read -r a d o g stuck <"$log/$number.totals"
  agree=$((agree + a)) differ=$((differ + d)) open=$((open + o)) guessed=$((guessed + g))
  [ "$stuck" = no ] || broken=yes
done

[ $dry = no ] || exit 0
say "" "$agree agree, $differ differ, $open open."
[ "$guessed" -eq 0 ] || say "Of those that differ, $guessed rest on a command that was modelled."
[ "$open" -eq 0 ] || say "Open: this machine could not do the build, or which steps end is a race."
if [ "$differ" -gt 0 ]; then exit 1; fi
if [ "$agree" -eq 0 ]; then exit 2; fi
exit 0
