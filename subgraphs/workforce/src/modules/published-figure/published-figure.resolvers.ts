import { assertUnreachable } from '@mainstay/primitives';
import { BadInputError } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { PublishedFigureRow } from './published-figure.entity.ts';
import { baselineOf, figuresOf, type PublishedFigure } from './published-figure.figure.ts';
import { baselineYear } from './published-figure.baseline.ts';
import { publishedIndicators } from './published-figure.rates.ts';
import { importPublishedFigures, type ImportPublishedOutcome } from './published-figure.service.ts';

interface FiguresWanted {
  readonly indicators?: readonly string[] | null;
  readonly years?: readonly number[] | null;
}

const MOST_CODES = 20;
const MOST_FAULTS = 100;
const england = 'E92000001';
/** London is published whole and in two parts, and authorities under their part. */
const london = { code: 'E12000007', parts: ['E13000001', 'E13000002'] };

/** Published figures, between the graph and the domain. */
export const publishedFigureResolvers = {
  Query: {
    publishedStaffFigures: async (
      _: unknown,
      { codes, ...wanted }: FiguresWanted & { readonly codes: readonly string[] },
      context: Context,
    ) => {
      if (codes.length > MOST_CODES) throw new BadInputError(`Ask for at most ${MOST_CODES} codes at a time.`);
      return figuresOfPlaces([...new Set(codes)], wanted, context);
    },
  },
  LocalAuthority: {
    publishedStaffFigures: async ({ id }: { id: string }, wanted: FiguresWanted, context: Context) => {
      const own = await context.loaders.publishedByCode.load(id);
      return figuresOfPlaces([england, ...regionsOf(own), id], wanted, context);
    },
  },
  Mutation: {
    importPublishedFigures: async (_: unknown, { input }: { input: { uploadId: string } }, context: Context) =>
      importResult(await importPublishedFigures(input.uploadId, context)),
  },
};

function regionsOf(rows: readonly PublishedFigureRow[]): string[] {
  const code = rows.at(-1)?.regionCode;
  if (!code) return [];
  return london.parts.includes(code) ? [london.code, code] : [code];
}

async function figuresOfPlaces(
  codes: readonly string[],
  wanted: FiguresWanted,
  { loaders }: Context,
): Promise<PublishedFigure[]> {
  const isYear = (year: number): boolean => !wanted.years || wanted.years.includes(year);
  const isWanted = wantedIndicators(wanted.indicators);
  const found = await Promise.all(codes.map((code) => loaders.publishedByCode.load(code)));
  return codes.flatMap((code, index) => [
    ...(isYear(baselineYear) ? baselineOf([code], isWanted) : []),
    // A change of code does not make another authority: all years are told under the code that was asked for.
    ...(found[index] ?? []).filter(({ year }) => isYear(year)).flatMap((row) => figuresOf({ ...row, code }, isWanted)),
  ]);
}

function wantedIndicators(codes: readonly string[] | null | undefined): (code: string) => boolean {
  if (!codes || codes.length === 0) return () => true;
  const published = publishedIndicators.map(({ code }) => code);
  if (codes.every((code) => published.includes(code))) return (code) => codes.includes(code);
  throw new BadInputError(`Of some of these nothing is published. There are: ${published.join(', ')}.`);
}

function importResult(outcome: ImportPublishedOutcome): object {
  switch (outcome.kind) {
    case 'loaded':
      return { __typename: 'ImportPublishedFiguresSuccess', ...outcome };
    case 'upload-not-found':
      return {
        __typename: 'PublishedFileError',
        message: 'The file is not here any more. Send it again.',
        faults: [],
        faultCount: 0,
      };
    case 'faults': {
      const count = outcome.faults.length;
      return {
        __typename: 'PublishedFileError',
        message: `Nothing was loaded: the file has ${count} ${count === 1 ? 'fault' : 'faults'}. Put right what is told here and send it again.`,
        faults: outcome.faults.slice(0, MOST_FAULTS),
        faultCount: count,
      };
    }
    default:
      return assertUnreachable(outcome);
  }
}
