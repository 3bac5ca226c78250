import { expect, test } from 'vitest';
import { loadDemonstration } from './index.ts';
import { birmingham, BIRMINGHAM, startDatabase } from './testing/children-world.ts';
import { episodesFile, headerFile } from './testing/return-texts.ts';

const asText = ({ name, bytes }: { name: string; bytes: Uint8Array }) => ({
  name,
  text: new TextDecoder().decode(bytes),
});

test('the demonstration is loaded as a real return is', async () => {
  const database = await startDatabase();
  const told: string[] = [];
  const files = [headerFile('A1'), episodesFile(['A1', '01/05/2023'])].map(asText);
  const place = { easting: 400_000, northing: 300_000, laCode: BIRMINGHAM };
  await loadDemonstration(
    { database },
    {
      postcodes: ['ZZ11AA', 'ZZ22BB'].map((postcode) => ({ ...place, postcode })),
      returns: [{ laCode: BIRMINGHAM, year: 2024, files }],
    },
    (message) => told.push(message),
  );
  expect(told).toEqual(['Loaded 1 of 1 returns.']);
  const rows = await database.read(birmingham, (db) =>
    db.query('SELECT distance_from_home_miles AS miles FROM placement'),
  );
  expect(rows).toEqual([{ miles: 0 }]);
  const again = loadDemonstration(
    { database },
    { postcodes: [], returns: [{ laCode: BIRMINGHAM, year: 2024, files }] },
  );
  await expect(again).rejects.toThrow('UNCHANGED');
  await database.close();
});
