/* oxlint-disable jsx-a11y/prefer-tag-over-role -- an SVG has no elements of these roles */
import { useId } from 'react';
import { layOutTimeChart, type PlacedPoint, type TimePoint } from './time-chart-layout.ts';
import { useWidth } from './use-width.ts';

/** What a chart over time needs. */
export interface TimeChartProps {
  /** What is drawn, e.g. the indicator's title. */
  readonly title: string;
  /** What the chart shows, in a sentence: its caption. */
  readonly finding: string;
  /** Oldest first. */
  readonly points: readonly TimePoint[];
  /** Writes a value of the vertical axis. */
  readonly tickLabel: (value: number) => string;
}

/**
 * One series over time as a line with every value written at its point. Its caption is the finding; a table of the same
 * values belongs under it.
 */
export function TimeChart({ title, finding, points, tickLabel }: TimeChartProps) {
  const id = useId();
  const { ref, width } = useWidth<HTMLDivElement>(480);
  const layout = layOutTimeChart(points, Math.max(width, 240));
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
          <title id={id}>{`${title}: ${points.map((point) => `${point.tick} ${point.label}`).join(', ')}`}</title>
          {layout.ticks.map((tick) => (
            <g key={tick.value}>
              <line className="mainstay-chart__grid" x1={48} x2={layout.width - 8} y1={tick.y} y2={tick.y} />
              <text className="mainstay-chart__tick" x={42} y={tick.y + 5} textAnchor="end">
                {tickLabel(tick.value)}
              </text>
            </g>
          ))}
          {layout.path && <path className="mainstay-chart__line" d={layout.path} />}
          {layout.points.map((placed) => (
            <Mark key={placed.point.tick} placed={placed} baseline={layout.baseline} />
          ))}
        </svg>
      </div>
    </figure>
  );
}

function Mark({ placed, baseline }: { readonly placed: PlacedPoint; readonly baseline: number }) {
  const { point, x, y, isLabelled } = placed;
  return (
    <g>
      {y === null ? (
        <text className="mainstay-chart__missing" textAnchor="middle">
          {point.label.split(' ').map((word, index, words) => (
            <tspan key={word} x={x} y={baseline - 10 - (words.length - 1 - index) * 18}>
              {word}
            </tspan>
          ))}
        </text>
      ) : (
        <>
          <circle className="mainstay-chart__point" cx={x} cy={y} r={5} />
          {isLabelled && (
            <text className="mainstay-chart__value" x={x} y={y - 12} textAnchor="middle">
              {point.label}
            </text>
          )}
        </>
      )}
      <text className="mainstay-chart__tick" x={x} y={baseline + 24} textAnchor="middle">
        {point.tick}
      </text>
    </g>
  );
}
