/* oxlint-disable jsx-a11y/prefer-tag-over-role -- an SVG has no elements of these roles */
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { layOutSurvival, type SurvivalCurve } from './survival-layout.ts';

const COLOURS = ['#12436d', '#801650', '#1f7a74', '#b5470a', '#3d3d3d', '#6a4bb0'];
const DASHES = ['none', '8 4', '2 4', '12 4 2 4', '1 3', '6 2 2 2'];

/** What a chart of staying needs. */
export interface SurvivalChartProps {
  /** What it shows, in a sentence: its caption. */
  readonly finding: string;
  readonly curves: readonly SurvivalCurve[];
}

/** The share that is still there after so many years, one stepped line for each group. A table belongs under it. */
export function SurvivalChart({ finding, curves }: SurvivalChartProps) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(480);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth) || 480));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const layout = layOutSurvival(curves, Math.max(width, 240));
  return (
    <figure className="mainstay-chart">
      <figcaption className="govuk-body mainstay-chart__finding">{finding}</figcaption>
      <div ref={frame}>
        <svg
          className="mainstay-chart__drawing"
          role="img"
          aria-labelledby={id}
          width={layout.width}
          height={layout.height}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
        >
          <title id={id}>{`Share still there by years of service: ${curves.map(({ name }) => name).join(', ')}`}</title>
          {layout.shares.map(({ share, y }) => (
            <g key={share}>
              <line className="mainstay-chart__grid" x1={56} x2={layout.width - 16} y1={y} y2={y} />
              <text className="mainstay-chart__tick" x={50} y={y + 5} textAnchor="end">
                {share * 100}%
              </text>
            </g>
          ))}
          {layout.years.map(({ year, x }) => (
            <text key={year} className="mainstay-chart__tick" x={x} y={layout.baseline + 24} textAnchor="middle">
              {year === 0 ? 'Start' : year === 1 ? '1 year' : year}
            </text>
          ))}
          {layout.curves.map(({ name, path }, index) => (
            <path
              key={name}
              d={path}
              fill="none"
              stroke={COLOURS[index % COLOURS.length]}
              strokeWidth={3}
              strokeDasharray={DASHES[index % DASHES.length]}
            />
          ))}
        </svg>
      </div>
      <ul className="govuk-list mainstay-parts__list">
        {curves.map(({ name }, index) => (
          <li key={name}>
            <svg width="36" height="12" aria-hidden="true" focusable="false">
              <line
                x1="0"
                x2="36"
                y1="6"
                y2="6"
                stroke={COLOURS[index % COLOURS.length]}
                strokeWidth={3}
                strokeDasharray={DASHES[index % DASHES.length]}
              />
            </svg>{' '}
            {name}
          </li>
        ))}
      </ul>
    </figure>
  );
}
