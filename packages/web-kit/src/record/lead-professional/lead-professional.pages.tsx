import {
  ChangeLeadProfessionalDocument,
  WorkersOfAuthorityDocument,
  WorkersOfPracticeDocument,
  type WhoCouldLeadFragment,
} from '../../generated/operations.ts';
import { useOperation } from '../../graph/use-operation.ts';
import { Loading } from '../../page/loading.tsx';
import { Route, Routes } from '../../routing/router.tsx';
import { useViewer } from '../../session/session.tsx';
import { CareChangePage } from '../care-change/care-change.page.tsx';
import { SectionPages } from '../entries/section-pages.tsx';
import { takeOverFields, takeOverInput } from './lead-professional-fields.ts';
import { workerSection } from './lead-professional-section.tsx';

/** The social workers of a child, and the change of the one who is there. */
export function LeadProfessionalPages({ childrenPath }: { readonly childrenPath: string }) {
  return (
    <Routes>
      <Route path="change" element={<TakeOverPage childrenPath={childrenPath} />} />
      <Route path="*" element={<SectionPages childrenPath={childrenPath} section={workerSection} />} />
    </Routes>
  );
}

function TakeOverPage({ childrenPath }: { readonly childrenPath: string }) {
  const { workers, isLoading } = useWorkers();
  if (isLoading) return <Loading what="the social workers" shape="text" />;
  return (
    <CareChangePage
      childrenPath={childrenPath}
      change={{
        path: 'change',
        title: 'Change the social worker',
        section: workerSection,
        now: ({ subject: { child } }) => {
          const { leadProfessional: lead } = child;
          return <p className="govuk-body">Now: {lead ? (lead.name ?? lead.id) : 'nobody'}.</p>;
        },
        fields: ({ subject: { child } }) =>
          takeOverFields(
            workers.filter(({ value }) => value !== child.leadProfessional?.id),
            child.leadProfessional !== null,
          ),
        mutation: ChangeLeadProfessionalDocument,
        inputOf: takeOverInput,
      }}
    />
  );
}

/** The social workers of the viewer's practice or authority, by name. Without them a worker is named by number. */
function useWorkers() {
  const { practiceId, laCode } = useViewer();
  const ofPractice = useOperation(
    WorkersOfPracticeDocument,
    { practice: practiceId ?? '' },
    { isEnabled: practiceId !== null },
  );
  const ofAuthority = useOperation(
    WorkersOfAuthorityDocument,
    { la: laCode ?? '' },
    { isEnabled: practiceId === null && laCode !== null },
  );
  const found = ofPractice.data?.practice?.workers ?? ofAuthority.data?.localAuthority?.workers;
  const workers = (found?.edges ?? [])
    .filter(({ node }) => mayLead(node))
    .map(({ node }) => ({ value: node.id, text: node.name ?? node.id }));
  return { workers, isLoading: practiceId === null ? ofAuthority.isLoading : ofPractice.isLoading };
}

/** True for those in the regulator's register, as far as that is on record: nobody else may lead a child. */
function mayLead({ id, registration }: WhoCouldLeadFragment): boolean {
  return registration === null ? !id.startsWith('STAFF-') : registration.status === 'REGISTERED';
}
