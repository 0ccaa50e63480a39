/** Of the compiled file, test/dist/bench/parts/paths.js. */
export const root = new URL('../../../../', import.meta.url);
export const benchFolder = new URL('test/bench/', root);
export const tocsin = new URL('local/bin/tocsin.mjs', root);
