import { readFileSync, readdirSync } from 'node:fs';
import { startTestDatabase, aViewer } from '@mainstay/subgraph-kit/testing';
import { systemClock } from '@mainstay/primitives';
import { entities } from '/work/main/subgraphs/children/src/database.ts';
import { migrations } from '/work/main/subgraphs/children/src/migrations/index.ts';
import { importReturn } from '/work/main/subgraphs/children/src/index.ts';
const times: [string, number][] = [];
let n = 0;
const db = await startTestDatabase('children', { entities, migrations: migrations.slice(0, 7), clock: systemClock, onStatement: (q) => { n++; const now = performance.now(); times.push([q.replace(/\s+/g,' ').slice(0,70), now]); } });
const dir = '/work/shared/data/samples/903-fake-validator/';
const files = readdirSync(dir).filter((f) => f.endsWith('.csv')).map((name) => ({ name, bytes: readFileSync(dir + name) }));
for (let i = 0; i < 1; i++) {
  const t = performance.now();
  n = 0;
  const r = await importReturn({ database: db, clock: systemClock }, { viewer: aViewer(), year: 2018, files: i < 2 ? files : files.map(f => f.name === 'episodes.csv' ? { name: f.name, bytes: f.bytes.subarray(0, 150000) } : f) });
  console.log(r.status, r.stage, r.faultCount, Math.round(performance.now() - t), 'ms', n, 'statements');
  if (i !== 1) { console.table(r.tables); console.table(r.files.map(f => ({ ...f, notes: f.notes.join(' ').slice(0, 60), refusal: f.refusal?.slice(0, 60) }))); }
}
const agg: Record<string,{n:number,ms:number}> = {}; times.forEach(([q,t],i)=>{ const e=(times[i+1]?.[1]??t)-t; (agg[q]??={n:0,ms:0}); agg[q].n++; agg[q].ms+=e; }); console.table(Object.entries(agg).map(([q,v])=>({q,...v,ms:Math.round(v.ms)})).sort((a,b)=>b.ms-a.ms).slice(0,25));
console.log(await db.owner((o) => o.query(`SELECT (SELECT count(*) FROM child) child, (SELECT count(*) FROM episode) e, (SELECT count(*) FROM placement) p, (SELECT count(*) FROM period_of_care) poc, (SELECT count(*) FROM review) r, (SELECT count(*) FROM care_leaver) cl, (SELECT count(*) FROM return_fault) f`)));
await db.close();
