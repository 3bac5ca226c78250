import { decodeCensus } from './decode-census.ts';
import { CensusRefusal, readCensusElements, type CensusElements } from './census-elements.ts';
import type { ReadCensus } from './census-file.ts';
import { largestCensus, refusals } from './refusals.ts';

/**
 * Reads a census from its XML form. Takes `CSWWWorker` elements one after another or within `CSWWWorkers`, the authority's
 * block under either of its names, and fields of any year: which of them belong to the year is for `checkCensus` to say.
 * Never throws; a file of which nothing can be used is refused with a sentence that says what to do.
 */
export function readCensus(bytes: Uint8Array): ReadCensus {
  if (bytes.length === 0) return refused(refusals.empty);
  if (bytes.length > largestCensus) return refused(refusals.tooLarge);
  const text = decodeCensus(bytes)?.trimStart();
  if (text === undefined || !text.startsWith('<')) return refused(refusals.notText);
  try {
    return censusOf(readCensusElements(text));
  } catch (error) {
    if (error instanceof CensusRefusal) return refused(refusals.xml(error));
    throw error;
  }
}

function refused(refusal: string): ReadCensus {
  return { refusal, census: null };
}

function censusOf({ strayLine, ...elements }: CensusElements): ReadCensus {
  const { header, workers } = elements;
  if (header.Collection !== 'CSWW' && header.Collection !== 'CSWC') return refused(refusals.wrongCollection);
  if (!/^20\d\d$/.test(header.Year ?? '')) return refused(refusals.noYear);
  if (workers.length === 0) return refused(refusals.noWorkers);
  const notes = strayLine === null ? [] : [`Passed over text between elements, first on line ${strayLine}.`];
  return { refusal: null, census: { ...elements, year: Number(header.Year), notes } };
}
