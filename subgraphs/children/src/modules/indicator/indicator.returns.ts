import type { Db } from '@mainstay/subgraph-kit';
import { findAllocated, findHeldTables, type HeldTable } from './indicator.returns-repository.ts';
import { yearsNeeded, type MeasureQuestion } from './indicator.question.ts';
import type { Sight } from './indicator.membership-repository.ts';

/** What is held of the returns that one question needs. */
export interface Holding {
  /** The authorities concerned whose return holds all that the question needs. */
  readonly laCodes: readonly string[];
  /** How many children of a practice belong to the authorities for which something is missing. */
  readonly leftOut: number;
  /** When the newest of what is needed changed; null when nothing is held. */
  readonly changedAt: Date | null;
}

/** What is held of the returns that many questions need. */
export interface HeldReturns {
  of(question: MeasureQuestion): Holding;
}

interface Concerned {
  readonly laCode: string;
  readonly children: number;
}

/** Learns, in at most two statements, what is held of the returns that the questions need. */
export async function heldFor(db: Db, questions: readonly MeasureQuestion[], sight: Sight): Promise<HeldReturns> {
  const concerned = await authoritiesConcerned(db, questions, sight);
  const laCodes = [...new Set([...concerned.values()].flat().map(({ laCode }) => laCode))];
  const years = [...new Set(questions.flatMap(yearsNeeded))];
  const tables = laCodes.length > 0 ? await findHeldTables(db, laCodes, years) : [];
  const held = new Map(tables.map((table) => [keyOf(table), table.changedAt]));
  const holdings = new Map(
    questions.map((question) => [question, holdingOf(question, concerned.get(question) ?? [], held)]),
  );
  return { of: (question) => holdings.get(question) ?? { laCodes: [], leftOut: 0, changedAt: null } };
}

/** Whose children each question is about: the authority itself, or those with children at the practice on the last day. */
async function authoritiesConcerned(
  db: Db,
  questions: readonly MeasureQuestion[],
  sight: Sight,
): Promise<Map<MeasureQuestion, readonly Concerned[]>> {
  const concerned = new Map<MeasureQuestion, readonly Concerned[]>();
  const ofPractices = questions.filter(({ owner }) => owner.kind === 'practice');
  for (const question of questions) {
    if (question.owner.kind === 'local-authority')
      concerned.set(question, [{ laCode: question.owner.id, children: 0 }]);
  }
  if (ofPractices.length === 0) return concerned;
  const days = new Map(ofPractices.map((question) => [dayOf(question), question]));
  const asked = [...days.values()].map(({ owner, period }) => ({ practiceId: owner.id, on: period.to }));
  const allocated = await findAllocated(db, sight, asked);
  const byDay = new Map([...days.keys()].map((day, index) => [day, allocated[index] ?? []]));
  for (const question of ofPractices) concerned.set(question, byDay.get(dayOf(question)) ?? []);
  return concerned;
}

function holdingOf(
  question: MeasureQuestion,
  concerned: readonly Concerned[],
  held: ReadonlyMap<string, Date>,
): Holding {
  const years = yearsNeeded(question);
  const changesOf = (laCode: string): (Date | undefined)[] =>
    years.flatMap((collectionYear) =>
      question.indicator.tables.map((tableName) => held.get(keyOf({ laCode, collectionYear, tableName }))),
    );
  const complete = concerned.filter(({ laCode }) => changesOf(laCode).every((change) => change !== undefined));
  const changes = complete.flatMap(({ laCode }) => changesOf(laCode)).filter((change) => change !== undefined);
  const missing = concerned.filter((one) => !complete.includes(one));
  return {
    laCodes: complete.map(({ laCode }) => laCode),
    leftOut: missing.reduce((sum, { children }) => sum + children, 0),
    changedAt: changes.toSorted((one, other) => other.getTime() - one.getTime())[0] ?? null,
  };
}

function keyOf({ laCode, collectionYear, tableName }: Omit<HeldTable, 'changedAt'>): string {
  return `${laCode} ${collectionYear} ${tableName}`;
}

function dayOf({ owner, period }: MeasureQuestion): string {
  return `${period.to} ${owner.id}`;
}
