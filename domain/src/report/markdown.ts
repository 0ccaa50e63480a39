import { type Block, type Cell, type ReportDocument, saidOf } from './document.ts';

/** Texts of the record are taken for text: nothing in them becomes markup. */
const plain = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]#|~!]/g, '\\$&')
    .replace(/^(\s*)([-+=]|\d+[.)])/gm, '$1\\$2')
    .replace(/\r?\n|\r/g, '<br>');

function cellText(cell: Cell): string {
  const { text, struck } = saidOf(cell);
  return struck === undefined ? plain(text) : `~~${plain(text)}~~ (${plain(struck)})`;
}

const row = (cells: readonly Cell[]): string => `| ${cells.map(cellText).join(' | ')} |`;

function blockText(block: Block): string {
  switch (block.kind) {
    case 'facts':
      return block.facts
        .map(([label, value]) => `- **${plain(label)}**: ${cellText(value)}`)
        .join('\n');
    case 'table':
      return [
        row(block.columns),
        `|${block.columns.map(() => ' --- |').join('')}`,
        ...block.rows.map(row),
      ].join('\n');
    case 'heading':
      return `### ${plain(block.text)}`;
    case 'text':
      return cellText(block.text);
  }
}

/** The report as GitHub-flavoured Markdown. */
export function reportMarkdown({ title, mark, sections }: ReportDocument): string {
  const head = [`# ${plain(title)}`, ...(mark === undefined ? [] : [`**${plain(mark)}**`])];
  const parts = sections.flatMap((section) => [
    `## ${plain(section.title)}`,
    ...section.blocks.map(blockText),
  ]);
  return `${[...head, ...parts].join('\n\n')}\n`;
}
