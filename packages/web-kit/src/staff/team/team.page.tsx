import { Button, ButtonGroup } from '../../components/button.tsx';
import { CaseloadTable } from '../caseload/caseload-table.tsx';
import {
  CaseloadsOfAuthorityDocument,
  CaseloadsOfPracticeDocument,
  TeamOfAuthorityDocument,
  TeamOfPracticeDocument,
} from '../../generated/operations.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Page } from '../../page/page.tsx';
import { Part } from '../../page/part.tsx';
import { LeftNotice } from '../../record/form/left-notice.tsx';
import { useSearchParams } from '../../routing/router.tsx';
import { useViewer } from '../../session/session.tsx';
import { LeaversView } from '../leaver/leavers-view.tsx';
import { EstablishmentView } from '../post/establishment-view.tsx';
import { mayRecordStaff, useStaffPlace, workerPath } from '../staff-place.ts';
import { useStaff } from '../use-staff.ts';
import { AttentionList } from './attention-list.tsx';
import { attentionOf } from './attention.ts';
import { OwnTime } from './own-time.tsx';
import { PeopleTable } from './people-table.tsx';
import { RolesTable } from './roles-table.tsx';
import { SupportView } from './support-view.tsx';

/** The question of a manager’s page: is the team well, and not too full? */
export function TeamPage() {
  const place = useStaffPlace();
  const viewer = useViewer();
  const [search] = useSearchParams();
  const team = useStaff(
    place,
    { ofPractice: TeamOfPracticeDocument, ofAuthority: TeamOfAuthorityDocument },
    { dueAfter: search.get('due') },
  );
  const loads = useStaff(place, { ofPractice: CaseloadsOfPracticeDocument, ofAuthority: CaseloadsOfAuthorityDocument });
  const mayRecord = mayRecordStaff(viewer, place);
  const caseloads = loads.data?.staff?.caseloads ?? null;
  return (
    <Page title={place.title} caption={team.data?.staff?.name ?? viewer.organisation}>
      <LeftNotice />
      <Part what="The team" operation={team} shape="cards" count={3}>
        {({ staff }) =>
          staff?.staffing ? (
            <>
              <AttentionList
                attention={attentionOf({
                  counts: staff.supportDue.counts,
                  registrations: staff.registrationsExpiring,
                  staffing: staff.staffing,
                  hasOfficer: staff.designations.some(({ until }) => until === null),
                  caseloads,
                })}
              />
              {mayRecord && (
                <ButtonGroup>
                  <Button to={`${place.staffPath}/new`} kind="secondary">
                    Add a worker
                  </Button>
                  <Button to={`${place.staffPath}/posts/new`} kind="secondary">
                    Record a post
                  </Button>
                </ButtonGroup>
              )}
              <PeopleTable />
              <Part what="Caseload" operation={loads} shape="table" count={4}>
                {(answer) => <Loads caseloads={answer.staff?.caseloads ?? null} />}
              </Part>
              <SupportView staff={staff} mayRecord={mayRecord} />
              <RolesTable staffing={staff.staffing} />
              <EstablishmentView mayRecord={mayRecord} />
              <LeaversView />
            </>
          ) : (
            <>
              <EmptyState title="The team as a whole is seen by its managers.">
                How supervision, learning and absence of each person stand is not shown to colleagues.
              </EmptyState>
              <OwnTime />
            </>
          )
        }
      </Part>
    </Page>
  );
}

function Loads({ caseloads }: { readonly caseloads: Parameters<typeof CaseloadTable>[0]['caseloads'] | null }) {
  const place = useStaffPlace();
  return (
    <section aria-labelledby="caseload" className="mainstay-entries">
      <h2 className="govuk-heading-m" id="caseload">
        Caseload
      </h2>
      {caseloads ? (
        <CaseloadTable caseloads={caseloads} workerPath={(workerId) => workerPath(place, workerId)} />
      ) : (
        <EmptyState title="Who leads how many children is not open to you." />
      )}
    </section>
  );
}
