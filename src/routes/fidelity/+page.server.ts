import { resolve } from 'node:path';
import { readLedger } from './ledger.ts';
import type { PageServerLoad } from './$types';

/** The comparison that the tests assert, at the moment when the site is built. */
export const load: PageServerLoad = () => ({ ledger: readLedger(resolve('tests/conformance')) });
