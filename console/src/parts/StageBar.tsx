/** How far along a row of steps something is; the words beside it say the same. */
export function StageBar({ reached, steps }: { reached: number; steps: number }) {
  return (
    <span className="stage-bar" aria-hidden="true">
      {Array.from({ length: steps }, (_, step) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps have no other identity
        <i key={step} className={step < reached ? 'on' : ''} />
      ))}
    </span>
  );
}
