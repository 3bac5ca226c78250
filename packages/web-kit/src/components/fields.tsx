import type { ChangeEvent } from 'react';
import { classNames } from './class-names.ts';
import { describedBy, FieldsetGroup, FormGroup, type FieldProps } from './form-group.tsx';

/** A line of text. Without `onChange` the form reads it from its `FormData`. */
export interface TextInputProps extends FieldProps {
  readonly value?: string;
  readonly defaultValue?: string;
  readonly onChange?: (value: string) => void;
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  readonly type?: 'text' | 'search';
  readonly inputMode?: 'numeric' | 'text';
  readonly autoComplete?: string;
  readonly spellCheck?: boolean;
}

/** GOV.UK's text input. */
export function TextInput({ width, onChange, type = 'text', ...props }: TextInputProps) {
  const id = props.id ?? props.name;
  return (
    <FormGroup {...props}>
      <input
        className={classNames(
          'govuk-input',
          props.error !== undefined && 'govuk-input--error',
          width && `govuk-input--width-${width}`,
        )}
        id={id}
        name={props.name}
        type={type}
        spellCheck={props.spellCheck}
        aria-describedby={describedBy(id, props)}
        autoComplete={props.autoComplete}
        inputMode={props.inputMode}
        value={props.value}
        defaultValue={props.defaultValue}
        onChange={onChange && ((event) => onChange(event.target.value))}
      />
    </FormGroup>
  );
}

/** One thing that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
  readonly isDisabled?: boolean;
}

interface ChoiceFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly value?: string;
  readonly defaultValue?: string;
  readonly onChange?: (value: string) => void;
}

/** GOV.UK's select: for a long list of things that the reader knows by name. */
export function Select({ choices, onChange, ...props }: ChoiceFieldProps) {
  const id = props.id ?? props.name;
  return (
    <FormGroup {...props}>
      <select
        className={classNames('govuk-select', props.error !== undefined && 'govuk-select--error')}
        id={id}
        name={props.name}
        aria-describedby={describedBy(id, props)}
        value={props.value}
        defaultValue={props.defaultValue}
        onChange={onChange && ((event) => onChange(event.target.value))}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.isDisabled}>
            {choice.text}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}

/** Radios, and how they lie. */
export interface RadiosProps extends ChoiceFieldProps {
  readonly isInline?: boolean;
  readonly isSmall?: boolean;
}

/** GOV.UK's radios: one of a few. */
export function Radios({ choices, isInline, isSmall, onChange, value, defaultValue, ...props }: RadiosProps) {
  const prefix = props.id ?? props.name;
  const change = onChange && ((event: ChangeEvent<HTMLInputElement>) => onChange(event.target.value));
  return (
    <FieldsetGroup {...props}>
      <div
        className={classNames('govuk-radios', isInline && 'govuk-radios--inline', isSmall && 'govuk-radios--small')}
        data-module="govuk-radios"
      >
        {choices.map((choice, index) => {
          const id = index === 0 ? prefix : `${prefix}-${index + 1}`;
          return (
            <div className="govuk-radios__item" key={choice.value}>
              <input
                className="govuk-radios__input"
                id={id}
                name={props.name}
                type="radio"
                value={choice.value}
                disabled={choice.isDisabled}
                aria-describedby={choice.hint && `${id}-item-hint`}
                {...(value === undefined
                  ? { defaultChecked: choice.value === defaultValue }
                  : { checked: choice.value === value })}
                onChange={change}
              />
              <label className="govuk-label govuk-radios__label" htmlFor={id}>
                {choice.text}
              </label>
              {choice.hint && (
                <div id={`${id}-item-hint`} className="govuk-hint govuk-radios__hint">
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
