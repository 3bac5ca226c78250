import { NotFoundPage } from '../../page/not-found.page.tsx';
import { Route, Routes } from '../../routing/router.tsx';
import { RecordDesignationPage } from '../designation/record-designation.page.tsx';
import { RecordExpectationPage } from '../expectation/record-expectation.page.tsx';
import { RecordPostPage } from '../post/record-post.page.tsx';
import { StaffPlaceContext, type StaffPlace } from '../staff-place.ts';
import { AddWorkerPage } from '../worker/add-worker.page.tsx';
import { WorkerPages } from '../worker/worker-pages.tsx';
import { TeamPage } from './team.page.tsx';

/** What the pages of a team are told. */
export interface TeamPagesProps {
  readonly place: StaffPlace;
}

/** The pages of an employer's staff: the team, each worker, and the forms. Mounted at `<staffPath>/*`. */
export function TeamPages({ place }: TeamPagesProps) {
  return (
    <StaffPlaceContext value={place}>
      <Routes>
        <Route index element={<TeamPage />} />
        <Route path="new" element={<AddWorkerPage />} />
        <Route path="posts/new" element={<RecordPostPage />} />
        <Route path="posts/:postId/change" element={<RecordPostPage />} />
        <Route path="officer" element={<RecordDesignationPage />} />
        <Route path="officer/:designationId" element={<RecordDesignationPage />} />
        <Route path="expectation" element={<RecordExpectationPage />} />
        <Route path=":workerId/*" element={<WorkerPages place={place} />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </StaffPlaceContext>
  );
}
