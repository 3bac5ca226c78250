import type { SubgraphModule } from '@mainstay/subgraph-kit';
import type { Context } from '../context.ts';
import { allocationModule } from './allocation/allocation.module.ts';
import { contractModule } from './contract/contract.module.ts';
import { inspectionModule } from './inspection/inspection.module.ts';
import { localAuthorityModule } from './local-authority/local-authority.module.ts';
import { practiceModule } from './practice/practice.module.ts';

/** The concepts of this subgraph: its table of contents. */
export const modules: readonly SubgraphModule<Context>[] = [
  localAuthorityModule,
  practiceModule,
  contractModule,
  allocationModule,
  inspectionModule,
];
