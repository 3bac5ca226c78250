import { successions, type Succession } from '../../checking/child-rows.ts';
import type { ReturnRow } from '../../checking/return-row.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

type Sequenced = 'Episodes' | 'SWEpisodes';

/** What a rule on the order of episodes says besides its test. */
export type SequenceRuleText = Pick<Rule, 'code' | 'fields' | 'message' | 'whatToDo'> & Partial<Pick<Rule, 'from'>>;

/** A rule about each episode by itself. */
export function eachEpisode<T extends Sequenced>(
  table: T,
  text: SequenceRuleText,
  isFault: (row: ReturnRow<T>, context: CheckContext) => boolean,
): Rule {
  return {
    group: 'episode-sequence',
    tables: [table],
    ...text,
    *check(child, context): Generator<Finding> {
      for (const row of child.rows(table)) if (isFault(row, context)) yield { row: row as ReturnRow };
    },
  };
}

/** A rule about an episode and the one before it; the later one is at fault unless `blames` says otherwise. */
export function eachSuccession<T extends Sequenced>(
  table: T,
  text: SequenceRuleText & { readonly blames?: 'earlier' },
  isFault: (pair: Succession<T>, context: CheckContext) => boolean,
): Rule {
  const { blames, ...rest } = text;
  return {
    group: 'episode-sequence',
    tables: [table],
    ...rest,
    *check(child, context): Generator<Finding> {
      const rows = (table === 'Episodes' ? child.episodes() : child.socialWorkers()) as readonly ReturnRow<T>[];
      for (const pair of successions(rows)) {
        if (isFault(pair, context)) yield { row: (blames ? pair.earlier : pair.later) as ReturnRow };
      }
    },
  };
}
