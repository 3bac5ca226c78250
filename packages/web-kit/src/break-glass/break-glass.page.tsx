import { useState } from 'react';
import { Link } from '../components/link.tsx';
import { InsetText } from '../components/notices.tsx';
import { Breadcrumbs } from '../components/wayfinding.tsx';
import { useNow } from '../format/use-now.ts';
import { AuthoritiesOfPracticeDocument, MyBrokenGlassesDocument } from '../generated/operations.ts';
import { useOperation } from '../graph/use-operation.ts';
import { Loading } from '../page/loading.tsx';
import { NotFoundPage } from '../page/not-found.page.tsx';
import { Page } from '../page/page.tsx';
import { PartMissing } from '../page/part-missing.tsx';
import { useViewer } from '../session/session.tsx';
import { BreakGlassForm, type AuthorityChoice } from './break-glass.form.tsx';
import { minutesLeft, minutesLeftInWords } from './glass-time.ts';
import { breakGlassPath, mayBreakGlass } from './may-break-glass.ts';

/** Where the glass is broken: what will happen, and the form. */
export function BreakGlassPage({ childrenPath }: { readonly childrenPath: string }) {
  const viewer = useViewer();
  const [hasErrors, setHasErrors] = useState(false);
  if (!mayBreakGlass(viewer)) return <NotFoundPage />;
  return (
    <Page
      title="See a record you cannot find"
      hasErrors={hasErrors}
      before={<Breadcrumbs crumbs={[{ text: 'Children', to: childrenPath }]} />}
      isNarrow
    >
      <OpenGlasses childrenPath={childrenPath} />
      <p className="govuk-body">
        Use this only when a child may come to harm, or a duty to the child may be missed, if you wait for the record to
        be opened to you in the usual way.
      </p>
      <h2 className="govuk-heading-m">What will happen</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>it is recorded that you opened the record, why, and everything you look at in it</li>
        <li>the authority’s managers are told at once</li>
        <li>you can read this one record, and change nothing, for 60 minutes or until you end it</li>
        <li>somebody else then reviews whether it was justified</li>
      </ul>
      <FormForViewer childrenPath={childrenPath} onFaults={setHasErrors} />
    </Page>
  );
}

function FormForViewer(props: { readonly childrenPath: string; readonly onFaults: (hasFaults: boolean) => void }) {
  const { laCode, organisation, practiceId } = useViewer();
  const operation = useOperation(
    AuthoritiesOfPracticeDocument,
    { practice: practiceId ?? '' },
    { isEnabled: practiceId !== null },
  );
  if (practiceId === null) {
    return <BreakGlassForm {...props} authorities={laCode ? [{ id: laCode, name: organisation }] : []} />;
  }
  const { data, error, retry } = operation;
  if (error) return <PartMissing what="The form" reason={error.message} onRetry={retry} />;
  if (!data) return <Loading what="the form" />;
  return <BreakGlassForm {...props} authorities={authoritiesOf(data.practice?.contracts ?? [])} />;
}

/** The authorities with which the practice has a contract that runs, each once. */
function authoritiesOf(
  contracts: readonly { readonly status: string; readonly localAuthority: AuthorityChoice }[],
): AuthorityChoice[] {
  const live = contracts.filter(({ status }) => status === 'LIVE').map(({ localAuthority }) => localAuthority);
  return [...new Map(live.map((authority) => [authority.id, authority])).values()];
}

/** The viewer's glasses that are still open, with the way back to each; nothing when there are none. */
function OpenGlasses({ childrenPath }: { readonly childrenPath: string }) {
  const now = useNow(10_000);
  const { data } = useOperation(MyBrokenGlassesDocument, {});
  const open = (data?.myBrokenGlasses ?? []).filter(({ until }) => minutesLeft(until, now) > 0);
  if (open.length === 0) return null;
  return (
    <InsetText>
      {open.map((glass) => (
        <p className="govuk-body" key={glass.id}>
          <Link to={breakGlassPath(childrenPath, glass.id)}>The record of child {glass.childLocalId}</Link> is open to
          you: {minutesLeftInWords(glass.until, now)}.
        </p>
      ))}
    </InsetText>
  );
}
