import { goQuote } from '../go/quote.ts';
import { ruleUrl, type Rule } from './rule.ts';

/** An ARG or ENV whose name says that it holds a secret: anyone who has the image can read it. */
export const secretsUsedInArgOrEnv: Rule<[instruction: string, key: string]> = {
  name: 'SecretsUsedInArgOrEnv',
  description: 'Sensitive data should not be used in the ARG or ENV commands',
  url: ruleUrl('secrets-used-in-arg-or-env'),
  message: (instruction, key) => `Do not use ARG or ENV instructions for sensitive data (${instruction} ${goQuote(key)})`,
  mark: { text: 1 },
  bad: 'FROM scratch\nARG AWS_SECRET_ACCESS_KEY\n',
  good: 'FROM scratch\nARG REGION\n',
};

const secret = /(?:_|^)(?:apikey|auth|credential|credentials|key|password|pword|passwd|secret|token)(?:_|$)/i;
const harmless = /(?:_|^)(?:public|file|version)(?:_|$)/i;

/** Whether a name looks like that of a secret: `DB_PASSWORD` does, `PUBLIC_KEY` and `PASSWORD_FILE` do not. */
export function isSecretKey(key: string): boolean {
  return secret.test(key) && !harmless.test(key);
}
