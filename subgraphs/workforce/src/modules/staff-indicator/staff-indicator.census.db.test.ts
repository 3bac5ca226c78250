import { plainDate } from '@mainstay/primitives';
import { TouchLog, type Database, type Viewer } from '@mainstay/subgraph-kit';
import { aViewer, TEST_SECRET } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createContext } from '../../context.ts';
import { surveyTools } from '../../survey-answering/survey-tools.ts';
import { aPost, aWorker, BIRMINGHAM, clock, inspectorOf, iro, startWorkforce } from '../../testing/workforce-world.ts';
import { saveCensus } from '../workforce-census/workforce-census.service.ts';
import { staffIndicatorResolvers } from './staff-indicator.resolvers.ts';

interface CensusWorker {
  readonly number: string;
  readonly fte?: string;
  readonly before?: string;
  readonly end?: string;
  readonly start?: string;
  readonly cases?: number;
  readonly days?: string;
}

function ofWorker({
  number,
  fte = '1',
  before = '1',
  start = '2020-01-06',
  end,
  cases = 0,
  days = '0',
}: CensusWorker): string {
  const leaver = `<RoleEndDate>${end}</RoleEndDate><LeaverDestination>1</LeaverDestination><ReasonLeave>1</ReasonLeave>`;
  return `<CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>SW000000${number}</SWENo><FTE>${fte}</FTE>
    <PersonBirthDate>1985-05-05</PersonBirthDate><Sex>F</Sex><Ethnicity>WBRI</Ethnicity><QualLevel>2</QualLevel>
    <StepUpGrad>0</StepUpGrad><OrgRole>5</OrgRole><RoleStartDate>${start}</RoleStartDate><StartOrigin>2</StartOrigin>
    ${end ? leaver : ''}<FTE30>${before}</FTE30>${end ? '' : `<Cases30>${cases}</Cases30>`}
    <WorkingDaysLost>${days}</WorkingDaysLost><FrontlineGrad>0</FrontlineGrad><BaseSalary>40000</BaseSalary></CSWWWorker>`;
}

/** Birmingham's census of 2025: three stay, one of them since May, and one with 0.5 has left. */
const census = `<?xml version="1.0" encoding="utf-8"?><Message><Header><CollectionDetails><Collection>CSWW</Collection>
  <Year>2025</Year><ReferenceDate>2025-09-30</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel>
  <LEA>330</LEA><SoftwareCode>test</SoftwareCode><DateTime>2025-11-01T12:00:00</DateTime></Source></Header>
  <LALevel><NumberOfVacancies>1.5</NumberOfVacancies><NoAgencyFTE>0</NoAgencyFTE><NoAgencyHeadcount>0</NoAgencyHeadcount>
  <RecruitmentBonus>0</RecruitmentBonus><RetentionBonus>0</RetentionBonus><PerformanceReward>0</PerformanceReward>
  <CarAllowance>0</CarAllowance><RelocationPackage>0</RelocationPackage><RegionalWeighting>0</RegionalWeighting>
  <CostSWE>0</CostSWE><CostDBS>0</CostDBS></LALevel>
  ${[
    { number: '1001', cases: 16, days: '4' },
    { number: '1002', fte: '0.5', cases: 8 },
    { number: '1003', start: '2025-05-01', before: '0' },
    { number: '1004', fte: '0', before: '0.5', end: '2025-03-31' },
  ]
    .map(ofWorker)
    .join('\n')}</Message>`;

const analyst = aViewer({ role: 'la-analyst', laCodes: [BIRMINGHAM] });

let database: Database;
beforeAll(async () => {
  database = await startWorkforce({
    workers: [aWorker('recorded', 'Recorded'), aWorker('with', 'With a practice')],
    registrations: [],
    employments: [aPost('own', 'recorded'), aPost('practice', 'with', { practiceId: 'harbour' })],
  });
  const file = { name: 'csww.xml', bytes: new TextEncoder().encode(census) };
  const saved = await database.write(analyst, (db) =>
    saveCensus(db, { laCode: BIRMINGHAM, file, year: 2025, isDryRun: false, by: 'analyst', at: clock.now() }),
  );
  if (saved.kind !== 'LOADED') throw new Error(`The census was not loaded: ${JSON.stringify(saved)}`);
});
afterAll(() => database.close());

const [from, to] = [plainDate('2024-10-01'), plainDate('2025-09-30')];

function ask(viewer: Viewer, indicators: string[], asked: { to?: string; isWithPractices?: boolean } = {}) {
  return database.read(viewer, (db) => {
    const context = createContext({
      viewer,
      db,
      database,
      clock,
      touched: new TouchLog(),
      findCaseCounts: async () => [],
      fetchUpload: async () => null,
      surveys: surveyTools({ secret: TEST_SECRET, sendsMail: false }),
    });
    const period = { from, to: plainDate(asked.to ?? to), isWithPractices: asked.isWithPractices ?? false };
    return staffIndicatorResolvers.LocalAuthority.staffMeasures({ id: BIRMINGHAM }, { indicators, ...period }, context);
  });
}

test.each([
  ['an analyst', analyst],
  ['an inspector', inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-30')],
])('%s is told an authority’s figures of a census year from its census, which is said', async (_, viewer) => {
  const codes = ['turnover', 'turnover-headcount', 'starters', 'vacancy', 'absence', 'caseholders', 'average-caseload'];
  const measures = await ask(viewer, codes);
  expect(measures.map(({ indicator, result }) => [indicator.code, 'value' in result ? result.value : null])).toEqual([
    ['turnover', 0.5 / 2.5],
    ['turnover-headcount', 1 / 3],
    ['starters', 1],
    ['vacancy', 1.5 / 4],
    ['absence', 4 / (2.5 * 253)],
    ['caseholders', 1],
    ['average-caseload', 24 / 1.5],
  ]);
  for (const { indicator } of measures) expect(indicator.source).toContain('workforce census of 2025, as it is held');
});

test('a history has the years of censuses that are held from them, the others from employments', async () => {
  const measures = await database.read(analyst, (db) =>
    staffIndicatorResolvers.LocalAuthority.staffMeasureHistory(
      { id: BIRMINGHAM },
      { indicators: ['turnover'], lastDay: plainDate('2026-09-30'), years: 3 },
      createContext({
        viewer: analyst,
        db,
        database,
        clock,
        touched: new TouchLog(),
        findCaseCounts: async () => [],
        fetchUpload: async () => null,
        surveys: surveyTools({ secret: TEST_SECRET, sendsMail: false }),
      }),
    ),
  );
  const isOfCensus = measures.map((of) => [of.from, of.to, of.indicator.source.includes('as it is held')]);
  expect(isOfCensus).toEqual([
    ['2023-10-01', '2024-09-30', false],
    ['2024-10-01', '2025-09-30', true],
    ['2025-10-01', '2026-09-30', false],
  ]);
});

test('of other periods, with its practices, and for those who may not see the posts, it is not asked', async () => {
  const [other] = await ask(analyst, ['agency'], { to: '2025-09-29' });
  expect(other?.indicator.source).not.toContain('as it is held');
  const [together] = await ask(analyst, ['agency'], { isWithPractices: true });
  expect(together?.indicator.source).not.toContain('as it is held');
  const [reviewer] = await ask(iro, ['turnover']);
  expect(reviewer?.result.__typename).toBe('Suppressed');
});
