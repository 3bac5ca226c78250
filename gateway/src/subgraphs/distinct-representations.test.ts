import { describe, expect, test } from 'vitest';
import { distinctRepresentations } from './distinct-representations.ts';

const worker = (id: string) => ({ __typename: 'Worker', id });
const repeatedly = { first: 3, representations: [worker('a'), worker('b'), worker('a'), worker('a')] };

describe('representations that are repeated', () => {
  test('are sent once, in the order first asked for, with the other variables', () => {
    expect(distinctRepresentations(repeatedly)?.variables).toEqual({
      first: 3,
      representations: [worker('a'), worker('b')],
    });
  });

  test('are answered as often as they were asked for, each with an object of its own', () => {
    const request = distinctRepresentations(repeatedly);
    const a = { name: 'Ada', posts: [{ role: 'WORKER' }] };
    const answer = request?.expand({ data: { _entities: [a, null] } });
    expect(answer).toEqual({ data: { _entities: [a, null, a, a] } });
    const entities = answer?.data?.['_entities'] as (typeof a)[];
    entities[2]?.posts.push({ role: 'MANAGER' });
    expect(entities[0]?.posts).toHaveLength(1);
    expect(entities[3]?.posts).toHaveLength(1);
  });

  test('are told of errors where they were first asked for', () => {
    const request = distinctRepresentations({ representations: [worker('a'), worker('a'), worker('b')] });
    const errors = [{ message: 'No.', path: ['_entities', 1, 'name'] }, { message: 'Whole.' }];
    expect(request?.expand({ data: { _entities: [{}, null] }, errors })).toEqual({
      data: { _entities: [{}, {}, null] },
      errors: [{ message: 'No.', path: ['_entities', 2, 'name'] }, { message: 'Whole.' }],
    });
  });

  test.each([{ data: null }, { errors: [{ message: 'No.' }] }, { data: { _entities: [{}] } }])(
    'leave an answer that is not whole as it is: %j',
    (answer) => {
      expect(distinctRepresentations(repeatedly)?.expand(answer)).toEqual(answer);
    },
  );
});

test.each([
  undefined,
  {},
  { representations: [] },
  { representations: [worker('a'), worker('b')] },
  { representations: [worker('a'), { ...worker('a'), name: 'Ada' }] },
])('nothing is changed where nothing is repeated: %j', (variables) => {
  expect(distinctRepresentations(variables)).toBeNull();
});
