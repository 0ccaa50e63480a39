export { BundleWriter } from './bundleWriter.ts';
export { Disclosure } from './disclosure.ts';
export { EventFiles } from './eventFiles.ts';
export { exportPeriod } from './exportPeriod.ts';
export { fileSeals } from './fileLog.ts';
export { logLinks } from './logLinks.ts';
export { readFrames } from './logReader.ts';
export { Sealer } from './sealer.ts';
