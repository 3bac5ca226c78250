import type { InternalClient, Viewer } from '@mainstay/subgraph-kit';

/** A file that was sent to `/uploads`. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Fetches an upload of the viewer's; null when it is not there, older than a day, or somebody else's. */
export type FetchUpload = (viewer: Viewer, uploadId: string) => Promise<SentFile | null>;

/**
 * Asks the children subgraph, which keeps the uploads. Throws UnavailableError when it does not answer; ForbiddenError for
 * everybody but an authority's analysts and managers; BadInputError when the file is larger than 32 MB.
 */
export function uploadsOf(children: () => InternalClient): FetchUpload {
  return async (viewer, uploadId) => {
    const upload = await children().call<{ name: string; content: string } | null>('upload-content', {
      caller: { kind: 'viewer', viewer },
      params: { id: uploadId },
    });
    return upload && { name: upload.name, bytes: new Uint8Array(Buffer.from(upload.content, 'base64')) };
  };
}
