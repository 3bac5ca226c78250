import { manyByKey, type Loading } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import type { PublishedFigureRow } from './published-figure.entity.ts';
import { findPublishedByCode, type AskedRow } from './published-figure.repository.ts';

/** What was published of places, by ONS code. */
export interface PublishedFigureLoaders {
  readonly publishedByCode: DataLoader<string, readonly PublishedFigureRow[]>;
}

/** The loaders of one request. */
export function createPublishedFigureLoaders({ db }: Pick<Loading, 'db'>): PublishedFigureLoaders {
  return {
    publishedByCode: manyByKey<AskedRow>(
      (codes) => findPublishedByCode(db, codes),
      ({ asked }) => asked,
    ),
  };
}
