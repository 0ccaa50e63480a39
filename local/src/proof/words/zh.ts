import type { en } from './en.ts';

export const zh: typeof en = {
  keyUnusable: (path, cause) =>
    `封印密钥 ${path} 无法使用（${cause}）。它应为 PEM 格式的 Ed25519 私钥；请恢复该文件，或设置 TOCSIN_SEAL_KEY_FILE。`,
  secondsInvalid: (given) =>
    `TOCSIN_SEAL_SECONDS 须为 0（不封印）至 86400 的秒数，而不是“${given}”。`,
};
