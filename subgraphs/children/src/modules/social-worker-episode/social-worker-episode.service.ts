import { collectionYearOf, formatBritishDate, parseBritishDate, type PlainDate } from '@mainstay/primitives';
import { type AnswerInput, answerOf, LONGEST, needed, RecordFault, textOf } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { historyOf, newCells, rowsOf, type ChildLife, type HeldReturnRow } from '../../history/child-life.ts';
import { changesOfSpell, type RowChange, type SpellChange } from '../../history/row-change.ts';
import { cellOf } from '../../history/table-keys.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { codeOf } from '../../record/code-of.ts';
import { recordableChild } from '../../record/save-record.ts';
import type { FactsOf } from '../../record/record-store.ts';
import type { HandOverEntity } from '../hand-over/hand-over.entity.ts';
import { handOverStore } from '../hand-over/hand-over.store.ts';
import { changeHistory, type RecordedHistory } from '../return-change/return-change.service.ts';
import { requireRegistered } from './social-worker-episode.registration.ts';

/** A change of lead professional: `ChangeLeadProfessionalInput` of the graph. */
export interface ChangeLeadProfessionalInput {
  readonly childId: string;
  readonly basedOn: string;
  readonly key: string;
  readonly workerId: string;
  readonly from: PlainDate;
  readonly reason: string;
  readonly handOver: {
    readonly note: string;
    readonly childTold: AnswerInput<boolean>;
    readonly childIntroduced?: AnswerInput<boolean> | null;
  };
}

/**
 * Records that another worker becomes a child's lead professional, and how the child is handed over. Nobody does whose
 * registration is not in force: see `requireRegistered`.
 *
 * @throws RecordFault, HistoryChanged: see `changeHistory`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function changeLeadProfessional(
  input: ChangeLeadProfessionalInput,
  context: Context,
): Promise<RecordedHistory> {
  const { db, clock } = context;
  const child = await recordableChild(context, input.childId, 'SOCIAL_WORKERS');
  const from = dayOfFact('from', input.from, { child, today: clock.today() });
  const workerId = workerCell('workerId', input.workerId);
  await requireRegistered(context, 'workerId', { laCode: child.laCode, workerId, from });
  const asked = { ...input, child, kind: 'LEAD_PROFESSIONAL_CHANGED', part: 'SOCIAL_WORKERS' } as const;
  return changeHistory(context, asked, (life) => {
    const present = presentWorker(life);
    if (present?.workerId === workerId) {
      throw new RecordFault('workerId', 'This worker is the child’s lead professional already.');
    }
    if (present && from <= present.startedOn) {
      throw new RecordFault('from', 'The worker before began on this day or after it. Give a later day.');
    }
    const facts = handOverFacts(input, { from, workerId, before: present?.workerId ?? null });
    const reason = codeOf('reason', input.reason, { set: 'SW_REASON', year: Math.max(collectionYearOf(from), 2024) });
    const worker = { workerId, from, reason, dateOfBirth: child.dateOfBirth };
    return {
      day: from,
      changes: workerChanges(life, worker),
      fieldOf: { SW_DECOM: 'from', SW_DEC: 'from' },
      also: (recording) => handOverStore.add(db, child.id, facts, recording),
    };
  });
}

const WORKER = /^(?:SW|XX)[A-Z0-9]{1,10}$/;

/**
 * The regulator's number of a worker as a cell.
 *
 * @throws RecordFault when it cannot be one.
 */
export function workerCell(field: string, id: string): string {
  const number = id.trim().toUpperCase();
  if (WORKER.test(number)) return number;
  throw new RecordFault(
    field,
    'Enter the number in the regulator’s register: SW or XX, then up to ten letters and digits.',
  );
}

/** The rows to write when a worker takes over from the one before, if there is one. */
export function workerChanges(
  life: ChildLife,
  worker: { workerId: string; from: PlainDate; reason: string; dateOfBirth: PlainDate },
): RowChange[] {
  const day = formatBritishDate(worker.from);
  const present = presentWorker(life);
  if (present?.workerId === worker.workerId) return [];
  const cells = newCells('SWEpisodes', {
    CHILD: life.localId,
    DOB: formatBritishDate(worker.dateOfBirth),
    SW_ID: worker.workerId,
    SW_DECOM: day,
    SW_REASON: worker.reason,
  });
  const changes: SpellChange[] = [
    ...(present ? [{ table: 'SWEpisodes' as const, cells: present.row.cells, patch: { SW_DEC: day } }] : []),
    { table: 'SWEpisodes', cells, patch: {} },
  ];
  return changes.flatMap((change) => changesOfSpell(life, change, collectionYearOf(worker.from)));
}

interface PresentWorker {
  readonly row: HeldReturnRow;
  readonly workerId: string;
  readonly startedOn: PlainDate;
}

/** The worker whose time with the child lasts, of several the one who began last; null when there is none. */
function presentWorker(life: ChildLife): PresentWorker | null {
  const last = historyOf(life)?.socialWorkerEpisodes.findLast(({ endedOn }) => endedOn === null);
  if (!last) return null;
  const { workerId, startedOn } = last;
  const rows = rowsOf(life, 'SWEpisodes').filter(
    ({ cells }) =>
      cellOf('SWEpisodes', cells, 'SW_ID') === workerId &&
      parseBritishDate(cellOf('SWEpisodes', cells, 'SW_DECOM')) === startedOn,
  );
  const row = rows.toSorted((one, other) => one.year - other.year).at(-1);
  return row ? { row, workerId, startedOn } : null;
}

function handOverFacts(
  { handOver }: ChangeLeadProfessionalInput,
  { from, workerId, before }: { from: PlainDate; workerId: string; before: string | null },
): FactsOf<HandOverEntity> {
  const told = answerOf('handOver.childTold', handOver.childTold);
  const introduced =
    before === null
      ? null
      : answerOf(
          'handOver.childIntroduced',
          needed(
            'handOver.childIntroduced',
            handOver.childIntroduced,
            'Say whether the worker before introduced the next, or why that is not known.',
          ),
        );
  return {
    takenOverOn: from,
    fromWorkerId: before,
    toWorkerId: workerId,
    note: textOf('handOver.note', handOver.note, { shortest: 1, longest: LONGEST.account }),
    isChildTold: told.value,
    childToldNotKnown: told.notKnown,
    isChildIntroduced: introduced?.value ?? null,
    childIntroducedNotKnown: introduced?.notKnown ?? null,
  };
}
