import { signal } from '../store/signal.ts';

const key = 'tocsin.city';
const inner = signal<string | null>(sessionStorage.getItem(key));

/** The city this window looks at; null until one is chosen. */
export const chosenCity = {
  ...inner,
  set: (id: string | null): void => {
    if (id === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, id);
    inner.set(id);
  },
};
