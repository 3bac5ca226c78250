import {
  BreakGlassPages,
  ChildPages,
  childrenBehind,
  ChildrenPage,
  DecisionsPage,
  DiaryPage,
  DutiesPage,
  Link,
  PracticePage,
  Route,
  Routes,
  StaffFigures,
  SurveyPages,
  TeamPages,
  useViewer,
  type WebModule,
  NotFoundPage,
} from '@mainstay/web-kit';
import { childPath, childrenPath, diaryPath, homePath, surveysPath, teamPath } from './urls.ts';

function SwpPages() {
  return (
    <Routes>
      <Route index element={<OurDay />} />
      <Route path="decisions" element={<OurDecisions />} />
      <Route path="figures" element={<OurFigures />} />
      <Route path="team/*" element={<OurTeam />} />
      <Route path="surveys/*" element={<OurSurveys />} />
      <Route path="diary" element={<DiaryPage path={diaryPath} homePath={homePath} />} />
      <Route path="children" element={<ChildrenPage la={null} childPath={childPath} />} />
      <Route
        path="children/:childId/*"
        element={<ChildPages childrenPath={childrenPath} seesEveryAllocation={false} />}
      />
      <Route
        path="children/break-glass/*"
        element={<BreakGlassPages childrenPath={childrenPath} seesEveryAllocation={false} />}
      />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}

function OurDay() {
  const { practiceId } = useViewer();
  return (
    <DutiesPage
      practice={practiceId ?? ''}
      childrenPath={childrenPath}
      aside={<Link to={diaryPath}>Enter how you spent your day</Link>}
    />
  );
}

function OurSurveys() {
  const { practiceId } = useViewer();
  return <SurveyPages surveysPath={surveysPath} la={null} practice={practiceId} />;
}

function OurDecisions() {
  const { practiceId } = useViewer();
  return <DecisionsPage practice={practiceId ?? ''} childrenPath={childrenPath} />;
}

function OurFigures() {
  const { practiceId } = useViewer();
  return (
    <PracticePage
      practice={practiceId ?? ''}
      title="Our figures"
      childrenPath={childrenPath}
      behind={childrenBehind(childrenPath, practiceId)}
      after={<StaffFigures practice={practiceId ?? ''} la={null} />}
    />
  );
}

function OurTeam() {
  const { practiceId } = useViewer();
  return (
    <TeamPages place={{ la: null, practice: practiceId ?? '', staffPath: teamPath, title: 'Our team', childrenPath }} />
  );
}

export default { id: 'swp', title: 'Social work practice', Page: SwpPages } satisfies WebModule;
