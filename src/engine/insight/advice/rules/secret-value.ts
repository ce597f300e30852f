import type { Range } from '../../../source/range.ts';
import type { AdviceRule, Finding } from '../advice.ts';
import { placesOf } from '../facts.ts';

/** Shapes that only keys have. */
const shapes: readonly (readonly [what: string, shape: RegExp])[] = [
  ['an AWS access key', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
  ['a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{20,})/],
  ['a GitLab token', /\bglpat-[\w-]{16,}/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{30,}/],
  ['a Slack token', /\bxox[abprs]-[\w-]{10,}/],
  ['a Stripe key', /\bsk_live_\w{10,}/],
  ['a Google API key', /\bAIza[\w-]{30,}/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['an address with a password', /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s:/@$]+:[^\s:/@$]+@/i],
];

/** ENV or ARG whose value is a key, whatever its name; BuildKit's SecretsUsedInArgOrEnv looks at names. */
export const secretValue: AdviceRule = {
  name: 'secret-value',
  title: 'Keep keys out of ENV and ARG',
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
            message: `\`${key}\` holds ${what}, which is written into the image's ${command.type === 'ENV' ? 'config' : 'history'} for everyone to read.`,
            hint: `Give it to the step that needs it: \`RUN --mount=type=secret,id=${key.toLowerCase()},env=${key}\`. It is then in no layer and in no key.`,
            regardless: true,
          }];
        });
      }),
    );
  },
};
