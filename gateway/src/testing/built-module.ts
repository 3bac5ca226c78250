import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** An operation that the module built by `writeBuiltModule` registers. */
export const registeredQuery = 'query LaName($id: ID!) { localAuthority(id: $id) { id name } }';
export const registeredHash = createHash('sha256').update(registeredQuery).digest('hex');

/** Writes a folder as the build of a web module leaves it; `text` tells builds apart. */
export async function writeBuiltModule(
  folder: string,
  o: { id?: string; text: string; description?: object; operations?: object },
): Promise<void> {
  const id = o.id ?? 'la';
  const manifest = {
    metaData: { remoteEntry: { name: 'remoteEntry-abc.js', path: '' } },
    exposes: [{ name: 'module', assets: { js: { sync: ['assets/module-abc.js'] } } }],
  };
  const files: Record<string, string> = {
    'package.json': JSON.stringify({ version: '0.1.0' }),
    'module.json': JSON.stringify({
      id,
      name: `mod_${id}`,
      title: 'Local authority',
      path: `/${id}`,
      expose: 'module',
      navigation: [{ label: 'Today', path: `/${id}` }],
      audiences: ['la'],
      needs: { kit: '0.1.0' },
      ...o.description,
    }),
    'dist/mf-manifest.json': JSON.stringify(manifest),
    'dist/operations.json': JSON.stringify(o.operations ?? { [registeredHash]: registeredQuery }),
    'dist/remoteEntry-abc.js': `export const text = ${JSON.stringify(o.text)};`,
    'dist/assets/module-abc.js': `export default ${JSON.stringify(o.text.repeat(900))};`,
    'dist/assets/module-abc.css': 'h1 { margin: 0 }',
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
