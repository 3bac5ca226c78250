import { expect, test } from 'vitest';
import { inviteInput } from './invite-fields.ts';

const wave = { waveId: 'w1', practice: null };

test('addresses are read however they are set apart', () => {
  const answers = { group: 'HOST_LA', how: 'addresses', addresses: 'a@x.example, b@x.example;\n\nc@x.example ' };
  expect(inviteInput(answers, wave)).toEqual({
    waveId: 'w1',
    group: 'HOST_LA',
    addresses: ['a@x.example', 'b@x.example', 'c@x.example'],
  });
});

test('a practice’s manager invites those of the practice', () => {
  const answers = { group: 'PRACTICE', how: 'staff' };
  expect(inviteInput(answers, { ...wave, practice: 'canal-street' })).toEqual({
    waveId: 'w1',
    group: 'PRACTICE',
    staff: { practice: 'canal-street' },
  });
  expect(inviteInput(answers, wave)).toMatchObject({ staff: {} });
});
