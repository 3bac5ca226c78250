/* oxlint-disable jsx-a11y/prefer-tag-over-role -- an SVG has no elements of these roles */
import { useId } from 'react';
import { useWidth } from '../chart/use-width.ts';
import { layOutIntervals, type IntervalRow, type PlacedInterval } from './interval-chart-layout.ts';

/** What a chart of intervals needs. */
export interface IntervalChartProps {
  /** What is drawn. */
  readonly title: string;
  /** What it shows, in a sentence: its caption. */
  readonly finding: string;
  readonly rows: readonly IntervalRow[];
}

/** Estimates as points with their intervals around nought. A table of the same figures belongs under it. */
export function IntervalChart({ title, finding, rows }: IntervalChartProps) {
  const id = useId();
  const { ref, width } = useWidth<HTMLDivElement>(480);
  const layout = layOutIntervals(rows, Math.max(width, 240));
  return (
    <figure className="mainstay-chart">
      <figcaption className="govuk-body mainstay-chart__finding">{finding}</figcaption>
      <div ref={ref}>
        <svg
          className="mainstay-chart__drawing"
          role="img"
          aria-labelledby={id}
          width={layout.width}
          height={layout.height}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
        >
          <title id={id}>{`${title}: ${rows.map(({ label, text }) => `${label} ${text}`).join('; ')}`}</title>
          {layout.ticks.map(({ value, x }) => (
            <g key={value}>
              <line
                className={value === 0 ? 'mainstay-interval__zero' : 'mainstay-chart__grid'}
                x1={x}
                x2={x}
                y1={0}
                y2={layout.height - 30}
              />
              <text className="mainstay-chart__tick" x={x} y={layout.height - 8} textAnchor="middle">
                {signed(value)}
              </text>
            </g>
          ))}
          {layout.rows.map((placed) => (
            <Interval key={placed.row.key} placed={placed} />
          ))}
        </svg>
      </div>
    </figure>
  );
}

function Interval({ placed: { row, x, y, lowX, highX, labelY } }: { readonly placed: PlacedInterval }) {
  return (
    <g>
      <text className="mainstay-chart__value" x={8} y={labelY}>
        {row.label}
      </text>
      {x === null || lowX === null || highX === null ? (
        <text className="mainstay-chart__missing" x={8} y={y + 4}>
          {row.text}
        </text>
      ) : (
        <>
          <line className="mainstay-interval__line" x1={lowX} x2={highX} y1={y} y2={y} />
          <line className="mainstay-interval__line" x1={lowX} x2={lowX} y1={y - 6} y2={y + 6} />
          <line className="mainstay-interval__line" x1={highX} x2={highX} y1={y - 6} y2={y + 6} />
          <circle className="mainstay-chart__point" cx={x} cy={y} r={6} />
        </>
      )}
    </g>
  );
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value).replace('-', '−');
}
