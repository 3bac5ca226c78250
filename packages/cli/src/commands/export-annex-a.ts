import { writeFileSync } from 'node:fs';
import {
  annexALists,
  annexAWorkbook,
  authoritiesQuery,
  drawListQuery,
  filledList,
  type DrawnList,
} from '@mainstay/annex-a';
import { isPlainDate, systemClock } from '@mainstay/primitives';
import { laCodeOf, readOptions } from '../options.ts';
import type { Mainstay } from '../mainstay.ts';
import { Refusal, UsageError } from '../refusal.ts';
import type { Command } from './command.ts';

interface Drawn {
  readonly localAuthority: { readonly name: string; readonly annexA: DrawnList | null } | null;
}

/** `export annex-a`: Ofsted's child-level lists as one workbook. */
export const exportAnnexA: Command = {
  words: ['export', 'annex-a'],
  usage: 'export annex-a --la <ONS code> [--as-at <YYYY-MM-DD>] --out <file.xlsx>',
  summary: 'Writes Ofsted’s child-level lists 1 to 11 (Annex A) as at a day, today unless it is given, as a workbook.',
  async run(words, mainstay) {
    const options = readOptions(words, ['la', 'as-at', 'out']);
    const [code, out] = [laCodeOf(options), options.required('out')];
    const asAt = options.text('as-at') ?? systemClock.today();
    if (!isPlainDate(asAt)) throw new UsageError('--as-at takes a day that exists, as YYYY-MM-DD.');
    if (!out.endsWith('.xlsx')) throw new UsageError('--out takes the name of a file that ends with .xlsx.');
    const la = await mainstay.signInAsAnalyst(code);
    const names = await authorityNames(mainstay);
    const lists = [];
    let authority = la;
    for (const { number, title } of annexALists) {
      const { localAuthority } = await mainstay.ask<Drawn>(drawListQuery, { la, list: number, asAt });
      if (!localAuthority?.annexA) {
        throw new Refusal(`The lists of ${la} are drawn by its analysts and managers. Use a token of one of them.`);
      }
      authority = localAuthority.name;
      const list = filledList(localAuthority.annexA, names);
      lists.push(list);
      console.log(`List ${number}, ${title}: ${list.rows.length} rows${list.whyEmpty ? `. ${list.whyEmpty}` : ''}`);
    }
    writeFileSync(out, await annexAWorkbook({ authority, asAt, lists }));
    console.log(`Written: ${out}`);
    return 0;
  },
};

interface Authorities {
  readonly localAuthorities: {
    readonly edges: readonly { readonly node: { readonly id: string; readonly name: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

async function authorityNames(mainstay: Mainstay): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  let after: string | null = null;
  do {
    const { localAuthorities }: Authorities = await mainstay.ask<Authorities>(authoritiesQuery, { after });
    for (const { node } of localAuthorities.edges) names.set(node.id, node.name);
    after = localAuthorities.pageInfo.hasNextPage ? localAuthorities.pageInfo.endCursor : null;
  } while (after !== null);
  return names;
}
