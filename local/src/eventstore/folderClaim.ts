import { open, type RootDatabase } from 'lmdb';
import { isAlive, ownIdentity, type ProcessIdentity } from './processIdentity.ts';
import { EventStoreStartError } from './startError.ts';
import { words } from './words.ts';

type Owner = ProcessIdentity & { readonly state: 'open' | 'closed' };

const OWNER = 'owner';

/**
 * Says which process uses a data folder. The claim is made in an LMDB transaction, whose writer
 * lock the operating system takes from a process that dies, so two can't claim at the same moment; a
 * killed owner is known by its process number and start.
 */
export class FolderClaim {
  readonly #root: RootDatabase<Owner, string>;
  readonly #before: Owner | undefined;
  /**
   * Whether what the last owner wrote without syncing is still there: it closed properly, or the
   * machine has not restarted since.
   */
  readonly unsyncedSurvived: boolean;

  private constructor(root: RootDatabase<Owner, string>, before: Owner | undefined, self: Owner) {
    this.#root = root;
    this.#before = before;
    const sameBoot = self.boot !== undefined && before?.boot === self.boot;
    this.unsyncedSurvived = before?.state !== 'open' || sameBoot;
  }

  static async make(path: string): Promise<FolderClaim> {
    const root = open<Owner, string>({ path, encoding: 'json', overlappingSync: false });
    const self: Owner = { ...ownIdentity(), state: 'open' };
    const { before, taken } = root.transactionSync(() => {
      const owner = root.get(OWNER);
      const inUse = owner?.state === 'open' && isAlive(owner);
      if (!inUse) root.putSync(OWNER, self);
      return { before: owner, taken: inUse };
    });
    if (!taken) return new FolderClaim(root, before, self);
    await root.close();
    throw new EventStoreStartError('DATA_FOLDER_IN_USE', words.inUse(before?.pid));
  }

  /** Gives the folder back after everything in it was synced. */
  async release(): Promise<void> {
    await this.#leave({ ...ownIdentity(), state: 'closed' });
  }

  /** Gives the folder back as it was found. */
  async withdraw(): Promise<void> {
    await this.#leave(this.#before);
  }

  async #leave(owner: Owner | undefined): Promise<void> {
    if (owner) this.#root.putSync(OWNER, owner);
    else this.#root.removeSync(OWNER);
    await this.#root.close();
  }
}
