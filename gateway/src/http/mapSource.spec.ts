import { describe, expect, it } from 'vitest';
import { mapSourceOf } from './mapSource.ts';
import { securityHeaders } from './securityHeaders.ts';

const policy = (mapUrl?: string): string =>
  securityHeaders(mapUrl)['content-security-policy'] ?? '';

describe('[V30] what lies under the map', () => {
  it.each([
    [undefined, null, null],
    ['https://maps.example/style.json', 'https://maps.example/style.json', null],
    ['http://tiles:8080/{z}/{x}/{y}.png', null, 'http://tiles:8080/{z}/{x}/{y}.png'],
  ])('of %s', (url, style, tiles) => expect(mapSourceOf(url)).toEqual({ style, tiles }));

  it('lets the page load from nowhere else, and from there only what a map needs', () => {
    expect(policy()).toContain("img-src 'self' data: blob:;");
    expect(policy()).toContain("worker-src 'self';");
    const set = policy('http://tiles:8080/{z}/{x}/{y}.png');
    expect(set).toContain("img-src 'self' data: blob: http://tiles:8080;");
    expect(set).toContain("connect-src 'self' ws: wss: http://tiles:8080;");
    expect(set).toContain("default-src 'self';");
  });
});
