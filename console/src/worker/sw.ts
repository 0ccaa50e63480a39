import { planFor } from './plan.ts';

interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
/** What a service worker's global scope has that the page's types don't know. */
interface Scope {
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}
/** Put in by the build: a name for this version, and the files of a liaison's view. */
declare const BUILD: { readonly version: string; readonly files: readonly string[] };

const scope = self as unknown as Scope;
const name = `tocsin-${BUILD.version}`;
const page = '/';
/** Milliseconds that the server may take before the page comes from the device. */
const patience = 4000;

// The version before stays in charge, with its files, until its last window is closed.
scope.addEventListener('install', (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll([page, ...BUILD.files])));
});

const isOld = (key: string): boolean => /^tocsin-[0-9a-f]{12}$/.test(key) && key !== name;

scope.addEventListener('activate', (event) => {
  const dropOld = async (): Promise<void> => {
    const old = (await caches.keys()).filter(isOld);
    await Promise.all(old.map((key) => caches.delete(key)));
  };
  event.waitUntil(dropOld());
});

async function pageOf(request: Request): Promise<Response> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error(`no page within ${patience} ms`)), patience),
  );
  try {
    return await Promise.race([fetch(request), late]);
  } catch (error) {
    const kept = await caches.match(page, { cacheName: name, ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

async function assetOf(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  // For a file that isn't there any more the server gives the page.
  const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (answer.ok && !isPage) await (await caches.open(name)).put(request, answer.clone());
  return answer;
}

scope.addEventListener('fetch', (event) => {
  const plan = planFor(event.request, location.origin);
  if (plan === 'page') event.respondWith(pageOf(event.request));
  if (plan === 'asset') event.respondWith(assetOf(event.request));
});
