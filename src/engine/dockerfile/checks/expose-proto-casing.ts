import { ruleUrl, type Rule } from './rule.ts';

/** `EXPOSE 80/TCP`. */
export const exposeProtoCasing: Rule<[port: string]> = {
  name: 'ExposeProtoCasing',
  description: 'Protocol in EXPOSE instruction should be lowercase',
  url: ruleUrl('expose-proto-casing'),
  message: (port) => `Defined protocol '${port}' in EXPOSE instruction should be lowercase`,
  mark: { text: 0 },
  bad: 'FROM alpine\nEXPOSE 80/TcP\n',
  good: 'FROM alpine\nEXPOSE 80/tcp\n',
};
