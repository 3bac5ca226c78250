// Our gateway: over the addresses of running subgraphs (MODE apart), or with the subgraphs in the same process (MODE one).
// WITHOUT names the protections that are left out of this process, separated by commas.
import { leaveOut, type Protection } from './leave-out.ts';
import { setting, tellReady } from './tell-ready.ts';

const without = setting('WITHOUT').split(',').filter(Boolean) as Protection[];
const checkLeftOut = leaveOut(without);
// Loaded now, not before: what is left out is left out while it is loaded.
const { startMainstay } = await import('./start-mainstay.ts');
const mainstay = await startMainstay(setting('MODE') === 'apart');
checkLeftOut();
tellReady({ url: mainstay.url }, () => mainstay.stop());
