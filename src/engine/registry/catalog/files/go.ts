import { folder, type Files } from './tree.ts';

/** The Go toolchain in /usr/local/go, and an empty GOPATH. The standard library's sources are in the rest of the image. */
export function goFiles(version: string, architecture: string): Files {
  const tool = `usr/local/go/pkg/tool/linux_${architecture}`;
  return {
    go: folder(0o1777),
    'go/bin': folder(0o1777),
    'go/src': folder(0o1777),
    'usr/local/go/VERSION': `go${version}\ntime 2025-02-04T16:41:20Z\n`,
    'usr/local/go/bin/go': 13_200_000,
    'usr/local/go/bin/gofmt': 2_900_000,
    [`${tool}/compile`]: 19_600_000,
    [`${tool}/link`]: 6_200_000,
    [`${tool}/asm`]: 4_300_000,
    [`${tool}/cgo`]: 3_900_000,
    [`${tool}/vet`]: 8_100_000,
    'usr/local/go/src': folder(),
    'etc/nsswitch.conf': 'hosts: files dns\n',
  };
}
