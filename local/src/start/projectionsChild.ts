import { runAsChild } from './part.ts';
import { startProjectionsPart } from './projectionsPart.ts';

runAsChild('projections', startProjectionsPart);
