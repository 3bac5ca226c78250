import { rulesFor } from '@mainstay/ssda903';
import { readOptions, yearOf } from '../options.ts';
import type { Command } from './command.ts';

/** `rules 903`: what a return is checked against. Needs no running platform. */
export const rules903: Command = {
  words: ['rules', '903'],
  usage: 'rules 903 --year <YYYY>',
  summary: 'Lists the validation rules in force for a collection year: code, tables, what each checks.',
  run(words) {
    const year = yearOf(readOptions(words, ['year']));
    for (const { code, tables, message } of rulesFor(year))
      console.log(`${code}\t${tables.join(',') || 'every table'}\t${message}`);
    return Promise.resolve(0);
  },
};
