import type { Expander } from './expand/expand.ts';
import type { Command } from './instruction.ts';
import { expansions } from './instructions/index.ts';
import type { Read } from './instructions/instruction-spec.ts';

/** The command with its words expanded, or the text of the first error. */
export type ExpandCommandResult<C extends Command = Command> = { readonly ok: true; readonly command: C } | { readonly ok: false; readonly message: string };

/**
 * A command with the words that BuildKit expands at dispatch expanded, in its order (`SupportsSingleWordExpansion`). Not
 * done here: ARG, whose values are expanded one after the other while they take effect; EXPOSE (`expandWords` on each port);
 * heredoc contents (`expandWord` with `skipProcessQuotes`, escape `\`); mounts (`evaluateMounts`).
 */
export function expandCommand<C extends Command>(command: C, expand: Expander): ExpandCommandResult<C> {
  const expansion = expansions.get(command.type) as ((command: C, expand: Expander) => Read<C>) | undefined;
  const result = expansion?.(command, expand);
  if (!result) return { ok: true, command };
  return result.ok ? { ok: true, command: result.value } : result;
}
