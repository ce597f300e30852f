import { ruleUrl, type Rule } from './rule.ts';

/** `EXPOSE 8080:80`. */
export const exposeInvalidFormat: Rule<[port: string]> = {
  name: 'ExposeInvalidFormat',
  description: 'IP address and host-port mapping should not be used in EXPOSE instruction. This will become an error in a future release',
  url: ruleUrl('expose-invalid-format'),
  message: (port) => `EXPOSE instruction should not define an IP address or host-port mapping, found '${port}'`,
  mark: { text: 0 },
  bad: 'FROM alpine\nEXPOSE 127.0.0.1:80:80\n',
  good: 'FROM alpine\nEXPOSE 80\n',
};
