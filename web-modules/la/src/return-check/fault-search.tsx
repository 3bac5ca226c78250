import { Button, Link, TextInput, useLocation, useNavigate } from '@mainstay/web-kit';
import type { FormEvent } from 'react';
import { textIn } from './form-text.ts';
import { addressOfFaults, type AskedFaults } from './check-address.ts';

/** Narrows the children down to a rule and to numbers that begin alike; the address carries both. */
export function FaultSearch({ asked }: { readonly asked: AskedFaults }) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => textIn(form, name) || null;
    navigate(
      `${pathname}${addressOfFaults({ view: 'child', rule: text('rule')?.toUpperCase() ?? null, search: text('search') })}`,
    );
  };
  return (
    <form onSubmit={submit} role="search" aria-label="Faults" key={`${asked.rule} ${asked.search}`}>
      <TextInput
        name="search"
        label="The child’s number begins with"
        width={10}
        defaultValue={asked.search ?? ''}
        autoComplete="off"
      />
      <TextInput name="rule" label="Code of the rule" width={5} defaultValue={asked.rule ?? ''} autoComplete="off" />
      <Button kind="secondary">Search</Button>{' '}
      {(asked.rule ?? asked.search) && <Link to={addressOfFaults({ view: 'child' })}>Show all children</Link>}
    </form>
  );
}
