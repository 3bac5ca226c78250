import { Fragment, useState, type ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { FieldsetGroup } from '../../components/form-group.tsx';
import { fieldOfRow, type Answers, type RecordField } from './record-field.ts';

/** Several of the same, each with its questions; another is added by a button. One that is left empty is not sent. */
export function RowsField(props: {
  readonly field: RecordField & { readonly kind: 'rows' };
  readonly error: string | undefined;
  readonly answers: Answers;
  /** Draws one question of a row. */
  readonly question: (field: RecordField) => ReactNode;
}) {
  const { field, error, answers, question } = props;
  const { name, label, hint, row } = field;
  const [count, setCount] = useState(row.first);
  return (
    <FieldsetGroup name={name} label={label} hint={hint} error={error} labelSize="m" role="group">
      <div id={name}>
        {Array.from({ length: count }, (_, place) => (
          <fieldset key={place} className="govuk-fieldset mainstay-entry">
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
              {row.title} {place + 1}
            </legend>
            {row.fields
              .map((one) => fieldOfRow(name, place, one))
              .filter((one) => !one.isShown || one.isShown(answers))
              .map((one) => (
                <Fragment key={one.name}>{question(one)}</Fragment>
              ))}
          </fieldset>
        ))}
        {count < row.most && (
          <Button kind="secondary" type="button" onClick={() => setCount(count + 1)}>
            Add another {row.title.toLowerCase()}
          </Button>
        )}
      </div>
    </FieldsetGroup>
  );
}
