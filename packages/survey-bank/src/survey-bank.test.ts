import { describe, expect, test } from 'vitest';
import { beginCredential, finishCredential } from './credential/credential.ts';
import { answersInOrder, cronbachAlpha, questionnaireOf, scaleOf, scales, scoreOf, themes } from './index.ts';

const all = (count: number, value: number) => Array.from({ length: count }, () => value);

describe('the bank', () => {
  test('holds every theme of the evaluation, each with a scale', () => {
    const held = themes.filter(({ id }) => scales.some(({ theme }) => theme === id)).map(({ id }) => id);
    expect(held).toEqual(themes.map(({ id }) => id));
    expect(themes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['burnout', 'demand-control', 'expectations', 'time-spent', 'workload', 'relationships']),
    );
    expect(scales).toHaveLength(new Set(scales.map(({ id }) => id)).size);
  });

  test('has no words of instruments under copyright', () => {
    const licensed = scales.filter(({ kind }) => kind === 'licensed');
    expect(licensed.map(({ id }) => id)).toHaveLength(7);
    for (const { options } of licensed) expect(options.every(({ label }) => /^\d$/.test(label))).toBe(true);
    const questions = questionnaireOf(licensed.map(({ id }) => id)).parts.flatMap((part) => part.questions);
    expect(questions.every(({ kind, text }) => kind === 'number' && text.startsWith('Your score, '))).toBe(true);
  });

  test.each(scales.map((scale) => [scale.id, scale] as const))(
    '%s scores from end to end of its range',
    (_id, scale) => {
      const count = scale.kind === 'own' ? scale.items.length : scale.key.length;
      const reversed = (scale.kind === 'own' ? scale.items : scale.key).map(({ isReversed }) => isReversed ?? false);
      const values = scale.options.map(({ value }) => value);
      const [least, most] = [Math.min(...values), Math.max(...values)];
      const lowest = Array.from({ length: count }, (_, index) => (reversed[index] ? most : least));
      const highest = lowest.map((value) => least + most - value);
      expect([scoreOf(scale, lowest), scoreOf(scale, highest)]).toEqual([scale.range.from, scale.range.to]);
      // Bands cover the range without a gap.
      const covered = scale.bands.flatMap(({ from, to }) =>
        Array.from({ length: to - from + 1 }, (_, index) => from + index),
      );
      const { from, to } = scale.range;
      const whole = Array.from({ length: to - from + 1 }, (_, index) => from + index);
      expect(covered).toEqual(scale.bands.length > 0 ? whole : []);
    },
  );
});

describe('scores', () => {
  const scale = (id: string) => scaleOf(id) ?? expect.fail(id);

  test('by the published keys', () => {
    // Decision latitude by its formula: twice six items of skill discretion, four times three of decision authority.
    expect(scoreOf(scale('decision-latitude'), [3, 3, 3, 3, 3, 2, 3, 3, 2])).toBe(2 * 18 + 4 * 9);
    expect(scoreOf(scale('psychological-demands'), [3, 2, 1, 2, 4])).toBe(3 * 5 + 2 * (15 - 7));
    expect(scoreOf(scale('emotional-exhaustion'), all(9, 3))).toBe(27);
    expect(scoreOf(scale('emotional-exhaustion'), [31])).toBe(31);
    expect(scoreOf(scale('emotional-exhaustion'), [...all(8, 3), null])).toBeNull();
  });

  test('of our own scales: the mean of what was answered, of half the items at least', () => {
    expect(scoreOf(scale('autonomy'), [5, 5, 5, 1])).toBe(5);
    expect(scoreOf(scale('autonomy'), [4, null, 2, null])).toBe(3);
    expect(scoreOf(scale('autonomy'), [4, null, null, null])).toBeNull();
  });

  test('Cronbach’s alpha of a small table, computed by hand', () => {
    // Variances of the items 1 and 1, of the totals 3: 2 × (1 − 2/3).
    const rows = [
      [1, 2],
      [2, 1],
      [3, 3],
    ];
    expect(cronbachAlpha(rows)).toBeCloseTo(2 * (1 - 2 / 3), 10);
    expect(cronbachAlpha([...rows, [null, 3]])).toBeCloseTo(2 / 3, 10);
    expect([cronbachAlpha([[1], [2]]), cronbachAlpha([[1, 1]]), cronbachAlpha([all(2, 1), all(2, 1)])]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('the questionnaire', () => {
  test('asks the words that a holder of a licence gives, and no other number of them', () => {
    const words = { scaleId: 'depersonalisation', texts: ['One', 'Two', 'Three', 'Four', 'Five'], licence: 'No. 1' };
    const [part] = questionnaireOf(['depersonalisation'], [words]).parts;
    expect(part?.questions.map(({ id, text }) => [id, text])).toEqual(
      words.texts.map((text, index) => [`depersonalisation.${index + 1}`, text]),
    );
    expect(() => questionnaireOf(['depersonalisation'], [{ ...words, texts: ['One'] }])).toThrow('Give 5 items');
    expect(() => questionnaireOf(['autonomy'], [words])).toThrow('scales you chose');
  });

  test('takes answers that are offered, in order, and nothing else', () => {
    const questionnaire = questionnaireOf(['autonomy', 'emotional-exhaustion']);
    const given = { 'emotional-exhaustion.score': 54, 'autonomy.2': 5, 'autonomy.1': null };
    expect(answersInOrder(questionnaire, given)).toEqual([null, 5, null, null, 54]);
    for (const wrong of [{ 'autonomy.1': 0 }, { 'autonomy.1': 1.5 }, { 'emotional-exhaustion.score': 55 }]) {
      expect(() => answersInOrder(questionnaire, wrong)).toThrow('not one of those offered');
    }
    expect(() => answersInOrder(questionnaire, { 'support.1': 3 })).toThrow('belongs to no question');
    expect(() => answersInOrder(questionnaire, JSON.parse('{"__proto__": 3}'))).toThrow('belongs to no question');
  });
});

test('a credential is refused that another key signed, and two of the same person have nothing in common', async () => {
  const algorithm = {
    name: 'RSA-PSS',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-384',
  };
  const { publicKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)).toBase64({
    alphabet: 'base64url',
    omitPadding: true,
  });
  const [one, two] = [await beginCredential(spki), await beginCredential(spki)];
  expect(new Set([one.message, one.blinded, one.inverse, two.message, two.blinded, two.inverse]).size).toBe(6);
  await expect(finishCredential(spki, one, two.blinded)).rejects.toThrow('invalid signature');
});
