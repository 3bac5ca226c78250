import { ChildPage, type ChildPageProps } from '../children/child.page.tsx';
import { NotFoundPage } from '../page/not-found.page.tsx';
import { onDemand } from '../page/on-demand.ts';
import { Route, Routes } from '../routing/router.tsx';
import { RecordPathsContext } from './record-page.tsx';

const SummaryPage = onDemand(async () => (await import('./summary/summary.page.tsx')).SummaryPage);
const ChronologyPage = onDemand(async () => (await import('./chronology/chronology.page.tsx')).ChronologyPage);
const ProfilePages = onDemand(async () => (await import('./profile/profile.pages.tsx')).ProfilePages);
const VoicePages = onDemand(async () => (await import('./voice/voice.pages.tsx')).VoicePages);
const HealthPages = onDemand(async () => (await import('./health/health.pages.tsx')).HealthPages);
const EducationPages = onDemand(async () => (await import('./education/education.pages.tsx')).EducationPages);
const ContributionPages = onDemand(
  async () => (await import('./contribution/contribution.pages.tsx')).ContributionPages,
);
const SafetyPages = onDemand(async () => (await import('./safety/safety.pages.tsx')).SafetyPages);
const LeavingCarePages = onDemand(async () => (await import('./leaving-care/leaving-care.pages.tsx')).LeavingCarePages);
const AdoptionPages = onDemand(async () => (await import('./adoption/adoption.pages.tsx')).AdoptionPages);
const VisitPages = onDemand(async () => (await import('./visit/visit.pages.tsx')).VisitPages);
const PlacementPages = onDemand(async () => (await import('./placement/placement.pages.tsx')).PlacementPages);
const CarePages = onDemand(async () => (await import('./care/care.pages.tsx')).CarePages);
const LeadProfessionalPages = onDemand(
  async () => (await import('./lead-professional/lead-professional.pages.tsx')).LeadProfessionalPages,
);
const MissingPages = onDemand(async () => (await import('./missing/missing.pages.tsx')).MissingPages);
const ContactPages = onDemand(async () => (await import('./contact/contact.pages.tsx')).ContactPages);
const PlanPages = onDemand(async () => (await import('./plan/plan.pages.tsx')).PlanPages);
const ReviewPages = onDemand(async () => (await import('./review/review.pages.tsx')).ReviewPages);
const AllocationPages = onDemand(async () => (await import('./allocation/allocation.pages.tsx')).AllocationPages);
const DecisionPages = onDemand(async () => (await import('./decision/decision.pages.tsx')).DecisionPages);

/** The pages of one child's record, to be mounted at `:childId/*` below a module's list of children. */
export function ChildPages(props: Omit<ChildPageProps, 'childId'>) {
  const { childrenPath } = props;
  return (
    <RecordPathsContext value={props.recordPaths}>
      <Routes>
        <Route index element={<SummaryPage childrenPath={childrenPath} />} />
        <Route path="history" element={<ChildPage {...props} />} />
        <Route path="chronology" element={<ChronologyPage childrenPath={childrenPath} />} />
        <Route path="profile/*" element={<ProfilePages childrenPath={childrenPath} />} />
        <Route path="voice/*" element={<VoicePages childrenPath={childrenPath} />} />
        <Route path="health/*" element={<HealthPages childrenPath={childrenPath} />} />
        <Route path="education/*" element={<EducationPages childrenPath={childrenPath} />} />
        <Route path="achievements/*" element={<ContributionPages childrenPath={childrenPath} />} />
        <Route path="safety/*" element={<SafetyPages childrenPath={childrenPath} />} />
        <Route path="leaving-care/*" element={<LeavingCarePages childrenPath={childrenPath} />} />
        <Route path="adoption/*" element={<AdoptionPages childrenPath={childrenPath} />} />
        <Route path="visits/*" element={<VisitPages childrenPath={childrenPath} />} />
        <Route path="placements/*" element={<PlacementPages childrenPath={childrenPath} />} />
        <Route path="care/*" element={<CarePages childrenPath={childrenPath} />} />
        <Route path="worker/*" element={<LeadProfessionalPages childrenPath={childrenPath} />} />
        <Route path="missing/*" element={<MissingPages childrenPath={childrenPath} />} />
        <Route path="contact/*" element={<ContactPages childrenPath={childrenPath} />} />
        <Route path="plans/*" element={<PlanPages childrenPath={childrenPath} />} />
        <Route path="reviews/*" element={<ReviewPages childrenPath={childrenPath} />} />
        <Route path="practice/*" element={<AllocationPages childrenPath={childrenPath} />} />
        <Route path="decisions/*" element={<DecisionPages childrenPath={childrenPath} />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </RecordPathsContext>
  );
}
