import { formatCount } from '../../format/format.ts';
import { TransferStaffDocument } from '../../generated/operations.ts';
import { useMutationOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { leaveNotice } from '../../record/form/left-notice.tsx';
import { RecordForm, type RecordAnswer } from '../../record/form/record-form.tsx';
import { MovableStaff } from './movable-staff.tsx';
import { employersOf, namingWorkers, transferFields, type Move } from './transfer-fields.ts';
import type { Moved } from './transfer-staff.page.tsx';

/** Who moves, why, and what they are guaranteed: all of them move, or nobody. */
export function TransferForm(props: {
  readonly move: Move;
  readonly movesPath: string;
  readonly onFaults: (hasFaults: boolean) => void;
  readonly onDone: (moved: Moved) => void;
}) {
  const { move, movesPath, onFaults, onDone } = props;
  const transfer = useMutationOperation(TransferStaffDocument);
  const done = (answer: RecordAnswer) => {
    const { transfer: moved } = answer as RecordAnswer & { readonly transfer: Moved };
    leaveNotice(`${formatCount(moved.workers.length, 'person moves', 'people move')}.`);
    onDone(moved);
  };
  return (
    <MovableStaff move={move}>
      {(workers, from) =>
        workers.length === 0 ? (
          <EmptyState title="Nobody can move.">
            Nobody is in this employer’s own employment on the day before. Check the day, or which way staff move.
          </EmptyState>
        ) : (
          <RecordForm
            fields={transferFields(workers, from)}
            send={async (answers) => {
              const sent = answers['workerIds'] as readonly string[];
              const input = { ...answers, ...employersOf(move), on: move.on };
              return namingWorkers((await transfer.run({ input: input as never })).result, sent, workers);
            }}
            onDone={done}
            onFaults={onFaults}
            submit="Move them"
            cancelTo={movesPath}
          />
        )
      }
    </MovableStaff>
  );
}
