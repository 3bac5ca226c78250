/* oxlint-disable jsx-a11y/prefer-tag-over-role -- an SVG has no elements of these roles */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { PlainDate } from '@mainstay/primitives';
import { useWidth } from '../chart/use-width.ts';
import { classNames } from '../components/class-names.ts';
import { layOutLifeLine, textStart, type LifeLineLayout, type PlacedSegment } from './life-line-layout.ts';
import { walk, type Position } from './life-line-walk.ts';
import { readSegment } from './life-line-words.ts';
import type { LifeLineRow } from './life-line.ts';

const ROW_HEIGHT = 40;
const BAR_TOP = 8;
const BAR_HEIGHT = 24;
const AXIS_HEIGHT = 28;

/**
 * The rows drawn along the years. One segment at a time is read out below the drawing: the one focused, hovered or
 * tapped. Arrow keys walk; the whole drawing is one stop of the Tab key.
 */
export function LifeLineDrawing({
  label,
  rows,
  today,
}: {
  readonly label: string;
  readonly rows: readonly LifeLineRow[];
  readonly today: PlainDate;
}) {
  const { ref, width } = useWidth<HTMLDivElement>(640);
  const layout = layOutLifeLine(rows, today, Math.max(width, 480));
  const [at, setAt] = useState<Position>({ row: 0, segment: Math.max((rows[0]?.segments.length ?? 0) - 1, 0) });
  const [scrolled, setScrolled] = useState(0);
  const drawing = useRef<SVGSVGElement>(null);
  useEffect(() => {
    // The present is what is asked for first; a long history begins out of sight to the left.
    if (ref.current) ref.current.scrollLeft = ref.current.scrollWidth;
  }, [ref, layout.width]);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = walk(rows, at, event.key);
    if (!next) return;
    event.preventDefault();
    setAt(next);
    drawing.current?.querySelector<SVGGElement>(`[data-at="${next.row}-${next.segment}"]`)?.focus();
  };
  const reading = rows[at.row]?.segments[at.segment];
  return (
    <div className="mainstay-life-line">
      <div className="mainstay-life-line__frame">
        <ul className="mainstay-life-line__labels" aria-hidden="true">
          {rows.map((row) => (
            <li key={row.id}>{row.label}</li>
          ))}
        </ul>
        <div
          ref={ref}
          className="mainstay-life-line__scroll"
          onScroll={(event) => setScrolled(event.currentTarget.scrollLeft)}
        >
          <svg
            ref={drawing}
            role="grid"
            tabIndex={-1}
            aria-label={label}
            width={layout.width}
            height={rows.length * ROW_HEIGHT + AXIS_HEIGHT}
            onKeyDown={onKeyDown}
          >
            <YearAxis layout={layout} />
            {layout.rows.map(({ row, segments }, rowIndex) => (
              <g
                key={row.id}
                role="row"
                aria-label={`${row.label}: ${row.note}`}
                transform={`translate(0 ${AXIS_HEIGHT + rowIndex * ROW_HEIGHT})`}
              >
                {segments.map((placed, index) => (
                  <Segment
                    key={placed.segment.id}
                    placed={placed}
                    name={`${row.label}: ${readSegment(placed.segment)}`}
                    position={`${rowIndex}-${index}`}
                    isCurrent={at.row === rowIndex && at.segment === index}
                    onRead={() => setAt({ row: rowIndex, segment: index })}
                  />
                ))}
                <SegmentTexts segments={segments} scrolled={scrolled} />
              </g>
            ))}
          </svg>
        </div>
      </div>
      <p className="govuk-body mainstay-life-line__reading">
        {reading && (
          <>
            <strong>{rows[at.row]?.label}:</strong> {readSegment(reading)}
          </>
        )}
      </p>
    </div>
  );
}

function YearAxis({ layout }: { readonly layout: LifeLineLayout }) {
  return (
    <g aria-hidden="true">
      {layout.years.map(({ year, x }) => (
        <g key={year}>
          <line
            className="mainstay-life-line__year"
            x1={x}
            x2={x}
            y1={20}
            y2={AXIS_HEIGHT + layout.rows.length * ROW_HEIGHT}
          />
          <text className="mainstay-life-line__year-label" x={x} y={14} textAnchor="middle">
            {year}
          </text>
        </g>
      ))}
    </g>
  );
}

function Segment({
  placed,
  name,
  position,
  isCurrent,
  onRead,
}: {
  readonly placed: PlacedSegment;
  readonly name: string;
  readonly position: string;
  readonly isCurrent: boolean;
  readonly onRead: () => void;
}) {
  const { segment, x, width } = placed;
  // A temporary placement is drawn as a band in the lower half, so that the one it interrupts stays in sight.
  const top = segment.kind === 'temporary' ? BAR_TOP + BAR_HEIGHT / 2 : BAR_TOP;
  const height = segment.kind === 'temporary' ? BAR_HEIGHT / 2 : BAR_HEIGHT;
  return (
    <g
      role="gridcell"
      aria-label={name}
      tabIndex={isCurrent ? 0 : -1}
      data-at={position}
      className={classNames(
        'mainstay-life-line__segment',
        `mainstay-life-line__segment--${segment.kind}`,
        isCurrent && 'mainstay-life-line__segment--read',
      )}
      onFocus={onRead}
      onPointerEnter={onRead}
      onClick={onRead}
    >
      {segment.kind === 'event' ? (
        <rect className="mainstay-life-line__target" x={x - 12} y={BAR_TOP} width={24} height={BAR_HEIGHT} />
      ) : (
        <rect className="mainstay-life-line__bar" x={x} y={top} width={width} height={height} />
      )}
    </g>
  );
}

/** What is written on the segments: for the eye alone, since the name of each segment says the whole. */
function SegmentTexts({
  segments,
  scrolled,
}: {
  readonly segments: readonly PlacedSegment[];
  readonly scrolled: number;
}) {
  return (
    <g aria-hidden="true">
      {segments.map((placed) => {
        const { segment, text } = placed;
        if (segment.kind === 'temporary') return null;
        const isEvent = segment.kind === 'event';
        return (
          <text
            key={segment.id}
            className={isEvent ? 'mainstay-life-line__event' : 'mainstay-life-line__text'}
            x={textStart(placed, scrolled)}
            y={BAR_TOP + 17}
            textAnchor={isEvent ? 'middle' : 'start'}
          >
            {text}
          </text>
        );
      })}
    </g>
  );
}
