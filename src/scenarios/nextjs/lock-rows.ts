/** Packages that npm resolved for the manifest, those of other platforms with them. */
export const lockRows = `
@emnapi/runtime 1.11.3 optional
@img/colour 1.1.0 optional
@img/sharp-darwin-arm64 0.35.5 optional os:darwin cpu:arm64
@img/sharp-darwin-x64 0.35.5 optional os:darwin cpu:x64
@img/sharp-freebsd-wasm32 0.35.5 optional os:freebsd
@img/sharp-libvips-darwin-arm64 1.3.4 optional os:darwin cpu:arm64
@img/sharp-libvips-darwin-x64 1.3.4 optional os:darwin cpu:x64
@img/sharp-libvips-linux-arm 1.3.4 optional os:linux cpu:arm libc:glibc
@img/sharp-libvips-linux-arm64 1.3.4 optional os:linux cpu:arm64 libc:glibc
@img/sharp-libvips-linux-ppc64 1.3.4 optional os:linux cpu:ppc64 libc:glibc
@img/sharp-libvips-linux-riscv64 1.3.4 optional os:linux cpu:riscv64 libc:glibc
@img/sharp-libvips-linux-s390x 1.3.4 optional os:linux cpu:s390x libc:glibc
@img/sharp-libvips-linux-x64 1.3.4 optional os:linux cpu:x64 libc:glibc
@img/sharp-libvips-linuxmusl-arm64 1.3.4 optional os:linux cpu:arm64 libc:musl
@img/sharp-libvips-linuxmusl-x64 1.3.4 optional os:linux cpu:x64 libc:musl
@img/sharp-linux-arm 0.35.5 optional os:linux cpu:arm libc:glibc
@img/sharp-linux-arm64 0.35.5 optional os:linux cpu:arm64 libc:glibc
@img/sharp-linux-ppc64 0.35.5 optional os:linux cpu:ppc64 libc:glibc
@img/sharp-linux-riscv64 0.35.5 optional os:linux cpu:riscv64 libc:glibc
@img/sharp-linux-s390x 0.35.5 optional os:linux cpu:s390x libc:glibc
@img/sharp-linux-x64 0.35.5 optional os:linux cpu:x64 libc:glibc
@img/sharp-linuxmusl-arm64 0.35.5 optional os:linux cpu:arm64 libc:musl
@img/sharp-linuxmusl-x64 0.35.5 optional os:linux cpu:x64 libc:musl
@img/sharp-wasm32 0.35.5 optional
@img/sharp-webcontainers-wasm32 0.35.5 optional cpu:wasm32
@img/sharp-win32-arm64 0.35.5 optional os:win32 cpu:arm64
@img/sharp-win32-ia32 0.35.5 optional os:win32 cpu:ia32
@img/sharp-win32-x64 0.35.5 optional os:win32 cpu:x64
@next/env 16.4.6
@next/swc-linux-arm64-gnu 16.4.6 optional os:linux cpu:arm64 libc:glibc
@next/swc-linux-arm64-musl 16.4.6 optional os:linux cpu:arm64 libc:musl
@next/swc-linux-x64-gnu 16.4.6 optional os:linux cpu:x64 libc:glibc
@next/swc-linux-x64-musl 16.4.6 optional os:linux cpu:x64 libc:musl
@swc/helpers 0.5.23
@types/node 22.20.5 dev
@types/react 19.3.0 dev
baseline-browser-mapping 2.11.39 bin:baseline-browser-mapping=dist/cli.cjs
caniuse-lite 1.0.30001826
client-only 0.0.1
csstype 3.2.4 dev
detect-libc 2.1.2 optional
nanoid 3.3.20 bin:nanoid=bin/nanoid.cjs
next 16.4.6 bin:next=dist/bin/next
picocolors 1.1.1
postcss 8.5.23
react 19.3.1
react-dom 19.3.1
scheduler 0.28.0
semver 7.8.6 optional bin:semver=bin/semver.js
sharp 0.35.5 optional
source-map-js 1.2.4
styled-jsx 5.1.6
tslib 2.9.1
typescript 5.9.3 dev bin:tsc=bin/tsc bin:tsserver=bin/tsserver
undici-types 6.21.0 dev
`;
