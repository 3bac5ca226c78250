import { buildWorld, demonstrationAuthorities } from '@mainstay/demonstration';
import { tables } from '@mainstay/ssda903';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exported, heldRows, importFiles, type Importing } from '../testkit/importing.ts';
import { startTestPlatform, type TestPlatform } from '../testkit/test-platform.ts';

const leeds = demonstrationAuthorities
  .filter(({ code }) => code === 'E08000035')
  .map((one) => ({ ...one, children: 80 }));
const { returns } = buildWorld({ authorities: leeds, lastYear: 2027, years: 4, seed: 12 }).children;

let platform: TestPlatform;
let token: string;
beforeAll(async () => {
  platform = await startTestPlatform({ world: null });
  token = await platform.token('la-analyst', { la: 'E08000035' });
});
afterAll(() => platform?.stop());

/** The files of a year; from 2027 on with orders that deprive of liberty, which the demonstration has none of. */
function filesOf(year: number) {
  const files =
    returns.find((one) => one.year === year)?.files.map(({ name, text }) => ({ name, content: text })) ?? [];
  if (year < 2027) return files;
  const header = files.find(({ name }) => name === 'header.csv')?.content.split('\n') ?? [];
  const orders = header.slice(1, 4).map((line) => `${line.split(',')[0]},${line.split(',')[2]},01/06/2026,30/06/2026`);
  return [...files, { name: 'dolo.csv', content: `CHILD,DOB,DOLO_START,DOLO_END\n${orders.join('\n')}\n` }];
}

test.each([2024, 2027])(
  'what was accepted of the return of %i is written back word for word, and changes nothing when it is imported again',
  async (year) => {
    const leedsOf: Importing = { platform, token, la: 'E08000035', year };
    const files = filesOf(year);
    const report = await importFiles(leedsOf, files);
    expect(report.status).toBe('LOADED');
    const keptOut = new Set(
      report.faults.edges.filter(({ node }) => node.keepsRowOut).map(({ node }) => `${node.file} ${node.row}`),
    );
    const written: { name: string; content: string }[] = [];
    for (const { name, fileName, columns } of tables) {
      const sent = files.find((file) => file.name === fileName);
      const rows = sent?.content
        .trimEnd()
        .split('\n')
        .slice(1)
        .filter((_, index) => !keptOut.has(`${fileName} ${index + 2}`));
      const back = await exported(leedsOf, name);
      expect([name, back]).toEqual([name, rows ?? null]);
      if (back)
        written.push({
          name: fileName,
          content: `${[columns.map((column) => column.name).join(','), ...back].join('\n')}\n`,
        });
    }
    expect(written.length).toBe(year === 2027 ? 12 : 11);
    expect((await importFiles(leedsOf, written)).status).toBe('UNCHANGED');
    expect(Object.values(await heldRows(leedsOf)).reduce((a, b) => a + b, 0)).toBe(
      written.reduce((sum, { content }) => sum + content.trimEnd().split('\n').length - 1, 0),
    );
  },
);
