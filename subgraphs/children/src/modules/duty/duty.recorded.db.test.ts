import { afterAll, beforeAll, expect, test } from 'vitest';
import { aFosterHome, CareRecorder } from '../../testing/recording-care.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { socialWorker } from '../../testing/staff.ts';

let world: SafeguardsWorld;
let care: CareRecorder;

beforeAll(async () => {
  world = await startSafeguards();
  care = new CareRecorder(world);
});
afterAll(() => world.close());

const DUTIES = 'duties { kind state since dueOn rule { code } }';
interface Duty {
  readonly kind: string;
  readonly state: string;
  readonly dueOn: string;
  readonly rule: { readonly code: string };
}
const inWords = (duties: readonly Duty[]) => duties.map(({ rule, state, dueOn }) => `${rule.code} ${state} ${dueOn}`);
const change = async (mutation: string, type: string, input: object) => {
  const { data } = await world.ask<Record<string, { child: { duties: Duty[] } }>>(
    socialWorker,
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ... on RecordCareSuccess { child { ${DUTIES} } } } }`,
    { input },
  );
  return inWords(data[mutation]!.child.duties);
};

test('a move recorded here begins the time for a visit, in the same answer; leaving care ends what was due', async () => {
  world.at('2026-10-26T17:00:00Z');
  const childId = await care.takeIn('DUTY1', '2026-10-26');
  world.at('2026-11-22T12:00:00Z');
  const moved = await change('changePlacement', 'ChangePlacementInput', {
    childId,
    basedOn: await care.version(childId),
    key: 'move',
    changedOn: '2026-11-20',
    placement: aFosterHome,
    isSameCarer: false,
    reason: 'CARPL',
  });
  expect(moved).toContain('visit-first-week DUE_SOON 2026-11-27');
  expect(moved).toContain('visit-first-week MISSED 2026-11-02');
  expect(moved).toContain('first-review DUE_SOON 2026-11-23');
  const left = await change('endCare', 'EndCareInput', {
    childId,
    basedOn: await care.version(childId),
    key: 'left',
    endedOn: '2026-11-21',
    reason: 'E4A',
  });
  expect(left).toContain('visit-first-week ENDED 2026-11-27');
  expect(left).toContain('first-review ENDED 2026-11-23');
  expect(left.filter((text) => / (LATE|DUE|DUE_SOON) /.test(text))).toEqual([]);
});
