import { boardRow } from '../socket/board.ts';
import { profile } from '../world/city.ts';
import { request } from './mutation.ts';

const past = `query Past($city: ID!, $limit: Int!, $position: Position) {
  incidents(city: $city, limit: $limit, asOf: { position: $position }) { cursor rows { ${boardRow} } } }`;
const now = `query Now($city: ID!, $limit: Int!) {
  incidents(city: $city, limit: $limit) { cursor rows { ${boardRow} } } }`;

/** So many rows of it as they are now, or as they were at a position of the log. */
export const boardOf = (token: string, limit: number, position?: string): Buffer =>
  position === undefined
    ? request(token, now, { city: profile.id, limit })
    : request(token, past, { city: profile.id, limit, position });

const query = `query Board($city: ID!) { incidents(city: $city) { cursor rows { ${boardRow} } } }`;

/** The whole incident board of the bench's city, as a console asks for it. */
export const boardRequest = (token: string): Buffer => request(token, query, { city: profile.id });
