import { useState, type FormEvent } from 'react';
import { useLocation, useNavigate } from '../routing/router.tsx';
import { Button, ButtonGroup } from '../components/button.tsx';
import { DateInput, readDate, type DatePart } from '../components/date-input.tsx';
import { Details } from '../components/details.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Table } from '../components/table.tsx';
import { formatDate, formatInstantDate } from '../format/format.ts';
import type { EpisodeRowFragment } from '../generated/operations.ts';
import { EmptyState } from '../page/empty-state.tsx';
import { dayInColumn } from './day-in-column.ts';
import { addressOfTime, type RecordTime } from './record-time.ts';

/** A child's episodes, on any day and as they were known on any day. */
export function EpisodesSection({
  episodes,
  time,
  onFaults,
}: {
  readonly episodes: readonly EpisodeRowFragment[];
  readonly time: RecordTime;
  /** Told whether the form has faults, for the page's title. */
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  return (
    <section aria-labelledby="episodes">
      <h2 className="govuk-heading-m" id="episodes">
        Episodes
      </h2>
      <p className="govuk-body">{timeInWords(time)}</p>
      <TimeForm key={addressOfTime(time)} time={time} onFaults={onFaults} />
      {episodes.length === 0 ? (
        <EmptyState title="No episode is known for this time." />
      ) : (
        <EpisodesTable episodes={episodes} />
      )}
    </section>
  );
}

function EpisodesTable({ episodes }: { readonly episodes: readonly EpisodeRowFragment[] }) {
  return (
    <Table
      caption="Episodes, oldest first"
      isCaptionHidden
      isDense
      rows={episodes}
      rowKey={(episode) => `${episode.id} ${episode.recordedAt}`}
      columns={[
        { key: 'from', head: 'From', cell: (episode) => dayInColumn(episode.startedOn) },
        { key: 'to', head: 'To', cell: endInWords },
        { key: 'began', head: 'Why it began', cell: (episode) => episode.reasonStarted.meaning },
        { key: 'status', head: 'Legal status', cell: (episode) => episode.legalStatus.meaning },
        { key: 'placement', head: 'Placement', cell: placementInWords },
        { key: 'ended', head: 'Why it ended', cell: reasonsEnded },
        {
          key: 'known',
          head: 'Known since',
          cell: (episode) => `${formatInstantDate(episode.recordedAt)}, from the return for ${episode.collectionYear}`,
        },
      ]}
    />
  );
}

function TimeForm({ time, onFaults }: { readonly time: RecordTime; readonly onFaults: (hasFaults: boolean) => void }) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const days = { asOf: readDate(form, 'asOf'), knownOn: readDate(form, 'knownOn') };
    const faulty = (['asOf', 'knownOn'] as const).filter((name) => days[name] === null && !isEmpty(form, name));
    setWrong(faulty);
    onFaults(faulty.length > 0);
    if (faulty.length === 0) navigate(`${pathname}${addressOfTime(days)}`);
  };
  const fault = (name: string) => (wrong.includes(name) ? 'Enter a day that exists, or leave it empty' : undefined);
  return (
    <Details summary="Show another day, or what was known then" isOpen={wrong.length > 0}>
      <ErrorSummary faults={wrong.map((name) => ({ message: fault(name) ?? '', fieldId: `${name}-day` }))} />
      <form onSubmit={apply} noValidate>
        <DateInput
          name="asOf"
          label="As of this day"
          hint="Keeps the episodes open on the day. Leave empty for all."
          defaultValue={time.asOf}
          error={fault('asOf')}
        />
        <DateInput
          name="knownOn"
          label="As it was known on this day"
          hint="Shows what had been loaded by the end of the day, before later corrections. Leave empty for what is known now."
          defaultValue={time.knownOn}
          error={fault('knownOn')}
        />
        <ButtonGroup>
          <Button>Show episodes</Button>
          <Button kind="secondary" to={pathname}>
            Show all, as known now
          </Button>
        </ButtonGroup>
      </form>
    </Details>
  );
}

function isEmpty(form: FormData, name: string): boolean {
  const parts: DatePart[] = ['day', 'month', 'year'];
  return parts.every((part) => !form.get(`${name}-${part}`));
}

function timeInWords({ asOf, knownOn }: RecordTime): string {
  const which = asOf ? `Episodes open on ${formatDate(asOf)}` : 'All episodes';
  return `${which}, as ${knownOn ? `they were known at the end of ${formatDate(knownOn)}` : 'they are known now'}.`;
}

function endInWords({ endedOn, isEndInferred }: EpisodeRowFragment): string {
  if (!endedOn) return 'Still open';
  return isEndInferred ? `${dayInColumn(endedOn)} (inferred: no return gave the end)` : dayInColumn(endedOn);
}

function placementInWords({ placementType, placementProvider }: EpisodeRowFragment): string {
  return placementProvider
    ? `${placementType.meaning}. Provided by: ${placementProvider.meaning}`
    : placementType.meaning;
}

function reasonsEnded({ reasonEnded, reasonPlacementChanged }: EpisodeRowFragment): string {
  const reasons = [
    reasonEnded?.meaning,
    reasonPlacementChanged && `Placement changed: ${reasonPlacementChanged.meaning}`,
  ];
  return reasons.filter(Boolean).join('. ') || '–';
}
