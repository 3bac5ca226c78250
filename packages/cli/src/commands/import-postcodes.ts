import { readOptions } from '../options.ts';
import { Refusal, UsageError } from '../refusal.ts';
import { laCodeOf } from '../options.ts';
import type { Command } from './command.ts';

const IMPORT = `mutation Import($input: ImportPostcodesInput!) {
  importPostcodes(input: $input) {
    __typename
    ... on ImportPostcodesSuccess { postcodes }
    ... on UserError { message }
  }
}`;

/** `import postcodes`: where postcodes lie, so that distances and placement authorities can be worked out. */
export const importPostcodes: Command = {
  words: ['import', 'postcodes'],
  usage: 'import postcodes <file.csv> --la <ONS code>',
  summary: 'Loads a postcode directory (the ONS Postcode Directory, or columns postcode, easting, northing, la_code).',
  async run(words, mainstay) {
    const options = readOptions(words, ['la']);
    const la = laCodeOf(options);
    const [path] = options.positionals;
    if (!path) throw new UsageError('Name the file.');
    await mainstay.signInAsAnalyst(la);
    const uploadId = await mainstay.upload(path);
    interface Answer {
      readonly importPostcodes: { postcodes?: number; message?: string };
    }
    const { importPostcodes: done } = await mainstay.ask<Answer>(IMPORT, { input: { uploadId } });
    if (done.postcodes === undefined) throw new Refusal(done.message ?? 'The directory was refused.');
    console.log(`${done.postcodes} postcodes loaded.`);
    return 0;
  },
};
