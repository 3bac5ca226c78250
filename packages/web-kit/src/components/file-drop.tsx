import { useId, useRef, useState, type DragEvent } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';

/** Where files are chosen or dropped. */
export interface FileDropProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly isMultiple?: boolean;
  /** What the file dialogue offers, e.g. `.csv`. Dropped files are not held to it. */
  readonly accept?: string;
  readonly isDisabled?: boolean;
  readonly onFiles: (files: File[]) => void;
}

/** A place to drop files on, or to choose them with a button. It hands files over as they come and keeps none. */
export function FileDrop({ name, label, hint, error, isMultiple, accept, isDisabled, onFiles }: FileDropProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const hand = (files: FileList | null) => {
    if (files && files.length > 0) onFiles([...files]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    if (!isDisabled) hand(event.dataTransfer.files);
  };
  return (
    <div className={classNames('govuk-form-group', error !== undefined && 'govuk-form-group--error')}>
      <span className="govuk-label govuk-label--s" id={`${id}-label`}>
        {label}
      </span>
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
      <div
        className={classNames('mainstay-file-drop', isOver && 'mainstay-file-drop--over')}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          className="govuk-visually-hidden"
          type="file"
          name={name}
          tabIndex={-1}
          aria-labelledby={`${id}-label`}
          multiple={isMultiple}
          accept={accept}
          disabled={isDisabled}
          onChange={(event) => {
            hand(event.target.files);
            // The same file may be chosen again once it has been mended.
            event.target.value = '';
          }}
        />
        <Button
          kind="secondary"
          type="button"
          id={name}
          isDisabled={isDisabled ?? false}
          aria-describedby={
            classNames(`${id}-label`, hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`) ?? ''
          }
          onClick={() => input.current?.click()}
        >
          {isMultiple ? 'Choose files' : 'Choose file'}
        </Button>
        <span className="govuk-body mainstay-file-drop__instruction">or drop {isMultiple ? 'them' : 'it'} here</span>
      </div>
    </div>
  );
}
