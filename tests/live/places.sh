#!/usr/bin/env bash
# Backups on servers that others wrote: WsgiDAV, Apache's mod_dav, rclone (which ignores conditions) and moto's S3. The suite
# of all places runs over each, and the released program sets backups up there, makes, lists, verifies and drills them, and
# restores them into a new vault, also by the keyboard alone. Apache is asked over TLS too, with a certificate that is trusted and with one that is not.
# Installs what it needs; the servers listen on loopback only and end with the suite.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/live/shared/need.sh

need apache2 apache2 || exit 1
need rclone rclone || exit 1
need openssl openssl || exit 1

venv=target/places/venv
if ! "$venv/bin/python" -c 'import boto3, cheroot, moto.server, wsgidav' 2>/dev/null; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet -r tests/live/places-requirements.txt || { echo "the Python packages could not be installed"; exit 1; }
fi
program=${PULIH_BIN:-target/release/pulih}
[ -x "$program" ] || cargo build --quiet --release
program=$(realpath "$program")

home=$(mktemp -d)
chmod 755 "$home"
running=()
trap 'kill "${running[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$home"' EXIT

read -r wsgidav_port apache_port tls_port rclone_port moto_port < <(python3 - <<'PY'
import socket
held = [socket.create_server(("127.0.0.1", 0)) for _ in range(5)]
print(*(one.getsockname()[1] for one in held))
PY
)
user=mira password=app-password-17

awaited() { # name, port: until somebody listens there
    for _ in $(seq 300); do
        if (exec 3<>"/dev/tcp/127.0.0.1/$2") 2>/dev/null; then return 0; fi
        sleep 0.2
    done
    echo "$1 did not start"
    cat "$home/$1.log"
    exit 1
}

# -- WsgiDAV
mkdir "$home/wsgidav"
cat >"$home/wsgidav.yaml" <<YAML
host: 127.0.0.1
port: $wsgidav_port
provider_mapping: {"/": "$home/wsgidav"}
http_authenticator: {accept_basic: true, accept_digest: false, default_to_digest: false}
simple_dc: {user_mapping: {"*": {"$user": {password: "$password"}}}}
YAML
"$venv/bin/wsgidav" --config "$home/wsgidav.yaml" >"$home/wsgidav.log" 2>&1 & running+=($!)

# -- Apache, with and without TLS
mkdir "$home/apache" "$home/apache/files"
[ "$(id -u)" != 0 ] || chown -R www-data "$home/apache"
printf '%s:{SHA}%s\n' "$user" "$(printf %s "$password" | openssl dgst -sha1 -binary | openssl base64)" >"$home/apache.users"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext 'subjectAltName=DNS:localhost' \
    -addext 'basicConstraints=critical,CA:FALSE' -keyout "$home/key.pem" -out "$home/certificate.pem" 2>/dev/null
modules=/usr/lib/apache2/modules
cat >"$home/apache.conf" <<CONF
ServerRoot $home/apache
ServerName localhost
PidFile $home/apache/pid
ErrorLog $home/apache.log
Listen 127.0.0.1:$apache_port
Listen 127.0.0.1:$tls_port
LoadModule mpm_event_module $modules/mod_mpm_event.so
LoadModule authn_core_module $modules/mod_authn_core.so
LoadModule authn_file_module $modules/mod_authn_file.so
LoadModule authz_core_module $modules/mod_authz_core.so
LoadModule authz_user_module $modules/mod_authz_user.so
LoadModule auth_basic_module $modules/mod_auth_basic.so
LoadModule dav_module $modules/mod_dav.so
LoadModule dav_fs_module $modules/mod_dav_fs.so
LoadModule ssl_module $modules/mod_ssl.so
User www-data
Group www-data
DocumentRoot $home/apache/files
DavLockDB $home/apache/locks
<Directory $home/apache/files>
    Dav On
    AuthType Basic
    AuthName files
    AuthUserFile $home/apache.users
    Require valid-user
</Directory>
<VirtualHost 127.0.0.1:$tls_port>
    SSLEngine on
    SSLCertificateFile $home/certificate.pem
    SSLCertificateKeyFile $home/key.pem
</VirtualHost>
CONF
apache2 -f "$home/apache.conf" -DFOREGROUND >>"$home/apache.log" 2>&1 & running+=($!)

# -- rclone
mkdir "$home/rclone"
rclone serve webdav "$home/rclone" --addr "127.0.0.1:$rclone_port" --user "$user" --pass "$password" \
    --config /dev/null >"$home/rclone.log" 2>&1 & running+=($!)

# -- S3
"$venv/bin/moto_server" -H 127.0.0.1 -p "$moto_port" >"$home/moto.log" 2>&1 & running+=($!)

awaited wsgidav "$wsgidav_port"
awaited apache "$apache_port"
awaited rclone "$rclone_port"
awaited moto "$moto_port"
"$venv/bin/python" - "$moto_port" <<'PY'
import boto3, sys
s3 = boto3.client("s3", endpoint_url=f"http://127.0.0.1:{sys.argv[1]}", region_name="us-east-1",
                  aws_access_key_id="AKIAEXAMPLE", aws_secret_access_key="app-password-17")
