import { useState, type FormEvent } from 'react';
import { Button } from '../components/button.tsx';
import { ErrorSummary, type FormFault } from '../components/error-summary.tsx';
import { Select, TextInput } from '../components/fields.tsx';
import { Link } from '../components/link.tsx';
import { TextArea } from '../components/text-area.tsx';
import { BreakGlassDocument } from '../generated/operations.ts';
import { useMutationOperation } from '../graph/use-operation.ts';
import { useNavigate } from '../routing/router.tsx';
import { breakGlassFaults } from './break-glass-faults.ts';
import { breakGlassPath } from './may-break-glass.ts';

/** An authority whose record it may be. */
export interface AuthorityChoice {
  readonly id: string;
  readonly name: string;
}

/** The form that breaks the glass: which child, of which authority where it may be of several, and why. */
export function BreakGlassForm(props: {
  readonly childrenPath: string;
  readonly authorities: readonly AuthorityChoice[];
  /** Told whether the form has faults, for the page's title. */
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const { childrenPath, authorities, onFaults } = props;
  const navigate = useNavigate();
  const breakGlass = useMutationOperation(BreakGlassDocument);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [visible, setVisible] = useState<string | null>(null);
  const show = (next: readonly FormFault[]) => {
    setFaults(next);
    onFaults(next.length > 0);
  };
  const send = async (form: FormData) => {
    const read = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const input = { la: read('la'), localId: read('localId'), reason: read('reason') };
    const wrong = breakGlassFaults(input);
    show(wrong);
    if (wrong.length > 0) return;
    const { breakGlass: outcome } = await breakGlass.run({ input: { ...input, la: input.la || null } });
    if (outcome.__typename === 'BreakGlassSuccess')
      return navigate(breakGlassPath(childrenPath, outcome.breakGlass.id));
    setVisible(outcome.__typename === 'AlreadyVisibleError' ? outcome.child.id : null);
    show([{ message: outcome.message, fieldId: 'localId' }]);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(new FormData(event.currentTarget)).catch((error: Error) => show([{ message: error.message }]));
  };
  const faultOf = (fieldId: string) => faults.find((fault) => fault.fieldId === fieldId)?.message;
  const [only] = authorities;
  return (
    <>
      <ErrorSummary faults={faults}>
        {visible !== null && faults.length > 0 && (
          <p>
            <Link to={`${childrenPath}/${encodeURIComponent(visible)}`}>Open the record</Link>
          </p>
        )}
      </ErrorSummary>
      <form onSubmit={submit} noValidate>
        {authorities.length > 1 ? (
          <Select
            name="la"
            label="Which authority looks after the child"
            choices={authorities.map(({ id, name }) => ({ value: id, text: name }))}
          />
        ) : (
          <input type="hidden" name="la" value={only?.id ?? ''} />
        )}
        <TextInput
          name="localId"
          label="The authority’s own number for the child"
          hint={only && authorities.length === 1 ? `As ${only.name} writes it, all of it.` : 'All of it.'}
          width={10}
          spellCheck={false}
          autoComplete="off"
          error={faultOf('localId')}
        />
        <TextArea
          name="reason"
          label="Why you need to see it now"
          hint="In 20 characters or more. The authority’s managers read this at once."
          error={faultOf('reason')}
        />
        <Button kind="warning" isDisabled={breakGlass.isRunning}>
          Break the glass and open the record
        </Button>
      </form>
    </>
  );
}
