import { plainDate } from '@mainstay/primitives';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { RecordPart } from '../generated/operations.ts';
import { MemoryRouter } from '../routing/router.tsx';
import { SessionProvider, type Audience, type Viewer } from '../session/session.tsx';
import { RecordTables } from './record-tables.tsx';

const history = {
  legalStatuses: [
    {
      legalStatus: { code: 'C2', meaning: 'Full care order' },
      startedOn: plainDate('2024-01-01'),
      endedOn: null,
    },
  ],
  placements: [],
  socialWorkerEpisodes: [],
  reviews: [],
  allocations: [],
};

function draw(withheldParts: readonly RecordPart[], audience: Audience): string {
  const viewer = { audience, role: 'any' } as Viewer;
  return renderToStaticMarkup(
    <MemoryRouter initialPath="/">
      <SessionProvider session={{ viewer, demonstration: false }}>
        <RecordTables child={{ ...history, withheldParts: [...withheldParts] }} />
      </SessionProvider>
    </MemoryRouter>,
  );
}

describe('the tables of a record', () => {
  test('an empty part is empty, a withheld part is withheld: a practice reads which function is not delegated', () => {
    const page = draw(['PLACEMENTS'], 'practice');
    expect(page).toContain('Placements are not open to you.');
    expect(page).toContain('Your practice’s contract does not delegate placement for this child.');
    expect(page).not.toContain('No placements are on record.');
    expect(page).toContain('No reviews are on record.');
    expect(page).toContain('Full care order (C2)');
  });

  test('nothing of a withheld part is drawn, whatever came with it', () => {
    const page = draw(['LEGAL_STATUSES'], 'inspector');
    expect(page).not.toContain('Full care order');
    expect(page).toContain('This child is not in the inspection’s sample.');
  });
});
