import { statfs } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';

const fileSystems: Readonly<Record<number, string>> = {
  61267: 'ext4',
  16914836: 'in memory, so that writing is unlike a disk’s',
  2035054128: 'overlayfs',
  1481003842: 'xfs',
  2435016766: 'btrfs',
};

/** The machine, as it stands above the table. */
export async function machine(): Promise<string> {
  const processors = cpus();
  const { type } = await statfs(tmpdir());
  return [
    `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}`,
    `${(totalmem() / 2 ** 30).toFixed(1)} GiB of memory`,
    `Node ${process.versions.node}, ${process.platform} ${process.arch}`,
    `data in ${tmpdir()} (${fileSystems[type] ?? `file system ${type}`})`,
  ].join('\n');
}
