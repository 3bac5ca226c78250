import { Table, type Column } from '../components/table.tsx';
import { formatNumber, formatShare } from '../format/format.ts';
import type { ScaleResultFragment } from '../generated/operations.ts';
import { comparedInWords, keyOf, pInWords, sizeInWords, withInterval, type Comparison } from './results-words.ts';
import { groupNames } from './survey-words.ts';

type Figure = ScaleResultFragment['figures'][number];
type Item = ScaleResultFragment['items'][number];

const whenOf = ({ wave }: { readonly wave: number }) => (wave === 1 ? 'first time' : 'second time');

/** What each group scored, at each point in time. */
export function ScoreTable({ scale, figures }: { readonly scale: string; readonly figures: readonly Figure[] }) {
  const hasBands = figures.some(({ bands }) => bands.length > 0);
  const unless = (figure: Figure, words: string | null) => (figure.isKeptBack ? 'Kept back' : (words ?? '–'));
  const columns: Column<Figure>[] = [
    { key: 'who', head: 'Group', cell: (figure) => `${groupNames[figure.group]}, ${whenOf(figure)}` },
    {
      key: 'scored',
      head: 'People',
      isNumeric: true,
      cell: (figure) => unless(figure, figure.scored === null ? null : formatNumber(figure.scored)),
    },
    {
      key: 'mean',
      head: 'Mean score',
      isNumeric: true,
      cell: (figure) => unless(figure, figure.mean?.toFixed(2) ?? null),
    },
    {
      key: 'spread',
      head: 'Standard deviation',
      isNumeric: true,
      cell: (figure) => unless(figure, figure.standardDeviation?.toFixed(2) ?? null),
    },
    ...(hasBands
      ? [
          {
            key: 'bands',
            head: 'In the published ranges',
            cell: (figure: Figure) =>
              unless(figure, figure.bands.map(({ name, share }) => `${name} ${shareInWords(share)}`).join(', ')),
          },
        ]
      : []),
  ];
  return (
    <Table
      caption={`Scores: ${scale}`}
      captionSize="s"
      rows={figures}
      rowKey={({ wave, group }) => `${wave}-${group}`}
      hasRowHeads
      isDense
      columns={columns}
    />
  );
}

/** Every comparison with its figures. */
export function ComparisonTable(props: { readonly scale: string; readonly comparisons: readonly Comparison[] }) {
  return (
    <Table
      caption={`Comparisons: ${props.scale}`}
      captionSize="s"
      rows={props.comparisons}
      rowKey={keyOf}
      hasRowHeads
      isDense
      columns={[
        { key: 'of', head: 'Comparison', cell: comparedInWords },
        {
          key: 'difference',
          head: 'Difference of scores (95% interval)',
          isNumeric: true,
          cell: ({ difference, low, high }) => withInterval(difference, low, high),
        },
        {
          key: 'effect',
          head: 'Hedges’ g (95% interval)',
          isNumeric: true,
          cell: ({ effectSize, effectLow, effectHigh }) => withInterval(effectSize, effectLow, effectHigh),
        },
        {
          key: 'size',
          head: 'Size',
          cell: ({ effectSize }) => (effectSize === null ? '–' : sizeInWords(effectSize)),
        },
        { key: 'p', head: 'p', isNumeric: true, cell: ({ p }) => pInWords(p) },
        {
          key: 'corrected',
          head: 'p, corrected for all scales',
          isNumeric: true,
          cell: ({ pCorrected }) => pInWords(pCorrected),
        },
      ]}
    />
  );
}

/** How many agree with each item. */
export function ItemTable({ scale, items }: { readonly scale: string; readonly items: readonly Item[] }) {
  return (
    <Table
      caption={`Who agrees: ${scale}`}
      captionSize="s"
      rows={items}
      rowKey={({ text, wave, group }) => `${text}-${wave}-${group}`}
      hasRowHeads
      isDense
      columns={[
        { key: 'text', head: 'Item', cell: ({ text }) => text },
        { key: 'who', head: 'Group', cell: (item) => `${groupNames[item.group]}, ${whenOf(item)}` },
        {
          key: 'agree',
          head: 'Agree',
          isNumeric: true,
          cell: ({ agree }) => (agree === null ? 'Kept back' : shareInWords(agree)),
        },
      ]}
    />
  );
}

/** Shares at the ends are told as bounds: an exact one would tell of single people. */
function shareInWords(share: number): string {
  if (share <= 0.1) return '10% or fewer';
  return share >= 0.9 ? '90% or more' : formatShare(share);
}
