import type { Answer } from '../../testkit/test-platform.ts';

/** What somebody learns from an answer, with nothing in it that differs because they asked about something else. */
export function outcomeOf(answer: Answer<unknown>, askedAbout: readonly string[]): string {
  const { status, data, errors } = answer;
  const told = errors.map(({ message, path, extensions }) => ({ message, path, code: extensions?.code }));
  let text = JSON.stringify({ status, data, told });
  for (const word of askedAbout) text = text.replaceAll(word, '<asked>');
  return text.replaceAll(/reference [\w-]+/g, 'reference <any>');
}
