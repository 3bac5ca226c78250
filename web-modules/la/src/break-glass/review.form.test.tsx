import { GraphProvider, MemoryRouter, SessionProvider, type Viewer } from '@mainstay/web-kit';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { BrokenGlassRowFragment } from '../generated/operations.ts';
import { GlassTable } from './glass-table.tsx';
import { ReviewForm } from './review.form.tsx';

const glass: BrokenGlassRowFragment = {
  id: 'E08000025.g1',
  childLocalId: '100023',
  child: null,
  reason: 'The hospital rang and nobody else was there.',
  brokenBy: { id: 'chandra', name: 'Chandra Moore', role: 'la-manager' },
  brokenAt: '2026-11-21T22:00:00.000Z',
  until: '2026-11-21T23:00:00.000Z',
  status: 'TO_REVIEW',
  review: null,
};

/** What a manager sees of the glass: its review, and its row in the list. */
function drawnFor(personId: string): string {
  const viewer: Viewer = {
    personId,
    name: 'Somebody',
    role: 'la-manager',
    audience: 'la',
    organisation: 'Birmingham',
    laCode: 'E08000025',
    practiceId: null,
    inspection: null,
  };
  return renderToStaticMarkup(
    <MemoryRouter initialPath="/la/break-glass">
      <SessionProvider session={{ viewer, demonstration: false }}>
        <GraphProvider>
          <ReviewForm glass={glass} onFaults={() => {}} onReviewed={() => {}} />
          <GlassTable caption="To review" glasses={[glass]} reviewPath={({ id }) => `/la/break-glass?review=${id}`} />
        </GraphProvider>
      </SessionProvider>
    </MemoryRouter>,
  );
}

test('another manager is offered the review', () => {
  const drawn = drawnFor('dilys');
  expect(drawn).toContain('Close the review');
  expect(drawn).toContain('href="/la/break-glass?review=E08000025.g1"');
});

test('whoever broke the glass is told that somebody else must review it, and is offered no review', () => {
  const drawn = drawnFor('chandra');
  expect(drawn).toContain('You broke this glass, so you cannot review it.');
  expect(drawn).toContain('another manager must review it');
  expect(drawn).not.toContain('<form');
  expect(drawn).not.toContain('?review=');
});
