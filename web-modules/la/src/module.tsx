import {
  Breadcrumbs,
  BreakGlassPages,
  ChildPages,
  childrenBehind,
  ChildrenPage,
  DecisionRulesPage,
  DecisionsPage,
  DiaryPage,
  DutiesPage,
  Link,
  NewChildPage,
  onDemand,
  PracticePage,
  PracticesPage,
  Route,
  Routes,
  SurveyPages,
  TeamPages,
  TransferStaffPage,
  useParams,
  useViewer,
  type RecordPaths,
  type WebModule,
  NotFoundPage,
} from '@mainstay/web-kit';
import { StabilityPage } from './stability/stability.page.tsx';
import {
  childAccessPath,
  childPath,
  childrenPath,
  decisionRulesPath,
  decisionsPath,
  diaryPath,
  homePath,
  movesPath,
  newChildPath,
  newMovePath,
  practicePath,
  practicesPath,
  restrictedPath,
  surveysPath,
  workforcePath,
  workforceTeamPath,
} from './urls.ts';

// Most visits begin with the figures: what returns are imported with comes when it is opened.
const AnnexAPage = onDemand(async () => (await import('./annex-a/annex-a.page.tsx')).AnnexAPage);
const ImportPage = onDemand(async () => (await import('./returns/import.page.tsx')).ImportPage);
const ReturnCheckPage = onDemand(async () => (await import('./return-check/return-check.page.tsx')).ReturnCheckPage);
const CheckFilesPage = onDemand(async () => (await import('./return-check/check-files.page.tsx')).CheckFilesPage);
const ReturnsPage = onDemand(async () => (await import('./returns/returns.page.tsx')).ReturnsPage);

const RatesPage = onDemand(async () => (await import('./workforce/rates/rates.page.tsx')).RatesPage);
const LeaversPage = onDemand(async () => (await import('./workforce/leavers/leavers.page.tsx')).LeaversPage);
const StayingPage = onDemand(async () => (await import('./workforce/staying/staying.page.tsx')).StayingPage);
const PostsPage = onDemand(async () => (await import('./workforce/posts/posts.page.tsx')).PostsPage);
const SupportPage = onDemand(async () => (await import('./workforce/support/support.page.tsx')).SupportPage);
const CensusesPage = onDemand(async () => (await import('./workforce/census/censuses.page.tsx')).CensusesPage);
const CensusPage = onDemand(async () => (await import('./workforce/census/census.page.tsx')).CensusPage);

const AccessPage = onDemand(async () => (await import('./access/access.page.tsx')).AccessPage);
const AuditPage = onDemand(async () => (await import('./audit/audit.page.tsx')).AuditPage);
const BreakGlassPage = onDemand(async () => (await import('./break-glass/break-glass.page.tsx')).BreakGlassPage);
const ChildAccessPage = onDemand(async () => (await import('./child-access/child-access.page.tsx')).ChildAccessPage);
const ConcernsPage = onDemand(async () => (await import('./concern/concerns.page.tsx')).ConcernsPage);
const CredentialsPage = onDemand(async () => (await import('./credential/credentials.page.tsx')).CredentialsPage);
const InspectionPage = onDemand(async () => (await import('./inspection/inspection.page.tsx')).InspectionPage);
const InspectionsPage = onDemand(async () => (await import('./inspection/inspections.page.tsx')).InspectionsPage);
const PeoplePage = onDemand(async () => (await import('./person/people.page.tsx')).PeoplePage);
const RestrictionsPage = onDemand(async () => (await import('./restriction/restrictions.page.tsx')).RestrictionsPage);
const ReviewingOfficersPage = onDemand(
  async () => (await import('./reviewing-officer/reviewing-officers.page.tsx')).ReviewingOfficersPage,
);

/** Where the authority's managers see to a child's record. */
const recordPaths: RecordPaths = {
  restricted: (childId) => `${restrictedPath}?child=${encodeURIComponent(childId)}`,
  access: childAccessPath,
};

