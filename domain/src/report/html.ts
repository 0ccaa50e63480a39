import { type Block, type Cell, type ReportDocument, saidOf } from './document.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Texts of the record are taken for text: nothing in them becomes markup. */
const plain = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const style = `
@page { size: A4; margin: 18mm 16mm; }
* { box-sizing: border-box; }
body { font: 10.5pt/1.45 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif;
  color: #111; background: #fff; max-width: 180mm; margin: 0 auto; padding: 8mm 4mm; }
h1 { font-size: 18pt; margin: 0 0 4mm; } h2 { font-size: 13pt; margin: 8mm 0 2mm;
  border-bottom: 0.3mm solid #999; break-after: avoid; } h3 { font-size: 11pt; margin: 5mm 0 1mm;
  break-after: avoid; }
table { width: 100%; border-collapse: collapse; } thead { display: table-header-group; }
th, td { text-align: left; vertical-align: top; padding: 1mm 2mm; border: 0.2mm solid #bbb;
  overflow-wrap: anywhere; white-space: pre-wrap; font-variant-numeric: tabular-nums; }
th { background: #eee; } tr { break-inside: avoid; } p { white-space: pre-wrap; margin: 1mm 0; }
.facts th { width: 34%; } .mark { border: 0.6mm solid #111; padding: 2mm 4mm; font-weight: 700; }
@media print { body { padding: 0; max-width: none; } }
`;

function cellText(cell: Cell): string {
  const { text, struck } = saidOf(cell);
  return struck === undefined ? plain(text) : `<s>${plain(text)}</s> <em>${plain(struck)}</em>`;
}

const rowOf = (tag: 'td' | 'th', cells: readonly Cell[]): string =>
  `<tr>${cells.map((cell) => `<${tag}>${cellText(cell)}</${tag}>`).join('')}</tr>`;

function blockText(block: Block): string {
  switch (block.kind) {
    case 'facts': {
      const rows = block.facts.map(
        ([label, value]) => `<tr><th>${plain(label)}</th><td>${cellText(value)}</td></tr>`,
      );
      return `<table class="facts"><tbody>${rows.join('')}</tbody></table>`;
    }
    case 'table': {
      const rows = block.rows.map((cells) => rowOf('td', cells)).join('');
      return `<table><thead>${rowOf('th', block.columns)}</thead><tbody>${rows}</tbody></table>`;
    }
    case 'heading':
      return `<h3>${plain(block.text)}</h3>`;
    case 'text':
      return `<p>${cellText(block.text)}</p>`;
  }
}

/** The report as one page of HTML that needs nothing else and prints on A4. */
export function reportHtml({ language, title, mark, sections }: ReportDocument): string {
  const marked = mark === undefined ? '' : `<p class="mark">${plain(mark)}</p>\n`;
  const body = sections
    .map(
      (section) =>
        `<section><h2>${plain(section.title)}</h2>${section.blocks.map(blockText).join('\n')}</section>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plain(title)}</title><style>${style}</style></head>
<body>
<h1>${plain(title)}</h1>
${marked}${body}
</body>
</html>
`;
}
