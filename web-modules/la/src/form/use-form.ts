import type { FormFault } from '@mainstay/web-kit';
import { useState, type SyntheticEvent } from 'react';

/** A form's faults, and its sending. */
export interface Form {
  readonly faults: readonly FormFault[];
  readonly isSending: boolean;
  /** The fault of the field with this id, for its `error`. */
  readonly errorOf: (fieldId: string) => string | undefined;
  /** For `onSubmit`: sends the form's data with `send`, which answers what is wrong with it; nothing when all went well. */
  readonly submit: (
    event: SyntheticEvent<HTMLFormElement>,
    send: (form: FormData) => Promise<readonly FormFault[]>,
  ) => void;
}

/**
 * Sends a form once at a time and keeps what was wrong with it.
 *
 * A failure that no field can mend, the graph not answering say, is a fault without a field.
 */
export function useForm(): Form {
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [isSending, setSending] = useState(false);
  return {
    faults,
    isSending,
    errorOf: (fieldId) => faults.find((fault) => fault.fieldId === fieldId)?.message,
    submit: (event, send) => {
      event.preventDefault();
      if (isSending) return;
      setSending(true);
      // The summary comes again even with the same words, and takes the focus again.
      setFaults([]);
      void send(new FormData(event.currentTarget))
        .catch((error: Error) => [{ message: error.message }])
        .then(setFaults)
        .finally(() => setSending(false));
    },
  };
}
