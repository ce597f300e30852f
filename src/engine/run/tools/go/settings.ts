/** What `go env` knows: from the environment, the image and the flags. */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';

export interface Settings {
  readonly version: string;
  readonly os: string;
  readonly arch: string;
  readonly cgo: boolean;
  readonly path: string;
  readonly moduleCache: string;
  readonly buildCache: string;
}

/** What Go compiles for on Linux (`internal/platform`); of other systems nothing is refused. */
const linux = new Set(['386', 'amd64', 'arm', 'arm64', 'loong64', 'mips', 'mips64', 'mips64le', 'mipsle', 'ppc64', 'ppc64le', 'riscv64', 's390x']);

/** What go says of a target that it has no compiler for (`work.CheckGOOSARCHPair`): `GOARCH=linux/arm64`, most of all. */
export function targetProblem({ os, arch }: Pick<Settings, 'os' | 'arch'>): string | undefined {
  return os === 'linux' && !linux.has(arch) ? `go: unsupported GOOS/GOARCH pair ${os}/${arch}` : undefined;
}

export function readSettings(process: Process): Settings {
  const env = (name: string) => process.env.get(name) || undefined;
  const [, hostArch = 'amd64'] = process.machine.request.platform.split('/');
  const file = attempt(() => process.readFile('/usr/local/go/VERSION')).value;
  const path = env('GOPATH') ?? `${env('HOME') ?? '/root'}/go`;
  const version = /^go\S+/.exec(file ?? '')?.[0] ?? `go${env('GOLANG_VERSION') ?? '1.25.5'}`;
  const os = env('GOOS') ?? 'linux';
  const arch = env('GOARCH') ?? hostArch;
  const native = os === 'linux' && arch === hostArch;
  const hasCompiler = process.peek('/usr/bin/gcc') !== undefined;
  return {
    version,
    os,
    arch,
    cgo: env('CGO_ENABLED') === '1' || (env('CGO_ENABLED') === undefined && native && hasCompiler),
    path,
    moduleCache: env('GOMODCACHE') ?? `${path}/pkg/mod`,
    buildCache: env('GOCACHE') ?? `${env('XDG_CACHE_HOME') ?? `${env('HOME') ?? '/root'}/.cache`}/go-build`,
  };
}
