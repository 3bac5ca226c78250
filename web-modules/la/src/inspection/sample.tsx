import { systemClock } from '@mainstay/primitives';
import {
  Button,
  EmptyState,
  ErrorSummary,
  formatAge,
  formatCount,
  Link,
  NotificationBanner,
  Part,
  Table,
  TextArea,
  useMutationOperation,
  useOperation,
  useViewer,
} from '@mainstay/web-kit';
import { useEffect, useState } from 'react';
import { findChildren } from '../child-number/find-child.ts';
import { readEntries } from '../form/read-text.ts';
import { useForm } from '../form/use-form.ts';
import {
  SampleOfInspectionDocument,
  RemoveFromSampleDocument,
  SampleChildrenDocument,
  type SampleOfInspectionQuery,
} from '../generated/operations.ts';
import { childPath } from '../urls.ts';

/** Who may choose the sample. */
const SAMPLERS = ['la-manager', 'la-analyst'];
/** Children who can be added at once. */
const AT_ONCE = 50;

type Sampled = NonNullable<SampleOfInspectionQuery['inspection']>['sample'][number];

interface SampleProps {
  readonly inspectionId: string;
  readonly isClosed: boolean;
  /** Told whether the form has faults, for the page's title. */
  readonly onFaults: (hasFaults: boolean) => void;
}

/** The children whose records the inspectors may open: to add to, and to take from. */
export function Sample({ inspectionId, isClosed, onFaults }: SampleProps) {
  const { role } = useViewer();
  const operation = useOperation(SampleOfInspectionDocument, { id: inspectionId });
  const mayChange = SAMPLERS.includes(role) && !isClosed;
  return (
    <section>
      <h2 className="govuk-heading-m">Sample</h2>
      <p className="govuk-body">
        The inspectors can open the records of these children. Of all others they see the lists only.
      </p>
      <Part what="The sample" operation={operation} shape="table" count={4}>
        {({ inspection }) =>
          inspection && inspection.sample.length > 0 ? (
            <SampleTable inspectionId={inspectionId} sample={inspection.sample} mayChange={mayChange} />
          ) : (
            <EmptyState title="No child is in the sample.">
              {mayChange ? 'Add children below.' : 'Managers and analysts choose the sample.'}
            </EmptyState>
          )
        }
      </Part>
      {mayChange && <AddForm inspectionId={inspectionId} onFaults={onFaults} />}
    </section>
  );
}

function SampleTable(props: {
  readonly inspectionId: string;
  readonly sample: readonly Sampled[];
  readonly mayChange: boolean;
}) {
  const { inspectionId, sample, mayChange } = props;
  const remove = useMutationOperation(RemoveFromSampleDocument);
  const today = systemClock.today();
  const take = ({ id }: Sampled) => void remove.run({ input: { inspectionId, childIds: [id] } }).catch(() => undefined);
  return (
    <>
      {remove.error && <ErrorSummary faults={[{ message: remove.error.message }]} />}
      <Table
        caption={formatCount(sample.length, 'child', 'children')}
        captionSize="s"
        rows={sample}
        rowKey={(child) => child.id}
        hasRowHeads
        columns={[
          { key: 'number', head: 'Number', cell: (child) => <Link to={childPath(child.id)}>{child.localId}</Link> },
          { key: 'age', head: 'Age', isNumeric: true, cell: (child) => formatAge(child.dateOfBirth, today) },
          {
            key: 'placement',
            head: 'Placement',
            cell: (child) => child.currentPlacement?.type.meaning ?? 'None today',
          },
          ...(mayChange
            ? [
                {
                  key: 'remove',
                  head: 'Change',
                  cell: (child: Sampled) => (
                    <button
                      type="button"
                      className="mainstay-link-button"
                      disabled={remove.isRunning}
                      onClick={() => take(child)}
                    >
                      Remove<span className="govuk-visually-hidden"> child {child.localId}</span>
                    </button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

function AddForm({ inspectionId, onFaults }: Omit<SampleProps, 'isClosed'>) {
  const { laCode } = useViewer();
  const form = useForm();
  const sample = useMutationOperation(SampleChildrenDocument);
  const [added, setAdded] = useState({ times: 0, children: 0 });
  const hasFaults = form.faults.length > 0;
  useEffect(() => onFaults(hasFaults), [hasFaults, onFaults]);
  const send = async (data: FormData) => {
    setAdded(({ times }) => ({ times, children: 0 }));
    const fault = (message: string) => [{ message, fieldId: 'numbers' }];
    const numbers = readEntries(data, 'numbers');
    if (numbers.length === 0) return fault('Enter the number of at least one child');
    if (numbers.length > AT_ONCE) return fault(`Enter at most ${AT_ONCE} numbers at once`);
    const { children, unknown } = await findChildren(laCode ?? '', numbers);
    if (unknown.length > 0) return fault(`There is no child that you may see with the number ${unknown.join(', ')}`);
    await sample.run({ input: { inspectionId, childIds: children.map(({ id }) => id) } });
    setAdded(({ times }) => ({ times: times + 1, children: children.length }));
    return [];
  };
  return (
    <>
      {added.children > 0 && (
        <NotificationBanner heading={`Added: ${formatCount(added.children, 'child', 'children')}.`} isSuccess />
      )}
      <ErrorSummary faults={form.faults} />
      {/* A new form once the children are added: what was typed is done with. */}
      <form
        key={added.times}
        className="mainstay-page__narrow"
        onSubmit={(event) => form.submit(event, send)}
        noValidate
      >
        <TextArea
          name="numbers"
          label="Add children to the sample"
          hint="Their numbers, one in a line or with commas between them"
          labelSize="s"
          rows={4}
          error={form.errorOf('numbers')}
        />
        <Button isDisabled={form.isSending}>Add to the sample</Button>
      </form>
    </>
  );
}
