import {
  Button,
  EmptyState,
  formatInstant,
  Link,
  NotificationBanner,
  Page,
  Part,
  Table,
  useNavigate,
  useOperation,
  useSearchParams,
  useViewer,
} from '@mainstay/web-kit';
import { useState } from 'react';
import { AccessCrumbs } from '../access/access-crumbs.tsx';
import { ForManagers } from '../access/for-managers.tsx';
import { RestrictionsDocument, type RestrictionRowFragment } from '../generated/operations.ts';
import { personInWords } from '../person/person-words.ts';
import { childPath, restrictedPath } from '../urls.ts';
import { OneRestriction } from './one-restriction.tsx';
import { RestrictForm } from './restrict.form.tsx';

/** Records that only named people see: those the manager is named for, a new one, and who is named. */
export function RestrictionsPage() {
  return (
    <ForManagers
      title="Restricted records"
      purpose="They restrict a record to named people: of a worker’s own family, say, or of a child the newspapers write about."
    >
      <Restrictions />
    </ForManagers>
  );
}

type Doing = 'list' | 'restrict' | 'change';
const titles: Readonly<Record<Doing, string>> = {
  list: 'Restricted records',
  restrict: 'Restrict a record',
  change: 'A restricted record',
};

function Restrictions() {
  const { organisation } = useViewer();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [hasErrors, setHasErrors] = useState(false);
  const [done, setDone] = useState<string>();
  const child = search.get('child');
  const changed = search.get('change');
  const doing: Doing = changed ? 'change' : child !== null || search.has('restrict') ? 'restrict' : 'list';
  const leave = (words: string) => {
    setDone(words);
    navigate(restrictedPath);
  };
  return (
    <Page
      title={titles[doing]}
      caption={organisation}
      before={<AccessCrumbs then={doing === 'list' ? [] : [{ text: titles.list, to: restrictedPath }]} />}
      hasErrors={hasErrors}
    >
      {doing === 'list' && done && <NotificationBanner heading={done} isSuccess />}
      {doing === 'restrict' ? (
        <RestrictForm childId={child} onFaults={setHasErrors} onDone={leave} />
      ) : (
        <Restricted changed={changed} onFaults={setHasErrors} onDone={leave} />
      )}
    </Page>
  );
}

function Restricted(props: {
  readonly changed: string | null;
  readonly onFaults: (hasFaults: boolean) => void;
  readonly onDone: (words: string) => void;
}) {
  const { changed, onFaults, onDone } = props;
  const operation = useOperation(RestrictionsDocument, { la: useViewer().laCode ?? '' });
  return (
    <>
      {!changed && (
        <>
          <p className="govuk-body">
            A restricted record exists for the people named on it and for nobody else: it is in no list, no count and no
            total of theirs. You see the ones you are named for.
          </p>
          <Button to={`${restrictedPath}?restrict`}>Restrict a record</Button>
        </>
      )}
      <Part what="Restricted records" operation={operation} shape="table" count={3}>
        {({ localAuthority }) => {
          const restrictions = localAuthority?.restrictions ?? [];
          if (!changed) return <RestrictionTable restrictions={restrictions} />;
          const found = restrictions.find(({ id, liftedAt }) => id === changed && liftedAt === null);
          if (found) return <OneRestriction restriction={found} onFaults={onFaults} onDone={onDone} />;
          return (
            <EmptyState title="There is no such restriction that you may change.">
              It may have been lifted. <Link to={restrictedPath}>Back to the restricted records</Link>
            </EmptyState>
          );
        }}
      </Part>
    </>
  );
}

function RestrictionTable({ restrictions }: { readonly restrictions: readonly RestrictionRowFragment[] }) {
  if (restrictions.length === 0) return <EmptyState title="You are named for no restricted record." />;
  return (
    <Table
      caption="Restricted records you are named for"
      captionSize="s"
      rows={restrictions}
      rowKey={(restriction) => restriction.id}
      hasRowHeads
      columns={[
        { key: 'child', head: 'Child', cell: ({ child }) => <Link to={childPath(child.id)}>{child.localId}</Link> },
        { key: 'why', head: 'Why', cell: ({ reason }) => reason },
        {
          key: 'since',
          head: 'Since',
          cell: ({ placedAt, placedBy }) => `${formatInstant(placedAt)}, by ${personInWords(placedBy)}`,
        },
        { key: 'named', head: 'Named', cell: ({ named }) => named.map(personInWords).join(', ') },
        {
          key: 'change',
          head: 'Change',
          cell: ({ id, child, liftedAt }) =>
            liftedAt ? (
              `Lifted ${formatInstant(liftedAt)}`
            ) : (
              <Link to={`${restrictedPath}?change=${encodeURIComponent(id)}`}>
                Change<span className="govuk-visually-hidden"> the restriction of {child.localId}</span>
              </Link>
            ),
        },
      ]}
    />
  );
}
