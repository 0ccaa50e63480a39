import type { GatewayParts, RequestContext } from '../context.ts';

/** The context of what is executed once for many: nothing in it may depend on who looks. */
export const nobody = (parts: GatewayParts): RequestContext => ({
  parts,
  get viewer(): never {
    throw new Error('What is sent to many must not depend on who looks.');
  },
  language: 'en',
  transport: 'socket',
  address: '',
});
