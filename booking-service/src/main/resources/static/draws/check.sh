#!/bin/bash
# Checks a published draw (huiwei-draw/1) with nothing but openssl:
#   curl -s https://…/api/draws/ID > draw.json; bash check.sh draw.json
# It computes everything again from the seed, the digits, the beacon and the list, and believes no result.
set -euo pipefail
json=$(tr -d '\n' < "$1")
facts=${json%%\"tickets\":*}
fact() { sed -nE "s/.*\"$1\":\"?([^\",}]*)\"?.*/\1/p" <<< "$facts"; }
hex() { printf %s "$1" | od -An -v -tx1 | tr -d ' \n'; }
raw() { printf "$(sed 's/../\\x&/g' <<< "$1")"; }
sha() { raw "$1" | openssl dgst -sha256 -r | cut -c1-64; }
hmac() { raw "$2" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$1" -r | cut -c1-64; }
enc() { for field; do printf '%08x%s' $((${#field} / 2)) "$field"; done; }
same() { [ "$2" = "$3" ] || { echo "WRONG $1: published $3, computed $2"; exit 1; }; echo "right $1 $2"; }

draw=$(hex "$(fact draw)") seed=$(fact officeSeed)
same commitment "$(sha "$(enc "$(hex 'huiwei-draw/1 commit')" "$draw" "$seed")")" "$(fact commitment)"

# The list, in the order of the tickets: ticket category chances choicesHash number rank
list=$(grep -oE '\{"ticket"[^}]*\}' <<< "${json#"$facts"}" | sed -E \
  's/.*"ticket":"([^"]*)","category":"([^"]*)","chances":([0-9]+),"choicesHash":"([^"]*)","number":"([^"]*)","rank":([0-9]+).*/\1 \2 \3 \4 \5 \6/' \
  | LC_ALL=C sort) || true
count=$(grep -c . <<< "$list") || true
same count "$count" "$(fact count)"

nodes=()
while read -r ticket category chances choices _ _; do
  [ -z "$ticket" ] || nodes+=("$(sha "00$(enc "$draw" "$(hex "$ticket")" "$(hex "$category")" \
    "$(hex "$chances")" "$(hex "$choices")")")")
done <<< "$list"
while [ ${#nodes[@]} -gt 1 ]; do
  above=()
  for ((at = 0; at < ${#nodes[@]}; at += 2)); do
    if ((at + 1 < ${#nodes[@]})); then above+=("$(sha "01${nodes[at]}${nodes[at + 1]}")"); else above+=("${nodes[at]}"); fi
  done
  nodes=("${above[@]}")
done
root=${nodes[0]:-$(sha "")}
same root "$root" "$(fact root)"

key=$(hmac "$root" "$(enc "$(hex 'huiwei-draw/1 key')" "$draw" "$(hex "$count")" "$seed" \
  "$(sha "$(hex "$(fact witnessDigits)")")" "$(fact beaconValue)")")
same key "$key" "$(fact key)"

while read -r ticket _ chances _ number rank; do
  [ -n "$ticket" ] || continue
  for ((j = 1; j <= chances; j++)); do
    hmac "$key" "$(enc "$(hex 'huiwei-draw/1 number')" "$(hex "$ticket")" "$(hex "$j")")"
  done | LC_ALL=C sort | head -n 1 | sed "s/\$/ $ticket $number $rank/"
done <<< "$list" | LC_ALL=C sort | {
  at=0
  while read -r computed ticket number rank; do
    at=$((at + 1))
    [ "$computed $at" = "$number $rank" ] || {
      echo "WRONG ticket $ticket: published $number rank $rank, computed $computed rank $at"; exit 1; }
  done
}
echo "right numbers and ranks of $count tickets"
