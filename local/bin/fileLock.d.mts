export function processIdentity(pid: number): string | undefined;
export function lockHolder(path: string): number | undefined;
export function takeLock(path: string): (() => void) | undefined;
