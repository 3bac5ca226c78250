import { classNames } from './class-names.ts';
import { describedBy, FormGroup, type FieldProps } from './form-group.tsx';

/** Several lines of text. The form reads them from its `FormData`. */
export interface TextAreaProps extends FieldProps {
  readonly defaultValue?: string;
  /** How many lines are in sight; 5 unless it is given. */
  readonly rows?: number;
}

/** GOV.UK's text area. */
export function TextArea({ rows = 5, defaultValue, ...props }: TextAreaProps) {
  const id = props.id ?? props.name;
  return (
    <FormGroup {...props}>
      <textarea
        className={classNames('govuk-textarea', props.error !== undefined && 'govuk-textarea--error')}
        id={id}
        name={props.name}
        rows={rows}
        aria-describedby={describedBy(id, props)}
        defaultValue={defaultValue}
      />
    </FormGroup>
  );
}
