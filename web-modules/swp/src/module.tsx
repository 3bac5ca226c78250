import {
  BreakGlassPages,
  ChildPages,
  childrenBehind,
  ChildrenPage,
  DecisionsPage,
  DutiesPage,
  PracticePage,
  Route,
  Routes,
  useViewer,
  type WebModule,
  NotFoundPage,
} from '@mainstay/web-kit';
import { childPath, childrenPath } from './urls.ts';

function SwpPages() {
  return (
    <Routes>
      <Route index element={<OurDay />} />
      <Route path="decisions" element={<OurDecisions />} />
      <Route path="figures" element={<OurFigures />} />
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
  return <DutiesPage practice={practiceId ?? ''} childrenPath={childrenPath} />;
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
    />
  );
}

export default { id: 'swp', title: 'Social work practice', Page: SwpPages } satisfies WebModule;
