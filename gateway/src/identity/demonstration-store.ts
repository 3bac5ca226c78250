import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly until: number;
}

const mostKept = 10_000;

/** What the demonstration's provider remembers of sign-ins under way: in memory, bounded, gone with the process. */
export function demonstrationStore(now: () => number): (name: string) => Adapter {
  const kept = new Map<string, Kept>();
  const find = (key: string) => {
    const found = kept.get(key);
    return found && found.until > now() ? found : undefined;
  };
  return (name) => ({
    async upsert(id, payload, expiresIn) {
      if (kept.size >= mostKept) for (const [key, { until }] of kept) if (until <= now()) kept.delete(key);
      if (kept.size >= mostKept) kept.clear();
      kept.set(`${name}:${id}`, { payload, until: now() + (expiresIn ?? 3600) * 1000 });
    },
    find: async (id) => find(`${name}:${id}`)?.payload,
    async findByUid(uid) {
      const own = [...kept.keys()].filter((key) => key.startsWith(`${name}:`));
      return own.map((key) => find(key)?.payload).find((payload) => payload?.uid === uid);
    },
    findByUserCode: async () => undefined,
    async consume(id) {
      const found = find(`${name}:${id}`);
      if (found) found.payload['consumed'] = Math.floor(now() / 1000);
    },
    async destroy(id) {
      kept.delete(`${name}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
    },
  });
}
