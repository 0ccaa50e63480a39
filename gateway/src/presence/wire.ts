import type { Present } from './present.ts';

/** That somebody is at an incident, or that a console left it. */
export interface Said {
  readonly incident: string;
  readonly present?: Present;
  readonly left?: string;
}

interface Message {
  readonly origin: string;
  readonly said: readonly Said[];
}

/** PostgreSQL carries 8,000 bytes in a notification. */
const mostBytes = 7_500;

/** What is to be said, in as few messages as fit. */
export function chunks(origin: string, said: readonly Said[]): readonly string[] {
  const parts: Said[][] = [[]];
  let bytes = 0;
  for (const one of said) {
    const size = Buffer.byteLength(JSON.stringify(one)) + 1;
    if (bytes + size > mostBytes - 60) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(one);
    bytes += size;
  }
  return parts
    .filter((part) => part.length > 0)
    .map((part) => JSON.stringify({ origin, said: part } satisfies Message));
}

/** What another gateway of this version said; undefined for what nobody understands. */
export function heard(payload: string): Message | undefined {
  try {
    const message = JSON.parse(payload) as Partial<Message>;
    if (typeof message.origin !== 'string' || !Array.isArray(message.said)) return undefined;
    return { origin: message.origin, said: message.said };
  } catch {
    return undefined;
  }
}
