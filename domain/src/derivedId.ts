import { hash } from 'node:crypto';

const namespace = Buffer.from('5e0a7c341b1f5d0e9b523f2a4e0c8d11', 'hex');

/** A UUID (version 5) that is always the same for the same parts; for ids that follow from a cause. */
export function derivedId(...parts: readonly string[]): string {
  const name = Buffer.from(parts.join('\u001f'));
  const digest = hash('sha1', Buffer.concat([namespace, name]), 'hex');
  const variant = ((Number.parseInt(digest.charAt(16), 16) & 0b0011) | 0b1000).toString(16);
  const groups = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `5${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ];
  return groups.join('-');
}
