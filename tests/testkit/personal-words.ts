import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestPlatform } from './test-platform.ts';

/** What may not stand in a log, an address or a text of an error: values of the small world's records. */
interface PersonalWord {
  readonly what: string;
  readonly word: string;
}

/** What the platform and the browser left behind while somebody browsed. */
export interface LeftBehind {
  /** Lines of the platform's log. */
  readonly log: string[];
  /** Addresses that the browser asked for. */
  readonly addresses: string[];
  /** Texts of errors that answers carried. */
  readonly errors: string[];
}

/**
 * Searches what was left behind, and PostgreSQL's own log, for values of records.
 *
 * @throws Error that names where and what kind of value it was, not the value.
 */
export async function requireNothingPersonal(platform: TestPlatform, left: LeftBehind): Promise<void> {
  const words = await personalWords(platform);
  if (words.length === 0)
    throw new Error('The small world has no values to search for: the search would prove nothing.');
  const postgres = join(platform.dataDir, 'postgres', 'postgres.log');
  const places: readonly [string, string][] = [
    ['the log', left.log.join('\n')],
    ['PostgreSQL’s log', existsSync(postgres) ? readFileSync(postgres, 'utf8') : ''],
    ['a text of an error', left.errors.join('\n')],
    ['an address', left.addresses.map(decoded).join('\n')],
  ];
  const found = places.flatMap(([place, text]) => {
    const kinds = words
      // The authority's own number may stand in an address: it is what lists are narrowed by.
      .filter(({ what }) => place !== 'an address' || what !== 'a child’s number')
      .filter(({ word }) => holds(text, word))
      .map(({ what }) => what);
    return [...new Set(kinds)].map((what) => `${what} in ${place}`);
  });
  if (found.length > 0) throw new Error(`Personal data was left behind: ${found.join('; ')}.`);
}

async function personalWords({ subgraphs }: TestPlatform): Promise<PersonalWord[]> {
  if (!subgraphs) return [];
  const { children, workforce } = subgraphs.databases;
  const ofChildren = await children.owner((db) =>
    db.query<PersonalWord>(`
      SELECT 'a child’s name' AS what, given_names || ' ' || family_name AS word FROM child_name
      UNION SELECT 'a child’s number', local_id FROM child
      UNION SELECT 'a date of birth', date_of_birth::text FROM child WHERE date_of_birth < CURRENT_DATE - 400
      UNION SELECT 'a postcode', home_postcode FROM episode WHERE home_postcode IS NOT NULL
      UNION SELECT 'a postcode', placement_postcode FROM episode WHERE placement_postcode IS NOT NULL`),
  );
  const ofWorkers = await workforce.owner((db) =>
    db.query<PersonalWord>(`SELECT 'a worker’s name' AS what, name AS word FROM worker WHERE name IS NOT NULL`),
  );
  return [...ofChildren, ...ofWorkers].filter(({ word }) => word.length > 3);
}

/** Whether a value stands in a text by itself: the same digits also occur inside identifiers and fractions. */
function holds(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + word.length] ?? ' '}`;
    if (!/[\w-]|^\./.test(around)) return true;
  }
  return false;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '));
  } catch {
    // What cannot be decoded is searched as it stands.
    return address;
  }
}
