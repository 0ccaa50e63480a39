/** A hash of a text in 53 bits (cyrb53), which is enough to tell the subscriptions of a window apart. */
function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return (2 ** 32 * (b & 0x1fffff) + (a >>> 0)).toString(36);
}

export interface SubscriptionIds {
  readonly take: (query: string, variables: object) => string;
  readonly free: (id: string) => void;
}

/**
 * Ids of subscriptions, made from the document and its variables without the cursor: every console
 * that asks for the same uses the same id, so that the server makes each message once for all of
 * them. An id that is in use gets a number behind it.
 */
export function subscriptionIds(): SubscriptionIds {
  const used = new Set<string>();
  return {
    take: (query, variables) => {
      const rest = Object.entries(variables).filter(([name]) => name !== 'after');
      const base = hash(JSON.stringify([query, rest.sort(([a], [b]) => (a < b ? -1 : 1))]));
      let id = base;
      for (let n = 2; used.has(id); n += 1) id = `${base}-${n}`;
      used.add(id);
      return id;
    },
    free: (id) => void used.delete(id),
  };
}
