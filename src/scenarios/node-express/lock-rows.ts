/** Packages that npm resolved for the manifest, development packages with them. */
export const lockRows = `
@esbuild/aix-ppc64 0.28.2 dev optional os:aix cpu:ppc64
@esbuild/android-arm 0.28.2 dev optional os:android cpu:arm
@esbuild/android-arm64 0.28.2 dev optional os:android cpu:arm64
@esbuild/android-x64 0.28.2 dev optional os:android cpu:x64
@esbuild/darwin-arm64 0.28.2 dev optional os:darwin cpu:arm64
@esbuild/darwin-x64 0.28.2 dev optional os:darwin cpu:x64
@esbuild/freebsd-arm64 0.28.2 dev optional os:freebsd cpu:arm64
@esbuild/freebsd-x64 0.28.2 dev optional os:freebsd cpu:x64
@esbuild/linux-arm 0.28.2 dev optional os:linux cpu:arm
@esbuild/linux-arm64 0.28.2 dev optional os:linux cpu:arm64
@esbuild/linux-ia32 0.28.2 dev optional os:linux cpu:ia32
@esbuild/linux-loong64 0.28.2 dev optional os:linux cpu:loong64
@esbuild/linux-mips64el 0.28.2 dev optional os:linux cpu:mips64el
@esbuild/linux-ppc64 0.28.2 dev optional os:linux cpu:ppc64
@esbuild/linux-riscv64 0.28.2 dev optional os:linux cpu:riscv64
@esbuild/linux-s390x 0.28.2 dev optional os:linux cpu:s390x
@esbuild/linux-x64 0.28.2 dev optional os:linux cpu:x64
@esbuild/netbsd-arm64 0.28.2 dev optional os:netbsd cpu:arm64
@esbuild/netbsd-x64 0.28.2 dev optional os:netbsd cpu:x64
@esbuild/openbsd-arm64 0.28.2 dev optional os:openbsd cpu:arm64
@esbuild/openbsd-x64 0.28.2 dev optional os:openbsd cpu:x64
@esbuild/openharmony-arm64 0.28.2 dev optional os:openharmony cpu:arm64
@esbuild/sunos-x64 0.28.2 dev optional os:sunos cpu:x64
@esbuild/win32-arm64 0.28.2 dev optional os:win32 cpu:arm64
@esbuild/win32-ia32 0.28.2 dev optional os:win32 cpu:ia32
@esbuild/win32-x64 0.28.2 dev optional os:win32 cpu:x64
@eslint-community/eslint-utils 4.10.1 dev
@eslint-community/eslint-utils/node_modules/eslint-visitor-keys 3.4.3 dev
@eslint-community/regexpp 4.12.3 dev
@eslint/config-array 0.21.2 dev
@eslint/config-helpers 0.4.2 dev
@eslint/core 0.17.0 dev
@eslint/eslintrc 3.3.7 dev
@eslint/js 9.39.5 dev
@eslint/object-schema 2.1.7 dev
@eslint/plugin-kit 0.4.1 dev
@humanfs/core 0.19.2 dev
@humanfs/node 0.16.8 dev
@humanfs/types 0.15.0 dev
@humanwhocodes/module-importer 1.0.1 dev
@humanwhocodes/retry 0.4.3 dev
@jridgewell/sourcemap-codec 1.6.0 dev
@pinojs/redact 0.4.0
@rollup/rollup-linux-arm64-gnu 4.68.7 dev optional os:linux cpu:arm64 libc:glibc
@rollup/rollup-linux-x64-gnu 4.68.7 dev optional os:linux cpu:x64 libc:glibc
@types/chai 5.2.3 dev
@types/deep-eql 4.0.2 dev
@types/estree 1.0.10 dev
@types/json-schema 7.0.15 dev
@vitest/expect 3.2.7 dev
@vitest/mocker 3.2.7 dev
@vitest/pretty-format 3.2.7 dev
@vitest/runner 3.2.7 dev
@vitest/snapshot 3.2.7 dev
@vitest/spy 3.2.7 dev
@vitest/utils 3.2.7 dev
accepts 2.0.0
acorn 8.19.0 dev bin:acorn=bin/acorn
acorn-jsx 5.3.2 dev
ajv 6.15.0 dev
ansi-styles 4.3.0 dev
argparse 2.0.1 dev
assertion-error 2.0.1 dev
async-function 1.0.0
async-generator-function 1.0.0
atomic-sleep 1.0.0
balanced-match 1.0.2 dev
body-parser 2.4.0
brace-expansion 1.1.22 dev
bytes 3.1.2
cac 6.7.14 dev
call-bind-apply-helpers 1.0.2
call-bound 1.0.4
callsites 3.1.0 dev
chai 5.3.3 dev
chalk 4.1.2 dev
check-error 2.1.3 dev
color-convert 2.0.1 dev
color-name 1.1.4 dev
concat-map 0.0.1 dev
content-disposition 2.0.1
content-type 2.1.0
cookie 0.7.2
cookie-signature 1.2.2
cross-spawn 7.0.6 dev
debug 4.4.3
deep-eql 5.0.2 dev
deep-is 0.1.4 dev
depd 2.0.0
dunder-proto 1.0.1
ee-first 1.1.1
encodeurl 2.0.3
es-define-property 1.0.1
es-errors 1.3.0
es-module-lexer 1.7.0 dev
es-object-atoms 1.1.2
esbuild 0.28.2 dev bin:esbuild=bin/esbuild
escape-html 1.0.3
escape-string-regexp 4.0.0 dev
eslint 9.39.5 dev bin:eslint=bin/eslint.js
eslint-scope 8.4.0 dev
eslint-visitor-keys 4.2.1 dev
espree 10.4.0 dev
esquery 1.7.0 dev
esrecurse 4.3.0 dev
estraverse 5.3.0 dev
estree-walker 3.0.3 dev
esutils 2.0.3 dev
etag 1.8.1
expect-type 1.4.0 dev
express 5.3.0
fast-deep-equal 3.1.3 dev
fast-json-stable-stringify 2.1.0 dev
fast-levenshtein 2.0.6 dev
fdir 6.5.0 dev
file-entry-cache 8.0.0 dev
finalhandler 2.1.1
find-up 5.0.0 dev
flat-cache 4.0.1 dev
flatted 3.4.4 dev
forwarded 0.2.0
fresh 2.0.0
fsevents 2.3.3 dev optional os:darwin
function-bind 1.1.2
generator-function 2.0.1
get-intrinsic 1.3.1
get-proto 1.0.1
glob-parent 6.0.2 dev
globals 14.0.0 dev
gopd 1.2.0
has-flag 4.0.0 dev
has-symbols 1.1.0
hasown 2.0.4
http-errors 2.0.1
iconv-lite 0.7.3
ignore 5.3.2 dev
import-fresh 3.3.1 dev
imurmurhash 0.1.4 dev
inherits 2.0.4
ipaddr.js 1.9.1
is-extglob 2.1.1 dev
is-glob 4.0.3 dev
is-promise 4.0.0
isexe 2.0.0 dev
js-tokens 9.0.1 dev
js-yaml 4.3.2 dev bin:js-yaml=bin/js-yaml.js
json-buffer 3.0.1 dev
json-schema-traverse 0.4.1 dev
json-stable-stringify-without-jsonify 1.0.1 dev
keyv 4.5.4 dev
levn 0.4.1 dev
locate-path 6.0.0 dev
lodash.merge 4.6.2 dev
loupe 3.2.1 dev
magic-string 0.30.21 dev
math-intrinsics 1.1.0
media-typer 1.1.1
merge-descriptors 2.0.0
mime-db 1.54.0
mime-types 3.0.2
minimatch 3.1.5 dev
ms 2.1.3
nanoid 3.3.20 dev bin:nanoid=bin/nanoid.cjs
natural-compare 1.4.0 dev
negotiator 1.1.0
object-inspect 1.14.0
on-exit-leak-free 2.1.2
on-finished 2.4.2
once 1.4.0
optionator 0.9.4 dev
p-limit 3.1.0 dev
p-locate 5.0.0 dev
parent-module 1.0.1 dev
parseurl 1.3.3
path-exists 4.0.0 dev
path-key 3.1.1 dev
path-to-regexp 8.4.2
pathe 2.0.3 dev
pathval 2.0.1 dev
pg 8.23.1
pg-cloudflare 1.4.1 optional
pg-connection-string 2.14.1
pg-int8 1.0.1
pg-pool 3.14.0
pg-protocol 1.16.1
pg-types 2.2.0
pgpass 1.0.5
picocolors 1.1.1 dev
picomatch 4.0.7 dev
pino 9.14.0 bin:pino=bin.js
pino-abstract-transport 2.0.0
pino-std-serializers 7.1.0
postcss 8.5.33 dev
postgres-array 2.0.0
postgres-bytea 1.0.1
postgres-date 1.0.7
postgres-interval 1.2.0
prelude-ls 1.2.1 dev
process-warning 5.1.1
proxy-addr 2.0.8
punycode 2.3.1 dev
qs 6.17.1
quick-format-unescaped 4.0.4
range-parser 1.3.0
raw-body 3.0.2
real-require 0.2.0
resolve-from 4.0.0 dev
rollup 4.68.7 dev bin:rollup=dist/bin/rollup
router 2.3.0
safe-stable-stringify 2.5.0
safer-buffer 2.1.2
send 1.2.1
serve-static 2.2.1
setprototypeof 1.2.0
shebang-command 2.0.0 dev
shebang-regex 3.0.0 dev
side-channel 1.1.1
side-channel-list 1.0.1
side-channel-map 1.0.1
side-channel-weakmap 1.0.2
siginfo 2.0.0 dev
sonic-boom 4.2.1
source-map-js 1.2.4 dev
split2 4.2.0
stackback 0.0.2 dev
statuses 2.0.2
std-env 3.10.0 dev
strip-json-comments 3.1.1 dev
strip-literal 3.1.0 dev
supports-color 7.2.0 dev
thread-stream 3.2.0
tinybench 2.9.0 dev
tinyexec 0.3.2 dev
tinyglobby 0.2.17 dev
tinypool 1.1.1 dev
tinyrainbow 2.0.0 dev
tinyspy 4.0.6 dev
toidentifier 1.0.1
type-check 0.4.0 dev
type-is 2.1.0
unpipe 1.0.0
uri-js 4.4.1 dev
vary 1.1.2
vite 7.3.8 dev bin:vite=bin/vite.js
vite-node 3.2.4 dev bin:vite-node=vite-node.mjs
vitest 3.2.7 dev bin:vitest=vitest.mjs
which 2.0.2 dev bin:node-which=bin/node-which
why-is-node-running 2.3.0 dev bin:why-is-node-running=cli.js
word-wrap 1.2.5 dev
wrappy 1.0.2
xtend 4.0.2
yocto-queue 0.1.0 dev
zod 3.25.76
`;
