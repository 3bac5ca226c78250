import { expect, test } from 'vitest';
import { writeFaults, type FaultLine } from './write-faults.ts';

const fault: FaultLine = {
  file: 'episodes.csv',
  row: 7,
  table: 'Episodes',
  fields: ['DECOM', 'DEC'],
  ruleCode: '356',
  message: 'The episode ended, then began.',
  whatToDo: 'Write "DEC", again.',
  childLocalId: '=1+1',
  keepsRowOut: false,
};

test('the file of faults is one line a fault, quoted where it must be, and runs nothing in a spreadsheet', () => {
  expect(writeFaults([fault, { ...fault, row: null, table: null, childLocalId: null, fields: [] }])).toBe(
    'file,row,table,field,rule,child,kept_out,message,what_to_do\r\n' +
      'episodes.csv,7,Episodes,DECOM DEC,356,\'=1+1,no,"The episode ended, then began.","Write ""DEC"", again."\r\n' +
      'episodes.csv,,,,356,,no,"The episode ended, then began.","Write ""DEC"", again."\r\n',
  );
});
