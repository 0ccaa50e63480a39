export { hashPassword } from './session/password.ts';
export { type Gateway, type GatewayOptions, startGateway } from './startGateway.ts';
