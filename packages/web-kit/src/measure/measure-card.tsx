import { useId } from 'react';
import { Details } from '../components/details.tsx';
import { Link } from '../components/link.tsx';
import { Tag, type TagColour } from '../components/notices.tsx';
import { formatNumber } from '../format/format.ts';
import { recordsOpen } from '../session/records-open.ts';
import { useSession } from '../session/session.tsx';
import { MeasureHistory } from './measure-history.tsx';
import {
  asAtInWords,
  directionInWords,
  exclusionsInWords,
  missingInWords,
  summaryInWords,
  thingsCounted,
  valueInWords,
} from './measure-words.ts';
import type { KnownResult, Measure, MissingResult } from './measure.ts';
import type { MeasurePart } from '../generated/operations.ts';

/** One figure as it appears everywhere. */
export interface MeasureCardProps {
  readonly measure: Measure;
  /** The same figure over the years, this one included; without it there is no chart. */
  readonly history?: readonly Measure[];
  /** Whose figure it is, for the CSV and its file name, e.g. `Sandwell`. */
  readonly group: string;
  /** Where the children behind a part of the figure are listed; without it, or where it answers null, there is no link. */
  readonly behind?: (measure: Measure, part: MeasurePart) => string | null;
}

/**
 * The one way a figure appears: its value, of how many, for which period, as at when, without whom, what it means, and
 * the way to the children behind it. A figure that is missing says why, in its own words and look.
 */
export function MeasureCard({ measure, history = [], group, behind }: MeasureCardProps) {
  const id = useId();
  const { result } = measure;
  const before = history.findLast((earlier) => earlier.to < measure.to);
  const exclusions = exclusionsInWords(measure);
  const asAt = asAtInWords(measure);
  return (
    <article className={`mainstay-measure mainstay-measure--${result.__typename}`} aria-labelledby={id}>
      <h3 className="govuk-heading-s mainstay-measure__title" id={id}>
        {measure.indicator.title}
      </h3>
      {result.__typename === 'Known' ? (
        <>
          <p className="mainstay-measure__value">{valueInWords(result.value, result.unit)}</p>
          <p className="govuk-body">{summaryInWords(measure, before)}</p>
        </>
      ) : (
        <Missing measure={measure} result={result} />
      )}
      {asAt && <p className="govuk-body-s mainstay-measure__as-at">{asAt}</p>}
      {exclusions.length > 0 && (
        <ul className="govuk-list govuk-list--bullet govuk-body-s">
          {exclusions.map((exclusion) => (
            <li key={exclusion}>{exclusion}</li>
          ))}
        </ul>
      )}
      {result.__typename === 'Known' && behind && <Behind measure={measure} result={result} behind={behind} />}
      <Meaning indicator={measure.indicator} />
      {history.length > 0 && <MeasureHistory history={history} group={group} />}
    </article>
  );
}

const COLOURS: Record<MissingResult['__typename'], TagColour> = {
  NotKnown: 'orange',
  NotApplicable: 'grey',
  NotYetDue: 'blue',
  Suppressed: 'purple',
};

function Missing({ measure, result }: { readonly measure: Measure; readonly result: MissingResult }) {
  const { heading, text } = missingInWords(result);
  const period = summaryInWords(measure).slice(heading.length, -text.length).trim();
  return (
    <div className="mainstay-measure__missing">
      <p className="govuk-body">
        <Tag colour={COLOURS[result.__typename]}>{heading}</Tag> {period}
      </p>
      <p className="govuk-body">{text}</p>
    </div>
  );
}

function Behind({
  measure,
  result,
  behind,
}: {
  readonly measure: Measure;
  readonly result: KnownResult;
  readonly behind: NonNullable<MeasureCardProps['behind']>;
}) {
  const things = thingsCounted(measure);
  const open = recordsOpen(useSession().viewer);
  const wanted: [MeasurePart, number | null][] = [
    ['NUMERATOR', result.numerator],
    ['DENOMINATOR', result.denominator],
  ];
  const links = wanted.flatMap(([part, count]) => {
    const to = count ? behind(measure, part) : null;
    return to && count ? [{ part, to, text: linkText(part, count, things, open) }] : [];
  });
  return (
    <ul className="govuk-list mainstay-measure__links">
      {links.map(({ part, to, text }) => (
        <li key={part}>
          <Link to={to}>
            {text}
            <span className="govuk-visually-hidden">: {measure.indicator.title}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function linkText(part: MeasurePart, count: number, things: string, open: string | null): string {
  const which = `${part === 'DENOMINATOR' ? 'all ' : ''}${formatNumber(count)} ${things}`;
  if (open) {
    const among = things === 'reviews' ? `children of ${which}` : which;
    return `See those ${open} among ${part === 'DENOMINATOR' && things !== 'reviews' ? among : `the ${among}`}`;
  }
  if (things === 'reviews') return `See the children of ${part === 'DENOMINATOR' ? which : `these ${which}`}`;
  return `See ${part === 'DENOMINATOR' ? which : `the ${which}`}`;
}

function Meaning({ indicator }: { readonly indicator: Measure['indicator'] }) {
  return (
    <Details
      summary={
        <>
          What this means<span className="govuk-visually-hidden">: {indicator.title}</span>
        </>
      }
    >
      <p>{indicator.definition}</p>
      <dl className="mainstay-measure__meaning">
        <dt>Counted</dt>
        <dd>{indicator.numerator}</dd>
        {indicator.denominator && (
          <>
            <dt>Out of</dt>
            <dd>{indicator.denominator}</dd>
          </>
        )}
        {indicator.excluded.length > 0 && (
          <>
            <dt>Left out</dt>
            <dd>{indicator.excluded.join(' ')}</dd>
          </>
        )}
        <dt>Reading it</dt>
        <dd>{directionInWords(indicator)} A difference between years does not say why it came about.</dd>
        <dt>Source</dt>
        <dd>{indicator.source}</dd>
      </dl>
    </Details>
  );
}
