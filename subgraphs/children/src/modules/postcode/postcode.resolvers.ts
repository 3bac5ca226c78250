import { assertUnreachable } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { importPostcodes, type ImportPostcodesOutcome } from './postcode.service.ts';

interface ImportPostcodesArguments {
  readonly input: { readonly uploadId: string };
}

/** The directory of postcodes, between the graph and the domain. */
export const postcodeResolvers = {
  Mutation: {
    importPostcodes: async (_: unknown, { input }: ImportPostcodesArguments, context: Context) =>
      importPostcodesResult(input.uploadId, await importPostcodes(input.uploadId, context)),
  },
};

function importPostcodesResult(uploadId: string, outcome: ImportPostcodesOutcome): object {
  switch (outcome.kind) {
    case 'loaded':
      return { __typename: 'ImportPostcodesSuccess', ...outcome };
    case 'upload-not-found':
      return {
        __typename: 'UploadNotFoundError',
        message: 'The file is not here any more. Send it again.',
        uploadIds: [uploadId],
      };
    case 'no-directory':
      return {
        __typename: 'PostcodeFileError',
        message:
          'The file is no directory of postcodes. It needs the columns pcds, oseast1m, osnrth1m and oslaua, or postcode, easting, northing and la_code.',
      };
    default:
      return assertUnreachable(outcome);
  }
}