s3.create_bucket(Bucket="kept")
PY

servers="wsgidav webdav+http://$user@127.0.0.1:$wsgidav_port
apache webdav+http://$user@127.0.0.1:$apache_port
rclone webdav+http://$user@127.0.0.1:$rclone_port
moto s3+http://AKIAEXAMPLE@127.0.0.1:$moto_port/kept"

PULIH_TEST_PLACES=$(while read -r name address; do echo "$name $address/suite/inner $password"; done <<<"$servers") \
    cargo test --quiet --test backup servers_of_others -- --nocapture

# -- The program, as a person uses it
phrase='correct horse battery staple'
recovery='a lamp beside the harbour'
pulih() { "$program" --vault "$at/vault.pulih" --state "$at/state" "$@"; }
cost=(--kdf-memory 64 --kdf-time 3)

whole_way() { # name, address
    at=$home/$1.home
    mkdir "$at"
    printf '%s\n' "$phrase" | pulih init --quiet --passphrase-fd 0 "${cost[@]}"
    for account in Harbour Ferry Lamp; do
        printf '%s\notpauth://totp/%s:mira?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=%s\n' "$phrase" "$account" "$account" |
            pulih add --quiet --passphrase-fd 0 --uri-fd 0 >/dev/null
    done
    printf '%s\n' "$phrase" "$password" "$recovery" |
        pulih backup setup --account mira@example.com --place "$2" --passphrase-fd 0 --place-secret-fd 0 --recovery-password-fd 0 "${cost[@]}"
    printf '%s\n' "$phrase" | pulih backup now --passphrase-fd 0
    printf '%s\n' "$phrase" | pulih backup list --passphrase-fd 0 --json | python3 -c '
import json, sys
rows = json.load(sys.stdin)
assert len(rows) == 2 and all(row["verified_at"] and row["fits"] for row in rows), rows'
    printf '%s\n' "$phrase" | pulih backup verify --all --passphrase-fd 0
    printf '%s\n' "$phrase" "$recovery" | pulih backup drill --passphrase-fd 0 --recovery-password-fd 0 --json | python3 -c '
import json, sys
assert len(json.load(sys.stdin)["codes_at_once"]) == 3'
    # The computer is lost.
    rm -rf "$at"
    mkdir "$at"
    printf '%s\n' "$phrase" "$password" "$recovery" |
        pulih restore --from "$2" --account mira@example.com --passphrase-fd 0 --place-secret-fd 0 --recovery-password-fd 0 --json |
        python3 -c '
import json, sys
report = json.load(sys.stdin)
assert report["restored"] == 3 and len(report["codes_at_once"]) == 3, report'
    printf '%s\n' "$phrase" | pulih list --passphrase-fd 0 --json | python3 -c '
import json, sys
rows = json.load(sys.stdin)
assert len(rows) == 3, rows'
    # A wrong password of the place: said, and nothing is there.
    rm -rf "$at"
    mkdir "$at"
    local outcome=0
    printf '%s\n' "$phrase" wrong "$recovery" |
        pulih restore --from "$2" --account mira@example.com --passphrase-fd 0 --place-secret-fd 0 --recovery-password-fd 0 \
        >/dev/null 2>"$at/said" || outcome=$?
    if [ "$1" != moto ]; then
        [ "$outcome" = 1 ] && grep -q 'does not accept this name and password' "$at/said" && [ ! -e "$at/vault.pulih" ] ||
            { echo "$1: exit $outcome"; cat "$at/said"; exit 1; }
    fi
    echo "checked: places: $1: set up, backed up, verified, drilled, restored"
}

while read -r name address; do whole_way "$name" "$address/My%20backups" </dev/null; done <<<"$servers"

# -- The whole way back of a lost computer, by the keyboard and by one command
while read -r name address; do
    case $address in webdav*)
        PULIH_TEST_WEBDAV="$address/The%20way%20back $password" PULIH_TEST_BINARY=$program \
            cargo test --quiet --test tui from_a_server_that_others_wrote -- --nocapture </dev/null
        echo "checked: places: $name: twelve accounts by the keyboard alone and by one command" ;;
    esac
done <<<"$servers"

# -- TLS: a certificate that this computer trusts, and the same one where it does not.
tls=webdav+https://$user@localhost:$tls_port
at=$home/tls
mkdir "$at"
printf '%s\n' "$password" | SSL_CERT_FILE=$home/certificate.pem pulih backup list --place "$tls/My%20backups" --place-secret-fd 0 --json |
    python3 -c '
import json, sys
assert len(json.load(sys.stdin)) == 2'
outcome=0
printf '%s\n' "$password" | pulih backup list --place "$tls/My%20backups" --place-secret-fd 0 2>"$at/said" || outcome=$?
[ "$outcome" = 1 ] && grep -q 'does not prove' "$at/said" || { echo "TLS: exit $outcome"; cat "$at/said"; exit 1; }
echo "checked: places: a certificate that is trusted, and one that is not"
