import { ruleUrl, type Rule } from './rule.ts';

/** Any MAINTAINER. */
export const maintainerDeprecated: Rule<[]> = {
  name: 'MaintainerDeprecated',
  description: 'The MAINTAINER instruction is deprecated, use a label instead to define an image author',
  url: ruleUrl('maintainer-deprecated'),
  message: () => 'Maintainer instruction is deprecated in favor of using label',
  mark: 'keyword',
  bad: 'FROM alpine\nMAINTAINER team@example.com\n',
  good: 'FROM alpine\nLABEL org.opencontainers.image.authors="team@example.com"\n',
};
