import type DataLoader from 'dataloader';
import { manyByKey } from '@mainstay/subgraph-kit';
import { recordLoader, type RecordLoader } from '../../record/record-loader.ts';
import type { RequestForRows } from '../rows-of-children.ts';
import type { DecisionEntity } from './decision.entity.ts';
import { findRules, type RuleSet } from './decision.repository.ts';
import { decisionStore } from './decision.store.ts';

/** What reads questions about a child, and by authority the rules it set. */
export interface DecisionLoaders {
  readonly ofChild: RecordLoader<DecisionEntity>;
  readonly rules: DataLoader<string, readonly RuleSet[]>;
}

/** Questions about a child: those open first, then the newest first. */
export function decisionLoaders(request: RequestForRows): DecisionLoaders {
  const isOpen = `status IN ('ASKED', 'MORE_ASKED')`;
  return {
    ofChild: recordLoader(request, decisionStore, `${isOpen} DESC, asked_at DESC, id`),
    rules: manyByKey(
      (laCodes) => findRules(request.db, laCodes),
      ({ laCode }) => laCode,
    ),
  };
}
