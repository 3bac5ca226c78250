import type { Db } from '@mainstay/subgraph-kit';
import type { DerivedEpisode } from '../modules/episode/episode.derivation.ts';
import { insertRows, type InsertColumn } from './insert-rows.ts';
import { idOnDay, type KnownChild } from './known-child.ts';

/**
 * Closes the versions of episodes that are no longer believed and adds the new ones. A version that says the same as
 * before is left alone, so that `recorded_at` tells when something was learnt and not when it was last imported.
 */
export async function supersedeEpisodes(
  db: Db,
  change: { laCode: string; ids: readonly string[]; children: readonly KnownChild[]; at: Date },
): Promise<void> {
  const { laCode, ids, at } = change;
  const current = await findCurrentVersions(db, laCode, ids);
  const added: NewVersion[] = [];
  for (const child of change.children) {
    for (const episode of child.history.episodes) {
      const id = idOnDay(child.id, episode.startedOn);
      if (current.get(id) === contentOf(episode)) current.delete(id);
      else added.push({ child, id, episode, at });
    }
  }
  // What is left in the map is believed no longer: replaced by a new version, or gone altogether.
  if (current.size > 0) {
    await db.query(
      `UPDATE episode SET superseded_at = $3
       WHERE la_code = $1 AND child_id = ANY ($2) AND id = ANY ($4) AND superseded_at IS NULL`,
      [laCode, ids, at, [...current.keys()]],
    );
  }
  const columns = [{ name: 'la_code', type: 'text', all: laCode } as const, ...KEY, ...CONTENT];
  await insertRows(db, 'episode', { rows: added, columns });
}

interface NewVersion {
  readonly child: KnownChild;
  readonly id: string;
  readonly episode: DerivedEpisode;
  readonly at: Date;
}

const KEY: readonly InsertColumn<NewVersion>[] = [
  { name: 'child_id', type: 'text', value: ({ child }) => child.id },
  { name: 'id', type: 'text', value: ({ id }) => id },
  { name: 'recorded_at', type: 'timestamptz', value: ({ at }) => at },
];

function content<K extends keyof DerivedEpisode>(
  name: string,
  type: InsertColumn<NewVersion>['type'],
  field: K,
): InsertColumn<NewVersion> & { field: K } {
  return { name, type, field, value: ({ episode }) => episode[field] };
}

const CONTENT = [
  content('started_on', 'date', 'startedOn'),
  content('ended_on', 'date', 'endedOn'),
  content('reason_started', 'text', 'reasonStarted'),
  content('reason_ended', 'text', 'reasonEnded'),
  content('legal_status', 'text', 'legalStatus'),
  content('category_of_need', 'text', 'categoryOfNeed'),
  content('placement_type', 'text', 'placementType'),
  content('placement_provider', 'text', 'placementProvider'),
  content('reason_placement_changed', 'text', 'reasonPlacementChanged'),
  content('home_postcode', 'text', 'homePostcode'),
  content('placement_postcode', 'text', 'placementPostcode'),
  content('urn', 'text', 'urn'),
  content('collection_year', 'integer', 'collectionYear'),
  content('is_end_inferred', 'boolean', 'isEndInferred'),
];

function contentOf(episode: DerivedEpisode): string {
  return CONTENT.map(({ field }) => episode[field] ?? '').join('\u001f');
}

/** What the current versions say, by id, in the words of `contentOf`. */
async function findCurrentVersions(db: Db, laCode: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<{ id: string; content: string }>(
    `SELECT id, array_to_string(ARRAY[${CONTENT.map(({ name, type }) => asText(name, type)).join(', ')}], E'\\x1f', '')
       AS content
     FROM episode WHERE la_code = $1 AND child_id = ANY ($2) AND superseded_at IS NULL`,
    [laCode, ids],
  );
  return new Map(rows.map(({ id, content: said }) => [id, said]));
}

function asText(name: string, type: InsertColumn<NewVersion>['type']): string {
  return type === 'date' ? `to_char(${name}, 'YYYY-MM-DD')` : `${name}::text`;
}
