/** Why the gateway closes a socket. 44xx are the application's own. */
export const closeCode = {
  /** The server restarts; connect again. */
  restart: 1012,
  /** Something went wrong on the server. */
  failed: 1011,
  /** No token, or one that is forged or expired. */
  unauthenticated: 4401,
  /** The person's appointment has changed. */
  forbidden: 4403,
  /** The console reads too slowly; it resumes by its cursor. */
  tooSlow: 4408,
  /** Too many sockets of one person. */
  tooMany: 4429,
} as const;

export type CloseCode = (typeof closeCode)[keyof typeof closeCode];
