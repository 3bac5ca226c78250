import { Button, Details, ErrorSummary, Tag, TextArea, TextInput, type FormFault } from '@mainstay/web-kit';
import { useState, type FormEvent } from 'react';
import { textIn } from './form-text.ts';
import {
  effectInWords,
  suggestionInWords,
  type ShownCell,
  type ShownFault,
  type ShownRow,
  type ShownTable,
} from './faults-shown.ts';

/** What can be done about a fault. Each answers why it could not be done, in words; null when it was. */
export interface FaultActions {
  readonly change: (fault: ShownFault, row: ShownRow, cells: readonly ShownCell[]) => Promise<string | null>;
  /** Left out where nothing can be accepted. */
  readonly accept?: (fault: ShownFault, reason: string) => Promise<string | null>;
  readonly withdraw?: (fault: ShownFault) => Promise<string | null>;
}

/** One child's faults one by one, with what would put each right. */
export function ChildFaults(props: {
  readonly faults: readonly ShownFault[];
  readonly tables: readonly ShownTable[];
  readonly actions: FaultActions;
}) {
  const { faults, tables, actions } = props;
  return (
    <ol className="govuk-list mainstay-faults">
      {faults.map((fault, index) => (
        <li key={`${fault.id} ${index}`}>
          <OneFault fault={fault} row={rowOf(tables, fault)} columns={columnsOf(tables, fault)} actions={actions} />
        </li>
      ))}
    </ol>
  );
}

function rowOf(tables: readonly ShownTable[], { table, rowKey, isPreviousYear }: ShownFault): ShownRow | null {
  if (isPreviousYear) return null;
  return tables.find((one) => one.table === table)?.rows.find(({ key }) => key === rowKey) ?? null;
}

function columnsOf(tables: readonly ShownTable[], { table }: ShownFault): readonly string[] {
  return tables.find((one) => one.table === table)?.columns ?? [];
}

function OneFault(props: {
  readonly fault: ShownFault;
  readonly row: ShownRow | null;
  readonly columns: readonly string[];
  readonly actions: FaultActions;
}) {
  const { fault, row, columns, actions } = props;
  const [isBusy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const run = (work: () => Promise<string | null>, fieldId: string) => {
    setBusy(true);
    work()
      .then((failure) => setFaults(failure === null ? [] : [{ message: failure, fieldId }]))
      .catch((error: Error) => setFaults([{ message: error.message, fieldId }]))
      .finally(() => setBusy(false));
  };
  const id = `fault-${fault.id.replaceAll(/[^\w-]/g, '-')}`;
  const isMendable = row !== null && row.rowId !== null;
  return (
    <section aria-labelledby={id}>
      <h3 className="govuk-heading-s" id={id}>
        {fault.rule.code}: {fault.rule.message} {fault.acceptance && <Tag colour="blue">Accepted</Tag>}
      </h3>
      <ErrorSummary faults={faults} />
      <p className="govuk-body">
        {fault.table}
        {fault.isPreviousYear && ' of last year'}, {fault.fields.join(', ') || 'the row'}.{' '}
        <strong>{fault.whatToDo}</strong>
      </p>
      {fault.acceptance && <p className="govuk-body">Accepted: {fault.acceptance.reason}</p>}
      {isMendable &&
        fault.suggestions.map((suggestion) => (
          <p className="govuk-body" key={suggestionInWords(suggestion)}>
            <Button
              kind="secondary"
              type="button"
              isDisabled={isBusy}
              onClick={() => run(() => actions.change(fault, row, suggestion.cells), id)}
            >
              Write {suggestionInWords(suggestion)}
            </Button>{' '}
            {effectInWords(suggestion)}
          </p>
        ))}
      {isMendable && (
        <ChangeRow
          id={id}
          fault={fault}
          row={row}
          columns={columns}
          isBusy={isBusy}
          onSave={(cells) => run(() => actions.change(fault, row, cells), id)}
        />
      )}
      {actions.accept && !fault.acceptance && (
        <AcceptFault
          id={id}
          isBusy={isBusy}
          onAccept={(reason) => run(async () => (await actions.accept?.(fault, reason)) ?? null, id)}
        />
      )}
      {actions.withdraw && fault.acceptance && (
        <Button
          kind="secondary"
          type="button"
          isDisabled={isBusy}
          onClick={() => run(async () => (await actions.withdraw?.(fault)) ?? null, id)}
        >
          Accept it no longer
        </Button>
      )}
    </section>
  );
}

function ChangeRow(props: {
  readonly id: string;
  readonly fault: ShownFault;
  readonly row: ShownRow;
  readonly columns: readonly string[];
  readonly isBusy: boolean;
  readonly onSave: (cells: readonly ShownCell[]) => void;
}) {
  const { id, fault, row, columns, isBusy, onSave } = props;
  const fields = fault.fields.filter((name) => columns.includes(name) && name !== 'CHILD');
  if (fields.length === 0) return null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onSave(fields.map((column) => ({ column, value: textIn(form, `${id}-${column}`) })));
  };
  return (
    <Details summary={`Change ${fields.join(', ')}`}>
      <form onSubmit={submit} noValidate>
        {fields.map((column) => (
          <TextInput
            key={`${column} ${row.key}`}
            name={`${id}-${column}`}
            label={column}
            width={20}
            autoComplete="off"
            spellCheck={false}
            defaultValue={row.cells[columns.indexOf(column)] ?? ''}
          />
        ))}
        <Button isDisabled={isBusy}>Save and check again</Button>
      </form>
    </Details>
  );
}

function AcceptFault(props: {
  readonly id: string;
  readonly isBusy: boolean;
  readonly onAccept: (reason: string) => void;
}) {
  const { id, isBusy, onAccept } = props;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onAccept(textIn(new FormData(event.currentTarget), `${id}-reason`));
  };
  return (
    <Details summary="Accept it, with a reason">
      <form onSubmit={submit} noValidate>
        <TextArea
          name={`${id}-reason`}
          label="Why may it stay?"
          hint="As you would explain it to the Department for Education. Do not name anybody."
          rows={3}
        />
        <Button kind="secondary" isDisabled={isBusy}>
          Accept the fault
        </Button>
      </form>
    </Details>
  );
}
