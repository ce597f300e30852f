/** Packages that npm resolved for the manifest, those of other platforms with them. */
export const lockRows = `
@emnapi/core 2.0.0-beta.2 dev optional
@emnapi/runtime 2.0.0-beta.2 dev optional
@emnapi/wasi-threads 2.2.0 dev optional
@napi-rs/wasm-runtime 1.2.6 dev optional
@oxc-project/types 0.156.0 dev
@rolldown/binding-android-arm-eabi 1.2.19 dev optional os:android cpu:arm
@rolldown/binding-android-arm64 1.2.19 dev optional os:android cpu:arm64
@rolldown/binding-darwin-arm64 1.2.19 dev optional os:darwin cpu:arm64
@rolldown/binding-darwin-x64 1.2.19 dev optional os:darwin cpu:x64
@rolldown/binding-freebsd-x64 1.2.19 dev optional os:freebsd cpu:x64
@rolldown/binding-linux-arm-gnueabihf 1.2.19 dev optional os:linux cpu:arm
@rolldown/binding-linux-arm64-gnu 1.2.19 dev optional os:linux cpu:arm64 libc:glibc
@rolldown/binding-linux-arm64-musl 1.2.19 dev optional os:linux cpu:arm64 libc:musl
@rolldown/binding-linux-ppc64-gnu 1.2.19 dev optional os:linux cpu:ppc64 libc:glibc
@rolldown/binding-linux-s390x-gnu 1.2.19 dev optional os:linux cpu:s390x libc:glibc
@rolldown/binding-linux-x64-gnu 1.2.19 dev optional os:linux cpu:x64 libc:glibc
@rolldown/binding-linux-x64-musl 1.2.19 dev optional os:linux cpu:x64 libc:musl
@rolldown/binding-openharmony-arm64 1.2.19 dev optional os:openharmony cpu:arm64
@rolldown/binding-wasm32-wasi 1.2.19 dev optional cpu:wasm32
@rolldown/binding-win32-arm64-msvc 1.2.19 dev optional os:win32 cpu:arm64
@rolldown/binding-win32-x64-msvc 1.2.19 dev optional os:win32 cpu:x64
@rolldown/pluginutils 1.1.1 dev
@tybys/wasm-util 0.10.5 dev optional
@types/react 19.3.0 dev
@types/react-dom 19.3.0 dev
@vitejs/plugin-react 6.3.0 dev
csstype 3.2.4 dev
detect-libc 2.1.2 dev
fdir 6.5.0 dev
fsevents 2.3.3 dev optional os:darwin
lightningcss 1.33.0 dev
lightningcss-android-arm64 1.33.0 dev optional os:android cpu:arm64
lightningcss-darwin-arm64 1.33.0 dev optional os:darwin cpu:arm64
lightningcss-darwin-x64 1.33.0 dev optional os:darwin cpu:x64
lightningcss-freebsd-x64 1.33.0 dev optional os:freebsd cpu:x64
lightningcss-linux-arm-gnueabihf 1.33.0 dev optional os:linux cpu:arm
lightningcss-linux-arm64-gnu 1.33.0 dev optional os:linux cpu:arm64 libc:glibc
lightningcss-linux-arm64-musl 1.33.0 dev optional os:linux cpu:arm64 libc:musl
lightningcss-linux-x64-gnu 1.33.0 dev optional os:linux cpu:x64 libc:glibc
lightningcss-linux-x64-musl 1.33.0 dev optional os:linux cpu:x64 libc:musl
lightningcss-win32-arm64-msvc 1.33.0 dev optional os:win32 cpu:arm64
lightningcss-win32-x64-msvc 1.33.0 dev optional os:win32 cpu:x64
nanoid 3.3.20 dev bin:nanoid=bin/nanoid.cjs
picocolors 1.1.1 dev
picomatch 4.0.7 dev
postcss 8.5.33 dev
react 19.3.1
react-dom 19.3.1
rolldown 1.2.19 dev bin:rolldown=bin/cli.mjs
scheduler 0.28.0
source-map-js 1.2.4 dev
tinyglobby 0.2.17 dev
tslib 2.9.1 dev optional
typescript 5.9.3 dev bin:tsc=bin/tsc bin:tsserver=bin/tsserver
vite 8.3.8 dev bin:vite=bin/vite.js
`;
