import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { heldCensus } from '../cswc.client.ts';
import { censusYearOf, laCodeOf, readOptions } from '../options.ts';
import type { Command } from './command.ts';

/** `export cswc`: the workforce census that is held, written back as XML. */
export const exportCswc: Command = {
  words: ['export', 'cswc'],
  usage: 'export cswc --la <ONS code> --year <YYYY> --out <file.xml>',
  summary: "Writes the children's social work workforce census of a year as it is held, as XML for COLLECT.",
  async run(words, mainstay) {
    const options = readOptions(words, ['la', 'year', 'out']);
    const [code, year, out] = [laCodeOf(options), censusYearOf(options), options.required('out')];
    const la = await mainstay.signInAsAnalyst(code);
    const { xml, workersLoaded } = await heldCensus(mainstay, { la, year });
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, xml);
    console.log(`${out}: ${workersLoaded} workers`);
    return 0;
  },
};
