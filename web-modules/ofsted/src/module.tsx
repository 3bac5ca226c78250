import {
  Breadcrumbs,
  ChildPages,
  childrenBehind,
  onDemand,
  PracticePage,
  PracticesPage,
  Route,
  Routes,
  StaffingPage,
  useParams,
  useViewer,
  type Inspection,
  type WebModule,
  NotFoundPage,
} from '@mainstay/web-kit';
import { ListedChildrenPage } from './children/listed-children.page.tsx';
import { NoInspectionPage } from './room/no-inspection.page.tsx';
import { RoomPage } from './room/room.page.tsx';
import { childrenPath, practicePath, practicesPath } from './urls.ts';

const LogPage = onDemand(async () => (await import('./log/log.page.tsx')).LogPage);

function OfstedPages() {
  const { inspection } = useViewer();
  return inspection ? <InspectionPages inspection={inspection} /> : <NoInspectionPage />;
}

function InspectionPages({ inspection }: { readonly inspection: Inspection }) {
  return (
    <Routes>
      <Route index element={<RoomPage inspection={inspection} />} />
      <Route path="children" element={<ListedChildrenPage inspection={inspection} />} />
      <Route path="children/:childId/*" element={<ChildPages childrenPath={childrenPath} seesEveryAllocation />} />
      <Route path="practices" element={<PracticesPage la={inspection.la} practicePath={practicePath} />} />
      <Route path="practices/:practiceId" element={<OnePractice />} />
      <Route path="staffing" element={<StaffingPage la={inspection.la} practicePath={practicePath} />} />
      <Route path="log" element={<LogPage inspection={inspection} />} />
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
