import { mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registeredHash, writeBuiltModule } from '../testing/built-module.ts';
import { listModules, publishModule, publishModuleIfNew, rollbackModule } from './index.ts';
import { PublishedModules } from './published-modules.ts';

let root: string;
let modulesDir: string;
let build: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'mainstay-modules-'));
  modulesDir = join(root, 'modules');
  build = join(root, 'web-modules-la');
  await writeBuiltModule(build, { text: 'one' });
});

afterEach(async () => rm(root, { recursive: true, force: true }));

describe('publishing a module', () => {
  it('copies the build to a folder of its own and names it in the registry with the hash of every script and style', async () => {
    const { entry, isNew } = await publishModule(modulesDir, build);
    expect(isNew).toBe(true);
    expect(entry.version).toMatch(/^0\.1\.0-[0-9a-f]{8}$/);
    expect(entry.entry).toBe(`/modules/la/${entry.version}/mf-manifest.json`);
    expect(Object.keys(entry.integrity)).toEqual([
      'assets/module-abc.css',
      'assets/module-abc.js',
      'remoteEntry-abc.js',
    ]);
    expect(entry.preload).toEqual(['remoteEntry-abc.js', 'assets/module-abc.js']);
    expect(await listModules(modulesDir)).toEqual([entry]);
    expect(await readdir(join(modulesDir, 'la', entry.version))).toContain('mf-manifest.json');
  });

  it('changes nothing the second time', async () => {
    const first = await publishModule(modulesDir, build);
    expect(await publishModule(modulesDir, build)).toEqual({ entry: first.entry, isNew: false });
  });

  it('keeps the versions before', async () => {
    const first = await publishModule(modulesDir, build);
    await writeBuiltModule(build, { text: 'two' });
    const second = await publishModule(modulesDir, build);
    expect(second.entry.previousVersions).toEqual([first.entry.version]);
    expect(await readdir(join(modulesDir, 'la', first.entry.version))).toContain('mf-manifest.json');
  });

  it.each([
    ['an unfinished build', 'dist/mf-manifest.json', null],
    ['a description that is not right', 'module.json', '{"id":"La"}'],
    [
      'a path of the gateway',
      'module.json',
      JSON.stringify({
        id: 'la',
        name: 'x',
        title: 'x',
        path: '/graphql',
        expose: 'm',
        navigation: [],
        audiences: ['la'],
        needs: {},
      }),
    ],
  ])('refuses %s', async (_what, file, content) => {
    await (content === null ? rm(join(build, file)) : writeFile(join(build, file), content));
    await expect(publishModule(modulesDir, build)).rejects.toThrow(/module\.json is not right|Build the module first/);
  });

  it('refuses a link to a file elsewhere, and a path that another module has', async () => {
    await symlink('/etc/passwd', join(build, 'dist/secret.js'));
    await expect(publishModule(modulesDir, build)).rejects.toThrow('only plain files');
    await rm(join(build, 'dist/secret.js'));
    await publishModule(modulesDir, build);
    const other = join(root, 'other');
    await writeBuiltModule(other, { id: 'swp', text: 'x', description: { path: '/la' } });
    await expect(publishModule(modulesDir, other)).rejects.toThrow('belongs to the module la');
  });

  it('notices that a published version was changed on disk', async () => {
    const { entry } = await publishModule(modulesDir, build);
    await writeFile(join(modulesDir, 'la', entry.version, 'remoteEntry-abc.js'), 'alert(1)');
    await expect(publishModule(modulesDir, build)).rejects.toThrow('was changed after it was published');
  });

  it('waits for others that publish at the same time, and loses nothing', async () => {
    const builds = await Promise.all(
      ['one', 'two', 'three'].map(async (id) => {
        await writeBuiltModule(join(root, id), { id, text: id });
        return join(root, id);
      }),
    );
    await Promise.all(builds.map(async (folder) => publishModule(modulesDir, folder)));
    expect((await listModules(modulesDir)).map(({ id }) => id)).toEqual(['one', 'three', 'two']);
  });

  it('does not wait for a process that was killed while it published', async () => {
    await publishModule(modulesDir, build);
    const lock = join(modulesDir, 'registry.lock');
    await writeFile(lock, '');
    await utimes(lock, new Date(0), new Date(0));
    await writeBuiltModule(build, { text: 'two' });
    expect((await publishModule(modulesDir, build)).isNew).toBe(true);
  });
});

