/** The address of a page or file made here, for as long as this page is open. */
export const addressOf = (text: string, type: string): string =>
  URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));

/** Shows a page of HTML in a window of its own; false when there was none. */
export async function showPage(html: () => Promise<string | undefined>): Promise<boolean> {
  // Before the answer: a window opened later would be held for an advertisement.
  const page = window.open('', '_blank');
  const text = await html();
  if (text === undefined) page?.close();
  else if (page) page.location.href = addressOf(text, 'text/html');
  return text !== undefined;
}
