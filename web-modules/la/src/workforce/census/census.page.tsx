import {
  EmptyState,
  formatInstant,
  Link,
  MeasureCard,
  Pagination,
  Part,
  useOperation,
  useParams,
  useSearchParams,
  useViewer,
} from '@mainstay/web-kit';
import { CensusFaultsOfYearDocument, HeldCensusDocument, type HeldCensusQuery } from '../../generated/operations.ts';
import { WorkforcePage } from '../workforce-page.tsx';
import { CensusDownloads } from './census-downloads.tsx';
import { CensusFaultTable, CensusFindings } from './census-findings.tsx';
import { CENSUS_ROLES } from './censuses.page.tsx';

type Authority = NonNullable<HeldCensusQuery['localAuthority']>;

/** The census that is held of a year: the rates it gives, and what is wrong with it. */
export function CensusPage() {
  const viewer = useViewer();
  const la = viewer.laCode ?? '';
  const { year: written = '' } = useParams();
  const year = Number(written);
  const operation = useOperation(HeldCensusDocument, { la, year }, { isEnabled: Number.isInteger(year) });
  return (
    <WorkforcePage section="census" title={`Workforce census of ${written}`}>
      <Part what="The census" operation={operation} shape="cards" count={6}>
        {({ localAuthority }) =>
          localAuthority?.workforceCensus ? (
            <Census authority={localAuthority} mayDownload={CENSUS_ROLES.includes(viewer.role)} year={year} />
          ) : (
            <EmptyState title="No census of that year is held." />
          )
        }
      </Part>
    </WorkforcePage>
  );
}

function Census(props: { readonly authority: Authority; readonly mayDownload: boolean; readonly year: number }) {
  const { authority, mayDownload, year } = props;
  const census = authority.workforceCensus;
  if (!census) return null;
  return (
    <>
      <p className="govuk-body">
        1 October {year - 1} to 30 September {year}. Imported {formatInstant(census.importedAt)}
        {census.importedBy.name ? ` by ${census.importedBy.name}` : ''}.
      </p>
      {mayDownload && <CensusDownloads la={authority.id} year={year} />}
      <h2 className="govuk-heading-m">Rates made of it</h2>
      <div className="mainstay-measures">
        {authority.workforceCensusMeasures.map((measure) => (
          <MeasureCard key={measure.indicator.code} measure={measure} group={authority.name} />
        ))}
      </div>
      <h2 className="govuk-heading-m">What it holds, and what is wrong with it</h2>
      <CensusFindings
        census={census}
        rule={(code) => (
          <Link to={`?rule=${encodeURIComponent(code)}`}>
            {code}
            <span className="govuk-visually-hidden">: see its faults</span>
          </Link>
        )}
      />
      {census.faultCount > 0 && <Faults la={authority.id} year={year} />}
    </>
  );
}

function Faults({ la, year }: { readonly la: string; readonly year: number }) {
  const [search] = useSearchParams();
  const rule = search.get('rule');
  const operation = useOperation(
    CensusFaultsOfYearDocument,
    { la, year, rule, after: search.get('after') },
    { keepPrevious: true },
  );
  const narrowed = rule ? `rule=${encodeURIComponent(rule)}&` : '';
  return (
    <section aria-labelledby="faults">
      <h2 className="govuk-heading-m" id="faults">
        {rule ? `Faults of rule ${rule}` : 'Every fault'}
      </h2>
      {rule && (
        <p className="govuk-body">
          <Link to="?">See every fault</Link>
        </p>
      )}
      <Part what="Faults" operation={operation} shape="table" count={6}>
        {({ localAuthority }) => {
          const faults = localAuthority?.workforceCensus?.faults;
          if (!faults) return <EmptyState title="There are no faults." />;
          const { hasNextPage, endCursor } = faults.pageInfo;
          return (
            <>
              <CensusFaultTable faults={faults} />
              <Pagination
                label="Pages of faults"
                next={hasNextPage && endCursor ? `?${narrowed}after=${encodeURIComponent(endCursor)}` : null}
              />
            </>
          );
        }}
      </Part>
    </section>
  );
}
