import { daysBetween, systemClock } from '@mainstay/primitives';
import { Button } from '../../components/button.tsx';
import { InsetText } from '../../components/notices.tsx';
import { formatCount, formatDate } from '../../format/format.ts';
import { ChildWorkersDocument, type ChildWorkersQuery } from '../../generated/operations.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Spell, timeInWords } from '../care-change/spell.tsx';
import type { EntrySection, Found, LeadAt } from '../entries/entry-kind.ts';
import { entryRows } from '../entries/entry-rows.ts';
import { RecordedBy } from '../recorded-by.tsx';
import { handOverFields } from './lead-professional-fields.ts';

/** What the section about the child's social workers is drawn from. */
export type WorkersSubject = Found<ChildWorkersQuery>;

type WorkerEpisode = WorkersSubject['child']['socialWorkerEpisodes'][number];

function Workers({ child, at }: WorkersSubject & { readonly at: LeadAt }) {
  const { base, mayRecord } = at;
  return (
    <>
      {mayRecord && <Button to={`${base}/change`}>Change the social worker</Button>}
      <h2 className="govuk-heading-m">Social workers over time</h2>
      {child.socialWorkerEpisodes.length === 0 ? (
        <EmptyState title="No social worker is on record." />
      ) : (
        <InsetText>{continuityInWords(child.socialWorkerEpisodes)}</InsetText>
      )}
      {child.socialWorkerEpisodes.toReversed().map((episode) => (
        <WorkerTime key={episode.id} episode={episode} child={child} />
      ))}
    </>
  );
}

function WorkerTime({ episode, child }: WorkersSubject & { readonly episode: WorkerEpisode }) {
  const handOver = child.handOvers.find(({ takenOverOn }) => takenOverOn === episode.startedOn);
  const answers =
    handOver && Object.fromEntries(Object.entries(handOver).map(([name, value]) => [`handOver.${name}`, value]));
  return (
    <Spell
      id={episode.id}
      heading={`${timeInWords(episode)}: ${episode.worker.name ?? episode.worker.id}`}
      rows={[
        ...(episode.reason ? [{ key: 'Why this worker took over', value: episode.reason.meaning }] : []),
        ...(answers ? entryRows(handOverFields(handOver.childIntroduced !== null), answers) : []),
      ]}
    >
      {handOver && <RecordedBy recorded={handOver.recorded} />}
    </Spell>
  );
}

/** How many workers the child has had, and for how long the present one is there. */
export function continuityInWords(
  episodes: readonly Pick<WorkerEpisode, 'worker' | 'startedOn' | 'endedOn'>[],
  today = systemClock.today(),
): string {
  const workers = new Set(episodes.map(({ worker }) => worker.id)).size;
  const [first] = episodes;
  const present = episodes.findLast(({ endedOn }) => endedOn === null);
  const since = first ? ` since ${formatDate(first.startedOn)}` : '';
  const had = `The child has had ${formatCount(workers, 'social worker')}${since}.`;
  if (!present) return `${had} The child has no social worker now.`;
  const days = formatCount(daysBetween(present.startedOn, today), 'day');
  return `${had} The present one has been there for ${days}.`;
}

/** The social workers of a child over time. */
export const workerSection: EntrySection<WorkersSubject> = {
  path: 'worker',
  title: 'Social worker',
  part: 'SOCIAL_WORKERS',
  query: ChildWorkersDocument,
  lead: ({ child }, at) => <Workers child={child} at={at} />,
  kinds: [],
};
