import { laCodeOf, readOptions } from '../options.ts';
import { Refusal, UsageError } from '../refusal.ts';
import type { Command } from './command.ts';

const IMPORT = `mutation Import($input: ImportPublishedFiguresInput!) {
  importPublishedFigures(input: $input) {
    __typename
    ... on ImportPublishedFiguresSuccess { added changed unchanged keptNewer notes }
    ... on PublishedFileError { message faults { file row column rule message } faultCount }
  }
}`;

interface Answer {
  readonly importPublishedFigures:
    | {
        readonly __typename: 'ImportPublishedFiguresSuccess';
        readonly added: number;
        readonly changed: number;
        readonly unchanged: number;
        readonly keptNewer: number;
        readonly notes: readonly string[];
      }
    | {
        readonly __typename: 'PublishedFileError';
        readonly message: string;
        readonly faults: readonly Fault[];
        readonly faultCount: number;
      };
}

interface Fault {
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly rule: string;
  readonly message: string;
}

/** `import dfe`: the Department for Education's published figures of the children's social work workforce. */
export const importDfe: Command = {
  words: ['import', 'dfe'],
  usage: 'import dfe <file.csv> [--la <ONS code>]',
  summary:
    'Loads published figures of the children’s social work workforce (indicators 2017 to 2025, or headline measures 2017 to 2022): all of the file or nothing.',
  async run(words, mainstay) {
    const options = readOptions(words, ['la']);
    const [path, ...more] = options.positionals;
    if (!path || more.length > 0) throw new UsageError('Name one file.');
    // The figures are everybody's; the authority says as whose analyst they are sent to a demonstration.
    await mainstay.signInAsAnalyst(options.text('la') === null ? BIRMINGHAM : laCodeOf(options));
    const uploadId = await mainstay.upload(path);
    const { importPublishedFigures: done } = await mainstay.ask<Answer>(IMPORT, { input: { uploadId } });
    if (done.__typename === 'PublishedFileError') {
      const left = done.faultCount - done.faults.length;
      throw new Refusal(
        [done.message, ...done.faults.map(describe), ...(left > 0 ? [`… and ${left} more`] : [])].join('\n'),
      );
    }
    const { added, changed, unchanged, keptNewer, notes } = done;
    const isSame = added === 0 && changed === 0;
    console.log(
      isSame ? 'Nothing changed: every row was held already.' : `Loaded: ${added} rows added, ${changed} changed.`,
    );
    if (!isSame && unchanged > 0) console.log(`${unchanged} rows were held already.`);
    if (keptNewer > 0) console.log(`${keptNewer} rows left out: a later publication of them is held.`);
    for (const note of notes) console.log(note);
    return 0;
  },
};

/** The demonstration's first authority. */
const BIRMINGHAM = 'E08000025';

function describe({ file, row, column, rule, message }: Fault): string {
  const place = [file, row === null ? null : `row ${row}`, column === null ? null : `column ${column}`];
  return `${place.filter((part) => part !== null).join(', ')}: ${rule}: ${message}`;
}
