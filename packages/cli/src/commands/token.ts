import { readOptions } from '../options.ts';
import { UsageError } from '../refusal.ts';
import type { Command } from './command.ts';

/** `token`: an access token of a demonstration account, for scripts. */
export const token: Command = {
  words: ['token'],
  usage: 'token <account> [--la <ONS code>] [--practice <id>]',
  summary:
    'Prints an access token of la-analyst, la-commissioner, la-manager, la-worker, la-iro, swp-worker, swp-manager, ofsted-inspector, integrator or platform-operator.',
  async run(words, mainstay) {
    const options = readOptions(words, ['la', 'practice']);
    const [account] = options.positionals;
    if (!account) throw new UsageError('Name the account.');
    const [la, practice] = [options.text('la'), options.text('practice')];
    const request = { account, ...(la ? { la: la.toUpperCase() } : {}), ...(practice ? { practice } : {}) };
    console.log(await mainstay.demonstrationToken(request));
    return 0;
  },
};
