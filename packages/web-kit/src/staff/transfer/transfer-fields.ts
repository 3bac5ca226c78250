import { addDays, type PlainDate } from '@mainstay/primitives';
import type { MovableStaffFragment } from '../../generated/operations.ts';
import type { RecordField } from '../../record/form/record-field.ts';
import type { RecordAnswer } from '../../record/form/record-form.tsx';
import { formatFte, roleInWords } from '../employment/staff-words.ts';

type Worker = MovableStaffFragment['edges'][number]['node'];

/** The two ways in which staff move. */
export const directions = [
  { value: 'to-practice', text: 'From the authority to the practice' },
  { value: 'to-authority', text: 'From the practice to the authority' },
] as const;

/** One of `directions`. */
export type Direction = (typeof directions)[number]['value'];

/** Between whom staff move, which way, and from which day on. */
export interface Move {
  readonly la: string;
  readonly practice: string;
  readonly direction: Direction;
  /** The first day with the new employer. */
  readonly on: PlainDate;
}

/** What is asked before it can be said who there is to move. */
export function moveFields(practices: readonly { readonly id: string; readonly name: string }[]): RecordField[] {
  return [
    {
      kind: 'choice',
      name: 'practice',
      label: 'Which practice?',
      choices: practices.map(({ id, name }) => ({ value: id, text: name })),
      missing: 'Choose the practice',
    },
    {
      kind: 'choice',
      name: 'direction',
      label: 'Which way do staff move?',
      choices: directions,
      missing: 'Choose which way staff move',
    },
    {
      kind: 'day',
      name: 'on',
      label: 'What is the first day with the new employer?',
      hint: 'What they do for the present one ends on the day before.',
      missing: 'Enter the first day with the new employer',
    },
  ];
}

/** Who moves, why, and what they are guaranteed. */
export function transferFields(workers: readonly Worker[], from: string): RecordField[] {
  return [
    {
      kind: 'ticks',
      name: 'workerIds',
      label: 'Who moves?',
      hint: 'They keep their role and hours, and hold no post at first. Either all you choose move, or nobody.',
      choices: workers.map((worker) => ({
        value: worker.id,
        text: worker.name ?? worker.id,
        hint: worker.employments
          .filter(({ employer }) => employer.id === from)
          .slice(0, 1)
          .map(({ role, fullTimeEquivalent }) => `${roleInWords(role)}, ${formatFte(fullTimeEquivalent)} whole-time`)
          .join(''),
      })),
      missing: 'Choose who moves',
    },
    {
      kind: 'choice',
      name: 'reason',
      label: 'Why do they move?',
      choices: [
        { value: 'COMMISSIONING', text: 'The practice begins to work for the authority' },
        { value: 'DECOMMISSIONING', text: 'The practice’s work for the authority ends' },
        { value: 'OTHER', text: 'Another reason' },
      ],
      missing: 'Choose why they move',
    },
    {
      kind: 'choice',
      name: 'guarantee',
      label: 'What are they guaranteed?',
      choices: [
        { value: 'NONE', text: 'Nothing' },
        { value: 'RETURN_TO_AUTHORITY', text: 'The authority takes them back if the practice’s work ends' },
        { value: 'SAME_TERMS', text: 'The terms of employment they have' },
        { value: 'RETURN_AND_SAME_TERMS', text: 'Both: to be taken back, and their terms until then' },
      ],
      missing: 'Choose what they are guaranteed, or nothing',
    },
    {
      kind: 'day',
      name: 'guaranteeUntil',
      label: 'Until which day does the guarantee hold?',
      missing: 'Enter the last day of the guarantee',
      isShown: ({ guarantee = 'NONE' }) => guarantee !== 'NONE',
    },
  ];
}

/** Of an employer's workers those who can move: in its own employment on the day before, not through an agency. */
export function movableOf(workers: readonly Worker[], from: string, on: PlainDate): Worker[] {
  const lastDay = addDays(on, -1);
  return workers.flatMap((worker) => {
    const employments = worker.employments.filter(
      ({ employer, engagement, startedOn, endedOn }) =>
        employer.id === from &&
        (engagement === 'EMPLOYEE' || engagement === 'PARTNER') &&
        startedOn <= lastDay &&
        (endedOn === null || endedOn >= lastDay),
    );
    return employments.length === 0 ? [] : [{ ...worker, employments }];
  });
}

/** Whom staff leave, and whom they join, as the graph takes it. */
export function employersOf({ la, practice, direction }: Move) {
  const [authority, other] = [
    { la, practice: null },
    { la, practice },
  ];
  return direction === 'to-practice' ? { from: authority, to: other } : { from: other, to: authority };
}

/**
 * What the platform answered, for the form. It names a worker by the place among those that were sent: the form says who it
 * is.
 */
export function namingWorkers<Answer extends RecordAnswer>(
  answer: Answer,
  sent: readonly string[],
  workers: readonly Worker[],
): Answer {
  if (answer.__typename !== 'RecordInputError') return answer;
  const place = /^workerIds\.(\d+)$/.exec(answer.field ?? '')?.[1];
  const id = place === undefined ? undefined : sent[Number(place)];
  if (id === undefined) return answer;
  const name = workers.find((worker) => worker.id === id)?.name ?? id;
  return { ...answer, message: `${name}: ${answer.message ?? ''}` };
}

/** The move that an address names; null where it names none. */
export function moveOfAddress(search: URLSearchParams, la: string): Move | null {
  const [practice, on] = [search.get('practice') ?? '', search.get('on') ?? ''];
  const direction = directions.find(({ value }) => value === search.get('direction'))?.value;
  if (practice === '' || direction === undefined || !isDay(on)) return null;
  return { la, practice, direction, on };
}

function isDay(text: string): text is PlainDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
