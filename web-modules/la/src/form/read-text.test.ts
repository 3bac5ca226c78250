import { expect, test } from 'vitest';
import { readEntries, readText, readTicked } from './read-text.ts';

function formOf(...entries: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

test('a text comes without the space around it, and empty when there is none', () => {
  expect(readText(formOf(['note', '  Seen with the team manager. \n']), 'note')).toBe('Seen with the team manager.');
  expect(readText(formOf(), 'note')).toBe('');
});

test('every ticked box of a name is read', () => {
  expect(readTicked(formOf(['scope', 'CHILDREN'], ['scope', 'FIGURES'], ['other', 'x']), 'scope')).toEqual([
    'CHILDREN',
    'FIGURES',
  ]);
});

test('entries stand in lines or between commas; empty ones and second ones are passed over', () => {
  expect(readEntries(formOf(['numbers', '100023\r\n 100045,100046;\n\n100023']), 'numbers')).toEqual([
    '100023',
    '100045',
    '100046',
  ]);
});
