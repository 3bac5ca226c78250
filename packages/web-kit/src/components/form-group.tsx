import { Fragment, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** What every field of a form has. */
export interface FieldProps {
  /** Also the id, unless one is given. */
  readonly name: string;
  readonly id?: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong with it, in the same words as the error summary. */
  readonly error?: string | undefined;
  /** The size of the label: `m` for the main question of a page. */
  readonly labelSize?: 's' | 'm' | 'l';
}

/** The ids of the hint and the error of a field, for `aria-describedby`. */
export function describedBy(id: string, { hint, error }: Pick<FieldProps, 'hint' | 'error'>): string | undefined {
  return classNames(hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`);
}

/** A label, a hint, an error and the field itself. */
export function FormGroup(props: FieldProps & { children: ReactNode }) {
  const id = props.id ?? props.name;
  return (
    <div className={classNames('govuk-form-group', props.error !== undefined && 'govuk-form-group--error')}>
      <label className={classNames('govuk-label', props.labelSize && `govuk-label--${props.labelSize}`)} htmlFor={id}>
        {props.label}
      </label>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      {props.children}
    </div>
  );
}

/** A group of fields that answer one question, under a legend. */
export function FieldsetGroup(props: FieldProps & { children: ReactNode; role?: 'group' }) {
  const id = props.id ?? props.name;
  return (
    <div className={classNames('govuk-form-group', props.error !== undefined && 'govuk-form-group--error')}>
      <fieldset className="govuk-fieldset" role={props.role} aria-describedby={describedBy(id, props)}>
        <legend
          className={classNames(
            'govuk-fieldset__legend',
            props.labelSize && `govuk-fieldset__legend--${props.labelSize}`,
          )}
        >
          {props.label}
        </legend>
        <HintAndError id={id} hint={props.hint} error={props.error} />
        {props.children}
      </fieldset>
    </div>
  );
}

function HintAndError({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | undefined }) {
  return (
    <Fragment>
      {hint !== undefined && (
        <div id={`${id}-hint`} className="govuk-hint">
          {hint}
        </div>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
    </Fragment>
  );
}
