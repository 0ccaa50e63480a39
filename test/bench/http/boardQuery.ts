import { boardRow } from '../socket/board.ts';
import { profile } from '../world/city.ts';
import { request } from './mutation.ts';

const query = `query Board($city: ID!) { incidents(city: $city) { cursor rows { ${boardRow} } } }`;

/** The whole incident board of the bench's city, as a console asks for it. */
export const boardRequest = (token: string): Buffer => request(token, query, { city: profile.id });