function LaPages() {
  const la = useViewer().laCode ?? '';
  return (
    <Routes>
      <Route index element={<StabilityPage la={la} />} />
      <Route path="children" element={<ChildrenPage la={la} childPath={childPath} newChildPath={newChildPath} />} />
      <Route
        path="children/:childId/*"
        element={<ChildPages childrenPath={childrenPath} seesEveryAllocation recordPaths={recordPaths} />}
      />
      <Route path="children/:childId/access" element={<ChildAccessPage />} />
      <Route
        path="children/break-glass/*"
        element={<BreakGlassPages childrenPath={childrenPath} seesEveryAllocation />}
      />
      <Route path="children/new" element={<NewChildPage childrenPath={childrenPath} />} />
      <Route
        path="decisions"
        element={<DecisionsPage practice={null} childrenPath={childrenPath} rulesPath={decisionRulesPath} />}
      />
      <Route path="decisions/rules" element={<DecisionRulesPage la={la} decisionsPath={decisionsPath} />} />
      <Route path="due" element={<Due />} />
      <Route path="diary" element={<DiaryPage path={diaryPath} homePath={homePath} />} />
      <Route path="practices" element={<PracticesPage la={la} practicePath={practicePath} />} />
      <Route path="practices/:practiceId" element={<OnePractice />} />
      <Route path="workforce" element={<RatesPage />} />
      <Route path="workforce/leavers" element={<LeaversPage />} />
      <Route path="workforce/staying" element={<StayingPage />} />
      <Route path="workforce/posts" element={<PostsPage />} />
      <Route path="workforce/support" element={<SupportPage />} />
      <Route path="workforce/census" element={<CensusesPage />} />
      <Route path="workforce/census/:year" element={<CensusPage />} />
      <Route
        path="workforce/moves/new"
        element={<TransferStaffPage path={newMovePath} crumbs={moveCrumbs} movesPath={movesPath} />}
      />
      <Route path="workforce/team/*" element={<OwnStaff />} />
      <Route path="surveys/*" element={<SurveyPages surveysPath={surveysPath} la={la} practice={null} />} />
      <Route path="returns" element={<ReturnsPage />} />
      <Route path="returns/lists" element={<AnnexAPage />} />
      <Route path="returns/check-files" element={<CheckFilesPage />} />
      <Route path="returns/check/:year" element={<ReturnCheckPage />} />
      <Route path="returns/:importId" element={<ImportPage />} />
      <Route path="access" element={<AccessPage />} />
      <Route path="audit" element={<AuditPage />} />
      <Route path="audit/concerns" element={<ConcernsPage />} />
      <Route path="break-glass" element={<BreakGlassPage />} />
      <Route path="inspections" element={<InspectionsPage />} />
      <Route path="inspections/:inspectionId" element={<InspectionPage />} />
      <Route path="credentials" element={<CredentialsPage />} />
      <Route path="restricted" element={<RestrictionsPage />} />
      <Route path="reviewing-officers" element={<ReviewingOfficersPage />} />
      <Route path="people" element={<PeoplePage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}

const moveCrumbs = [
  { text: 'Workforce', to: workforcePath },
  { text: 'Leavers and moves', to: movesPath },
] as const;

/** What is due, with the way to one's own time for those who keep a diary. */
function Due() {
  const { role } = useViewer();
  const keepsDiary = role === 'la-worker' || role === 'la-manager';
  return (
    <DutiesPage
      practice={null}
      childrenPath={childrenPath}
      aside={keepsDiary ? <Link to={diaryPath}>Enter how you spent your day</Link> : null}
    />
  );
}

/** The authority's own staff, one by one. */
function OwnStaff() {
  const la = useViewer().laCode ?? '';
  const place = { la, practice: null, staffPath: workforceTeamPath, title: 'Our staff', childrenPath };
  return <TeamPages place={place} />;
}

function OnePractice() {
  const { practiceId = '' } = useParams();
  return (
    <PracticePage
      practice={practiceId}
      before={<Breadcrumbs crumbs={[{ text: 'Practices', to: practicesPath }]} />}
      childrenPath={`${childrenPath}?practice=${encodeURIComponent(practiceId)}`}
      behind={childrenBehind(childrenPath, practiceId)}
    />
  );
}

export default { id: 'la', title: 'Local authority', Page: LaPages } satisfies WebModule;
