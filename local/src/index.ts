export { type Connection, connect } from './connect.ts';
export { cityProfile } from './demoCity/cityProfile.ts';
export { demoPassword, demoPeople } from './demoCity/demoPeople.ts';
export { demoUnits } from './demoCity/demoUnits.ts';
export { foundDemoCity } from './demoCity/foundDemoCity.ts';
export { demoCity, demoSeed } from './demoCity/identity.ts';
export { type Postgres, type PostgresOptions, startPostgres } from './postgres/startPostgres.ts';
export { type Running, readRunFile } from './runFile.ts';
export { UserError } from './userError.ts';
