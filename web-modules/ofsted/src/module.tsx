import {
  Breadcrumbs,
  ChildPage,
  childrenBehind,
  ChildrenPage,
  PracticePage,
  PracticesPage,
  Route,
  Routes,
  useParams,
  useViewer,
  type WebModule,
  NotFoundPage,
} from '@mainstay/web-kit';
import { RoomPage } from './room/room.page.tsx';
import { childPath, childrenPath, practicePath, practicesPath } from './urls.ts';

function OfstedPages() {
  const la = useViewer().laCode ?? '';
  return (
    <Routes>
      <Route index element={<RoomPage />} />
      <Route path="children" element={<ChildrenPage la={la} childPath={childPath} />} />
      <Route path="children/:childId" element={<ChildPage childrenPath={childrenPath} seesEveryAllocation />} />
      <Route path="practices" element={<PracticesPage la={la} practicePath={practicePath} />} />
      <Route path="practices/:practiceId" element={<OnePractice />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
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

export default { id: 'ofsted', title: 'Inspection', Page: OfstedPages } satisfies WebModule;
