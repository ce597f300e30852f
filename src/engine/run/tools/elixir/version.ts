/** What programs of Elixir say of their version. */
import type { Process } from '../../system/process.ts';

/** The lines of `mix --version` and `elixir --version`: those of the image, where it says. */
export function banner(process: Process, program: string): string {
  const otp = process.env.get('OTP_VERSION') ?? '29.0.2';
  const major = /^\d+/.exec(otp)?.[0] ?? '29';
  const erts = otp.replace(/^\d+/, String(Number(major) - 12));
  return `Erlang/OTP ${major} [erts-${erts}] [source] [64-bit] [smp:2:2] [ds:2:2:10] [async-threads:1] [jit:ns]\n\n${program} ${(process.env.get('ELIXIR_VERSION') ?? '1.20.1').replace(/^v/, '')} (compiled with Erlang/OTP ${major})`;
}
