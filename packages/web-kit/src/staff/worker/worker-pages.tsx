import { NotFoundPage } from '../../page/not-found.page.tsx';
import { Route, Routes } from '../../routing/router.tsx';
import { absenceSection } from '../absence/absence-section.tsx';
import { LeavingPage } from '../caseload/leaving.page.tsx';
import { ReallocatePage } from '../caseload/reallocate.page.tsx';
import { employmentSection } from '../employment/employment-section.tsx';
import { EmploymentStepPage } from '../employment/employment-step.page.tsx';
import { RecordStaffEntryPage } from '../form/record-staff-entry.page.tsx';
import { WithdrawStaffEntryPage } from '../form/withdraw-staff-entry.page.tsx';
import { RecordRegistrationPage } from '../registration/record-registration.page.tsx';
import { StaffPlaceContext, type StaffPlace } from '../staff-place.ts';
import { supervisionSection } from '../supervision/supervision-section.tsx';
import { trainingSection } from '../training/training-section.tsx';
import { CorrectNamePage } from './correct-name.page.tsx';
import type { StaffSection, WithWorker } from './staff-section.ts';
import { WorkerPage } from './worker.page.tsx';

/** What the pages of one worker are told. */
export interface WorkerPagesProps {
  readonly place: StaffPlace;
}

/** The pages of one worker: mounted at `:workerId/*` below the team's page. */
export function WorkerPages({ place }: WorkerPagesProps) {
  return (
    <StaffPlaceContext value={place}>
      <Routes>
        <Route index element={<WorkerPage />} />
        <Route path="registration" element={<RecordRegistrationPage />} />
        <Route path="name" element={<CorrectNamePage />} />
        <Route path="leaving" element={<LeavingPage />} />
        <Route path="leaving/changes" element={<ReallocatePage />} />
        <Route path="employments/:entryId/move" element={<EmploymentStepPage step="change" />} />
        <Route path="employments/:entryId/end" element={<EmploymentStepPage step="end" />} />
        {formsOf(supervisionSection)}
        {formsOf(trainingSection)}
        {formsOf(absenceSection)}
        {formsOf(employmentSection)}
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </StaffPlaceContext>
  );
}

/** The routes of the forms that record, change and withdraw an entry of a section. */
function formsOf<Subject extends WithWorker>(section: StaffSection<Subject>) {
  return section.kinds.flatMap((kind) => {
    const form = <RecordStaffEntryPage section={section} kind={kind} />;
    return [
      <Route key={`${kind.path}/new`} path={`${kind.path}/new`} element={form} />,
      <Route key={`${kind.path}/change`} path={`${kind.path}/:entryId/change`} element={form} />,
      <Route
        key={`${kind.path}/withdraw`}
        path={`${kind.path}/:entryId/withdraw`}
        element={<WithdrawStaffEntryPage section={section} kind={kind} />}
      />,
    ];
  });
}
