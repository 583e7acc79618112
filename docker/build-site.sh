#!/usr/bin/env bash
# Build a site for the nginx of the Dockerfile: build-site.sh <folder>
#
# FOLDERS     the docfx folders, one for each language, with spaces between them
# URL, BASE   where the site will be: https://guides.example and /
# SERVED      where nginx will find the folder `www` (default: /srv/www)
# PORT        where it will listen (default: 80)
# PASSERELLE  how Passerelle is started (default: passerelle)
set -euo pipefail

out=${1:?Say where to put the site: build-site.sh <folder>}
: "${FOLDERS:?Set FOLDERS to the docfx folders, such as FOLDERS=\"en-us fr-fr\".}"
: "${URL:?Set URL to the address of the site, such as URL=https://guides.example.}"
base=${BASE:-/}
served=${SERVED:-/srv/www}
read -ra folders <<<"$FOLDERS"
read -ra passerelle <<<"${PASSERELLE:-passerelle}"

mkdir -p "$out/www"
site=$out/www${base%/}
[ "$base" = / ] || mkdir -p "$(dirname "$site")"
"${passerelle[@]}" build "${folders[@]}" --url "$URL" --base "$base" --out "$site"

cat >"$out/nginx.conf" <<END
include $served${base%/}/.nginx/http.conf;
server {
  listen ${PORT:-80};
  root $served;
  include $served${base%/}/.nginx/server.conf;
}
END
