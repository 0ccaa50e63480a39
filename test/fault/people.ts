import { Person } from '../gateway/client.ts';

/** Liaisons by account, with their departments. */
const liaisons: readonly (readonly [account: string, department: string])[] = [
  ['fire', 'fire'],
  ['police', 'police'],
  ['gas', 'gas'],
  ['power', 'power'],
  ['traffic', 'traffic-police'],
  ['health', 'health'],
  ['urban', 'urban-management'],
  ['transport', 'transport'],
];
const officers = ['dispatcher', 'dispatcher2', 'commander', 'auditor'];

export interface SignedIn {
  readonly account: string;
  readonly token: string;
  /** A liaison's own; undefined for who sees the whole city. */
  readonly department: string | undefined;
}

async function signedIn(url: string, account: string, department?: string): Promise<SignedIn> {
  const { token } = await Person.signedIn(url, account);
  if (token === undefined) throw new Error(`${account} could not sign in`);
  return { account, token, department };
}

/** Four who see the whole city, and eight liaisons. */
export async function signInAll(url: string): Promise<readonly SignedIn[]> {
  return Promise.all([
    ...officers.map((account) => signedIn(url, account)),
    ...liaisons.map(([account, department]) => signedIn(url, account, department)),
  ]);
}
