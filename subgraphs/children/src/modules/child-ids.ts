import { BadInputError } from '@mainstay/subgraph-kit';

const LONGEST_BODY = 4 * 1024 * 1024;
const CHILD_ID = /^[A-Z]\d{8}\.[a-z2-7]{20}$/;

/**
 * The ids of children, each once, that the body of an internal call holds as an array in JSON.
 *
 * @throws BadInputError when it is not such an array, or longer than 4 MB.
 */
export async function childIdsIn(body: AsyncIterable<Uint8Array>): Promise<string[]> {
  const ids = parsed(await textOf(body));
  if (Array.isArray(ids) && ids.every((id): id is string => typeof id === 'string' && CHILD_ID.test(id))) {
    return [...new Set(ids)];
  }
  throw new BadInputError('The body is an array of ids of children, in JSON.');
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of body) {
    size += bytes.length;
    if (size > LONGEST_BODY) throw new BadInputError('Ask about fewer children at a time.');
    pieces.push(bytes);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Refused by the caller; the parser's own message quotes the text.
    return null;
  }
}
