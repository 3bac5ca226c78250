import { classNames } from './class-names.ts';
import type { Choice } from './fields.tsx';
import { FieldsetGroup, type FieldProps } from './form-group.tsx';

/** Checkboxes, and which of them are ticked at first. */
export interface CheckboxesProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly defaultValues?: readonly string[];
  readonly isSmall?: boolean;
}

/** GOV.UK's checkboxes: any number of a few. The form's data holds one `name` for each that is ticked. */
export function Checkboxes({ choices, defaultValues = [], isSmall, ...props }: CheckboxesProps) {
  const prefix = props.id ?? props.name;
  return (
    <FieldsetGroup {...props}>
      <div
        className={classNames('govuk-checkboxes', isSmall && 'govuk-checkboxes--small')}
        data-module="govuk-checkboxes"
      >
        {choices.map((choice, index) => {
          const id = index === 0 ? prefix : `${prefix}-${index + 1}`;
          return (
            <div className="govuk-checkboxes__item" key={choice.value}>
              <input
                className="govuk-checkboxes__input"
                id={id}
                name={props.name}
                type="checkbox"
                value={choice.value}
                defaultChecked={defaultValues.includes(choice.value)}
                disabled={choice.isDisabled}
                aria-describedby={choice.hint && `${id}-item-hint`}
              />
              <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
                {choice.text}
              </label>
              {choice.hint && (
                <div id={`${id}-item-hint`} className="govuk-hint govuk-checkboxes__hint">
                  {choice.hint}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </FieldsetGroup>
  );
}
