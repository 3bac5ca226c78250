import type { PlainDate } from '@mainstay/primitives';
import type { ChildRows } from '../../checking/child-rows.ts';
import type { ReturnRow } from '../../checking/return-row.ts';
import { careEnds, hasLeftCareSince, indexOfLatestBegun, latestBegun } from '../care-end.ts';
import { endsCare } from '../care-status.ts';
import { findingAt } from '../finding-at.ts';
import type { Finding, Rule } from '../rule.ts';
import { Spans } from '../spans.ts';

/**
 * For each episode, the day on which its placement ended; null when it goes on.
 *
 * A change of legal status alone begins a new episode in the same placement.
 */
function endsOfPlacements(child: ChildRows): readonly (PlainDate | null)[] {
  const ends: (PlainDate | null)[] = [];
  const episodes = child.episodes();
  for (let at = episodes.length - 1; at >= 0; at--) {
    const goesOn = episodes[at + 1]?.value('RNE') === 'L';
    ends[at] = (goesOn ? ends[at + 1] : episodes[at]?.date('DEC')) ?? null;
  }
  return ends;
}

/** The day on which the placement the child was in on `day` ended; null when it goes on, or there was none. */
function endOfPlacementOn(child: ChildRows, day: PlainDate): PlainDate | null {
  const at = indexOfLatestBegun(child, day);
  const from = child.episodes()[at];
  if (!from || (from.date('DEC') ?? '9999') <= day) return null;
  return child.once(endsOfPlacements, undefined)[at] ?? null;
}

/** A rule on each incident whose first day can be read, held against the child's episodes. */
function incidentRule(
  text: Pick<Rule, 'code' | 'message' | 'whatToDo'> & { readonly field: 'MIS_START' | 'MIS_END' },
  isFault: (incident: ReturnRow<'Missing'>, begun: PlainDate, child: ChildRows) => boolean,
): Rule {
  const { field, ...rest } = text;
  return {
    group: 'missing',
    tables: ['Episodes', 'Missing'],
    fields: [field],
    ...rest,
    *check(child): Generator<Finding> {
      if (child.episodes().length === 0) return;
      for (const row of child.rows('Missing')) {
        const begun = row.date('MIS_START');
        if (begun !== null && isFault(row, begun, child)) yield findingAt(row, field);
      }
    },
  };
}

const missingWhenLeaving: Rule = {
  code: '580',
  group: 'missing',
  tables: ['Episodes', 'Missing'],
  fields: ['REC'],
  message: 'Child is missing when cease being looked after but reason episode ceased not ‘E8’.',
  whatToDo: 'Enter E8 in REC, or the day the child was found in MIS_END if that was before the episode ceased.',
  *check(child): Generator<Finding> {
    const incidents = child.rows('Missing');
    if (incidents.length === 0) return;
    const away = new Spans(
      incidents.flatMap((row) => {
        const from = row.date('MIS_START');
        const to = row.isBlank('MIS_END') ? '9999' : (row.date('MIS_END') ?? '');
        return from === null ? [] : [{ from, to }];
      }),
    );
    for (const episode of careEnds(child)) {
      const left = episode.date('DEC');
      if (left === null || episode.value('REC') === 'E8') continue;
      if (away.latestEndOfThoseBefore(left) >= left) yield findingAt(episode, 'REC');
    }
  },
};

/** The published rules that hold incidents of being missing or away against the child's episodes. */
export const missingFromCareRules: readonly Rule[] = [
  incidentRule(
    {
      code: '575',
      field: 'MIS_END',
      message:
        'If the placement from which the child goes missing/away from placement without authorisation ends, the missing/away from placement without authorisation period in the missing module must also have an end date.',
      whatToDo: 'Enter the end of the incident in MIS_END: at the latest the day on which the placement ended.',
    },
    (row, begun, child) => row.isBlank('MIS_END') && endOfPlacementOn(child, begun) !== null,
  ),
  incidentRule(
    {
      code: '577',
      field: 'MIS_END',
      message:
        'Child ceased to be looked after but there is a missing/away from placement without authorisation period without an end date.',
      whatToDo: 'Enter the end of the incident in MIS_END: at the latest the day the child ceased to be looked after.',
    },
    (row, begun, child) => row.isBlank('MIS_END') && hasLeftCareSince(child, begun),
  ),
  incidentRule(
    {
      code: '578',
      field: 'MIS_START',
      message: 'The date that the child started to be missing is after the child ceased to be looked after.',
      whatToDo: 'Correct MIS_START, or take the incident out: nothing is returned after the child left care.',
    },
    (_row, begun, child) => {
      const last = latestBegun(child, begun);
      return last !== null && endsCare(last) && (last.date('DEC') ?? '9999') <= begun;
    },
  ),
  missingWhenLeaving,
  incidentRule(
    {
      code: '581',
      field: 'MIS_START',
      message: 'Child is missing but has not yet started to be looked after.',
      whatToDo: 'Correct MIS_START, or add the episode in which the child went missing.',
    },
    (_row, begun, child) => latestBegun(child, begun) === null,
  ),
];
