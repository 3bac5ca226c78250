import type { Choice } from '../../components/fields.tsx';
import { codeChoices } from '../form/code-choices.ts';
import type { RecordField } from '../form/record-field.ts';

const OTHER = 'other';

/** The questions about another worker’s taking over; `workers` are those who can be chosen by name. */
export function takeOverFields(workers: readonly Choice[], hasWorker: boolean): readonly RecordField[] {
  return [
    ...workerFields(workers),
    { kind: 'day', name: 'from', label: 'From which day?', isToday: true, missing: 'Enter the first day' },
    {
      kind: 'choice',
      name: 'reason',
      label: 'Why does the worker change?',
      choices: codeChoices('SW_REASON'),
      isLong: true,
      missing: 'Choose why the worker changes',
    },
    ...handOverFields(hasWorker),
  ];
}

function workerFields(workers: readonly Choice[]): readonly RecordField[] {
  const number: RecordField = {
    kind: 'text',
    name: 'workerId',
    label: 'The worker’s number in the regulator’s register',
    hint: 'SW and the number.',
    width: 20,
    missing: 'Enter the number in the regulator’s register',
  };
  if (workers.length === 0) return [number];
  return [
    {
      kind: 'choice',
      name: 'worker',
      label: 'Who takes over?',
      hint: 'Those whose registration with the regulator is not in force are left out.',
      choices: [...workers, { value: OTHER, text: 'Somebody else' }],
      isLong: true,
      missing: 'Choose who takes over',
    },
    { ...number, isShown: ({ worker }) => worker === OTHER },
  ];
}

/** The questions about how a child is handed over. */
export function handOverFields(hasWorker: boolean): readonly RecordField[] {
  return [
    {
      kind: 'words',
      name: 'handOver.note',
      label: 'What must the next worker know?',
      short: 'What the next worker must know',
      missing: 'Write what the next worker must know',
    },
    {
      kind: 'yes-no',
      name: 'handOver.childTold',
      label: 'Was the child told before it happens?',
      short: 'Child told before',
      missing: 'Say whether the child was told',
    },
    ...(hasWorker
      ? [
          {
            kind: 'yes-no',
            name: 'handOver.childIntroduced',
            label: 'Did the worker before introduce the next to the child?',
            short: 'Introduced to the child',
            missing: 'Say whether the next worker was introduced to the child',
          } as const satisfies RecordField,
        ]
      : []),
  ];
}

/** The graph’s input of what the form says: the worker by number. */
export function takeOverInput({ worker, ...input }: Readonly<Record<string, unknown>>) {
  return worker === undefined || worker === OTHER ? input : { ...input, workerId: worker };
}
