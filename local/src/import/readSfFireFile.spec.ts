import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSfFireFile } from './readSfFireFile.ts';
import { sampleFile, sampleRow } from './sampleRow.testkit.ts';

const now = Date.UTC(2021, 0, 1);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tocsin-file-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string) {
  const path = join(folder, 'calls.csv');
  await writeFile(path, text);
  return readSfFireFile(path, now);
}
const linesOf = (rows: readonly { readonly line: number }[]) => rows.map(({ line }) => line);

describe('a file of fire calls', () => {
  it('gives its good rows and its bad ones, each with its line', async () => {
    const text = sampleFile([
      {},
      { RowID: '2', 'Call Number': '' },
      { RowID: '3' },
      { RowID: '990010001-E91' },
    ]);
    const { rows, bad } = await read(text);
    expect(linesOf(rows)).toEqual([2, 4]);
    expect(bad).toEqual([
      { line: 3, rowId: '2', reason: { code: 'missing', column: 'Call Number' } },
      {
        line: 5,
        rowId: '990010001-E91',
        reason: { code: 'duplicate', rowId: '990010001-E91', firstLine: 2 },
      },
    ]);
  });

  it('may have a byte order mark, Windows line ends, empty lines and columns in any order', async () => {
    const text = sampleFile([{}, { RowID: '2' }]).split('\n');
    const [header = '', ...rest] = text;
    const moved = [`Extra,${header}`, '', ...rest.map((line) => (line ? `x,${line}` : ''))];
    const { rows, bad } = await read(`\ufeff${moved.join('\r\n')}`);
    expect(linesOf(rows)).toEqual([3, 4]);
    expect(bad).toEqual([]);
  });

  it('goes on after a line with too few fields, and up to where the file is cut off', async () => {
    const text = sampleFile([{}, { RowID: '2' }, { RowID: '3' }]).split('\n');
    text.splice(2, 0, '990010001,E91');
    const cut = `${text.slice(0, 4).join('\n')}\n${(text[4] ?? '').split('-122')[0]}`;
    const { rows, bad } = await read(cut);
    expect(linesOf(rows)).toEqual([2, 4]);
    expect(bad).toMatchObject([
      { line: 3, reason: { code: 'unreadable' } },
      { line: 5, reason: { code: 'unreadable' } },
    ]);
  });

  it('is refused when it is missing, a folder, of another kind, or empty', async () => {
    await expect(readSfFireFile(join(folder, 'none.csv'), now)).rejects.toMatchObject({
      code: 'missing',
    });
    await expect(readSfFireFile(folder, now)).rejects.toMatchObject({ code: 'unreadable' });
    await expect(read('a,b\n1,2\n')).rejects.toMatchObject({
      code: 'notThisKind',
      columns: expect.arrayContaining(['Call Number', 'RowID']),
    });
    const header = Object.keys(sampleRow).filter((column) => column !== 'Location');
    await expect(read(`${header.join(',')}\n`)).rejects.toMatchObject({
      code: 'notThisKind',
      columns: ['Location'],
    });
    await expect(read('')).rejects.toMatchObject({ code: 'notThisKind' });
    await expect(read(sampleFile([]))).rejects.toMatchObject({ code: 'noRows' });
  });
});