describe('rolling a module back', () => {
  it('makes the version before live again, as it was published', async () => {
    const first = await publishModule(modulesDir, build);
    await writeBuiltModule(build, { text: 'two', description: { title: 'New title' } });
    const second = await publishModule(modulesDir, build);
    const back = await rollbackModule(modulesDir, 'la');
    expect(back).toMatchObject({
      version: first.entry.version,
      title: 'Local authority',
      integrity: first.entry.integrity,
    });
    expect(back.withdrawnVersions).toEqual([second.entry.version]);
  });

  it('holds at the next start, and ends when the version is published on purpose', async () => {
    await publishModule(modulesDir, build);
    await writeBuiltModule(build, { text: 'two' });
    const second = await publishModule(modulesDir, build);
    await rollbackModule(modulesDir, 'la');
    expect(await publishModuleIfNew(modulesDir, build)).toBeNull();
    expect((await publishModule(modulesDir, build)).entry).toMatchObject({
      version: second.entry.version,
      withdrawnVersions: [],
    });
  });

  it('refuses when there is nothing to go back to, or the files were changed', async () => {
    await expect(rollbackModule(modulesDir, 'la')).rejects.toThrow('No module la is published');
    const { entry } = await publishModule(modulesDir, build);
    await expect(rollbackModule(modulesDir, 'la')).rejects.toThrow('no earlier version');
    await writeBuiltModule(build, { text: 'two' });
    await publishModule(modulesDir, build);
    await writeFile(join(modulesDir, 'la', entry.version, 'remoteEntry-abc.js'), 'alert(1)');
    await expect(rollbackModule(modulesDir, 'la')).rejects.toThrow('were changed after it was published');
  });
});

describe('what is published', () => {
  it('is read again when it changes, with the operations of every version', async () => {
    const modules = new PublishedModules(modulesDir, vi.fn<(error: unknown) => void>());
    expect((await modules.current()).modules).toEqual([]);
    const first = await publishModule(modulesDir, build);
    expect((await modules.current()).modules).toEqual([first.entry]);
    expect((await modules.current()).operations.has(registeredHash)).toBe(true);
    await writeBuiltModule(build, { text: 'two', operations: {} });
    await publishModule(modulesDir, build);
    expect((await modules.current()).operations.has(registeredHash)).toBe(true);
  });

  it('leaves out operations whose text is not what their hash stands for', async () => {
    const onFault = vi.fn<(error: unknown) => void>();
    await writeBuiltModule(build, { text: 'one', operations: { ['0'.repeat(64)]: '{ practices { id } }' } });
    await publishModule(modulesDir, build);
    expect((await new PublishedModules(modulesDir, onFault).current()).operations.size).toBe(0);
    expect(onFault).toHaveBeenCalledOnce();
  });

  it('stays as it was when the registry cannot be read', async () => {
    const onFault = vi.fn<(error: unknown) => void>();
    const modules = new PublishedModules(modulesDir, onFault);
    const { entry } = await publishModule(modulesDir, build);
    await modules.current();
    await writeFile(join(modulesDir, 'registry.json'), '{ "modules": [');
    expect((await modules.current()).modules).toEqual([entry]);
    expect(onFault).toHaveBeenCalledOnce();
    expect(await readFile(join(modulesDir, 'registry.json'), 'utf8')).toBe('{ "modules": [');
  });
});
