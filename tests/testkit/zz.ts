import { launchBrowser } from './browser.ts';
const [account, ...paths] = process.argv.slice(2);
const b = await launchBrowser(); const ctx = await b.newContext({ viewport: { width: Number(process.env.W ?? 1280), height: 900 } }); const p = await ctx.newPage();
p.on('console', m => { if (m.type()==='error') console.log('console:', m.text().slice(0,300)); });
p.on('pageerror', e => console.log('pageerror', e.message.slice(0,300)));
p.on('response', r => { if (r.status()>=400) console.log(r.status(), r.url()); });
const t=Date.now();
await p.goto('http://localhost:4600/'); 
await p.screenshot({ path: '/tmp/shots/signin.png', fullPage: true });
console.log(p.url());
await p.locator('input[value="'+account+'"]').check(); await p.getByRole('button', { name: 'Sign in' }).click();
await p.waitForLoadState('networkidle'); console.log(p.url(), Date.now()-t);
let i=0; for (const path of ['', ...paths]) { if (path) { await p.goto('http://localhost:4600'+path); await p.waitForLoadState('networkidle'); } await p.waitForTimeout(500); await p.screenshot({ path: `/tmp/shots/${account.replace(/\W/g,'')}-${process.env.W ?? 1280}-${i++}.png`, fullPage: true }); console.log(p.url(), await p.title()); }
await b.close();
