/** Where a list's selection goes on a key; the same id when the key means nothing here. */
export function moved(ids: readonly string[], selected: string | null, key: string): string | null {
  if (ids.length === 0) return selected;
  const at = selected === null ? -1 : ids.indexOf(selected);
  const last = ids.length - 1;
  switch (key) {
    case 'ArrowDown':
      return ids[Math.min(at + 1, last)] ?? selected;
    case 'ArrowUp':
      return ids[at < 0 ? last : Math.max(at - 1, 0)] ?? selected;
    case 'Home':
      return ids[0] ?? selected;
    case 'End':
      return ids[last] ?? selected;
    default:
      return selected;
  }
}
