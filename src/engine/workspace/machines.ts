/** The machines of a scene, from what its scenario declares. */
import { emptyImageStore } from '../image/store.ts';
import { emptyStore } from '../solver/cache-store.ts';
import type { BuilderSettings, Machine } from './machine.ts';

/** A machine as a scenario declares it: plain data. */
export interface MachineDeclaration {
  readonly name: string;
  /** `laptop` where absent. */
  readonly kind?: Machine['kind'];
  /** False where absent, true for runners. */
  readonly ephemeral?: boolean;
  /** 0o022 where absent. */
  readonly umask?: number;
  /** What differs from a new installation: BuildKit in dockerd with the containerd image store. */
  readonly builder?: Partial<BuilderSettings>;
  /** Bytes of its disk; a common one where absent. */
  readonly disk?: number;
}

/** What a new installation of Docker has. */
export const defaultBuilder: BuilderSettings = { strategy: 'buildkit', driver: 'docker', imageStore: 'containerd' };

/** Bytes: a laptop's disk, and what a hosted runner has. */
const disks = { laptop: 512e9, server: 256e9, runner: 14e9 } as const;

const defaultMachines: readonly MachineDeclaration[] = [{ name: 'laptop' }, { name: 'ci', kind: 'runner' }];

/** By name, in the order of declaration; a laptop and a CI runner where nothing is declared. */
export function declaredMachines(declarations: readonly MachineDeclaration[] = []): ReadonlyMap<string, Machine> {
  const declared = declarations.length > 0 ? declarations : defaultMachines;
  return new Map(declared.map((declaration) => [declaration.name, newMachine(declaration)]));
}

function newMachine({ name, kind = 'laptop', ephemeral = kind === 'runner', umask = 0o022, builder, disk = disks[kind] }: MachineDeclaration): Machine {
  return emptied({ name, kind, ephemeral, umask, disk, builder: { ...defaultBuilder, ...builder } });
}

/** The machine as a new one of its kind begins: nothing cached, no images, nobody logged in. */
export function emptied({ name, kind, ephemeral, umask, builder, disk }: Bare): Machine {
  return { name, kind, ephemeral, umask, builder, disk, cache: emptyStore, images: emptyImageStore, logins: new Map() };
}

/** What stays of a machine whatever was done on it. */
type Bare = Pick<Machine, 'name' | 'kind' | 'ephemeral' | 'umask' | 'builder' | 'disk'>;
