import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { MemoryRouter, Route, Routes, useLocation, useParams, useSearchParams } from './router.tsx';

function Child() {
  const { childId } = useParams();
  const [search] = useSearchParams();
  return (
    <p>
      {childId} {search.get('view')} {useLocation().hash}
    </p>
  );
}

function LaModule() {
  return (
    <Routes>
      <Route index element={<p>first</p>} />
      <Route path="children/:childId" element={<Child />} />
    </Routes>
  );
}

function draw(initialPath: string): string {
  return renderToStaticMarkup(
    <MemoryRouter initialPath={initialPath}>
      <Routes>
        <Route path="/la/*" element={<LaModule />} />
        <Route path="*" element={<p>not found</p>} />
      </Routes>
    </MemoryRouter>,
  );
}

describe('routes', () => {
  test('inside a module go on where the shell’s stopped', () => {
    expect(draw('/la')).toBe('<p>first</p>');
    expect(draw('/la/children/42?view=each#row-3')).toBe('<p>42 each #row-3</p>');
  });

  test('an address of nobody is the last route’s', () => {
    expect(draw('/swp')).toBe('<p>not found</p>');
  });

  test('an address unknown to the module draws nothing of it', () => {
    expect(draw('/la/unknown')).toBe('');
  });
});
