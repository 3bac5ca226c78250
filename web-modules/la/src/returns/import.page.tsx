import {
  Breadcrumbs,
  EmptyState,
  formatInstant,
  NotificationBanner,
  Page,
  Part,
  Progress,
  useOperation,
  useParams,
  useSearchParams,
  WarningText,
} from '@mainstay/web-kit';
import { ImportProgressDocument, ImportReportDocument, type ImportReportQuery } from '../generated/operations.ts';
import { returnsPath } from '../urls.ts';
import { Faults } from './faults.tsx';
import { FilesAndTables } from './files-and-tables.tsx';
import { isUnderWay, outcomeInWords } from './import-words.ts';
import { reportFromAddress } from './report-address.ts';
import { RulesNotRun } from './rules-not-run.tsx';

/** Milliseconds between two questions how an import goes. */
const PACE = 700;

type Report = NonNullable<ImportReportQuery['import903']>;

/** One import: how it goes while it runs, its report afterwards. */
export function ImportPage() {
  const { importId = '' } = useParams();
  const progress = useOperation(
    ImportProgressDocument,
    { id: importId },
    { refreshEvery: (data) => (data?.import903 && isUnderWay(data.import903.status) ? PACE : false) },
  );
  const found = progress.data?.import903;
  const title = found ? `Return for the year to 31 March ${found.collectionYear}` : 'Import of a return';
  return (
    <Page
      title={title}
      caption={found && `Import of ${formatInstant(found.startedAt)}`}
      before={<Breadcrumbs crumbs={[{ text: 'Returns', to: returnsPath }]} />}
    >
      <Part what="The import" operation={progress} shape="text">
        {({ import903 }) => {
          if (!import903) return <EmptyState title="There is no such import that you may see." />;
          if (isUnderWay(import903.status)) return <Progress label={import903.stage} share={import903.progress} />;
          return <ReportPart id={importId} />;
        }}
      </Part>
    </Page>
  );
}

function ReportPart({ id }: { readonly id: string }) {
  const [search] = useSearchParams();
  const asked = reportFromAddress(search);
  const { rule, child, childrenAfter, faultsAfter } = asked;
  const operation = useOperation(
    ImportReportDocument,
    { id, rule, child, childrenAfter, faultsAfter },
    { keepPrevious: true },
  );
  return (
    <Part what="The report" operation={operation} shape="table">
      {({ import903 }) =>
        import903 && (
          <>
            <Outcome report={import903} />
            <FilesAndTables outcome={import903} />
            <Faults report={import903} asked={asked} />
            <RulesNotRun rules={import903.rulesNotRun} />
          </>
        )
      }
    </Part>
  );
}

function Outcome({ report }: { readonly report: Report }) {
  const { heading, sentences, isSuccess } = outcomeInWords(report);
  const rest = sentences.map((sentence) => (
    <p className="govuk-body" key={sentence}>
      {sentence}
    </p>
  ));
  if (isSuccess) {
    return (
      <NotificationBanner heading={heading} title="Result">
        {rest}
      </NotificationBanner>
    );
  }
  return (
    <>
      <WarningText>{heading}</WarningText>
      {rest}
    </>
  );
}
