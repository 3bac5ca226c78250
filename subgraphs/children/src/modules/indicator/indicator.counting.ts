import type { Db } from '@mainstay/subgraph-kit';
import type { Breakdown } from './indicator.breakdown.ts';
import { countMembers, type AskedOfLa, type MemberCount, type Sight } from './indicator.membership-repository.ts';
import type { MeasureQuestion } from './indicator.question.ts';
import { heldFor, type Holding } from './indicator.returns.ts';
import type { CountedQuestion } from './indicator.suppression.ts';

/** A question with what was counted for it, and what of the returns that rests on. */
export interface CountedAndHeld extends CountedQuestion {
  readonly holding: Holding;
}

/**
 * Counts the members of many questions, in their order: one statement for each indicator and kind of owner, and two to
 * learn what returns are held.
 */
export async function countQuestions(
  db: Db,
  questions: readonly MeasureQuestion[],
  { sight, isByPractice = false, by = null }: { sight: Sight; isByPractice?: boolean; by?: Breakdown | null },
): Promise<CountedAndHeld[]> {
  const held = await heldFor(db, questions, sight);
  const asked = questions.flatMap((question, ord): AskedOfLa[] =>
    held.of(question).laCodes.map((laCode) => ({ ord, laCode, question })),
  );
  const statements = Map.groupBy(asked, ({ question }) => `${question.indicator.code} ${question.owner.kind}`);
  const counts: MemberCount[] = [];
  for (const rows of statements.values()) {
    const [first] = rows;
    if (!first) continue;
    const { indicator, owner } = first.question;
    counts.push(...(await countMembers(db, indicator, { kind: owner.kind, isByPractice, by, rows, sight })));
  }
  const byQuestion = Map.groupBy(counts, ({ ord }) => ord);
  return questions.map((question, ord) => ({
    question,
    holding: held.of(question),
    counts: byQuestion.get(ord) ?? [],
  }));
}
