import { addDays, systemClock } from '@mainstay/primitives';
import {
  Button,
  ButtonGroup,
  Checkboxes,
  DateInput,
  ErrorSummary,
  readDate,
  TextArea,
  TextInput,
  useMutationOperation,
} from '@mainstay/web-kit';
import { useEffect, useState } from 'react';
import { readText, readTicked } from '../form/read-text.ts';
import { useForm } from '../form/use-form.ts';
import { RegisterCredentialDocument, type CredentialScope } from '../generated/operations.ts';
import { credentialsPath } from '../urls.ts';
import { scopesInWords } from './credential-words.ts';
import { SecretTold, type ToldSecret } from './secret-told.tsx';

/** Days a machine reads unless another day is chosen; a year at most. */
const USUAL_DAYS = 182;

/** Registers a machine, and tells its secret once. */
export function RegisterForm({ onFaults }: { readonly onFaults: (hasFaults: boolean) => void }) {
  const form = useForm();
  const register = useMutationOperation(RegisterCredentialDocument);
  const [told, setTold] = useState<ToldSecret>();
  const hasFaults = form.faults.length > 0;
  useEffect(() => {
    onFaults(hasFaults);
    return () => onFaults(false);
  }, [hasFaults, onFaults]);
  const send = async (data: FormData) => {
    const [name, purpose] = [readText(data, 'name'), readText(data, 'purpose')];
    const scopes = readTicked(data, 'scopes') as CredentialScope[];
    const expiresOn = readDate(data, 'expires');
    const faults = [];
    if (name.length < 3 || name.length > 100)
      faults.push({ message: 'Enter what the machine is called, in 3 to 100 characters', fieldId: 'name' });
    if (purpose.length < 10 || purpose.length > 300)
      faults.push({ message: 'Enter what it reads the data for, in 10 to 300 characters', fieldId: 'purpose' });
    if (scopes.length === 0) faults.push({ message: 'Choose at least one thing it may read', fieldId: 'scopes' });
    if (!expiresOn) faults.push({ message: 'Enter a last day that exists, such as 31 3 2027', fieldId: 'expires-day' });
    if (faults.length > 0 || !expiresOn) return faults;
    const { registerCredential: answer } = await register.run({ input: { name, purpose, scopes, expiresOn } });
    if (answer.__typename !== 'RegisterCredentialSuccess') return [{ message: answer.message, fieldId: 'expires-day' }];
    setTold({ name, id: answer.credential.id, secret: answer.secret });
    return [];
  };
  if (told) return <SecretTold told={told} />;
  return (
    <>
      <ErrorSummary faults={form.faults} />
      <form className="mainstay-page__narrow" onSubmit={(event) => form.submit(event, send)} noValidate>
        <TextInput
          name="name"
          label="What is the machine called?"
          hint="For example, case system"
          width={20}
          error={form.errorOf('name')}
        />
        <TextArea
          name="purpose"
          label="What does it read the data for?"
          hint="It stands beside everything the machine does in the audit."
          rows={3}
          error={form.errorOf('purpose')}
        />
        <Checkboxes
          name="scopes"
          label="What may it read?"
          hint="As little as its purpose needs."
          error={form.errorOf('scopes')}
          choices={scopesInWords.map(({ scope, words, meaning }) => ({ value: scope, text: words, hint: meaning }))}
        />
        <DateInput
          name="expires"
          label="Last day"
          hint="At most a year from now. For example, 31 3 2027"
          defaultValue={addDays(systemClock.today(), USUAL_DAYS)}
          error={form.errorOf('expires-day')}
        />
        <ButtonGroup>
          <Button isDisabled={form.isSending}>Register the machine</Button>
          <Button kind="secondary" to={credentialsPath}>
            Cancel
          </Button>
        </ButtonGroup>
      </form>
    </>
  );
}
