import { plainNumber, type PlainDate } from '@mainstay/primitives';
import type { CaseCount, FindCaseCounts } from '../../case-count/case-count.facts.ts';
import type { CasesOfWorker, StaffQuestion } from './staff-indicator.repository.ts';

/**
 * How many children each worker led at the end of each question's period. Asked of the children subgraph once for each
 * authority whose employments the viewer reads, or once for each practice where those of a practice are read wherever they
 * serve: however many questions there are.
 */
export async function casesOf(
  findCaseCounts: FindCaseCounts,
  questions: readonly StaffQuestion[],
  laCodes: readonly string[] | null,
): Promise<CasesOfWorker[]> {
  const days = [...new Set(questions.map(({ to }) => to))];
  const owners = laCodes
    ? [...new Set(laCodes)].map((laCode) => ({ laCode }))
    : [...new Set(questions.map(({ employerId }) => employerId))].map((practiceId) => ({ practiceId }));
  const counts = (await Promise.all(owners.map((owner) => findCaseCounts(owner, days)))).flat();
  const byDay = Map.groupBy(counts, ({ day }): PlainDate => day);
  return questions.flatMap((question, index) =>
    (byDay.get(question.to) ?? [])
      .filter((count) => isOf(count, question))
      .map(({ workerId, children }) => ({ question: index + 1, workerId: plainNumber(workerId), children })),
  );
}

function isOf({ laCode, employerKind, practiceId }: CaseCount, question: StaffQuestion): boolean {
  if (question.employerKind === 'practice') return practiceId === question.employerId;
  return laCode === question.employerId && (question.isWithPractices || employerKind === 'local-authority');
}
