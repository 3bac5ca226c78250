/** Why an XML file cannot be used: what kind of reason, and where. */
export interface XmlReason {
  readonly kind: 'damaged' | 'declarations' | 'not-a-census' | 'too-deep' | 'too-many';
  readonly line: number;
}

/** The most workers one census is read with: England has about 40,000, and no authority a tenth of them. */
export const mostWorkers = 5_000;

/** The largest file that is read, in bytes: 5,000 workers with every field take a third of it. */
export const largestCensus = 16 * 1024 * 1024;

/** The words for files of which nothing can be used. Each says what to do. */
export const refusals = {
  empty: 'The file is empty. Export the census again.',
  tooLarge: 'The file is larger than 16 MB, which no census of one authority is. Check that it is the right file.',
  notText: 'The file is not XML, whatever its name says. Export the census as XML, as it is sent to COLLECT.',
  wrongCollection:
    'The XML is a return of another collection: Collection in its header is neither CSWW nor CSWC. ' +
    'Export the children’s social work workforce census.',
  noYear: 'The header does not say which year the census is of. Put the four digits into Year and load the file again.',
  noWorkers: 'The census holds no CSWWWorker, so there is nothing to load. Export it again with its workers.',
  xml: ({ kind, line }: XmlReason): string => {
    const words = {
      damaged: `The XML cannot be read from line ${line} on: it is not well formed there. Export the census again.`,
      declarations:
        `The XML declares a document type on line ${line}. A census has none, and files that declare one are not ` +
        'read, because they can have other files read in their place. Take the declaration out.',
      'not-a-census':
        `The XML is no workforce census: its first element, on line ${line}, is not Message. ` +
        'Export the census in the form for COLLECT.',
      'too-deep': `The XML nests elements far deeper on line ${line} than a census does. Export the census again.`,
      'too-many': `The XML holds more than ${mostWorkers} workers by line ${line}. Check that it is one authority's census.`,
    };
    return words[kind];
  },
};
