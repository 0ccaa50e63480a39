/**
 * Lets the console open without a line on this device, where the browser allows it: over https or on
 * the machine itself.
 */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/sw.js').catch(() => {
    // Without it the console works as before, with a line.
  });
}
