import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import { classNames } from './class-names.ts';
import { FieldsetGroup, type FieldProps } from './form-group.tsx';

/** A day typed as day, month and year. */
export interface DateInputProps extends FieldProps {
  readonly defaultValue?: PlainDate | null;
  /** The parts that are wrong; all three when an error is given and this is not. */
  readonly wrongParts?: readonly DatePart[];
}

/** A part of a typed day. */
export type DatePart = 'day' | 'month' | 'year';

const parts: readonly { part: DatePart; label: string; width: 2 | 4; from: number; to: number }[] = [
  { part: 'day', label: 'Day', width: 2, from: 8, to: 10 },
  { part: 'month', label: 'Month', width: 2, from: 5, to: 7 },
  { part: 'year', label: 'Year', width: 4, from: 0, to: 4 },
];

/** GOV.UK's date input. The form's data holds `<name>-day`, `<name>-month` and `<name>-year`: see `readDate`. */
export function DateInput({ defaultValue, wrongParts, ...props }: DateInputProps) {
  const id = props.id ?? props.name;
  const isWrong = (part: DatePart) => (wrongParts ? wrongParts.includes(part) : props.error !== undefined);
  return (
    <FieldsetGroup {...props} role="group">
      <div className="govuk-date-input" id={id}>
        {parts.map(({ part, label, width, from, to }) => (
          <div className="govuk-date-input__item" key={part}>
            <div className="govuk-form-group">
              <label className="govuk-label govuk-date-input__label" htmlFor={`${id}-${part}`}>
                {label}
              </label>
              <input
                className={classNames(
                  'govuk-input govuk-date-input__input',
                  isWrong(part) && 'govuk-input--error',
                  `govuk-input--width-${width}`,
                )}
                id={`${id}-${part}`}
                name={`${props.name}-${part}`}
                type="text"
                inputMode="numeric"
                defaultValue={defaultValue ? String(Number(defaultValue.slice(from, to))) : undefined}
              />
            </div>
          </div>
        ))}
      </div>
    </FieldsetGroup>
  );
}

/** The day typed into the date input `name`: null when it is left empty, and when there is no such day. */
export function readDate(form: FormData, name: string): PlainDate | null {
  const read = (part: DatePart) => {
    const value = form.get(`${name}-${part}`);
    return typeof value === 'string' ? value.trim() : '';
  };
  // Only day and month may be short: whoever types `14` for a year may mean any century.
  const date = `${read('year')}-${read('month').padStart(2, '0')}-${read('day').padStart(2, '0')}`;
  return isPlainDate(date) ? date : null;
}
