import {
  BreakGlassPages,
  ChildPages,
  childrenBehind,
  ChildrenPage,
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
      <Route index element={<OurFigures />} />
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
