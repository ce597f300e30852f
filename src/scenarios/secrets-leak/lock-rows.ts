/** Packages that npm resolved for the manifest, one of them from the company's own registry. */
export const lockRows = `
@acme/payments 3.1.0 from:https://npm.acme.example
atomic-sleep 1.0.0
fast-redact 3.5.0
on-exit-leak-free 2.1.2
pino 9.7.0 bin:pino=bin.js
pino-abstract-transport 2.0.0
pino-std-serializers 7.0.0
process-warning 5.0.0
quick-format-unescaped 4.0.4
real-require 0.2.0
safe-stable-stringify 2.5.0
sonic-boom 4.2.0
split2 4.2.0
thread-stream 3.1.0
`;
