import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Each rule that is broken, with the first places where. */
export async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const broken = await page.evaluate(async () => {
    const { axe: present } = window as unknown as { axe: typeof import('axe-core') };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
    const { violations } = await present.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.map(({ id, nodes }) => ({
      id,
      where: nodes.slice(0, 3).map(({ target, failureSummary }) => `${target} ${failureSummary}`),
      count: nodes.length,
    }));
  });
  return broken.map(({ id, count, where }) => `${id} × ${count}: ${where.join(' | ')}`);
}
