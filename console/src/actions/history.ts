const most = 50;
const key = (account: string): string => `tocsin.commands.${account}`;

/** The last lines that an account gave, the newest first. */
export function historyOf(account: string): readonly string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key(account)) ?? '[]');
    return Array.isArray(found) ? found.filter((line) => typeof line === 'string') : [];
  } catch {
    return [];
  }
}

/** Keeps a line as the newest; the same line is kept once. */
export function remember(account: string, line: string): void {
  const kept = [line, ...historyOf(account).filter((one) => one !== line)].slice(0, most);
  localStorage.setItem(key(account), JSON.stringify(kept));
}
