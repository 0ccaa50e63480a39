export { sendMetrics } from './http/metrics.ts';
export { hashPassword } from './session/password.ts';
export { type Gateway, type GatewayOptions, startGateway } from './startGateway.ts';
