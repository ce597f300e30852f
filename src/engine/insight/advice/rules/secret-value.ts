import type { Range } from '../../../source/range.ts';
import type { AdviceRule, Finding } from '../advice.ts';
import { placesOf } from '../facts.ts';

/** Shapes that only keys have. */
const shapes: readonly (readonly [what: string, shape: RegExp])[] = [
  ['aws', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
  ['github', /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{20,})/],
  ['gitlab', /\bglpat-[\w-]{16,}/],
  ['npm', /\bnpm_[A-Za-z0-9]{30,}/],
  ['slack', /\bxox[abprs]-[\w-]{10,}/],
  ['stripe', /\bsk_live_\w{10,}/],
  ['google', /\bAIza[\w-]{30,}/],
  ['private', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['address', /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s:/@$]+:[^\s:/@$]+@/i],
];

/** ENV or ARG whose value is a key, whatever its name; BuildKit's SecretsUsedInArgOrEnv looks at names. */
export const secretValue: AdviceRule = {
  name: 'secret-value',
  title: { id: 'advice.secret-value-title' },
  find(facts) {
    return facts.stages.flatMap(({ stage }) =>
      stage.commands.flatMap((command): Finding[] => {
        const values = command.type === 'ENV' ? command.pairs.map(({ key, value }) => ({ key, value })) : command.type === 'ARG' ? command.args.map(({ key, value = '' }) => ({ key, value })) : [];
        return values.flatMap(({ key, value }): Finding[] => {
          const what = shapes.find(([, shape]) => shape.test(value))?.[0];
          if (what === undefined) return [];
          const range: Range | undefined = placesOf(facts, command).args.find((place) => place && facts.text.slice(place.from, place.to).includes(value.slice(0, 12)));
          return [{
            range: range ?? command.range,
            lines: [command.lines],
            message: { id: 'advice.secret-value', values: { name: key, what, where: command.type === 'ENV' ? 'config' : 'history' } },
            hint: { id: 'advice.secret-value-hint', values: { name: key, id: key.toLowerCase() } },
            regardless: true,
          }];
        });
      }),
    );
  },
};
