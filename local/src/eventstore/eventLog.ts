import { accessSync, constants, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../userError.ts';
import { FolderClaim } from './folderClaim.ts';
import { LogFile } from './logFile.ts';
import { recover } from './recovery.ts';
import { EventStoreStartError } from './startError.ts';
import { type IndexChange, StreamIndex } from './streamIndex.ts';
import { words } from './words.ts';

/** The durable log of one data folder: `log.bin`, its index, and the claim on the folder. */
export class EventLog {
  readonly file: LogFile;
  readonly index: StreamIndex;
  readonly #claim: FolderClaim;
  #head: number;
  #broken = false;

  private constructor(file: LogFile, index: StreamIndex, claim: FolderClaim) {
    this.file = file;
    this.index = index;
    this.#claim = claim;
    this.#head = index.length;
  }

  /** Throws an EventStoreStartError if the folder is in use, newer, damaged or can't be written. */
  static async open(dataDir: string): Promise<EventLog> {
    makeFolder(dataDir);
    const claim = await FolderClaim.make(join(dataDir, 'owner.mdb'));
    const opened: { file?: LogFile; index?: StreamIndex } = {};
    try {
      opened.file = new LogFile(join(dataDir, 'log.bin'));
      const indexPath = join(dataDir, 'index.mdb');
      if (!claim.unsyncedSurvived) removeIndex(indexPath);
      opened.index = new StreamIndex(indexPath);
      await recover(opened.file, opened.index);
      return new EventLog(opened.file, opened.index, claim);
    } catch (error) {
      await opened.index?.close();
      opened.file?.close();
      await claim.withdraw();
      throw error;
    }
  }

  /** The position that the next record will have; every record before it is durable and indexed. */
  get head(): number {
    return this.#head;
  }

  /**
   * Writes frames at the head. When it resolves they are on disk and readers see them. After a
   * failure that leaves unknown what the disk holds, every further commit fails too.
   */
  async commit(frames: readonly Buffer[], change: IndexChange): Promise<void> {
    if (this.#broken) throw new Error('The log failed earlier; restart the event store.');
    this.#write(frames);
    try {
      await this.file.sync();
      this.index.apply(change);
    } catch (error) {
      this.#broken = true;
      throw error;
    }
    this.#head = change.length;
  }

  /** A failed write (a full disk, say) is taken back, so that the next one can be tried. */
  #write(frames: readonly Buffer[]): void {
    try {
      this.file.write(frames, this.#head);
    } catch (error) {
      this.#broken = true;
      this.file.truncate(this.#head);
      this.#broken = false;
      throw error;
    }
  }

  async close(): Promise<void> {
    this.index.sync();
    await this.index.close();
    this.file.close();
    await this.#claim.release();
  }
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new EventStoreStartError(
      'DATA_FOLDER_UNUSABLE',
      words.unusable(dataDir, errorCode(error) ?? 'unknown'),
      error,
    );
  }
}

function removeIndex(path: string): void {
  rmSync(path, { force: true });
  rmSync(`${path}-lock`, { force: true });
}
