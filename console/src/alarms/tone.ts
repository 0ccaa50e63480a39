/** One tone for each priority, told apart by number and pitch: 1 is three high ones, 4 one low. */
interface Tone {
  readonly hertz: readonly number[];
  /** Seconds that each lasts. */
  readonly each: number;
}

const tones: Readonly<Record<number, Tone>> = {
  1: { hertz: [988, 784, 988], each: 0.16 },
  2: { hertz: [784, 784], each: 0.18 },
  3: { hertz: [587], each: 0.3 },
  4: { hertz: [440], each: 0.2 },
};

let context: AudioContext | null = null;

function ring(audio: AudioContext, hertz: number, at: number, seconds: number): void {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.frequency.value = hertz;
  // Rises and falls, so that it doesn't click.
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(0.25, at + 0.02);
  gain.gain.linearRampToValueAtTime(0, at + seconds);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + seconds);
}

/** Sounds the tone of a priority; what nobody has judged yet counts as the most urgent. */
export function playTone(priority: number | null): void {
  context ??= new AudioContext();
  const audio = context;
  // A browser lets nothing sound before the person has touched the page.
  if (audio.state === 'suspended') void audio.resume();
  const { hertz, each } = tones[priority ?? 1] ?? { hertz: [440], each: 0.2 };
  for (const [index, one] of hertz.entries())
    ring(audio, one, audio.currentTime + index * (each + 0.06), each);
}
