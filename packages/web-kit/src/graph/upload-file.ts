import { startSignIn } from '../session/sign-in.ts';
import { OperationError } from './graphql-client.ts';

/** A file that the platform holds, to be named in a mutation. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** How a file is sent. */
export interface UploadOptions {
  /** Told the share sent, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Stops the sending. */
  readonly signal?: AbortSignal;
}

/**
 * Sends a file to the platform, which keeps it for a day.
 *
 * It is an XMLHttpRequest because `fetch` cannot tell how much has been sent.
 *
 * @throws OperationError with words that may be shown; `code` is `ABORTED` when `signal` stopped it.
 */
export function uploadFile(file: File, { onProgress, signal }: UploadOptions = {}): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/uploads');
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.setRequestHeader('x-mainstay-csrf', '1');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as Upload);
      else reject(refusal(file, request.status));
    };
    request.onerror = () =>
      reject(new OperationError(`${file.name} could not be sent. Check your connection and try again.`, 'NETWORK'));
    request.onabort = () => reject(new OperationError(`${file.name} was not sent.`, 'ABORTED'));
    if (signal?.aborted) return request.onabort(new ProgressEvent('abort'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function refusal(file: File, status: number): OperationError {
  if (status === 401) {
    startSignIn();
    return new OperationError('You have been signed out. Sign in again to go on.', 'UNAUTHENTICATED');
  }
  if (status === 403) return new OperationError('You may not send files: ask your analyst or manager.', 'FORBIDDEN');
  if (status === 413) return new OperationError(`${file.name} is too large to send.`, 'TOO_LARGE');
  return new OperationError(`${file.name} could not be sent. Try again.`, `HTTP_${status}`);
}
