// What the shell and the modules may use. It is one shared copy in the page: see docs/web-modules.md.

// The contract between the shell and a module
export type { WebModule } from './web-module.ts';
export { kitVersion } from './kit-version.ts';

// The graph
export type { OperationDocument } from './graph/operation-document.ts';
export { OperationError, runOperation, type Answer, type MissingPart } from './graph/graphql-client.ts';
export { GraphProvider } from './graph/graph-provider.tsx';
export {
  useMutationOperation,
  useOperation,
  type MutationOperation,
  type Operation,
  type OperationOptions,
} from './graph/use-operation.ts';
export { uploadFile, type Upload, type UploadOptions } from './graph/upload-file.ts';

// The session
export {
  fetchSession,
  SessionProvider,
  useSession,
  useViewer,
  type AccessibilityContact,
  type Audience,
  type Inspection,
  type Session,
  type Viewer,
} from './session/session.tsx';
export { signOut, startSignIn } from './session/sign-in.ts';
export { roleName } from './session/role-name.ts';

// Routes
export {
  BrowserRouter,
  MemoryRouter,
  Navigate,
  Route,
  Routes,
  useLocation,
  useNavigate,
  useParams,
  useSearchParams,
  type Navigator,
  type Place,
} from './routing/router.tsx';

// Pages and their parts
export { Page, type PageProps } from './page/page.tsx';
export { Part, type PartProps } from './page/part.tsx';
export { PartMissing, type PartMissingProps } from './page/part-missing.tsx';
export { Loading, type LoadingProps } from './page/loading.tsx';
export { NotFoundPage } from './page/not-found.page.tsx';
export { onDemand } from './page/on-demand.ts';
export { EmptyState, type EmptyStateProps } from './page/empty-state.tsx';
export { ListPages, type ListPage, type ListPagesProps } from './page/list-pages.tsx';

// Components
export { Button, ButtonGroup, type ButtonProps } from './components/button.tsx';
export { Checkboxes, type CheckboxesProps } from './components/checkboxes.tsx';
export { classNames } from './components/class-names.ts';
export { Anchor, Link, type LinkProps } from './components/link.tsx';
export { Details, type DetailsProps } from './components/details.tsx';
export { ErrorSummary, type ErrorSummaryProps, type FormFault } from './components/error-summary.tsx';
export { describedBy, FieldsetGroup, FormGroup, type FieldProps } from './components/form-group.tsx';
export { Radios, Select, TextInput, type Choice, type RadiosProps, type TextInputProps } from './components/fields.tsx';
export { DateInput, readDate, type DateInputProps, type DatePart } from './components/date-input.tsx';
export { FileDrop, type FileDropProps } from './components/file-drop.tsx';
export {
  InsetText,
  NotificationBanner,
  Tag,
  WarningText,
  type NotificationBannerProps,
  type TagColour,
} from './components/notices.tsx';
export { Pagination, type PageLink, type PaginationProps } from './components/pagination.tsx';
export { Progress, type ProgressProps } from './components/progress.tsx';
export { SummaryList, type SummaryAction, type SummaryRow } from './components/summary-list.tsx';
export { Table, type Column, type Direction, type Sorting, type TableProps } from './components/table.tsx';
export { TextArea, type TextAreaProps } from './components/text-area.tsx';
export { BackLink, Breadcrumbs, SkipLink, type Crumb } from './components/wayfinding.tsx';

// The frame around every page: for the shell
export { Banners } from './frame/banners.tsx';
export { Footer } from './frame/footer.tsx';
export { Header } from './frame/header.tsx';
export { Navigation, type NavigationLink } from './frame/navigation.tsx';

// Plain English for dates, numbers and ages
export {
  formatAge,
  formatBytes,
  formatCount,
  formatDate,
  formatInstant,
  formatInstantDate,
  formatNumber,
  formatPeriod,
  formatShare,
  formatShortDate,
} from './format/format.ts';

// Domain components: measures, charts, life lines, children, practices
export { AuthorityFigures } from './measure/authority-figures.tsx';
export { childrenBehind } from './measure/behind.ts';
export { MeasureCard, type MeasureCardProps } from './measure/measure-card.tsx';
export { MeasureCards } from './measure/measure-cards.tsx';
export type { Measure } from './measure/measure.ts';
export { csvOf, type CsvCell } from './chart/csv.ts';
export { CsvDownload, saveFile } from './chart/csv-download.tsx';
export { TimeChart, type TimeChartProps } from './chart/time-chart.tsx';
export type { LifeLineProps } from './life-line/life-line-view.tsx';
export type { ChildrenPageProps } from './children/children.page.tsx';
export type { ChildPageProps } from './children/child.page.tsx';
export type { RecordPaths } from './children/record-marks.tsx';
export type { DecisionsPageProps } from './record/decision/decisions.page.tsx';
export type { PracticePageProps } from './practice/practice.page.tsx';
export type { StaffPlace } from './staff/staff-place.ts';
export type { TransferStaffPageProps } from './staff/transfer/transfer-staff.page.tsx';
export type { SurveyPlace } from './survey/survey-place.ts';
export type { PracticesPageProps } from './practice/practices.page.tsx';
export {
  AccountPage,
  BreakGlassPages,
  BrokenGlassesNotice,
  CaseloadTable,
  ChildPages,
  ChildrenPage,
  DecisionRulesPage,
  DecisionsPage,
  DiaryPage,
  DutiesPage,
  LifeLine,
  NewChildPage,
  PracticePage,
  PracticesPage,
  StaffFigures,
  StaffingPage,
  SurveyPages,
  TeamPages,
  TransferStaffPage,
} from './pages-on-demand.tsx';
