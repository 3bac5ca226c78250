import { Route, Routes } from '../../routing/router.tsx';
import { SectionPages } from '../entries/section-pages.tsx';
import { SettlePromisePage } from './settle-promise.page.tsx';
import { voiceSection } from './voice-section.tsx';

/** The section, the forms of its entries, and whether promises were kept. */
export function VoicePages({ childrenPath }: { readonly childrenPath: string }) {
  return (
    <Routes>
      <Route path="promises/:entryId/settle" element={<SettlePromisePage childrenPath={childrenPath} />} />
      <Route path="*" element={<SectionPages childrenPath={childrenPath} section={voiceSection} />} />
    </Routes>
  );
}
