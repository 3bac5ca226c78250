import { Suspense } from 'react';
import type { LifeLineProps } from './life-line/life-line-view.tsx';
import { Loading } from './page/loading.tsx';
import { onDemand } from './page/on-demand.ts';

// Whole pages come when they are opened: the kit itself is a part of every first load, and has to stay small.

/** The list of children, with its filters. */
export const ChildrenPage = onDemand(async () => (await import('./children/children.page.tsx')).ChildrenPage);

/** One child's record: mounted at `:childId/*` below the list of children. */
export const ChildPages = onDemand(async () => (await import('./record/child-pages.tsx')).ChildPages);

/** A child who comes into care and whom the authority has not looked after before. */
export const NewChildPage = onDemand(async () => (await import('./record/care/first-care.page.tsx')).NewChildPage);

/** What waits to be decided about children. */
export const DecisionsPage = onDemand(async () => (await import('./record/decision/decisions.page.tsx')).DecisionsPage);

/** Who may decide what about an authority's children. */
export const DecisionRulesPage = onDemand(
  async () => (await import('./record/decision/decision-rules.page.tsx')).DecisionRulesPage,
);

/** What must be done for children by when: a worker's day. */
export const DutiesPage = onDemand(async () => (await import('./duty/duties.page.tsx')).DutiesPage);

/** Breaking the glass, and the record under it: mounted at `break-glass/*` below the list of children. */
export const BreakGlassPages = onDemand(
  async () => (await import('./break-glass/break-glass-pages.tsx')).BreakGlassPages,
);

/** What an authority's managers are told of broken glasses, on every page. */
export const BrokenGlassesNotice = onDemand(
  async () => (await import('./break-glass/broken-glasses-notice.tsx')).BrokenGlassesNotice,
);

/** The viewer's account: where they are signed in. */
export const AccountPage = onDemand(async () => (await import('./account/account.page.tsx')).AccountPage);

/** One practice: its figures, its contract and its children. */
export const PracticePage = onDemand(async () => (await import('./practice/practice.page.tsx')).PracticePage);

/** The practices side by side. */
export const PracticesPage = onDemand(async () => (await import('./practice/practices.page.tsx')).PracticesPage);

/** An employer's staff: the team, each worker and the forms about them. Mounted at `<staffPath>/*`. */
export const TeamPages = onDemand(async () => (await import('./staff/team/team-pages.tsx')).TeamPages);

/** The staff of an authority and of its practices side by side, to read only. */
export const StaffingPage = onDemand(async () => (await import('./staff/staffing/staffing.page.tsx')).StaffingPage);

/** A move of staff between an authority and a practice, to record. */
export const TransferStaffPage = onDemand(
  async () => (await import('./staff/transfer/transfer-staff.page.tsx')).TransferStaffPage,
);

/** One's own time diary. */
export const DiaryPage = onDemand(async () => (await import('./staff/diary/diary.page.tsx')).DiaryPage);

/** The measures of an employer's staff beside the published ones. */
export const StaffFigures = onDemand(async () => (await import('./staff/figures/staff-figures.tsx')).StaffFigures);

/** Who leads how many children, a bar beside each. */
export const CaseloadTable = onDemand(async () => (await import('./staff/caseload/caseload-table.tsx')).CaseloadTable);

/** The surveys of staff: design, invite, remind and read. Mounted at `surveys/*`. */
export const SurveyPages = onDemand(async () => (await import('./survey/survey-pages.tsx')).SurveyPages);

const LifeLineView = onDemand(async () => (await import('./life-line/life-line-view.tsx')).LifeLine);

/** A child's life line: what it is drawn with comes when the first one is opened. */
export function LifeLine(props: LifeLineProps) {
  return (
    <Suspense fallback={<Loading what="the life line" shape="chart" />}>
      <LifeLineView {...props} />
    </Suspense>
  );
}
