/** A connection string as it may be shown on a terminal or in a log. */
export const withoutPassword = (url: string): string =>
  url.replace(/^([a-z+]+:\/\/[^:/@]+):[^@]*@/i, '$1:…@');
