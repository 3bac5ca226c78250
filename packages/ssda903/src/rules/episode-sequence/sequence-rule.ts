import type { Succession } from '../../checking/child-rows.ts';
import type { ReturnRow } from '../../checking/return-row.ts';
import { eachRow, nothing } from '../row-rule.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

type Sequenced = 'Episodes' | 'SWEpisodes';

/** What a rule on the order of episodes says besides its test. */
export type SequenceRuleText = Pick<Rule, 'code' | 'fields' | 'message' | 'whatToDo'> &
  Partial<Pick<Rule, 'from' | 'to'>>;

/** A rule about each episode by itself. */
export function eachEpisode<T extends Sequenced>(
  table: T,
  text: SequenceRuleText,
  isFault: (row: ReturnRow<T>, context: CheckContext) => boolean,
): Rule {
  return eachRow(table, { group: 'episode-sequence', ...text }, (row, _child, context) => isFault(row, context));
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
    judges: table,
    ...rest,
    check(child, context): readonly Finding[] {
      let found: Finding[] | null = null;
      for (const pair of child.successions(table)) {
        if (isFault(pair, context)) (found ??= []).push({ row: (blames ? pair.earlier : pair.later) as ReturnRow });
      }
      return found ?? nothing;
    },
  };
}
