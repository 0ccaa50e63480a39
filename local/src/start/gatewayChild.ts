import { startGatewayPart } from './gatewayPart.ts';
import { runAsChild } from './part.ts';

runAsChild('gateway', startGatewayPart);
