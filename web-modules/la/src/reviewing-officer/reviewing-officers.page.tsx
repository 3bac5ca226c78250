import { systemClock } from '@mainstay/primitives';
import {
  Button,
  ButtonGroup,
  EmptyState,
  formatCount,
  NotificationBanner,
  Page,
  Part,
  TextInput,
  useNavigate,
  useOperation,
  useSearchParams,
  useViewer,
} from '@mainstay/web-kit';
import { useState, type SyntheticEvent } from 'react';
import { AccessCrumbs } from '../access/access-crumbs.tsx';
import { ForManagers } from '../access/for-managers.tsx';
import { readText } from '../form/read-text.ts';
import { ChildrenAndOfficersDocument, PeopleDocument } from '../generated/operations.ts';
import { reviewingOfficersPath } from '../urls.ts';
import { AppointForm } from './appoint.form.tsx';

const TITLE = 'Independent Reviewing Officers';

/** Who reviews which child: appointed here, and seen by the officer from that day on. */
export function ReviewingOfficersPage() {
  return (
    <ForManagers
      title={TITLE}
      purpose="They appoint the Independent Reviewing Officer of each child. The officer sees the children they review, and no others."
    >
      <ReviewingOfficers />
    </ForManagers>
  );
}

function ReviewingOfficers() {
  const { laCode, organisation } = useViewer();
  const la = laCode ?? '';
  const [search] = useSearchParams();
  const [hasErrors, setHasErrors] = useState(false);
  const [appointed, setAppointed] = useState({ times: 0, children: 0 });
  const startsWith = search.get('id') ?? '';
  const after = search.get('after');
  const officers = useOperation(PeopleDocument, { la, role: 'la-iro' });
  const children = useOperation(
    ChildrenAndOfficersDocument,
    { la, day: systemClock.today(), startsWith: startsWith || null, after },
    { keepPrevious: true },
  );
  return (
    <Page title={TITLE} caption={organisation} before={<AccessCrumbs />} hasErrors={hasErrors}>
      <p className="govuk-body">
        An Independent Reviewing Officer (IRO) chairs a child’s reviews. An IRO sees the records of the children they
        review, from the day they are appointed, and of no others.
      </p>
      {appointed.children > 0 && (
        <NotificationBanner
          heading={`The officer is appointed for ${formatCount(appointed.children, 'child', 'children')}.`}
          isSuccess
        />
      )}
      <Part what="The officers" operation={officers} shape="text" count={2}>
        {({ localAuthority }) =>
          localAuthority && localAuthority.people.length > 0 ? (
            <>
              <NumberSearch startsWith={startsWith} />
              <Part what="The children" operation={children} shape="table">
                {(found) => (
                  <AppointForm
                    key={`${search} ${appointed.times}`}
                    officers={localAuthority.people}
                    list={found.children}
                    onFaults={setHasErrors}
                    onAppointed={(count) => setAppointed(({ times }) => ({ times: times + 1, children: count }))}
                  />
                )}
              </Part>
            </>
          ) : (
            <EmptyState title="No Independent Reviewing Officer uses the platform here yet.">
              An officer can be appointed once they have signed in.
            </EmptyState>
          )
        }
      </Part>
    </Page>
  );
}

function NumberSearch({ startsWith }: { readonly startsWith: string }) {
  const navigate = useNavigate();
  const apply = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = readText(new FormData(event.currentTarget), 'id');
    navigate(typed ? `${reviewingOfficersPath}?id=${encodeURIComponent(typed)}` : reviewingOfficersPath);
  };
  return (
    <form onSubmit={apply} key={startsWith} role="search" noValidate>
      <TextInput
        name="id"
        label="Child’s number begins with"
        width={10}
        spellCheck={false}
        autoComplete="off"
        defaultValue={startsWith}
      />
      <ButtonGroup>
        <Button kind="secondary">Find children</Button>
      </ButtonGroup>
    </form>
  );
}
